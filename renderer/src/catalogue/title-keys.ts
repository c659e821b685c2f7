import { stableHash } from '../domain/stable-hash';
import { foldWords } from '../identity/fold-text';
import type { FoldedTitle } from '../identity/fold-title';
import type { PersonName } from '../identity/person-name';

/**
 * What titles, ids and names are found by: hashes of 32 bits. Two texts may share one by chance (of 400,000 keys, some
 * twenty pairs do), so whatever is found is compared as a text.
 */
export type KeyHash = number;

/** @param family of kinds: titles of two families are never compared (identity/kind-rules.ts) */
export const hashOfTitle = (family: string, key: string): KeyHash => stableHash(`${family} ${key}`);
/** Of the part of a title that ends before its subtitle. */
export const hashOfBase = (family: string, key: string): KeyHash => stableHash(`${family}: ${key}`);

/** @param key register and value, as `PreparedIdentifier.key` */
export const hashOfIdentifier = (key: string): KeyHash => stableHash(key);

/** Equal for the same words in any order. */
export const hashOfName = ({ words }: PersonName): KeyHash => stableHash([...words].sort().join(' '));

/** All keys under which a title is put. */
export const titleHashes = (family: string, { key, baseKeys }: FoldedTitle): readonly KeyHash[] => [
  hashOfTitle(family, key),
  ...baseKeys.map((base) => hashOfBase(family, base)),
];

/** Longer titles are completed by their first words. */
const MAX_WORDS = 40;

/** The words of a title, as completion compares them. */
export const wordsOf = (title: string): readonly string[] =>
  foldWords(title)
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS);
