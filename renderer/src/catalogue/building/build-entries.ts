import { type CatalogueEntry, MAX_CATALOGUE_CAST, MAX_CATALOGUE_CREATORS } from '../../domain/catalogue';
import {
  believed,
  type DoubtfulPair,
  identifiersOf,
  type MergedThing,
  mergeSources,
  type SourcedRow,
  titlesOf,
} from './merge-sources';
import { popularityOf } from './popularity';
import { compareSources } from './source-precedence';
import { keptIdentifiers, type SourceRows } from './source-row';
import { TagReader } from './vocabulary/tag-vocabulary';

/** More tags than this say less of a thing, not more. */
export const MAX_TAGS = 12;
export const MAX_ALIASES = 8;

export interface BuiltCatalogue {
  /** By falling popularity. */
  readonly entries: readonly CatalogueEntry[];
  /** The rows of each entry, in the same order. */
  readonly rows: readonly (readonly SourcedRow[])[];
  readonly doubtful: readonly DoubtfulPair[];
  /** Tags that mean nothing to the vocabulary → in how many rows. */
  readonly droppedTags: ReadonlyMap<string, number>;
}

/** Rows of several sources as the entries of a catalogue. The same rows give the same entries in the same order. */
export async function buildEntries(
  sources: readonly SourceRows[],
  yieldIfDue: () => Promise<void>,
): Promise<BuiltCatalogue> {
  const { things, doubtful } = await mergeSources(sources, yieldIfDue);
  return { ...entriesOf(things), doubtful };
}

/** Things that are told apart already as entries, by falling popularity. */
export function entriesOf(things: readonly MergedThing[]): Omit<BuiltCatalogue, 'doubtful'> {
  const tags = new TagReader();
  const ranks = popularityOf(things, tags);
  const built = things.map((thing, place) => ({
    rows: thing.rows,
    entry: entryOf(thing, ranks[place] ?? null, tags),
  }));
  // A stable sort: the order of equals is that of the merge.
  built.sort((one, other) => (other.entry.popularity ?? 0) - (one.entry.popularity ?? 0));
  return {
    entries: built.map(({ entry }) => entry),
    rows: built.map(({ rows }) => rows),
    droppedTags: tags.dropped,
  };
}

function entryOf({ rows }: MergedThing, popularity: number | null, tags: TagReader): CatalogueEntry {
  const [title = '', ...aliases] = titlesOf(rows);
  const sources = [...new Set(rows.map(({ source }) => source))];
  return {
    kind: believed(rows, 'kind', ({ kind }) => kind) ?? '',
    title,
    aliases: aliases.slice(0, MAX_ALIASES),
    creators: (believed(rows, 'creators', ({ creators }) => listed(creators)) ?? []).slice(0, MAX_CATALOGUE_CREATORS),
    cast: (believed(rows, 'cast', ({ cast }) => listed(cast)) ?? []).slice(0, MAX_CATALOGUE_CAST),
    year: believed(rows, 'year', ({ year }) => year),
    tags: tagsOf(rows, tags),
    length: believed(rows, 'length', ({ length }) => length),
    identifiers: keptIdentifiers(identifiersOf(rows)),
    popularity,
    crowd: believed(rows, 'crowd', ({ crowd }) => crowd),
    sources: sources.sort((one, other) => compareSources(one, other)),
  };
}

const listed = (names: readonly string[]): readonly string[] | null => (names.length === 0 ? null : names);

/**
 * Those that most sources give come first, then by the trust in the source. A shelf "sci fi fantasy" holds both: of a
 * book that is on the shelf "fantasy" too it does not say that it is science fiction.
 */
function tagsOf(rows: readonly SourcedRow[], tags: TagReader): readonly string[] {
  const trusted = rows
    .toSorted((one, other) => compareSources(one.source, other.source))
    .map(({ row }) => row.tags.map((tag) => tags.read(tag, row.kind)));
  const stated = new Set(trusted.flat().flatMap((found) => (isEither(found) ? [] : found)));
  const isOpen = EITHER.every((tag) => !stated.has(tag));
  const sources = new Map<string, number>();
  for (const row of trusted) {
    const found = row.flatMap((read) => (isEither(read) && !isOpen ? read.filter((tag) => stated.has(tag)) : read));
    for (const tag of new Set(found)) sources.set(tag, (sources.get(tag) ?? 0) + 1);
  }
  return [...sources.entries()]
    .sort(([, one], [, other]) => other - one)
    .slice(0, MAX_TAGS)
    .map(([tag]) => tag);
}

/** Genres that shops and shelves keep together. */
const EITHER = ['fantasy', 'science fiction'];
const isEither = (found: readonly string[]): boolean => EITHER.every((tag) => found.includes(tag));
