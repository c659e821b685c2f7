import { tagsAndShelves } from '../cells/shelves';
import { findHeader } from '../containers/csv-table';
import { readTable, type TableRow } from '../read-table';
import { RowCollector, type ImportSource } from '../source';
import { linkRow, timeOfNumber } from './link-row';

const COLUMNS = ['URL', 'Title', 'Selection', 'Folder'] as const;

function readRow(collector: RowCollector, row: TableRow): ReturnType<typeof linkRow> {
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

export const instapaper: ImportSource = {
  id: 'instapaper',
  containers: ['table'],
  scale: null,
  sniff: ({ firstRecords }) =>
    findHeader(firstRecords, COLUMNS) < 0 ? null : { layout: 'links', confidence: 'certain' },
  read: async (files) => {
    const collector = new RowCollector();
    for (const { file } of files)
      await readTable(file, { required: COLUMNS }, collector, (row) => readRow(collector, row));
    return collector.reading('Instapaper export');
  },
};
