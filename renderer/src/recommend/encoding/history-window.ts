import type { ItemIndex } from '../item-index';
import type { FeatureSchema } from '../model/model-manifest';

/** One event as the history encoder reads it. */
export interface WindowEvent {
  readonly row: ItemIndex;
  /** 0..1, null = no rating. */
  readonly rating: number | null;
  /** Epoch milliseconds, null = unknown. */
  readonly at: number | null;
}

/** A batch of windows: int32 [count, L] each; item rows are −1 where padded. */
export interface HistoryWindows {
  readonly length: number;
  readonly items: Int32Array;
  readonly ratingBuckets: Int32Array;
  readonly timeGapBuckets: Int32Array;
}

const MILLISECONDS = 1000;
/** A rating of 4/5 and one of 0.8 must fall into the same bucket. */
const BOUND_TOLERANCE = 1e-9;

/**
 * The newest L events of each history, padded on the schema's side. Histories are given oldest first; events of equal
 * times keep the order given.
 */
export function historyWindows(
  schema: FeatureSchema['history'],
  histories: readonly (readonly WindowEvent[])[],
): HistoryWindows {
  const { length } = schema;
  const items = new Int32Array(histories.length * length).fill(-1);
  const ratingBuckets = new Int32Array(histories.length * length).fill(schema.ratingBuckets.padding);
  const timeGapBuckets = new Int32Array(histories.length * length).fill(schema.timeGapBuckets.unknown);
  histories.forEach((events, history) => {
    const newest = events.slice(-length);
    const first = history * length + (schema.paddingSide === 'left' ? length - newest.length : 0);
    newest.forEach((event, index) => {
      items[first + index] = event.row;
      ratingBuckets[first + index] = ratingBucket(schema.ratingBuckets, event.rating);
      timeGapBuckets[first + index] = timeGapBucket(schema.timeGapBuckets, event.at, newest[index + 1]?.at ?? null);
    });
  });
  return { length, items, ratingBuckets, timeGapBuckets };
}

/** The bucket of a rating 0..1 or null. */
export function ratingBucket(schema: FeatureSchema['history']['ratingBuckets'], rating: number | null): number {
  if (rating === null) return schema.unrated;
  let bucket = 2;
  for (const bound of schema.upperBounds) if (bound + BOUND_TOLERANCE < rating) bucket += 1;
  return bucket;
}

/**
 * The bucket of the gap from an event to the next newer one. Both in epoch milliseconds; the schema's bounds are
 * seconds.
 */
export function timeGapBucket(
  schema: FeatureSchema['history']['timeGapBuckets'],
  at: number | null,
  nextAt: number | null,
): number {
  if (at === null || nextAt === null) return schema.unknown;
  const from = at / MILLISECONDS;
  const to = nextAt / MILLISECONDS;
  if (from < schema.minimumTime || to < schema.minimumTime) return schema.unknown;
  const gap = Math.max(0, to - from);
  let bucket = 1;
  for (const bound of schema.upperBounds) if (bound <= gap) bucket += 1;
  return bucket;
}
