import { describe, expect, it } from 'vitest';
import { itemIndex, itemRows } from '../../../../renderer/src/recommend/item-index';
import { TermLikeness } from '../../../../renderer/src/recommend/scoring/term-likeness';

const TERMS = [['horror', 'drama'], ['horror'], ['drama'], [], ['drama', 'drama']];
const ROWS = TERMS.map((_terms, row) => itemIndex(row));
const likeness = new TermLikeness(ROWS, (row) => TERMS[row] ?? []);
const to = (history: readonly (readonly [number, number | null])[], rows = itemRows(ROWS)): number[] => [
  ...likeness.similarities(
    history.map(([row, rating]) => ({ row, rating })),
    rows,
    new Float64Array(rows.length).fill(9),
  ),
];

describe('TF-IDF likeness over whole terms', () => {
  it('is the cosine with what was liked, 0 where nothing is shared or nothing is known', () => {
    const [drama, horror] = [Math.log(6 / 4), Math.log(6 / 3)];
    const length = Math.hypot(drama, horror);
    expect(to([[1, 1]])).toEqual([expect.closeTo(horror / length, 9), expect.closeTo(1, 9), 0, 0, 0]);
    expect(to([[3, 1]])).toEqual([0, 0, 0, 0, 0]);
    expect(to([])).toEqual([0, 0, 0, 0, 0]);
  });

  it('hears what was liked by how much, and what was disliked not at all', () => {
    expect(to([[1, 0.2]])).toEqual([0, 0, 0, 0, 0]);
    const [, more, less] = to([
      [1, 1],
      [2, 0.6],
    ]);
    expect(more).toBeGreaterThan(less ?? Infinity);
    expect(less).toBeGreaterThan(0);
  });

  it('keeps nothing of one question for the next', () => {
    const first = to([[0, 1]]);
    to([[1, 1]]);
    expect(to([[0, 1]])).toEqual(first);
  });
});
