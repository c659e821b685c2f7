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
