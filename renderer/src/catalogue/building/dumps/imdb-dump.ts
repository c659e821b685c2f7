import { AppError } from '../../../domain/errors';
import { sourceRow, type SourceRow } from '../source-row';
import type { LineBatches } from './line-batches';
import { MostOf } from './most-of';
import { ownValue } from '../../../domain/own-value';

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
  await readTable(
    files.basics,
    BASICS,
    (cells) => {
      const crowd = ratings.get(cells.tconst);
      const row = crowd === undefined || crowd.count <= kept.least ? null : titleRow(cells, crowd);
      if (row !== null) kept.add(crowd?.count ?? 0, row);
    },
    (tconst) => ratings.has(tconst),
  );
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
  await readTable(lines, RATINGS, ({ tconst, averageRating, numVotes }) => {
    const [rating, count] = [Number(averageRating) / 10, Number(numVotes)];
    if (rating > 0 && rating <= 1 && count > Math.max(0, kept.least)) kept.add(count, [tconst, { rating, count }]);
  });
  return new Map(kept.values());
}

function titleRow(cells: Cells<typeof BASICS>, crowd: Votes): SourceRow | null {
  const kind = ownValue(KIND_OF_TYPE, cells.titleType);
  if (kind === undefined || cells.isAdult === '1' || cells.primaryTitle === MISSING) return null;
  const { tconst, primaryTitle, originalTitle } = cells;
  const tags = cells.genres === MISSING ? [] : cells.genres.split(',');
  return sourceRow({
    id: tconst,
    kind,
    title: copied(primaryTitle),
    aliases: originalTitle === MISSING || originalTitle === primaryTitle ? [] : [copied(originalTitle)],
    year: numberIn(cells.startYear),
    tags: cells.titleType === 'short' && !tags.includes('Short') ? [...tags, 'Short'] : tags,
    length: numberIn(cells.runtimeMinutes),
    identifiers: { imdb: tconst },
    crowd,
  });
}

/**
 * Engines cut a text out of a longer one by pointing into it: a title that is kept would keep all lines of its piece of
 * the file, and thousands of titles the whole file.
 */
const copied = (text: string): string => ` ${text}`.slice(1);

const numberIn = (cell: string): number | null => (/^[1-9]\d*$/.test(cell) ? Number(cell) : null);

async function readDirectors(
  crew: LineBatches,
  names: LineBatches,
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const numbers = new Map<string, readonly string[]>();
  await readTable(
    crew,
    CREW,
    ({ tconst, directors }) => {
      if (directors !== MISSING) numbers.set(tconst, directors.split(',').slice(0, MAX_DIRECTORS));
    },
    (tconst) => wanted.has(tconst),
  );
  const needed = new Set([...numbers.values()].flat());
  const nameOf = new Map<string, string>();
  await readTable(
    names,
    NAMES,
    ({ nconst, primaryName }) => {
      if (primaryName !== MISSING) nameOf.set(nconst, copied(primaryName));
    },
    (nconst) => needed.has(nconst),
  );
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

/**
 * Visits the rows of a table with tabs, by names of columns. Throws where the first line does not name them all.
 * @param isWanted by the first column; of millions of lines few are, and the others are not taken apart
 */
async function readTable<const Columns extends readonly string[]>(
  lines: LineBatches,
  columns: Columns,
  visit: (cells: Cells<Columns>) => void,
  isWanted: (id: string) => boolean = () => true,
): Promise<void> {
  let places: readonly number[] | null = null;
  for await (const batch of lines)
    for (const line of batch) {
      if (places === null) {
        const header = line.split('\t');
        const missing = columns.filter((column) => !header.includes(column));
        if (missing.length > 0)
          throw new AppError('format-unknown', `This is not IMDb’s file: it has no column ${missing.join(', ')}.`);
        places = columns.map((column) => header.indexOf(column));
        continue;
      }
      if (line === '' || (places[0] === 0 && !isWanted(line.slice(0, Math.max(0, line.indexOf('\t')))))) continue;
      const cells = line.split('\t');
      const named = columns.map((column, index) => [column, cells[places?.[index] ?? -1] ?? MISSING]);
      // The keys are the columns.
      visit(Object.fromEntries(named) as Cells<Columns>);
    }
}
