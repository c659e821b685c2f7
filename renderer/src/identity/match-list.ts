import type { PossibleTwin } from '../domain/import-plan';
import type { Item } from '../domain/item';
import type { PortableItem, PortableList } from '../domain/portable-list';
import { matchThings } from './match-things';
import { createPreparer } from './prepared-thing';
import { ThingIndex, type DoubtfulCandidate } from './thing-index';

/** A thing of a list file and what the library has of it. */
export interface MatchedEntry {
  readonly item: PortableItem;
  readonly annotation: string;
  /** The same thing in the library; null where it is new, or in doubt. */
  readonly known: Item | null;
  /** Things of the library that it may be. */
  readonly mightBe: readonly PossibleTwin[];
}

/** The things of a list in order, each once with its first annotation, and which of them the library has. */
export function matchList(list: PortableList, library: readonly Item[]): readonly MatchedEntry[] {
  const prepare = createPreparer();
  const distinct = new ThingIndex<PortableItem>('one-source', prepare);
  const annotations = new Map<PortableItem, string>();
  for (const { item, annotation } of list.entries) {
    if (distinct.find(item).verdict === 'same') continue;
    distinct.add(item);
    annotations.set(item, annotation);
  }
  const { matched, unmatched } = matchThings([...annotations.keys()], library, prepare);
  const knownOf = new Map([...matched].flatMap(([known, items]) => items.map((item) => [item, known] as const)));
  return [...annotations].map(([item, annotation]) => ({
    item,
    annotation,
    known: knownOf.get(item) ?? null,
    mightBe: possibleTwins(unmatched.get(item) ?? []),
  }));
}

/** Things of the library as the preview names them. */
export const possibleTwins = (candidates: readonly DoubtfulCandidate<Item>[]): readonly PossibleTwin[] =>
  candidates.map(({ thing: { id, kind, title, creators, year }, evidence }) => ({
    itemId: id,
    facts: { kind, title, creators, year },
    evidence,
  }));
