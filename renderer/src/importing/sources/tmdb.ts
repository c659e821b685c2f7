import type { ImportedRow } from '../../domain/imported-row';
import { identifiersIn } from '../cells/service-identifiers';
import { findHeader } from '../containers/csv-table';
import { readTable, type TableRow } from '../read-table';
import { blankRow, RowCollector, titleOf, type ImportSource } from '../source';

const SCALE = 10;
const REQUIRED = ['TMDb ID', 'Type', 'Name', 'Your Rating'] as const;

/** The three lists have the same columns: what is not rated says by the file's name what it is. */
const layoutOf = (path: string): string =>
  /watch[-_ ]?list/i.test(path) ? 'watchlist' : /favou?rite/i.test(path) ? 'favourites' : 'ratings';

/** `Rating` is the crowd's. */
function readRow(layout: string, row: TableRow): ImportedRow | string {
  const title = titleOf(row.cell('Name'));
  if (title === null) return 'no name';
  const type = row.cell('Type').toLowerCase();
  if (type.includes('episode') || row.cell('Episode Number') !== '')
    return 'the rating of an episode, not of its series';
  if (type.includes('season') || row.cell('Season Number') !== '') return 'the rating of a season, not of its series';
  const kind = type.includes('movie') ? 'movie' : 'series';
  const ownRating = row.rating(SCALE, 'Your Rating');
  const crowd = row.rating(SCALE, 'Rating');
  const id = row.cell('TMDb ID');
  return {
    ...blankRow(row.file, row.line, kind, title),
    year: row.year('Release Date'),
    crowd: crowd === null ? null : { rating: crowd, count: null },
    identifiers: identifiersIn({ tmdb: id, imdb: row.cell('IMDb ID') }),
    url: /^\d+$/.test(id) ? `https://www.themoviedb.org/${kind === 'movie' ? 'movie' : 'tv'}/${id}` : null,
    ownRating,
    ratedAt: ownRating === null ? null : row.date('Date Rated'),
    liked: layout === 'favourites',
    status: ownRating !== null && kind === 'movie' ? 'finished' : layout === 'watchlist' ? 'wanted' : 'none',
  };
}

/** Ratings, favourites and watchlist as The Movie Database sends them. */
export const tmdb: ImportSource = {
  id: 'tmdb',
  containers: ['table'],
  scale: SCALE,
  sniff: ({ path, firstRecords }) =>
    findHeader(firstRecords, REQUIRED) < 0 ? null : { layout: layoutOf(path), confidence: 'certain' },
  read: async (files) => {
    const collector = new RowCollector();
    for (const { file, layout } of files)
      await readTable(file, { required: REQUIRED, dates: ['Date Rated'] }, collector, (row) => readRow(layout, row));
    return collector.reading(`TMDB (${[...new Set(files.map(({ layout }) => layout))].join(', ')})`);
  },
};
