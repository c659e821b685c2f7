import type { ItemStatus } from '../../domain/item-values';
import type { ImportedRow } from '../../domain/imported-row';
import { identifiersIn } from '../cells/service-identifiers';
import { findHeader } from '../containers/csv-table';
import { SeriesRows } from '../episodes';
import { readTable, type TableRow } from '../read-table';
import { blankRow, RowCollector, titleOf, type ImportSource } from '../source';

/** Decimals are allowed. */
const SCALE = 10;
const REQUIRED = ['media_id', 'source', 'media_type', 'status'] as const;
/** Until 2024: each kind had one register, and no column said which. */
const FIRST = ['media_id', 'media_type', 'status', 'season_number', 'watch_date'] as const;

const KINDS: ReadonlyMap<string, string> = new Map([
  ['tv', 'series'],
  ['season', 'series'],
  ['episode', 'series'],
  ['movie', 'movie'],
  ['anime', 'anime'],
  ['manga', 'manga'],
  ['game', 'game'],
  ['book', 'book'],
  ['comic', 'comic'],
  ['boardgame', 'board game'],
]);

const STATUSES: ReadonlyMap<string, ItemStatus> = new Map<string, ItemStatus>([
  ['completed', 'finished'],
  ['in progress', 'in-progress'],
  ['watching', 'in-progress'],
  ['reading', 'in-progress'],
  ['playing', 'in-progress'],
  ['paused', 'in-progress'],
  ['planning', 'wanted'],
  ['dropped', 'abandoned'],
  ['repeating', 'finished'],
]);

/** Registers by the names of its sources; what it made up itself ("manual") has no id. */
const REGISTERS: ReadonlyMap<string, string> = new Map([
  ['tmdb', 'tmdb'],
  ['mal', 'mal'],
  ['mangaupdates', 'mangaupdates'],
  ['igdb', 'igdb'],
  ['openlibrary', 'openlibrary'],
  ['hardcover', 'hardcover'],
  ['comicvine', 'comicvine'],
  ['bgg', 'bgg'],
]);
const REGISTERS_OF_KINDS: ReadonlyMap<string, string> = new Map([
  ['tv', 'tmdb'],
  ['season', 'tmdb'],
  ['episode', 'tmdb'],
  ['movie', 'tmdb'],
  ['anime', 'mal'],
  ['manga', 'mal'],
  ['game', 'igdb'],
]);

function readRow(row: TableRow, series: SeriesRows): ImportedRow | readonly ImportedRow[] | string {
  const title = titleOf(row.cell('title'));
  if (title === null) return 'no title';
  const type = row.cell('media_type').toLowerCase();
  const register = row.has('source') ? REGISTERS.get(row.cell('source').toLowerCase()) : REGISTERS_OF_KINDS.get(type);
  const notes = row.text('notes');
  const ownRating = row.rating(SCALE, 'score');
  const finishedAt = row.date('end_date');
  const read: ImportedRow = {
    ...blankRow(row.file, row.line, KINDS.get(type) ?? type, title),
    identifiers: register === undefined ? {} : identifiersIn({ [register]: row.cell('media_id') }),
  };
  const key = `${row.cell('source')} ${row.cell('media_id') || title}`;
  if (type === 'episode') {
    const id = `${row.cell('season_number')}:${row.cell('episode_number')}`;
    series.see(key, () => read, [{ id, at: finishedAt ?? row.date('watch_date') }]);
    return [];
  }
  if (type === 'season') {
    if (ownRating !== null) return 'the rating of a season, not of its series';
    series.see(key, () => read, []);
    return [];
  }
  const progress = row.count('progress') ?? 0;
  return {
    ...read,
    ownRating,
    status: STATUSES.get(row.cell('status').toLowerCase()) ?? 'none',
    finishedAt,
    note: notes === '' ? null : notes,
    ...(type === 'anime' && progress > 0 ? { plays: progress } : {}),
  };
}

/** One's own server's list of everything. */
export const yamtrack: ImportSource = {
  id: 'yamtrack',
  containers: ['table'],
  scale: SCALE,
  sniff: ({ firstRecords }) =>
    [REQUIRED, FIRST].some((names) => findHeader(firstRecords, names) >= 0)
      ? { layout: 'table', confidence: 'certain' }
      : null,
  read: async (files) => {
    const collector = new RowCollector();
    const series = new SeriesRows(collector);
    for (const { file } of files)
      await readTable(file, { required: ['media_id', 'media_type', 'status'] }, collector, (row) =>
        readRow(row, series),
      );
    series.finish();
    return collector.reading('Yamtrack export');
  },
};
