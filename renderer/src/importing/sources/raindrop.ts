import type { TableRow } from '../read-table';
import type { RowCollector } from '../source';
import { tableSource } from '../table-source';
import { factsOfFolders } from './bookmark-folders';
import { linkRow } from './link-row';

/** Of its backups, and of the tables that are written for it; those have no favourites. */
const COLUMNS = ['title', 'note', 'url', 'folder', 'tags', 'created'] as const;

const paragraphs = (texts: readonly string[]): string | null =>
  texts.filter((text) => text !== '').join('\n\n') || null;

/** "Highlight:…\nNote:…" or bare passages, one after the other: what the owner marked. */
const highlightsOf = (text: string): string =>
  text
    .split(/\n{2,}|(?=^Highlight:)/m)
    .map((part) => part.replace(/^(?:Highlight|Note):\s*/gm, '').trim())
    .filter((part) => part !== '')
    .map((part) => `“${part}”`)
    .join('\n\n');

function readRow(row: TableRow, collector: RowCollector): ReturnType<typeof linkRow> {
  // Folders inside folders are joined with a slash; `excerpt` is the page's own text, not the owner's.
  const place = factsOfFolders(row.list('/', 'folder'));
  return linkRow(
    { file: row.file, line: row.line, address: row.cell('url'), title: row.cell('title'), kind: 'link' },
    {
      ...place,
      tags: [...place.tags, ...row.list(',', 'tags')],
      liked: row.cell('favorite').toLowerCase() === 'true',
      addedAt: row.date('created'),
      note: paragraphs([row.text('note'), highlightsOf(row.text('highlights'))]),
    },
    collector,
  );
}

export const raindrop = tableSource({
  id: 'raindrop',
  scale: null,
  required: COLUMNS,
  layout: 'links',
  label: 'Raindrop.io backup',
  read: readRow,
});
