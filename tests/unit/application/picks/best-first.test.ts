import { expect, it } from 'vitest';
import { bestFirst } from '../../../../renderer/src/application/picks/best-first';
import type { Recommendation } from '../../../../renderer/src/domain/recommendation';
import { pointsToPerson } from '../../../../renderer/src/application/picks/evidence';

type Ranked = Pick<Recommendation, 'fit' | 'confidence' | 'reasons' | 'chance'>;
const pick = (score: number, wildcard = false, facts: Partial<Ranked> = {}) => ({
  score,
  wildcard,
  fit: 0.99,
  confidence: 'high' as const,
  reasons: [{ type: 'liked-tag' as const, tag: 'horror', contribution: 1 }],
  chance: 0.9,
  ...facts,
});
const scores = (picks: readonly { readonly score: number }[]): number[] => picks.map(({ score }) => score);

it('shows the highest score first, whatever the order of the answer', () => {
  expect(scores(bestFirst([pick(0.5), pick(0.9), pick(0.7)]))).toEqual([0.9, 0.7, 0.5]);
});

it('never says more of a later thing than of an earlier one: the words come before the score', () => {
  const shown = bestFirst([
    pick(0.9, false, { chance: 0.5 }),
    pick(0.8, false, { chance: 0.8 }),
    pick(0.7, false, { chance: 0.3 }),
    pick(0.6, false, { chance: 0.8 }),
    pick(0.5, false, { reasons: [] }),
  ]);
  // Excellent, excellent, good, worth a try, fair.
  expect(scores(shown)).toEqual([0.8, 0.6, 0.9, 0.5, 0.7]);
});

it('leaves a wildcard where it was drawn: it has no rank', () => {
  const shown = bestFirst([pick(0.5), pick(0.9), pick(0.95, true), pick(0.7)]);
  expect(scores(shown)).toEqual([0.9, 0.7, 0.95, 0.5]);
  expect(shown[2]?.wildcard).toBe(true);
  expect(bestFirst([])).toEqual([]);
});

it('tells reasons about the person from those about everybody', () => {
  expect(pointsToPerson([])).toBe(false);
  expect(
    pointsToPerson([
      { type: 'crowd', contribution: 1 },
      { type: 'own-rating', contribution: 1 },
      { type: 'event', contribution: -1 },
    ]),
  ).toBe(false);
  expect(pointsToPerson([{ type: 'liked-tag', contribution: 0.1 }])).toBe(true);
});
