import type { CatalogueEntry } from '../domain/catalogue';
import { type Columns, NO_YEAR, storedShare } from './format/columns';
import { joinColumns } from './format/container';
import { compressed } from './format/gzip';
import { Dictionary, ListColumn, PooledTexts } from './format/growing-columns';
import { indexColumns } from './index-writer';

/**
 * The file of a catalogue. The entries are put in order of falling popularity, so that an entry's number is its rank;
 * where that is equal they stay in the order in which they came. The same entries in the same order give the same
 * bytes. Throws a RangeError for what the format has no room for (300 aliases, a title of 70,000 letters).
 */
export const writeCatalogue = (entries: readonly CatalogueEntry[]): Uint8Array<ArrayBuffer> =>
  compressed(packCatalogue(entries));

/** The same before compression: what `readCatalogue` reads in place. */
export const packCatalogue = (entries: readonly CatalogueEntry[]): Uint8Array<ArrayBuffer> =>
  joinColumns(catalogueColumns(inOrderOfRank(entries)));

const inOrderOfRank = (entries: readonly CatalogueEntry[]): readonly CatalogueEntry[] =>
  [...entries].sort((left, right) => storedShare(right.popularity) - storedShare(left.popularity));

function catalogueColumns(entries: readonly CatalogueEntry[]): Columns {
  const kinds = new Dictionary();
  const tags = new Dictionary();
  const sources = new Dictionary();
  const namespaces = new Dictionary();
  const names = new Dictionary();
  const texts = new PooledTexts();
  const identifiers = new PooledTexts();
  const lists = {
    creators: new ListColumn(),
    cast: new ListColumn(),
    tags: new ListColumn(),
    sources: new ListColumn(),
    identifiers: new ListColumn(),
  };
  const kindNumbers = entries.map(({ kind }) => kinds.numberOf(kind));
  const textCounts: number[] = [];
  for (const entry of entries) {
    textCounts.push(1 + entry.aliases.length);
    for (const text of [entry.title, ...entry.aliases]) texts.add(text);
    lists.creators.add(entry.creators.map((name) => names.numberOf(name)));
    lists.cast.add(entry.cast.map((name) => names.numberOf(name)));
    lists.tags.add(entry.tags.map((tag) => tags.numberOf(tag)));
    lists.sources.add(entry.sources.map((source) => sources.numberOf(source)));
    const ids = Object.entries(entry.identifiers);
    lists.identifiers.add(ids.map(([namespace]) => namespaces.numberOf(namespace)));
    for (const [, id] of ids) identifiers.add(id);
  }
  const allNames = new PooledTexts();
  for (const name of names.texts) allNames.add(name);
  return {
    kindNames: kinds.lines(),
    tagNames: tags.lines(),
    sourceNames: sources.lines(),
    namespaceNames: namespaces.lines(),
    nameLengths: Uint16Array.from(allNames.lengths(0xffff)),
    names: allNames.bytes(),
    kinds: Uint8Array.from(checked(kindNumbers, 0xff)),
    years: Int16Array.from(entries.map(({ year }) => storedYear(year))),
    lengths: Uint32Array.from(entries.map(({ length }) => length ?? 0)),
    popularities: Uint16Array.from(entries.map(({ popularity }) => storedShare(popularity))),
    crowdRatings: Uint16Array.from(entries.map(({ crowd }) => storedShare(crowd?.rating ?? null))),
    crowdCounts: Uint32Array.from(entries.map(({ crowd }) => storedCount(crowd?.count ?? null))),
    textCounts: Uint8Array.from(checked(textCounts, 0xff)),
    textLengths: Uint16Array.from(texts.lengths(0xffff)),
    texts: texts.bytes(),
    creatorCounts: Uint8Array.from(checked(lists.creators.counts, 0xff)),
    creators: Uint32Array.from(lists.creators.values),
    castCounts: Uint8Array.from(checked(lists.cast.counts, 0xff)),
    cast: Uint32Array.from(lists.cast.values),
    tagCounts: Uint8Array.from(checked(lists.tags.counts, 0xff)),
    tags: Uint16Array.from(checked(lists.tags.values, 0xffff)),
    sourceCounts: Uint8Array.from(checked(lists.sources.counts, 0xff)),
    sources: Uint8Array.from(checked(lists.sources.values, 0xff)),
    identifierCounts: Uint8Array.from(checked(lists.identifiers.counts, 0xff)),
    identifierNamespaces: Uint8Array.from(checked(lists.identifiers.values, 0xff)),
    identifierLengths: Uint8Array.from(identifiers.lengths(0xff)),
    identifiers: identifiers.bytes(),
    ...indexColumns(entries, names.texts),
  };
}

const storedYear = (year: number | null): number => {
  if (year === null) return NO_YEAR;
  if (year <= NO_YEAR || year > 0x7fff) throw new RangeError(`No room for the year ${String(year)}.`);
  return year;
};

/** More votes than that are as many. */
const MAX_COUNT = 0xfffffffe;
const storedCount = (count: number | null): number => (count === null ? 0 : Math.min(Math.round(count), MAX_COUNT) + 1);

/** The numbers as they are. Throws where one is larger than its column holds. */
function checked(values: readonly number[], max: number): readonly number[] {
  const found = values.find((value) => value > max);
  if (found !== undefined) throw new RangeError(`No room for ${String(found)} where ${String(max)} is the most.`);
  return values;
}
