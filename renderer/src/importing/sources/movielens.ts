import type { ImportedRow } from '../../domain/imported-row';
import { identifiersIn } from '../cells/service-identifiers';
import { columnReader, findHeader } from '../containers/csv-table';
import { readTable, type TableRow } from '../read-table';
import { blankRow, RowCollector, titleOf, type ImportSource } from '../source';

/** Stars, in halves. */
const SCALE = 5;
const REQUIRED = ['movie_id', 'imdb_id', 'tmdb_id', 'title'] as const;

/** The data sets that MovieLens gives to researchers. */
const OF_MANY = ['userId', 'movieId'] as const;
const REFUSAL =
  'MovieLens’s data set for research: ratings of many people by number, none of them known to be yours. Your own are at movielens.org, under your profile: export ratings.';

const ARTICLE = /^(.*), (the|a|an|le|la|les|l'|der|die|das|il|lo|el|los|las|un|une|o|os)$/iu;

/** "Matrix, The (1999)" → The Matrix, 1999; a translation in a second pair of brackets stays away. */
export function filmOfTitle(cell: string): { readonly title: string; readonly year: number | null } {
  const match = /^(.*?)\s*\((\d{4})\)$/.exec(cell);
  const name = (match?.[1] ?? cell).replace(/(?<=\S)\s*\([^()]*\)$/, '');
  const [, rest, article] = ARTICLE.exec(name) ?? [];
  const joined = article?.endsWith("'") === true ? '' : ' ';
  return {
    title: rest === undefined || article === undefined ? name : `${article}${joined}${rest}`,
    year: match === null ? null : Number(match[2]),
  };
}

/** IMDb's number without its letters. */
const imdbOf = (cell: string): string => (/^\d+$/.test(cell) ? `tt${cell.padStart(7, '0')}` : cell);

function readRow(layout: string, row: TableRow): ImportedRow | string {
  const cell = titleOf(row.cell('title'));
  if (cell === null) return 'no title';
  const { title, year } = filmOfTitle(cell);
  const crowd = row.rating(SCALE, 'average_rating');
  return {
    ...blankRow(row.file, row.line, 'movie', title),
    year,
    crowd: crowd === null ? null : { rating: crowd, count: null },
    identifiers: identifiersIn({
      movielens: row.cell('movie_id'),
      imdb: imdbOf(row.cell('imdb_id')),
      tmdb: row.cell('tmdb_id'),
    }),
    ownRating: row.rating(SCALE, 'rating'),
    status: layout === 'wishlist' ? 'wanted' : row.rating(SCALE, 'rating') === null ? 'none' : 'finished',
  };
}

/** Ratings and wishlist of MovieLens. */
export const movieLens: ImportSource = {
  id: 'movielens',
  containers: ['table'],
  scale: SCALE,
  sniff: ({ firstRecords }) => {
    if (findHeader(firstRecords, OF_MANY) >= 0) return { layout: 'of many', confidence: 'certain', refusal: REFUSAL };
    const header = firstRecords[findHeader(firstRecords, REQUIRED)]?.cells;
    if (header === undefined) return null;
    return { layout: columnReader(header).has('rating') ? 'ratings' : 'wishlist', confidence: 'certain' };
  },
  read: async (files) => {
    const collector = new RowCollector();
    for (const { file, layout } of files)
      await readTable(file, { required: REQUIRED }, collector, (row) => readRow(layout, row));
    return collector.reading(`MovieLens (${[...new Set(files.map(({ layout }) => layout))].join(', ')})`);
  },
};
