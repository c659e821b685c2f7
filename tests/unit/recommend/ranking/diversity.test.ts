import { itemIndex } from '../../../../renderer/src/recommend/item-index';
import { describe, expect, it } from 'vitest';
import { diversify } from '../../../../renderer/src/recommend/ranking/diversity';
import type { DiversityInput } from '../../../../renderer/src/recommend/ranking/diversity';
import { spreadPairs } from '../../../../renderer/src/recommend/ranking/pairs';

const input = (values: readonly number[], facts: Partial<DiversityInput> = {}): DiversityInput => ({
  values: Float64Array.from(values),
  similarity: () => 0,
  slateKeys: () => [],
  creators: () => [],
  group: () => 'book',
  kindSpread: 0,
  classes: () => new Map(),
  target: new Map(),
  ...facts,
});
const ranked = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const descending = (count: number): number[] => Array.from({ length: count }, (_, index) => 1 - index / count);

describe('diversity', () => {
  it('keeps the order where nothing is alike', () => {
    expect(diversify(ranked(10), 5, input(descending(10)))).toEqual([0, 1, 2, 3, 4]);
  });

  it('prefers something a little worse to a near copy of what is chosen', () => {
    expect(
      diversify(ranked(6), 2, input(descending(6), { similarity: (left, right) => (left + right === 1 ? 1 : 0) })),
    ).toEqual([0, 2]);
  });

  it('never takes two of a series, rather leaving places empty', () => {
    expect(
      diversify(
        ranked(6),
        5,
        input(descending(6), { slateKeys: (index) => [index < 4 ? 'saga' : `own ${String(index)}`] }),
      ),
    ).toEqual([0, 4, 5]);
  });

  it('takes one per creator in five while there are others, however far down', () => {
    const creators = (index: number): string[] => [index < 60 ? 'prolific' : `other ${String(index)}`];
    const chosen = diversify(ranked(64), 5, input(descending(64), { creators }));
    expect(chosen).toEqual([0, 60, 61, 62, 63]);
  });

  it('fills up with the same creator where there is nobody else', () => {
    expect(diversify(ranked(3), 5, input(descending(3), { creators: () => ['one'] }))).toEqual([0, 1, 2]);
  });

  it('keeps near the mix of tags that the person likes', () => {
    const classes = (index: number) => new Map([[index < 6 ? 'tag:comedy' : 'tag:drama', 1]]);
    const target = new Map([
      ['tag:comedy', 0.6],
      ['tag:drama', 0.4],
    ]);
    const comedies = (chosen: readonly number[]): number => chosen.filter((index) => index < 6).length;
    expect(comedies(diversify(ranked(40), 5, input(descending(40), { classes })))).toBe(5);
    expect(comedies(diversify(ranked(40), 5, input(descending(40), { classes, target })))).toBeLessThan(5);
  });

  it('mixes the kinds where nothing says which is wanted', () => {
    const group = (index: number): string => (index < 4 ? 'book' : 'screen');
    const kinds = diversify(ranked(20), 4, input(descending(20), { group, kindSpread: 1 })).map(group);
    expect(kinds.filter((kind) => kind === 'screen')).toHaveLength(2);
    expect(diversify(ranked(20), 4, input(descending(20), { group })).map(group)).toEqual([
      'book',
      'book',
      'book',
      'book',
    ]);
  });
});

describe('pairs', () => {
  const offer = (person: number, row: number, value: number, series = `s${String(row)}`) => ({
    person,
    index: row,
    row: itemIndex(row),
    value,
    slateKeys: [series],
  });

  it('ask everybody once before anybody twice, and send no item or series twice', () => {
    const chosen = spreadPairs(
      [
        offer(0, 1, 0.9),
        offer(0, 2, 0.8),
        offer(1, 1, 0.7),
        offer(1, 3, 0.4),
        offer(2, 4, 0.3, 's1'),
        offer(2, 5, 0.1),
      ],
      4,
    );
    expect(chosen.map(({ person, row }) => [person, row])).toEqual([
      [0, 1],
      [1, 3],
      [2, 5],
      [0, 2],
    ]);
  });

  it('end where nothing is left', () => {
    expect(spreadPairs([offer(0, 1, 0.9)], 5)).toHaveLength(1);
    expect(spreadPairs([], 5)).toEqual([]);
  });
});
