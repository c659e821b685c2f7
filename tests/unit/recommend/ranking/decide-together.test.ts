import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GROUP_RULES } from '../../../../renderer/src/domain/recommendation-request';
import { chooseTogether, decideTogether, servedBy } from '../../../../renderer/src/recommend/ranking/decide-together';

const chance = fc.double({ min: 0, max: 1, noNaN: true });
const group = (most: number) =>
  fc.integer({ min: 1, max: 8 }).chain((candidates) =>
    fc.array(
      fc.array(chance, { minLength: candidates, maxLength: candidates }).map((row) => Float64Array.from(row)),
      { minLength: 1, maxLength: most },
    ),
  );
const rules = fc.constantFrom(...GROUP_RULES);
const rows = (...people: readonly (readonly number[])[]): readonly Float64Array[] =>
  people.map((row) => Float64Array.from(row));

describe('decide together', () => {
  it("gives every candidate once, best first, with everybody's chance", () => {
    fc.assert(
      fc.property(group(4), rules, (chances, rule) => {
        const choices = decideTogether({ rule, chances });
        expect(choices.map(({ index }) => index).sort((left, right) => left - right)).toEqual(
          [...(chances[0] ?? [])].map((_, index) => index),
        );
        choices.forEach((choice, place) => {
          expect(choice.score).toBeLessThanOrEqual(choices[place - 1]?.score ?? 1);
          expect(choice.chances).toEqual(chances.map((row) => row[choice.index]));
          expect(choice.spread).toBe(Math.max(...choice.chances) - Math.min(...choice.chances));
        });
      }),
    );
  });

  it('scores by the least, by the mean, and by something between them', () => {
    fc.assert(
      fc.property(group(4), (chances) => {
        const least = decideTogether({ rule: 'least-misery', chances });
        const mean = new Map(
          decideTogether({ rule: 'average', chances }).map((choice) => [choice.index, choice.score]),
        );
        const fair = new Map(decideTogether({ rule: 'fair', chances }).map((choice) => [choice.index, choice.score]));
        for (const { index, score, chances: own } of least) {
          expect(score).toBe(Math.min(...own));
          expect(mean.get(index)).toBeCloseTo(own.reduce((sum, value) => sum + value, 0) / own.length, 12);
          expect(fair.get(index)).toBeGreaterThanOrEqual(score - 1e-12);
          expect(fair.get(index)).toBeLessThanOrEqual(Math.max(0.001, mean.get(index) ?? 0) + 1e-3);
        }
      }),
    );
  });

  it('does not depend on the order of the people', () => {
    fc.assert(
      fc.property(
        group(5),
        rules,
        fc.array(chance, { minLength: 5, maxLength: 5 }),
        fc.integer({ min: 0, max: 4 }),
        (chances, rule, served, turn) => {
          const rotate = <T>(list: readonly T[]): readonly T[] =>
            [...list.slice(turn % list.length), ...list.slice(0, turn % list.length)].reverse();
          const own = served.slice(0, chances.length);
          const order = (choices: ReturnType<typeof decideTogether>) =>
            choices.map(({ index, score, spread }) => ({ index, score, spread }));
          expect(order(decideTogether({ rule, chances: rotate(chances), served: rotate(own) }))).toEqual(
            order(decideTogether({ rule, chances, served: own })),
          );
        },
      ),
    );
  });

  it('has one answer by every rule for one person: their chances', () => {
    fc.assert(
      fc.property(group(1), chance, (chances, served) => {
        const [first, ...others] = GROUP_RULES.map((rule) => decideTogether({ rule, chances, served: [served] }));
        for (const other of others) expect(other).toEqual(first);
        for (const { index, score } of first ?? []) expect(score).toBe(chances[0]?.[index]);
      }),
    );
  });

  it('differs by rule where it should', () => {
    const chances = rows([1, 0.6, 0.5], [0.25, 0.5, 0.5], [1, 0.6, 0.5]);
    const best = GROUP_RULES.map((rule) => [rule, decideTogether({ rule, chances })[0]?.index]);
    expect(Object.fromEntries(best)).toEqual({ fair: 0, 'least-misery': 1, average: 0 });
    expect(decideTogether({ rule: 'fair', chances: rows([0.9, 0.5], [0.1, 0.45]) })[0]?.index).toBe(1);
    expect(decideTogether({ rule: 'average', chances: rows([0.9, 0.5], [0.1, 0.45]) })[0]?.index).toBe(0);
  });

  it('makes up for having been served worse before, by the fair rule alone', () => {
    const chances = rows([0.8, 0.4], [0.4, 0.7]);
    expect(decideTogether({ rule: 'fair', chances })[0]?.index).toBe(0);
    expect(decideTogether({ rule: 'fair', chances, served: [0.9, 0.2] })[0]?.index).toBe(1);
    expect(decideTogether({ rule: 'average', chances, served: [0.9, 0.2] })[0]?.index).toBe(0);
  });

  it('takes turns when its own picks are given back to it', () => {
    const chances = rows([0.8, 0.3, 0.8, 0.3], [0.3, 0.79, 0.3, 0.79]);
    const chosen: ReturnType<typeof decideTogether>[number][] = [];
    while (chosen.length < 4) {
      const next = decideTogether({ rule: 'fair', chances, served: servedBy(chosen, 2) }).find(
        ({ index }) => !chosen.some((choice) => choice.index === index),
      );
      if (next === undefined) break;
      chosen.push(next);
    }
    expect(chosen.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
  });

  it('breaks ties by the higher average, then the lower index, and is not vetoed into a tie by a zero', () => {
    expect(
      decideTogether({ rule: 'least-misery', chances: rows([0.5, 0.5, 0.5], [0.5, 0.9, 0.9]) }).map(
        ({ index }) => index,
      ),
    ).toEqual([1, 2, 0]);
    expect(decideTogether({ rule: 'fair', chances: rows([0, 0], [0.2, 0.9]) }).map(({ index }) => index)).toEqual([
      1, 0,
    ]);
    expect(decideTogether({ rule: 'fair', chances: [] })).toEqual([]);
  });
});

describe('choosing several things together', () => {
  it('makes up, under the fair rule, for what one of them was served worse by before', () => {
    // One would take the first two as they are; the third and fourth are for the other.
    const chances = [Float64Array.of(0.9, 0.88, 0.3, 0.28), Float64Array.of(0.35, 0.3, 0.8, 0.82)];
    expect(chooseTogether('average', chances, 2).map(({ index }) => index)).toEqual([0, 1]);
    const fair = chooseTogether('fair', chances, 2).map(({ index }) => index);
    expect(fair[0]).toBe(0);
    expect([2, 3]).toContain(fair[1]);
    expect(chooseTogether('fair', chances, 9)).toHaveLength(4);
  });

  it('are in order of what suits all, with nobody weighing more, and have that score', () => {
    fc.assert(
      fc.property(group(4), rules, fc.integer({ min: 1, max: 5 }), (chances, rule, count) => {
        const chosen = chooseTogether(rule, chances, count);
        const all = decideTogether({ rule, chances });
        expect(chosen).toEqual(all.filter(({ index }) => chosen.some((choice) => choice.index === index)));
        expect(chosen).toHaveLength(Math.min(count, all.length));
      }),
    );
  });
});
