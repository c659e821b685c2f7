import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceRow } from '../../../renderer/src/catalogue/building/source-row';
import type { BuiltSource } from './built-source';
import { readLines } from './read-lines';
import { readRows } from './source-folders';

/** Titles that fewer people rated say little, and of people who may be known by them. */
const MIN_EVENTS = 5;

/** A training set whose titles may be shipped (`open` in models/training/data.py, which has all of them). */
interface OpenSet extends Pick<BuiltSource, 'name' | 'terms' | 'licence' | 'origin' | 'credit' | 'note'> {
  /** What the set's own id of an item says elsewhere. */
  readonly identifiers: (id: string) => Readonly<Record<string, string>>;
}

const OPEN_SETS: readonly OpenSet[] = [
  {
    name: 'movietweetings',
    terms: 'open',
    licence: 'MIT',
    origin: 'https://github.com/sidooms/MovieTweetings',
    credit: 'Copyright (c) 2013 Simon Dooms',
    note: 'ids are those of IMDb',
    identifiers: (id) => ({ imdb: `tt${id}` }),
  },
  {
    name: 'anime',
    terms: 'open',
    licence: 'CC0-1.0',
    origin: 'Anime Recommendations Database (Kaggle: CooperUnion/anime-recommendations-database)',
    credit: 'CooperUnion, from MyAnimeList',
    note: 'titles are romanised Japanese; no years and no ids',
    identifiers: () => ({}),
  },
  {
    name: 'goodbooks',
    terms: 'share-alike',
    licence: 'CC-BY-SA-4.0',
    origin: 'https://github.com/zygmuntz/goodbooks-10k, book_tags.csv, tags.csv and ratings.csv',
    credit: 'Zygmunt Zajac (2017)',
    note: 'tags; numbers of books are those of the set and join it to goodbooks-10k',
    identifiers: () => ({}),
  },
  {
    name: 'wines',
    terms: 'open',
    licence: 'CC0-1.0',
    origin: 'X-Wines (https://github.com/rogerioxavier/X-Wines)',
    credit: 'Rogério Xavier de Azambuja and others (2023)',
    note: '',
    identifiers: () => ({}),
  },
  {
    name: 'recipes',
    terms: 'open',
    licence: 'CC0-1.0',
    origin: 'Food.com recipes and reviews (Kaggle: irkaal/foodcom-recipes-and-reviews)',
    credit: 'Food.com',
    note: 'titles and categories alone',
    identifiers: () => ({}),
  },
];

/** The two sources of goodbooks-10k number books alike: the set's rows get the ids that the other has. */
export function joinedGoodbooks(sources: readonly BuiltSource[]): readonly BuiltSource[] {
  const books = sources.find(({ name }) => name === 'goodbooks-10k')?.rows ?? [];
  const identifiersOf = new Map(books.map(({ id, identifiers }) => [id, identifiers] as const));
  return sources.map((source) =>
    source.name === 'goodbooks'
      ? { ...source, rows: source.rows.map((row) => ({ ...row, identifiers: identifiersOf.get(row.id) ?? {} })) }
      : source,
  );
}

/** The open training sets below a folder, with counts and means of their training ratings as the crowd's. */
export async function readTrainingSets(folder: string): Promise<readonly BuiltSource[]> {
  const sources: BuiltSource[] = [];
  for (const { identifiers, ...set } of OPEN_SETS) {
    const items = join(folder, set.name, 'items.jsonl.gz');
    if (!existsSync(items)) continue;
    const ratings = await readRatings(join(folder, set.name, 'train_events.csv.gz'));
    const rows: SourceRow[] = [];
    for (const row of await readRows(items)) {
      const { count, sum } = ratings.get(row.id) ?? { count: 0, sum: 0 };
      if (count < MIN_EVENTS) continue;
      rows.push({ ...row, identifiers: identifiers(row.id), crowd: { count, rating: rounded(sum / count) } });
    }
    sources.push({ ...set, day: null, rows });
  }
  return sources;
}

const rounded = (rating: number): number => Math.round(rating * 10_000) / 10_000;

/** `user,item,rating,ts`, rating 0..1. */
async function readRatings(
  file: string,
): Promise<ReadonlyMap<string, { readonly count: number; readonly sum: number }>> {
  const found = new Map<string, { count: number; sum: number }>();
  for await (const batch of readLines(file))
    for (const line of batch) {
      const [, item = '', cell = ''] = line.split(',');
      const rating = Number(cell);
      // The first line names the columns.
      if (cell === '' || !Number.isFinite(rating)) continue;
      const known = found.get(item) ?? { count: 0, sum: 0 };
      found.set(item, { count: known.count + 1, sum: known.sum + rating });
    }
  return found;
}
