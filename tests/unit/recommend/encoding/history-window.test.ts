import { itemIndex } from '../../../../renderer/src/recommend/item-index';
import { describe, expect, it } from 'vitest';
import {
  historyWindows,
  ratingBucket,
  timeGapBucket,
} from '../../../../renderer/src/recommend/encoding/history-window';
import { fallbackFeatureSchema } from '../../../../renderer/src/recommend/model/fallback-schema';

const schema = fallbackFeatureSchema().history;
const short = { ...schema, length: 3 };
const START = 1_600_000_000_000;
const events = (rows: readonly number[]) =>
  rows.map((row, index) => ({ row: itemIndex(row), rating: 0.8, at: START + index * 60_000 }));

describe('history window', () => {
  it('pads on the left, so that the newest event always stands last', () => {
    const windows = historyWindows(short, [events([7])]);
    expect([...windows.items]).toEqual([-1, -1, 7]);
    expect([...windows.ratingBuckets]).toEqual([0, 0, 8]);
    expect([...historyWindows({ ...short, paddingSide: 'right' }, [events([7])]).items]).toEqual([7, -1, -1]);
  });

  it('keeps the newest where there are more than fit', () => {
    expect([...historyWindows(short, [events([1, 2, 3, 4, 5])]).items]).toEqual([3, 4, 5]);
  });

  it('keeps histories of a batch apart', () => {
    expect([...historyWindows(short, [events([1]), [], events([2, 3])]).items]).toEqual([
      -1, -1, 1, -1, -1, -1, -1, 2, 3,
    ]);
  });

  it('puts the gap at the older event, and none at the newest', () => {
    expect([...historyWindows(short, [events([1, 2, 3])]).timeGapBuckets]).toEqual([2, 2, 0]);
  });

  it.each([
    [0, 2],
    [0.29, 2],
    [0.2900001, 3],
    [0.49, 3],
    [0.8, 8],
    [4 / 5, 8],
    [0.94, 9],
    [1, 10],
    [null, 1],
  ])('rating %s falls into bucket %i', (rating, bucket) => {
    expect(ratingBucket(schema.ratingBuckets, rating)).toBe(bucket);
  });

  it.each([
    ['no time', null, START, 0],
    ['no next time', START, null, 0],
    ['before 1973', 99_999_999_000, START, 0],
    ['at once', START, START, 1],
    ['backwards', START, START - 5000, 1],
    ['just under a minute', START, START + 59_999, 1],
    ['a minute', START, START + 60_000, 2],
    ['a day', START, START + 86_400_000, 4],
    ['a year', START, START + 31_536_000_000, 7],
  ])('gap: %s', (_name, at, next, bucket) => {
    expect(timeGapBucket(schema.timeGapBuckets, at, next)).toBe(bucket);
  });
});
