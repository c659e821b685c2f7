import type { CatalogueEntry } from '../domain/catalogue';
import { foldTitle } from '../identity/fold-title';
import { kindRuleOf } from '../identity/kind-rules';
import { parseName } from '../identity/person-name';
import { prepareThing } from '../identity/prepared-thing';
import type { Columns } from './format/columns';
import { joinLines, ListColumn } from './format/growing-columns';
import { hashOfIdentifier, hashOfName, type KeyHash, titleHashes, wordsOf } from './title-keys';

type IndexColumns = Pick<
  Columns,
  | 'words'
  | 'wordCounts'
  | 'wordNumbers'
  | 'titleHashes'
  | 'titleTexts'
  | 'identifierHashes'
  | 'identifierEntries'
  | 'creatorHashes'
  | 'creatorNames'
>;

/** What completion and look-up search, worked out once so that a catalogue opens at once. */
export function indexColumns(entries: readonly CatalogueEntry[], names: readonly string[]): IndexColumns {
  const titles = sortedKeys(titleKeys(entries));
  const identifiers = sortedKeys(identifierKeys(entries));
  const creators = sortedKeys(creatorKeys(entries, names));
  return {
    ...wordColumns(entries),
    titleHashes: titles.hashes,
    titleTexts: titles.values,
    identifierHashes: identifiers.hashes,
    identifierEntries: identifiers.values,
    creatorHashes: creators.hashes,
    creatorNames: creators.values,
  };
}

function wordColumns(entries: readonly CatalogueEntry[]): Pick<Columns, 'words' | 'wordCounts' | 'wordNumbers'> {
  const texts = entries.flatMap(({ title, aliases }) => [wordsOf(title), ...aliases.map(wordsOf)]);
  const words = [...new Set(texts.flat())].sort();
  const numbers = new Map(words.map((word, number) => [word, number]));
  const lists = new ListColumn();
  for (const text of texts) lists.add(text.map((word) => numbers.get(word) ?? 0));
  return {
    words: joinLines(words),
    wordCounts: Uint8Array.from(lists.counts),
    wordNumbers: Uint32Array.from(lists.values),
  };
}

interface Key {
  readonly hash: KeyHash;
  readonly value: number;
}

/** Of every text; of two texts of one entry with one key, the first. */
function titleKeys(entries: readonly CatalogueEntry[]): readonly Key[] {
  let text = 0;
  return entries.flatMap(({ kind, title, aliases }) => {
    const { family } = kindRuleOf(kind);
    const known = new Map<KeyHash, number>();
    for (const one of [title, ...aliases]) {
      for (const hash of titleHashes(family, foldTitle(one))) if (!known.has(hash)) known.set(hash, text);
      text += 1;
    }
    return [...known].map(([hash, value]) => ({ hash, value }));
  });
}

const identifierKeys = (entries: readonly CatalogueEntry[]): readonly Key[] =>
  entries.flatMap((entry, value) =>
    prepareThing({ ...entry, series: null }).identifiers.map(({ key }) => ({ hash: hashOfIdentifier(key), value })),
  );

/** Of everybody who made something; whoever only acts is not here. */
function creatorKeys(entries: readonly CatalogueEntry[], names: readonly string[]): readonly Key[] {
  const makers = new Set(entries.flatMap(({ creators }) => creators));
  return names.flatMap((name, value) => {
    const parsed = makers.has(name) ? parseName(name) : null;
    return parsed === null ? [] : [{ hash: hashOfName(parsed), value }];
  });
}

/** By hash; by value where two hashes are equal. */
function sortedKeys(keys: readonly Key[]): {
  readonly hashes: Columns['titleHashes'];
  readonly values: Columns['titleTexts'];
} {
  const sorted = [...keys].sort((left, right) => left.hash - right.hash || left.value - right.value);
  return {
    hashes: Uint32Array.from(sorted, ({ hash }) => hash),
    values: Uint32Array.from(sorted, ({ value }) => value),
  };
}
