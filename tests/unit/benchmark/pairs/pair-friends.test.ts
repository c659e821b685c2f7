import { describe, expect, it } from 'vitest';
import { itemId } from '../../../../renderer/src/domain/ids';
import { answerOf, pairFriends } from '../../../benchmark/pairs/pair-friends';
import type { Case, Variant } from '../../../benchmark/pack';
import { libraryItem } from '../../../fixtures/recommender-data';

const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => itemId(`i${String(from + at)}`));
const items = ids(0, 80).map((id, at) => libraryItem(id, { crowd: { rating: 0.8, count: 1000 - at } }));
const share = (facts: Partial<Case>, variant: Variant = 'share'): Case => ({
  id: 'case',
  variant,
  events: ids(0, 20).map((id) => ({ itemId: id, rating: 0.8, at: null })),
  candidates: ids(30, 45),
  relevant: ids(30, 33),
  exclude: [],
  cluster: 'ada',
  ...facts,
});

describe('simulated friends', () => {
  it('are judged on their largest case, of which nothing is asked', () => {
    const other = share({ candidates: ids(40, 60), relevant: ids(40, 42) });
    const [friend] = pairFriends({ items, cases: [other, share({})] }, null);
    expect([...(friend?.liked ?? [])]).toEqual(ids(30, 33));
    expect(friend?.candidates).toEqual(ids(30, 45));
    for (const id of ids(30, 45)) {
      expect(friend?.pool).not.toContain(id);
      expect(friend?.opinions.has(id)).toBe(false);
    }
  });

  it('are asked about what they know and as many famous things of which nothing is known', () => {
    const [friend] = pairFriends({ items, cases: [share({})] }, null);
    expect(friend?.pool).toHaveLength(40);
    expect(friend?.pool.filter((id) => friend.opinions.has(id))).toEqual(ids(0, 20));
    expect(friend?.pool.slice(20)).toEqual([...ids(20, 30), ...ids(45, 55)]);
  });

  it('have opinions from all their cases: rated, liked later, met and not liked', () => {
    const rated = share({ events: [], candidates: ids(60, 64), relevant: ids(60, 62) }, 'share-rated');
    const [friend] = pairFriends({ items, cases: [share({}), rated] }, null);
    expect(ids(59, 64).map((id) => friend?.opinions.get(id) ?? null)).toEqual([null, 0.9, 0.9, 0.5, 0.5]);
  });

  it('are left out where too little is known to answer, or nothing divides what is judged', () => {
    const few = share({ events: [] });
    const all = share({ relevant: ids(30, 45) });
    expect(pairFriends({ items, cases: [few] }, null)).toEqual([]);
    expect(pairFriends({ items, cases: [all] }, null)).toEqual([]);
  });

  it('prefer what they like to the unknown, and the unknown to what they do not; know nothing of two unknown', () => {
    const [loved, bad, unknown, other] = ids(0, 4) as [never, never, never, never];
    const friend = {
      name: 'ada',
      opinions: new Map([
        [loved, 1],
        [bad, 0.4],
      ]),
    };
    expect(answerOf(friend, [bad, loved])).toBe(loved);
    expect(answerOf(friend, [unknown, loved])).toBe(loved);
    expect(answerOf(friend, [bad, unknown])).toBe(unknown);
    expect(answerOf(friend, [unknown, other])).toBeNull();
  });

  it('decide by chance between two they like as much, and the same whichever stands left', () => {
    const names = Array.from({ length: 40 }, (_, at) => `friend ${String(at)}`);
    const [one, other] = ids(0, 2) as [never, never];
    const opinions = new Map([
      [one, 0.8],
      [other, 0.8],
    ]);
    const chosen = names.map((name) => answerOf({ name, opinions }, [one, other]));
    expect(new Set(chosen).size).toBe(2);
    expect(names.map((name) => answerOf({ name, opinions }, [other, one]))).toEqual(chosen);
  });
});
