import type { ItemStatus } from '../../domain/item-values';
import type { ImportedRow } from '../../domain/imported-row';
import { identifiersIn } from '../cells/service-identifiers';
import { columnReader, findHeader } from '../containers/csv-table';
import type { FileHead } from '../containers/source-file';
import { readTable, type TableRow } from '../read-table';
import { blankRow, RowCollector, titleOf, type ImportSource } from '../source';

/** Of the crowd: an exported list has no ratings of its owner. */
const CROWD_SCALE = 100;
const REQUIRED = ['id', 'game'] as const;

/** The lists that every account has are named for what is in them. */
const STATUSES: readonly (readonly [RegExp, ItemStatus])[] = [
  [/want[-_ ]?to[-_ ]?play|wish[-_ ]?list|backlog/i, 'wanted'],
  [/playing/i, 'in-progress'],
  [/played|completed|finished/i, 'finished'],
];

const statusOf = (path: string): ItemStatus =>
  STATUSES.find(([pattern]) => pattern.test(path.slice(path.lastIndexOf('/') + 1)))?.[1] ?? 'none';

function isList({ firstRecords }: FileHead): boolean {
  const at = findHeader(firstRecords, REQUIRED);
  const header = firstRecords[at]?.cells;
  if (header === undefined) return false;
  const columns = columnReader(header);
  return firstRecords.slice(at + 1).every((record) => /^\d*$/.test(columns.cell(record, 'id')));
}

function readRow(status: ItemStatus, row: TableRow): ImportedRow | string {
  const title = titleOf(row.cell('game'));
  if (title === null) return 'no name';
  const crowd = row.rating(CROWD_SCALE, 'rating');
  const url = row.cell('url');
  return {
    ...blankRow(row.file, row.line, 'game', title),
    creators: row.list(',', 'companies', 'developers'),
    year: row.year('release date', 'release_date', 'first_release_date'),
    tags: row.list(',', 'genres'),
    crowd: crowd === null ? null : { rating: crowd, count: null },
    identifiers: identifiersIn({ igdb: row.cell('id') }),
    url: /^https?:/.test(url) ? url : null,
    status,
  };
}

/** A list of games of IGDB. */
export const igdb: ImportSource = {
  id: 'igdb',
  containers: ['table'],
  scale: null,
  sniff: (file) => {
    if (!isList(file)) return null;
    const isSure = /igdb\.com/.test(file.text) || /igdb/i.test(file.path);
    return { layout: 'list', confidence: isSure ? 'certain' : 'possible' };
  },
  read: async (files) => {
    const collector = new RowCollector();
    for (const { file } of files) {
      const status = statusOf(file.path);
      await readTable(file, { required: REQUIRED }, collector, (row) => readRow(status, row));
      if (status === 'none')
        collector.warn(file.path, 'neither the file nor its name says whether these games were played or are wanted');
    }
    return collector.reading('IGDB list');
  },
};
