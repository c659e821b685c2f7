import type { Item } from '../domain/item';
import { kindRuleOf } from './kind-rules';
import { ownValue } from '../domain/own-value';

/**
 * The facts that are compared: of an item, a row of an import or an entry of a list file. An item is also what its
 * owner said is one with it (`twins`).
 */
export type Thing = Pick<Item, 'kind' | 'title' | 'creators' | 'year' | 'series'> &
  Partial<Pick<Item, 'originalTitle' | 'identifiers' | 'length' | 'twins' | 'url'>>;

/** All facts but the length are equal, to the last mark; of a page of the web its address is one. */
export function haveSameFacts(left: Thing, right: Thing): boolean {
  if (left === right) return true;
  return (
    left.title === right.title &&
    left.year === right.year &&
    left.kind === right.kind &&
    (left.originalTitle ?? null) === (right.originalTitle ?? null) &&
    left.series?.name === right.series?.name &&
    (left.series?.position ?? null) === (right.series?.position ?? null) &&
    left.creators.length === right.creators.length &&
    left.creators.every((name, place) => name === right.creators[place]) &&
    haveSameIdentifiers(left.identifiers ?? {}, right.identifiers ?? {}) &&
    ((left.url ?? null) === (right.url ?? null) || !isNamedByAddress(left.kind))
  );
}

const isNamedByAddress = (kind: string): boolean => kindRuleOf(kind).namedByAddress;

type Identifiers = NonNullable<Thing['identifiers']>;

function haveSameIdentifiers(left: Identifiers, right: Identifiers): boolean {
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length && names.every((name) => ownValue(left, name) === ownValue(right, name))
  );
}

/** A number that is equal for two things of the same facts, and hardly ever for two others. 31 bits. */
export function hashFacts({
  kind,
  title,
  originalTitle,
  creators,
  year,
  series,
  identifiers = {},
  url,
}: Thing): number {
  let hash = hashText(hashText(FNV_BASIS, kind), title) ^ (year ?? 0);
  if (originalTitle != null) hash = hashText(hash, originalTitle);
  for (const name of creators) hash = hashText(hash, name);
  if (series !== null) hash = hashText(hash, series.name) ^ (series.position ?? 0);
  if (url != null && isNamedByAddress(kind)) hash = hashText(hash, url);
  // Added up, so that the order of the names does not matter.
  for (const name of Object.keys(identifiers))
    hash = (hash + hashText(hashText(FNV_BASIS, name), ownValue(identifiers, name) ?? '')) | 0;
  return hash >>> 1;
}

/** FNV-1a over UTF-16 units: short, quick and without a string in between. */
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

function hashText(hash: number, text: string): number {
  let mixed = hash;
  for (let place = 0; place < text.length; place += 1) mixed = Math.imul(mixed ^ text.charCodeAt(place), FNV_PRIME);
  return mixed;
}
