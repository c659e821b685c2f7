import { findHeader } from '../containers/csv-table';
import { readTable, type TableRow } from '../read-table';
import { RowCollector, type ImportSource } from '../source';
import { factsOfFolders } from './bookmark-folders';
import { linkRow } from './link-row';

const COLUMNS = ['title', 'note', 'url', 'folder', 'tags', 'created', 'favorite'] as const;

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

function readRow(collector: RowCollector, row: TableRow): ReturnType<typeof linkRow> {
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

export const raindrop: ImportSource = {
  id: 'raindrop',
  containers: ['table'],
  scale: null,
  sniff: ({ firstRecords }) =>
    findHeader(firstRecords, COLUMNS) < 0 ? null : { layout: 'links', confidence: 'certain' },
  read: async (files) => {
    const collector = new RowCollector();
    for (const { file } of files)
      await readTable(file, { required: COLUMNS }, collector, (row) => readRow(collector, row));
    return collector.reading('Raindrop.io backup');
  },
};
