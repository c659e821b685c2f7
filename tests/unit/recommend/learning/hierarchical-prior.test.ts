import { itemIndex } from '../../../../renderer/src/recommend/item-index';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personId } from '../../../../renderer/src/domain/ids';
import type { PersonId } from '../../../../renderer/src/domain/ids';
import { seededRandom } from '../../../../renderer/src/recommend/math/seeded-random';
import { FtrlProximal } from '../../../../renderer/src/recommend/learning/ftrl';
import { OwnEstimates, PeoplePrior } from '../../../../renderer/src/recommend/learning/hierarchical-prior';
import type { PastJudgement } from '../../../../renderer/src/recommend/learning/past-judgements';

const judged = (name: string, value: number, label: 0 | 1): PastJudgement => ({
  isRating: false,
  row: itemIndex(0),
  at: null,
  reaction: 0,
  features: { names: [name], values: Float64Array.of(value) },
  offset: 0,
  label,
  weight: 1,
});
const times = (count: number, judgement: PastJudgement): readonly PastJudgement[] =>
  Array.from({ length: count }, () => judgement);
const [ann, bob, stranger] = ['ann', 'bob', 'stranger'].map(personId) as [PersonId, PersonId, PersonId];
const priorOf = (people: ReadonlyMap<PersonId, readonly PastJudgement[]>): PeoplePrior => {
  const estimates = new OwnEstimates();
  return new PeoplePrior(
    new Map([...people].map(([person, judgements]) => [person, estimates.of(person, judgements)])),
  );
};
/** A circle of people with judgements of their own. */
const circle = (all: readonly (readonly PastJudgement[])[]): ReadonlyMap<PersonId, readonly PastJudgement[]> =>
  new Map(all.map((judgements, at) => [personId(`person ${String(at)}`), judgements]));

const judgements = fc
  .array(
    fc.tuple(
      fc.constantFrom('bias', 'tag:horror', 'tag:short'),
      fc.integer({ min: 1, max: 10 }).map((tenths) => tenths / 10),
      fc.constantFrom(0 as const, 1 as const),
    ),
    { maxLength: 15 },
  )
  .map((list) => list.map(([name, value, label]) => judged(name, value, label)));

describe('what everyone else teaches', () => {
  it('leaves somebody out as if they had never been there', () => {
    fc.assert(
      fc.property(fc.array(judgements, { minLength: 4, maxLength: 8 }), judgements, (others, own) => {
        const all = priorOf(new Map([[ann, own], ...circle(others)]));
        const fewer = priorOf(circle(others)).without(ann);
        // Asked twice: the first answer must not change the second.
        for (const left of [all.without(ann), all.without(ann)]) {
          for (const name of new Set([...left.keys(), ...fewer.keys()]))
            expect(left.get(name) ?? 0).toBeCloseTo(fewer.get(name) ?? 0, 6);
        }
      }),
    );
  });

  const yes = judged('bias', 1, 1);
  const no = judged('bias', 1, 0);
  const taught = (...all: readonly (readonly PastJudgement[])[]): number =>
    priorOf(circle(all)).without(stranger).get('bias') ?? 0;

  it('teaches nothing to the only person there is, nor what fewer than four say', () => {
    expect(priorOf(new Map([[ann, times(30, yes)]])).without(ann).size).toBe(0);
    expect(
      priorOf(
        new Map([
          [ann, times(30, yes)],
          [bob, times(30, yes)],
        ]),
      ).without(ann).size,
    ).toBe(0);
    expect(taught(times(30, yes), times(30, yes), times(30, yes))).toBe(0);
    expect(taught(times(30, yes), times(30, yes), times(30, yes), times(30, yes))).toBeGreaterThan(0);
  });

  it("is what people agree on: what one says loudly or half deny is nobody else's", () => {
    expect(taught(times(20, no), times(20, no), times(20, no), times(15, no), times(25, no))).toBeLessThan(-0.1);
    expect(taught(times(200, yes), [yes, no], [yes, no], [no, yes], [no, yes])).toBe(0);
    expect(taught(times(20, yes), times(20, yes), times(20, no), times(20, no))).toBe(0);
    // Four of five is one and a half standard errors from nothing: not enough.
    expect(taught(times(20, yes), times(20, yes), times(20, yes), times(20, yes), times(20, no))).toBe(0);
  });

  it('believes much evidence more than little, and shrinks what rests on little', () => {
    const [few, many] = [1, 40].map((count) => {
      const own = new FtrlProximal();
      for (const one of times(count, yes)) own.update(one);
      return taught(...Array.from({ length: 5 }, () => times(count, yes))) / own.weight('bias');
    });
    expect(few).toBeGreaterThan(0);
    // Five answers in all are believed less than half.
    expect(few).toBeLessThan(0.5);
    expect(few).toBeLessThan(many ?? Number.NaN);
    expect(many).toBeLessThan(1);
  });

  it("keeps what a person's own judgements taught, and learns anew where they are others", () => {
    fc.assert(
      fc.property(judgements, judgements, fc.nat(15), (list, others, cut) => {
        const [kept, fresh] = [
          new OwnEstimates(),
          (of: readonly PastJudgement[]) => new OwnEstimates().of(ann, of).weights(),
        ];
        for (const known of [list.slice(0, cut), list, [...list, ...others], others, others.slice(1)])
          expect(kept.of(ann, known).weights()).toEqual(fresh(known));
      }),
      { numRuns: 60 },
    );
  });

  it('counts for less and less as own answers arrive', () => {
    const own = (count: number, prior: number): number => {
      const random = seededRandom(7);
      const learner = new FtrlProximal({ alpha: 0.15, l1: 0.02, l2: 4, prior: new Map([['tag:horror', prior]]) });
      // Liked four times in five: the person's own optimum is log 4.
      for (let at = 0; at < count; at += 1) learner.update(judged('tag:horror', 1, random() < 0.8 ? 1 : 0));
      return learner.weight('tag:horror');
    };
    const gaps = [0, 30, 300, 3000, 30000].map((count) => Math.abs(own(count, 2) - own(count, -2)));
    expect(gaps[0]).toBe(4);
    expect(gaps).toEqual([...gaps].sort((left, right) => right - left));
    expect(gaps[4]).toBeLessThan(0.3);
    for (const prior of [-2, 0, 2]) expect(own(30000, prior)).toBeCloseTo(Math.log(4), 0);
  });
});
