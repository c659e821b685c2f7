export const ITEM_STATUSES = ['none', 'wanted', 'in-progress', 'finished', 'abandoned'] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** Other people's ratings, as an export states them. Counts are not comparable between sources. */
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
