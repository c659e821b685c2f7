import { sourceRow, type SourceRow } from '../source-row';
import type { LineBatches } from './line-batches';
import { MostOf } from './most-of';

/**
 * IMDb's non-commercial files, unpacked: a line of names of columns, then one title a line, tabs between, `\N` where
 * nothing is known.
 */
export interface ImdbFiles {
  /** title.ratings.tsv */
  readonly ratings: LineBatches;
  /** title.basics.tsv */
  readonly basics: LineBatches;
  /** title.crew.tsv and name.basics.tsv: directors. The first has their numbers, the second their names. */
  readonly crew?: LineBatches;
  readonly names?: LineBatches;
}

/** Types of titles that are taken. Not: episodes, pilots, adult titles. */
const KIND_OF_TYPE: Readonly<Record<string, string>> = {
  movie: 'movie',
  tvMovie: 'movie',
  short: 'movie',
  tvShort: 'movie',
  tvSpecial: 'movie',
  video: 'movie',
  tvSeries: 'series',
  tvMiniSeries: 'series',
  videoGame: 'game',
};

/** Episodes are rated too: of so many times as many titles the most rated ones are held while types are unknown. */
const TITLES_PER_KEPT = 4;
const MAX_DIRECTORS = 2;
const MISSING = '\\N';

/**
 * The most rated titles of a dump, falling by votes. Memory goes by `most`, not by the size of the files.
 * @param most how many titles
 */
export async function readImdbDump(files: ImdbFiles, most: number): Promise<readonly SourceRow[]> {
  const ratings = await readRatings(files.ratings, most * TITLES_PER_KEPT);
  const kept = new MostOf<SourceRow>(most);
  for await (const cells of tableRows(files.basics, BASICS)) {
    const crowd = ratings.get(cells.tconst);
    const row = crowd === undefined ? null : titleRow(cells, crowd);
    if (row !== null) kept.add(crowd?.count ?? 0, row);
  }
  const rows = kept.values();
  if (files.crew === undefined || files.names === undefined) return rows;
  const directors = await readDirectors(files.crew, files.names, new Set(rows.map(({ id }) => id)));
  return rows.map((row) => ({ ...row, creators: directors.get(row.id) ?? [] }));
}

interface Votes {
  readonly rating: number;
  readonly count: number;
}

async function readRatings(lines: LineBatches, most: number): Promise<ReadonlyMap<string, Votes>> {
  const kept = new MostOf<readonly [string, Votes]>(most);
  for await (const { tconst, averageRating, numVotes } of tableRows(lines, RATINGS)) {
    const [rating, count] = [Number(averageRating) / 10, Number(numVotes)];
    if (rating > 0 && rating <= 1 && count > 0) kept.add(count, [tconst, { rating, count }]);
  }
  return new Map(kept.values());
}

function titleRow(cells: Cells<typeof BASICS>, crowd: Votes): SourceRow | null {
  const kind = KIND_OF_TYPE[cells.titleType];
  if (kind === undefined || cells.isAdult === '1' || cells.primaryTitle === MISSING) return null;
  const { tconst, primaryTitle, originalTitle } = cells;
  const tags = cells.genres === MISSING ? [] : cells.genres.split(',');
  return sourceRow({
    id: tconst,
    kind,
    title: primaryTitle,
    aliases: originalTitle === MISSING || originalTitle === primaryTitle ? [] : [originalTitle],
    year: numberIn(cells.startYear),
    tags: cells.titleType === 'short' && !tags.includes('Short') ? [...tags, 'Short'] : tags,
    length: numberIn(cells.runtimeMinutes),
    identifiers: { imdb: tconst },
    crowd,
  });
}

const numberIn = (cell: string): number | null => (/^[1-9]\d*$/.test(cell) ? Number(cell) : null);

async function readDirectors(
  crew: LineBatches,
  names: LineBatches,
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const numbers = new Map<string, readonly string[]>();
  for await (const { tconst, directors } of tableRows(crew, CREW))
    if (wanted.has(tconst) && directors !== MISSING) numbers.set(tconst, directors.split(',').slice(0, MAX_DIRECTORS));
  const needed = new Set([...numbers.values()].flat());
  const nameOf = new Map<string, string>();
  for await (const { nconst, primaryName } of tableRows(names, NAMES))
    if (needed.has(nconst) && primaryName !== MISSING) nameOf.set(nconst, primaryName);
  return new Map(
    [...numbers].map(([tconst, list]) => [
      tconst,
      list.map((number) => nameOf.get(number)).filter((name) => name !== undefined),
    ]),
  );
}

const RATINGS = ['tconst', 'averageRating', 'numVotes'] as const;
const BASICS = [
  'tconst',
  'titleType',
  'primaryTitle',
  'originalTitle',
  'isAdult',
  'startYear',
  'runtimeMinutes',
  'genres',
] as const;
const CREW = ['tconst', 'directors'] as const;
const NAMES = ['nconst', 'primaryName'] as const;

type Cells<Columns extends readonly string[]> = Readonly<Record<Columns[number], string>>;

/** Rows of a table with tabs, by names of columns. Throws where the first line does not name them all. */
async function* tableRows<const Columns extends readonly string[]>(
  lines: LineBatches,
  columns: Columns,
): AsyncGenerator<Cells<Columns>> {
  let places: readonly number[] | null = null;
  for await (const batch of lines)
    for (const line of batch) {
      const cells = line.split('\t');
      if (places === null) {
        places = columns.map((column) => cells.indexOf(column));
        const missing = columns.filter((_column, index) => (places?.[index] ?? -1) < 0);
        if (missing.length > 0) throw new Error(`This is not IMDb's file: it has no column ${missing.join(', ')}.`);
      } else if (line !== '')
        yield Object.fromEntries(
          columns.map((column, index) => [column, cells[places?.[index] ?? -1] ?? MISSING]),
          // The keys are the columns.
        ) as Cells<Columns>;
    }
}
