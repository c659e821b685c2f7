import type { ImportedRow } from '../../domain/imported-row';
import { parseDate } from '../cells/cell-dates';
import { saysTrue } from '../cells/cell-values';
import { identifiersIn } from '../cells/service-identifiers';
import { titleAndYear } from '../cells/title-cells';
import { findHeader } from '../containers/csv-table';
import type { FileHead } from '../containers/source-file';
import { SeriesRows } from '../episodes';
import { readTable, type TableRow } from '../read-table';
import { blankRow, RowCollector, titleOf, type ImportSource } from '../source';

/** The files of the archive that say something, by columns that nothing else has. */
const LAYOUTS = {
  'series and episodes': ['key', 'series_name', 's_id'],
  films: ['movie_name', 'entity_type', 'type'],
  'seen episodes': ['tv_show_name', 'episode_season_number', 'episode_number'],
  'series data': ['tv_show_name', 'is_followed', 'is_favorited'],
  'followed series': ['tv_show_name', 'archived'],
  'ratings of series': ['tv_show_name', 'rating'],
} as const;
/** Of ratings. */
const SCALE = 5;
type Layout = keyof typeof LAYOUTS;
const NAMES: readonly Layout[] = [
  'series and episodes',
  'films',
  'seen episodes',
  'series data',
  'followed series',
  'ratings of series',
];

const layoutOf = ({ firstRecords }: FileHead): Layout | undefined =>
  NAMES.find((layout) => findHeader(firstRecords, LAYOUTS[layout]) >= 0);

/** A time as the archive has it: text, or an epoch in seconds, milliseconds or microseconds. */
function timeOf(cell: string): number | null {
  if (!/^\d{10,16}(?:\.\d+)?$/.test(cell)) return parseDate(cell);
  const number = Number(cell);
  const milliseconds = number > 1e14 ? number / 1000 : number > 1e11 ? number : number * 1000;
  return Math.round(milliseconds);
}

function seriesRow(row: TableRow, title: string): ImportedRow {
  const tvdb = row.cell('s_id', 'series_id', 'tv_show_id', 'show_id');
  const named = titleAndYear(title);
  return {
    ...blankRow(row.file, row.line, 'series', named.title),
    year: named.year,
    identifiers: identifiersIn({ tvdb }),
  };
}

/** One row of the file in which series that are followed and episodes that were seen are told apart by their key. */
function readRecord(row: TableRow, series: SeriesRows): ImportedRow | readonly ImportedRow[] | string {
  const title = titleOf(row.cell('series_name'));
  const key = row.cell('key');
  if (title === null) return 'no name of a series';
  const id = row.cell('s_id') || title.toLowerCase();
  if (/^(?:re)?watch(?:ed)?-episode/.test(key)) {
    const episode = `${row.cell('season_number', 's_no')}:${row.cell('episode_number', 'ep_no')}`;
    const at = timeOf(row.cell('created_at', 'watch_date'));
    series.see(id, () => seriesRow(row, title), [{ id: episode, at }]);
    return [];
  }
  if (!key.startsWith('user-series')) return 'neither a series nor an episode that was seen';
  const isLater = saysTrue(row.cell('is_for_later'));
  const addedAt = timeOf(row.cell('followed_at', 'created_at'));
  const isSeen = (row.count('ep_watch_count') ?? 0) > 0;
  if (!isLater && !isSeen && !saysTrue(row.cell('is_followed'))) return 'no longer followed, and nothing of it seen';
  // Whoever follows a series and has seen nothing of it yet wants to see it.
  return { ...seriesRow(row, title), status: isSeen ? 'in-progress' : 'wanted', addedAt };
}

function readFilm(row: TableRow): ImportedRow | string {
  const title = titleOf(row.cell('movie_name'));
  const entity = row.cell('entity_type').toLowerCase();
  if (entity !== '' && entity !== 'movie') return `of another kind (${entity})`;
  if (title === null) return 'no name of a film';
  const type = row.cell('type').toLowerCase();
  const at = timeOf(row.cell('watch_date')) ?? timeOf(row.cell('created_at'));
  const film = { ...blankRow(row.file, row.line, 'movie', title), year: row.year('release_date') };
  if (type === 'watch' || type === 'rewatch') return { ...film, status: 'finished', finishedAt: at, plays: 1 };
  if (type === 'towatch' || type === 'follow')
    return { ...film, status: 'wanted', addedAt: timeOf(row.cell('created_at')) };
  return `neither watched nor wanted (${type})`;
}

function readShow(layout: Layout, row: TableRow): ImportedRow | string {
  const title = titleOf(row.cell('tv_show_name'));
  if (title === null) return 'no name of a series';
  if (layout === 'ratings of series') {
    const ownRating = row.rating(SCALE, 'rating');
    if (ownRating === null) return 'no rating';
    return { ...seriesRow(row, title), ownRating, ratedAt: timeOf(row.cell('updated_at', 'created_at')) };
  }
  const isSeen = (row.count('nb_episodes_seen') ?? 0) > 0;
  if (layout === 'followed series') return { ...seriesRow(row, title), addedAt: timeOf(row.cell('created_at')) };
  return {
    ...seriesRow(row, title),
    status: isSeen ? 'in-progress' : saysTrue(row.cell('is_followed')) ? 'wanted' : 'none',
    liked: saysTrue(row.cell('is_favorited')),
  };
}

/** The files of an account of TV Time, which closed in July 2026. Only series and films are looked at. */
export const tvTime: ImportSource = {
  id: 'tvtime',
  containers: ['table'],
  scale: SCALE,
  sniff: (file) => {
    const layout = layoutOf(file);
    return layout === undefined ? null : { layout, confidence: 'certain' };
  },
  read: async (files) => {
    const collector = new RowCollector();
    const series = new SeriesRows(collector);
    for (const { file } of files) {
      const layout = layoutOf(file);
      if (layout === undefined) continue;
      await readTable(file, { required: LAYOUTS[layout] }, collector, (row) => {
        if (layout === 'films') return readFilm(row);
        if (layout === 'series and episodes') return readRecord(row, series);
        if (layout !== 'seen episodes') return readShow(layout, row);
        const title = titleOf(row.cell('tv_show_name'));
        if (title === null) return 'no name of a series';
        const id = `${row.cell('episode_season_number')}:${row.cell('episode_number')}`;
        const at = timeOf(row.cell('created_at', 'updated_at'));
        series.see(title.toLowerCase(), () => seriesRow(row, title), [{ id, at }]);
        return [];
      });
    }
    series.finish();
    return collector.reading(`TV Time (${[...new Set(files.map(({ layout }) => layout))].join(', ')})`);
  },
};
