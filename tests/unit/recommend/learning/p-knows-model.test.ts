import { describe, expect, it } from 'vitest';
import { personId } from '../../../../renderer/src/domain/ids';
import { PKnowsModel, knowsSignal } from '../../../../renderer/src/recommend/learning/p-knows-model';
import type { KnowsAnswer } from '../../../../renderer/src/recommend/learning/p-knows-model';
import { logit, sigmoid } from '../../../../renderer/src/recommend/math/log-odds';

const [ann, bob] = [personId('ann'), personId('bob')];
const ESTIMATE = logit(0.3);
const answer = (label: 0 | 1, more: Partial<KnowsAnswer> = {}): KnowsAnswer => ({
  personId: ann,
  estimate: ESTIMATE,
  group: 'screen',
  label,
  ...more,
});
const times = (count: number, one: KnowsAnswer): readonly KnowsAnswer[] => Array.from({ length: count }, () => one);
const chanceAfter = (answers: readonly KnowsAnswer[], who = ann, estimate = ESTIMATE): number =>
  new PKnowsModel(answers).chances(who, Float64Array.of(estimate), ['screen'])[0] ?? Number.NaN;

describe('what says that a person knew a thing', () => {
  it.each([
    ['knows-it', null, 1],
    ['reacted', 'knew-it', 1],
    ['reacted', 'loved', 0],
    ['reacted', 'liked', 0],
    ['reacted', 'meh', 0],
    ['reacted', 'no', 0],
    ['reacted', 'not-yet', null],
    ['reacted', null, null],
    ['rated', null, null],
    ['postponed', null, null],
    ['not-for-them', null, null],
  ] as const)('%s, %s: %s', (type, outcome, signal) => {
    expect(knowsSignal({ type, outcome })).toBe(signal);
  });
});

describe('the chance that somebody knows a thing', () => {
  it("is the bundle's estimate while nobody has answered", () => {
    for (const estimate of [-2, 0, 1.5]) expect(chanceAfter([], ann, estimate)).toBeCloseTo(sigmoid(estimate), 9);
  });

  it('moves with each answer, and comes to the truth with many', () => {
    expect(chanceAfter([answer(1)])).toBeGreaterThan(0.3);
    expect(chanceAfter([answer(0)])).toBeLessThan(0.3);
    const mixed = Array.from({ length: 600 }, (_, at) => answer(at % 10 < 7 ? 1 : 0));
    expect(Math.abs(chanceAfter(mixed) - 0.7)).toBeLessThan(0.1);
  });

  it('teaches of everybody, but most of the person who answered', () => {
    const answers = times(40, answer(1));
    const [own, other] = [chanceAfter(answers, ann), chanceAfter(answers, bob)];
    expect(other).toBeGreaterThan(0.3);
    expect(own).toBeGreaterThan(other);
  });

  it('keeps the order of things: only the level is learned', () => {
    const answers = times(10, answer(0));
    expect(chanceAfter(answers, ann, 1)).toBeGreaterThan(chanceAfter(answers, ann, 0));
  });

  it('is never sure', () => {
    expect(chanceAfter(times(5000, answer(1)))).toBe(0.95);
  });
});
