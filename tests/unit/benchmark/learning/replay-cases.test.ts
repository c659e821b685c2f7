import { describe, expect, it } from 'vitest';
import { itemId } from '../../../../renderer/src/domain/ids';
import type { Case } from '../../../benchmark/pack';
import { replayCases } from '../../../benchmark/learning/replay-cases';

const ids = (from: number, to: number): ReturnType<typeof itemId>[] =>
  Array.from({ length: to - from }, (_, index) => itemId(`i${String(from + index)}`));

function rated(id: string, curator: string, friend: string, k: number, candidates = ids(10, 40)): Case {
  return {
    id,
    variant: 'share-rated',
    cluster: friend,
    curator,
    exclude: [],
    candidates,
    relevant: candidates.slice(0, 5),
    events: ids(0, k).map((itemId) => ({ itemId, rating: 0.9, at: null })),
  };
}

const casesOf = (cases: readonly Case[], sort: 'pair' | 'merged', limit: number | null = null) =>
  replayCases({ name: 'pack', shareRated: cases }, sort, limit);

describe('replay cases', () => {
  it('takes every pair once, with the shortest history, and leaves small pools out', () => {
    const found = casesOf(
      [
        rated('a5', 'c', 'f', 5),
        rated('a2', 'c', 'f', 2),
        rated('b', 'd', 'f', 1),
        rated('small', 'c', 'g', 1, ids(10, 34)),
      ],
      'pair',
    );
    expect(found.map(({ id }) => id).toSorted()).toEqual(['a2', 'b']);
    const one = found.find(({ id }) => id === 'a2');
    expect(one).toMatchObject({ friend: 'f', curators: ['c'], sort: 'pair' });
    expect(one?.known).toHaveLength(2);
    expect(one?.pool.toSorted()).toEqual(ids(10, 40).toSorted());
    expect(one?.pool.filter((_, item) => one.liked[item]).toSorted()).toEqual(ids(10, 15).toSorted());
  });

  it('never offers what is known already', () => {
    const [one] = casesOf([rated('a', 'c', 'f', 12, ids(10, 40))], 'pair');
    expect(one?.pool).toHaveLength(28);
    expect(one?.pool).not.toContain('i11');
  });

  it("merges one friend's pools over curators, where there are several", () => {
    const found = casesOf(
      [
        rated('a', 'c', 'f', 12, ids(15, 30)),
        rated('b', 'd', 'f', 3, ids(1, 20)),
        rated('x', 'c', 'g', 1),
        rated('y', 'c', 'g', 2),
      ],
      'merged',
    );
    expect(found).toHaveLength(1);
    const [one] = found;
    expect(one).toMatchObject({ id: 'merged f', curators: ['c', 'd'] });
    expect(one?.known).toHaveLength(3);
    expect(one?.pool.toSorted()).toEqual(ids(3, 30).toSorted());
    expect(one?.pool.filter((_, item) => one.liked[item]).toSorted()).toEqual(
      [...ids(3, 6), ...ids(15, 20)].toSorted(),
    );
  });

  it('stands in the same order whatever the order of the file, and not in that of the names', () => {
    const cases = Array.from({ length: 30 }, (_, index) => rated(`case ${String(index)}`, `c${String(index)}`, 'f', 1));
    const mirrored = cases
      .toReversed()
      .map((one) => ({ ...one, candidates: one.candidates === 'all' ? one.candidates : one.candidates.toReversed() }));
    expect(casesOf(mirrored, 'pair')).toEqual(casesOf(cases, 'pair'));
    const [first, second] = casesOf(cases, 'pair');
    expect(first?.pool).not.toEqual(first?.pool.toSorted());
    expect(first?.pool).not.toEqual(second?.pool);
    expect(casesOf(cases, 'pair', 7)).toEqual(casesOf(cases, 'pair').slice(0, 7));
  });
});
