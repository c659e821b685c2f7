import type { ItemId } from './ids';

/** Kinds the window offers. A kind is free text: an import or a user may bring any other. */
export const KINDS = [
  'book',
  'comic',
  'movie',
  'series',
  'episode',
  'anime',
  'game',
  'board game',
  'music artist',
  'album',
  'track',
  'podcast',
  'article',
  'place',
  'recipe',
  'wine',
  'food',
  'other',
] as const;

export const ITEM_STATUSES = ['none', 'wanted', 'in-progress', 'finished', 'abandoned'] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** What an export knows of everybody else's opinion. Counts are on different scales from source to source. */
export interface Crowd {
  /** Average rating, 0..1. */
  readonly rating: number | null;
  /** Number of ratings, votes or owners. */
  readonly count: number | null;
}

export interface Series {
  readonly name: string;
  /** Place in the series; halves occur (#0.5). */
  readonly position: number | null;
}

/** What the recommender may know of an item: facts, never the owner's opinion. */
export interface ItemFacts {
  /** One of KINDS or any other word, lower case. */
  readonly kind: string;
  /** Without the series. */
  readonly title: string;
  readonly creators: readonly string[];
  /** Year of first publication; may be negative. */
  readonly year: number | null;
  /** Minutes, or pages of something read (books, comics); of what comes in episodes, as a rule of one. null = not known. */
  readonly length: number | null;
  readonly tags: readonly string[];
  readonly series: Series | null;
  readonly crowd: Crowd | null;
}

export interface Item extends ItemFacts {
  readonly id: ItemId;
  /** False for a thing that is known only because a friend loves or hates it. */
  readonly inLibrary: boolean;
  readonly originalTitle: string | null;
  /** Ids elsewhere: isbn13, isbn10, goodreads, imdb, letterboxd, … */
  readonly identifiers: Readonly<Record<string, string>>;
  readonly url: string | null;
  /** The owner's rating, 0..1; null = unrated (never zero for "no rating"). */
  readonly ownRating: number | null;
  readonly status: ItemStatus;
  /** When the owner finished it, epoch milliseconds. */
  readonly finishedAt: number | null;
  /** Public words of the owner: a review or why it was added. */
  readonly note: string | null;
  /** Never leaves the machine unless asked for. */
  readonly privateNote: string | null;
  /** True: never offer this item as a pick. */
  readonly excludedFromPicks: boolean;
  /** Where it came from: 'manual', 'sample', 'goodreads', 'letterboxd', 'imdb', 'csv', … */
  readonly source: string;
  readonly addedAt: number;
  readonly updatedAt: number;
}

/** What is needed to create an item; the rest has defaults (see `completeItem`). */
export type ItemDraft = Pick<Item, 'kind' | 'title'> & Partial<Omit<Item, 'id' | 'kind' | 'title' | 'updatedAt'>>;
export type ItemPatch = Partial<Omit<Item, 'id' | 'addedAt' | 'updatedAt'>>;

export function completeItem(draft: ItemDraft, id: ItemId, now: number): Item {
  return {
    inLibrary: true,
    originalTitle: null,
    creators: [],
    year: null,
    length: null,
    tags: [],
    series: null,
    crowd: null,
    identifiers: {},
    url: null,
    ownRating: null,
    status: 'none',
    finishedAt: null,
    note: null,
    privateNote: null,
    excludedFromPicks: false,
    source: 'manual',
    addedAt: now,
    ...draft,
    id,
    updatedAt: now,
  };
}
