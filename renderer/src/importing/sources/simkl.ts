import type { ItemStatus } from '../../domain/item-values';
import type { ImportedRow } from '../../domain/imported-row';
import { parseYear } from '../cells/cell-values';
import { identifiersIn } from '../cells/service-identifiers';
import { findHeader } from '../containers/csv-table';
import type { JsonReader } from '../cells/json-reader';
import { namesKeys, readJson } from '../read-json';
import { readTable, type TableRow } from '../read-table';
import { blankRow, RowCollector, titleOf, type ImportSource } from '../source';

const SCALE = 10;
const REQUIRED = ['SIMKL_ID', 'Title', 'Type'] as const;
/** "05-01-2024 21:50:41" is of January; some tables have days as ISO writes them. */
const DAY_ORDER = 'day-first';

const STATUSES: ReadonlyMap<string, ItemStatus> = new Map<string, ItemStatus>([
  ['watching', 'in-progress'],
  ['plantowatch', 'wanted'],
  ['completed', 'finished'],
  ['dropped', 'abandoned'],
  ['notinteresting', 'abandoned'],
  ['hold', 'in-progress'],
]);
const statusOf = (cell: string): ItemStatus =>
  STATUSES.get(
    cell
      .toLowerCase()
      .replaceAll(/[^a-z]/g, '')
      .replace('onhold', 'hold'),
  ) ?? 'none';

const GROUPS = [
  ['movies', 'movie', 'movie'],
  ['shows', 'show', 'series'],
  ['anime', 'anime', 'anime'],
] as const;

function readEntry(file: string, line: number, json: JsonReader, key: string, kind: string): ImportedRow | string {
  const thing = json.has(key) ? json.at(key) : json.at('show');
  const title = titleOf(thing.text('title'));
  if (title === null) return 'no title';
  const status = statusOf(json.text('status'));
  const watchedAt = json.date('last_watched_at');
  const seen = json.number('watched_episodes_count') ?? 0;
  const ownRating = json.rating(SCALE, 'user_rating');
  return {
    ...blankRow(file, line, kind, title),
    year: parseYear(thing.text('year')),
    identifiers: identifiersIn({
      imdb: thing.text('ids', 'imdb'),
      tmdb: thing.text('ids', 'tmdb'),
      tvdb: thing.text('ids', 'tvdb'),
      mal: thing.text('ids', 'mal'),
      anilist: thing.text('ids', 'anilist'),
      simkl: thing.text('ids', 'simkl') || thing.text('ids', 'simkl_id'),
    }),
    ownRating,
    ratedAt: ownRating === null ? null : json.date('user_rated_at'),
    status,
    finishedAt: status === 'wanted' ? null : watchedAt,
    addedAt: json.date('added_to_watchlist_at'),
    note: json.note('memo', 'text') ?? json.note('memo'),
    ...(kind !== 'movie' && seen > 0 ? { plays: seen } : {}),
  };
}

function readTableRow(row: TableRow): ImportedRow | string {
  const title = titleOf(row.cell('Title'));
  if (title === null) return 'no title';
  const type = row.cell('Type').toLowerCase();
  const kind = type.includes('movie') ? 'movie' : type.includes('anime') ? 'anime' : 'series';
  const status = statusOf(row.cell('Watchlist', 'Status'));
  const memo = row.text('Memo');
  return {
    ...blankRow(row.file, row.line, kind, title),
    year: row.year('Year'),
    identifiers: identifiersIn({
      imdb: row.cell('IMDB', 'IMDB_ID'),
      tmdb: row.cell('TMDB', 'TMDB_ID'),
      tvdb: row.cell('TVDB', 'TVDB_ID'),
      mal: row.cell('MAL', 'MAL_ID'),
      simkl: row.cell('SIMKL_ID'),
    }),
    ownRating: row.rating(SCALE, 'Rating', 'User Rating'),
    status,
    finishedAt: status === 'wanted' ? null : row.date('WatchedDate', 'Watched Date', 'LastWatched'),
    note: memo === '' ? null : memo,
  };
}

/** The backup of an account: films, series and anime, each with how far it was watched. */
export const simkl: ImportSource = {
  id: 'simkl',
  containers: ['json', 'table'],
  scale: SCALE,
  sniff: ({ container, text, firstRecords }) => {
    if (container === 'table')
      return findHeader(firstRecords, REQUIRED) < 0 ? null : { layout: 'table', confidence: 'certain' };
    const isBackup = /^\uFEFF?\s*\{/.test(text) && /"simkl(?:_id)?"\s*:/.test(text) && namesKeys(text, 'ids', 'status');
    return isBackup ? { layout: 'backup', confidence: 'certain' } : null;
  },
  read: async (files) => {
    const collector = new RowCollector();
    for (const { file, layout } of files)
      if (layout === 'table') await readTable(file, { required: REQUIRED, order: DAY_ORDER }, collector, readTableRow);
      else
        for (const [group, key, kind] of GROUPS)
          await readJson(file, [group], collector, (json, place) => readEntry(file.path, place, json, key, kind));
    return collector.reading('Simkl backup');
  },
};
