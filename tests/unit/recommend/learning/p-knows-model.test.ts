import { describe, expect, it } from 'vitest';
import { personId } from '../../../../renderer/src/domain/ids';
import { PKnowsModel, knowsFeatures, knowsSignal } from '../../../../renderer/src/recommend/learning/p-knows-model';
import type { KnowsAnswer } from '../../../../renderer/src/recommend/learning/p-knows-model';
import { pKnows } from '../../../../renderer/src/recommend/ranking/p-knows';
import type { KnowsEvidence } from '../../../../renderer/src/recommend/ranking/p-knows';

const PLAIN: KnowsEvidence = {
  popularity: 0.5,
  eventsOfKind: 3,
  sameSeries: false,
  sameCreator: false,
  fit: 0.5,
  age: 10,
};
const [ann, bob] = [personId('ann'), personId('bob')];
const answer = (label: 0 | 1, more: Partial<KnowsAnswer> = {}): KnowsAnswer => ({
  personId: ann,
  evidence: PLAIN,
  group: 'screen',
  label,
  ...more,
});
const times = (count: number, one: KnowsAnswer): readonly KnowsAnswer[] => Array.from({ length: count }, () => one);
const chanceAfter = (answers: readonly KnowsAnswer[], who = ann, evidence = PLAIN): number =>
  new PKnowsModel(answers).chance(who, evidence, 'screen');

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

describe('features of knowing', () => {
  const named = (evidence: Partial<KnowsEvidence>): readonly string[] =>
    knowsFeatures({ ...PLAIN, ...evidence }, 'screen').names;

  it('names what speaks, and nothing that is unknown', () => {
    expect(named({ popularity: null, age: null })).toEqual(['bias', 'group:screen', 'fit']);
    expect(named({ age: 0.5, sameSeries: true })).toEqual([
      'bias',
      'group:screen',
      'popularity',
      'age:new',
      'same-series',
      'fit',
    ]);
    expect(named({ age: 40, sameCreator: true })).toEqual([
      'bias',
      'group:screen',
      'popularity',
      'age:old',
      'same-creator',
      'fit',
    ]);
  });

  it('is neutral about the usual popularity and fit', () => {
    const { names, values } = knowsFeatures(PLAIN, 'screen');
    expect([values[names.indexOf('popularity')], values[names.indexOf('fit')]]).toEqual([0, 0]);
  });
});

describe('the chance that somebody knows a thing', () => {
  it('is the stated estimate while nobody has answered', () => {
    for (const popularity of [null, 0, 0.5, 1]) {
      const evidence = { ...PLAIN, popularity };
      expect(chanceAfter([], ann, evidence)).toBeCloseTo(pKnows(evidence), 9);
    }
  });

  it('moves little for a few answers, and comes to the truth with many', () => {
    const stated = pKnows(PLAIN);
    expect(chanceAfter([answer(1)])).toBeGreaterThan(stated);
    expect(chanceAfter([answer(0)])).toBeLessThan(stated);
    expect(chanceAfter(times(3, answer(1))) - stated).toBeLessThan(0.06);
    const mixed = Array.from({ length: 600 }, (_, at) => answer(at % 10 < 7 ? 1 : 0));
    expect(Math.abs(chanceAfter(mixed) - 0.7)).toBeLessThan(0.1);
  });

  it('teaches of everybody, but most of the person who answered', () => {
    const answers = times(40, answer(1));
    const [own, other, nobody] = [chanceAfter(answers, ann), chanceAfter(answers, bob), pKnows(PLAIN)];
    expect(other).toBeGreaterThan(nobody);
    expect(own).toBeGreaterThan(other);
  });

  it('learns what kind of thing is known', () => {
    const famous = { ...PLAIN, popularity: 0.9 };
    const obscure = { ...PLAIN, popularity: 0.1 };
    const answers = Array.from({ length: 80 }, (_, at) =>
      at % 2 === 0 ? answer(1, { evidence: famous }) : answer(0, { evidence: obscure }),
    );
    expect(chanceAfter(answers, bob, famous)).toBeGreaterThan(pKnows(famous));
    expect(chanceAfter(answers, bob, obscure)).toBeLessThan(pKnows(obscure));
  });

  it('is never sure', () => {
    expect(chanceAfter(times(5000, answer(1)))).toBe(0.95);
  });
});
