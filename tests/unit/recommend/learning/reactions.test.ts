import { describe, expect, it } from 'vitest';
import { TASTE_EVENT_TYPES } from '../../../../renderer/src/domain/event';
import type { TasteEventType } from '../../../../renderer/src/domain/event';
import { OUTCOMES } from '../../../../renderer/src/domain/share';
import type { Outcome } from '../../../../renderer/src/domain/share';
import { learningSignal, passedOverSignal } from '../../../../renderer/src/recommend/learning/reactions';
import type { LearningSignal } from '../../../../renderer/src/recommend/learning/reactions';

const of = (type: TasteEventType): LearningSignal | null => learningSignal({ type, rating: null, outcome: null });
const sent = (outcome: Outcome | null): LearningSignal | null =>
  learningSignal({ type: 'reacted', rating: null, outcome });
const rated = (rating: number | null): LearningSignal | null =>
  learningSignal({ type: 'rated', rating, outcome: null });
const weight = (signal: LearningSignal | null): number => signal?.weight ?? Number.NaN;

describe('what a reaction teaches', () => {
  it.each<TasteEventType>(['finished', 'wanted', 'knows-it', 'postponed'])('takes %s for no opinion', (type) => {
    expect(of(type)).toBeNull();
  });
  it.each<Outcome | null>(['knew-it', 'not-yet', null])('takes the outcome %s for no opinion', (outcome) => {
    expect(sent(outcome)).toBeNull();
  });
  it('takes a rating without a value for no opinion', () => {
    expect(rated(null)).toBeNull();
  });

  it.each<TasteEventType>(['loved', 'liked', 'chosen-over'])('takes %s for liked', (type) => {
    expect(of(type)?.label).toBe(1);
  });
  it.each<TasteEventType>(['disliked', 'never-again', 'not-for-them', 'abandoned'])(
    'takes %s for not liked',
    (type) => {
      expect(of(type)?.label).toBe(0);
    },
  );

  it('weighs a no more than a yes of the same strength', () => {
    expect(weight(of('disliked'))).toBeGreaterThan(weight(of('liked')));
    expect(weight(sent('no'))).toBeGreaterThan(weight(sent('loved')));
    expect(weight(rated(0))).toBeGreaterThan(weight(rated(1)));
  });

  it('weighs misses of a sent thing most, and nothing more than "never again"', () => {
    expect(sent('meh')?.label).toBe(0);
    expect(weight(sent('no'))).toBeGreaterThan(weight(of('disliked')));
    expect(weight(sent('meh'))).toBeGreaterThan(weight(rated(0.5)));
    const others = [...TASTE_EVENT_TYPES.map(of), ...OUTCOMES.map(sent), rated(0), rated(1)].map(
      (signal) => signal?.weight ?? 0,
    );
    expect(Math.max(...others)).toBe(weight(of('never-again')));
  });

  it('keeps every weight within what the learner is told to expect', () => {
    for (const signal of [
      ...TASTE_EVENT_TYPES.map(of),
      ...OUTCOMES.map(sent),
      ...[0, 0.3, 0.5, 0.6, 0.7, 0.79, 0.8, 1].map(rated),
      passedOverSignal({ type: 'chosen-over' }),
    ]) {
      if (signal === null) continue;
      expect(signal.weight).toBeGreaterThanOrEqual(0.3);
      expect(signal.weight).toBeLessThanOrEqual(2);
    }
  });

  it('takes ratings from 0.8 for liked, and minds lower ones the less the closer they come', () => {
    expect([0.8, 0.9, 1].map((rating) => rated(rating)?.label)).toEqual([1, 1, 1]);
    const lower = [0.4, 0.5, 0.6, 0.7, 0.79];
    expect(lower.map((rating) => rated(rating)?.label)).toEqual([0, 0, 0, 0, 0]);
    const weights = lower.map((rating) => weight(rated(rating)));
    expect(weights).toEqual([...weights].sort((left, right) => right - left));
    expect(new Set(weights).size).toBe(lower.length);
    expect(weight(rated(0))).toBe(weight(rated(0.4)));
  });

  it('holds little against the thing passed over, and only in a choice', () => {
    expect(passedOverSignal({ type: 'chosen-over' })?.label).toBe(0);
    expect(weight(passedOverSignal({ type: 'chosen-over' }))).toBeLessThan(weight(of('chosen-over')));
    for (const type of TASTE_EVENT_TYPES) if (type !== 'chosen-over') expect(passedOverSignal({ type })).toBeNull();
  });
});
