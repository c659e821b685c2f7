import { tagsAndShelves } from '../cells/shelves';
import type { TableRow } from '../read-table';
import type { RowCollector } from '../source';
import { tableSource } from '../table-source';
import { linkRow, timeOfNumber } from './link-row';

const COLUMNS = ['URL', 'Title', 'Selection', 'Folder'] as const;

function readRow(row: TableRow, collector: RowCollector): ReturnType<typeof linkRow> {
  const folder = row.cell('Folder');
  // Instapaper writes its own folders and the star into one column.
  const own = folder.toLowerCase();
  const place = ['unread', 'archive', 'starred', ''].includes(own) ? [] : [folder];
  const passage = row.text('Selection');
  const shelved = tagsAndShelves(place);
  return linkRow(
    { file: row.file, line: row.line, address: row.cell('URL'), title: row.cell('Title'), kind: 'article' },
    {
      ...shelved,
      tags: [...shelved.tags, ...tagsOf(row.cell('Tags'))],
      status: own === 'unread' ? 'wanted' : own === 'archive' ? 'finished' : 'none',
      liked: own === 'starred',
      addedAt: timeOfNumber(row.cell('Timestamp')),
      // A passage that was marked when the page was saved.
      note: passage === '' ? null : `“${passage}”`,
    },
    collector,
  );
}

/** `["sea", "salt"]`, or words between commas. */
const tagsOf = (cell: string): readonly string[] =>
  cell
    .replace(/^\[(.*)\]$/u, '$1')
    .split(',')
    .map((tag) => tag.trim().replace(/^["'](.*)["']$/u, '$1'))
    .filter((tag) => tag !== '');

export const instapaper = tableSource({
  id: 'instapaper',
  scale: null,
  required: COLUMNS,
  layout: 'links',
  label: 'Instapaper export',
  read: readRow,
});
