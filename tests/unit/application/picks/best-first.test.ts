import { expect, it } from 'vitest';
import { bestFirst } from '../../../../renderer/src/application/picks/best-first';
import { pointsToPerson } from '../../../../renderer/src/application/picks/evidence';

const pick = (score: number, wildcard = false) => ({ score, wildcard });
const scores = (picks: readonly { readonly score: number }[]): number[] => picks.map(({ score }) => score);

it('shows the highest score first, whatever the order of the answer', () => {
  expect(scores(bestFirst([pick(0.5), pick(0.9), pick(0.7)]))).toEqual([0.9, 0.7, 0.5]);
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
