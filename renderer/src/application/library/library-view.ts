import { foldTag } from '../../domain/clean-tags';
import type { ItemId } from '../../domain/ids';
import type { Item } from '../../domain/item';
import type { ItemStatus } from '../../domain/item-values';
import { isDisliked, isLiked, isLoved } from '../../domain/taste-scale';

export const SORTS = ['added', 'title', 'creator', 'year', 'rating', 'crowd', 'finished'] as const;
export type Sort = (typeof SORTS)[number];
export const RATING_FILTERS = ['rated', 'unrated', 'loved', 'liked', 'disliked'] as const;
export type RatingFilter = (typeof RATING_FILTERS)[number];

/** What the library page shows; null = any. */
export interface LibraryView {
  readonly query: string;
  readonly kind: string | null;
  readonly status: ItemStatus | null;
  readonly tag: string | null;
  readonly shelf: string | null;
  readonly rating: RatingFilter | null;
  readonly sort: Sort;
}
export const WHOLE_LIBRARY: LibraryView = {
  query: '',
  kind: null,
  status: null,
  tag: null,
  shelf: null,
  rating: null,
  sort: 'added',
};

/** At most this many tags or shelves are suggested. */
const SUGGESTED_WORDS = 200;

export const isFiltered = (view: LibraryView): boolean =>
  view.query.trim() !== '' ||
  [view.kind, view.status, view.tag, view.shelf, view.rating].some((filter) => filter !== null);

/** Compares numbers in titles by their value. */
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
const withoutArticle = (title: string): string => title.replace(/^(?:the|an?)\s+(?=\S)/iu, '');

/** Descending; unknown values last. */
const descending = (a: number | null, b: number | null): number => (b ?? -Infinity) - (a ?? -Infinity) || 0;

/** A new array in the given order; ties keep the given (newest first) order. */
export function sortItems(items: readonly Item[], sort: Sort): readonly Item[] {
  switch (sort) {
    case 'added':
      return items;
    case 'title':
    case 'creator': {
      const keyed = items.map((item) => ({
        item,
        key: sort === 'title' ? withoutArticle(item.title) : lastName(item.creators[0]),
      }));
      return keyed
        .sort((a, b) => (a.key === '' ? 1 : 0) - (b.key === '' ? 1 : 0) || collator.compare(a.key, b.key))
        .map(({ item }) => item);
    }
    case 'year':
      return items.toSorted((a, b) => descending(a.year, b.year));
    case 'rating':
      return items.toSorted((a, b) => descending(a.ownRating, b.ownRating));
    case 'crowd':
      return items.toSorted((a, b) => descending(a.crowd?.rating ?? null, b.crowd?.rating ?? null));
    case 'finished':
      return items.toSorted((a, b) => descending(a.finishedAt, b.finishedAt));
  }
}

function lastName(creator: string | undefined): string {
  if (creator === undefined) return '';
  const words = creator.trim().split(/\s+/u);
  return `${words.at(-1) ?? ''} ${words.slice(0, -1).join(' ')}`.trim();
}

function ratingMatches(rating: number | null, filter: RatingFilter): boolean {
  switch (filter) {
    case 'rated':
      return rating !== null;
    case 'unrated':
      return rating === null;
    case 'loved':
      return isLoved(rating);
    case 'liked':
      return isLiked(rating);
    case 'disliked':
      return isDisliked(rating);
  }
}

/** Whether an item has the word, ignoring case and accents; every item where none is asked for. */
function carries(word: string | null, wordsOf: (item: Item) => readonly string[]): (item: Item) => boolean {
  if (word === null) return () => true;
  const fold = foldTag(word);
  return (item) => wordsOf(item).some((own) => foldTag(own) === fold);
}

/**
 * The items a view shows, in order. `found` is the search's answer (best first) where there is a query: it gives the
 * order too, unless the person chose another one.
 */
export function itemsInView(
  sorted: readonly Item[],
  view: LibraryView,
  found: readonly ItemId[] | null,
): readonly Item[] {
  const tagged = carries(view.tag, ({ tags }) => tags);
  const shelved = carries(view.shelf, ({ shelves }) => shelves);
  const matches = (item: Item): boolean =>
    (view.kind === null || item.kind === view.kind) &&
    (view.status === null || item.status === view.status) &&
    (view.rating === null || ratingMatches(item.ownRating, view.rating)) &&
    tagged(item) &&
    shelved(item);
  if (found === null) return sorted.filter(matches);
  const rank = new Map(found.map((id, index) => [id, index]));
  const hits = sorted.filter((item) => rank.has(item.id) && matches(item));
  return view.sort === 'added' ? hits.sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0)) : hits;
}

/** Words in use with how often, most frequent first. */
export function countWords(words: Iterable<string>): readonly { readonly word: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .map(([word, count]) => ({ word, count }))
    .sort((a, b) => b.count - a.count || collator.compare(a.word, b.word));
}

/** Tags or shelves to suggest while one is typed, most used first. */
export function wordsInUse(items: readonly Item[], field: 'tags' | 'shelves'): readonly string[] {
  return countWords(items.flatMap((item) => item[field]))
    .slice(0, SUGGESTED_WORDS)
    .map(({ word }) => word);
}
