import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personId } from '../../../../renderer/src/domain/ids';
import type { PersonId } from '../../../../renderer/src/domain/ids';
import { seededRandom } from '../../../../renderer/src/recommend/evaluating/bootstrap';
import { FtrlProximal } from '../../../../renderer/src/recommend/learning/ftrl';
import { PeoplePrior } from '../../../../renderer/src/recommend/learning/hierarchical-prior';
import type { PastJudgement } from '../../../../renderer/src/recommend/learning/past-judgements';

const judged = (name: string, value: number, label: 0 | 1): PastJudgement => ({ row: 0, at: null, features: { names: [name], values: Float64Array.of(value) }, offset: 0, label, weight: 1 });
const times = (count: number, judgement: PastJudgement): readonly PastJudgement[] => Array.from({ length: count }, () => judgement);
const [ann, bob, cy, stranger] = ['ann', 'bob', 'cy', 'stranger'].map(personId) as [PersonId, PersonId, PersonId, PersonId];

const judgements = fc.array(fc.tuple(fc.constantFrom('bias', 'tag:horror', 'tag:short'), fc.integer({ min: 1, max: 10 }).map((tenths) => tenths / 10), fc.constantFrom(0 as const, 1 as const)), { maxLength: 15 })
  .map((list) => list.map(([name, value, label]) => judged(name, value, label)));

describe('what everyone else teaches', () => {
  it('leaves somebody out as if they had never been there', () => {
    fc.assert(fc.property(judgements, judgements, judgements, (first, second, third) => {
      const all = new PeoplePrior(new Map([[ann, first], [bob, second], [cy, third]]));
      const fewer = new PeoplePrior(new Map([[bob, second], [cy, third]])).without(ann);
      // Asked twice: the first answer must not change the second.
      for (const left of [all.without(ann), all.without(ann)]) {
        for (const name of new Set([...left.keys(), ...fewer.keys()])) expect(left.get(name) ?? 0).toBeCloseTo(fewer.get(name) ?? 0, 9);
      }
    }));
  });

  it('teaches nothing to the only person there is', () => {
    expect(new PeoplePrior(new Map([[ann, times(30, judged('bias', 1, 1))]])).without(ann).size).toBe(0);
  });

  it('believes much evidence more than little, and shrinks what rests on little', () => {
    const teaching = (yes: number, no: number): number => new PeoplePrior(new Map([[ann, times(yes, judged('bias', 1, 1))], [bob, times(no, judged('bias', 1, 0))]])).without(stranger).get('bias') ?? 0;
    expect(teaching(60, 3)).toBeGreaterThan(0);
    expect(teaching(3, 60)).toBeLessThan(0);
    const [few, many] = [3, 60].map((count) => {
      const own = new FtrlProximal();
      for (const one of times(count, judged('bias', 1, 1))) own.update(one);
      return teaching(count, 0) / own.weight('bias');
    });
    expect(few).toBeGreaterThan(0);
    // Three answers are believed less than half.
    expect(few).toBeLessThan(0.5);
    expect(few).toBeLessThan(many ?? Number.NaN);
    expect(many).toBeLessThan(1);
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
