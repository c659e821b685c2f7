import { describe, expect, it } from 'vitest';
import {
  formatRating,
  formatRelative,
  formatYear,
  ratingToStep,
  RATING_STEPS,
  stepToRating,
  type RatingScale,
} from '../../../renderer/src/ui/format';
import { stepAfterKey } from '../../../renderer/src/ui/rating-input';

const SCALES = Object.keys(RATING_STEPS) as RatingScale[];

describe('ratings on the user’s scale', () => {
  it.each(SCALES)('every step of %s survives the way through 0..1', (scale) => {
    for (let step = 1; step <= RATING_STEPS[scale]; step += 1)
      expect(ratingToStep(stepToRating(step, scale), scale)).toBe(step);
  });

  it('never turns "no rating" into a number, nor a rating into "no rating"', () => {
    for (const scale of SCALES) {
      expect(ratingToStep(null, scale)).toBeNull();
      expect(stepToRating(0, scale)).toBeNull();
      expect(ratingToStep(0.001, scale)).toBe(1);
    }
  });

  it('says the same rating on each scale', () => {
    expect(SCALES.map((scale) => formatRating(0.7, scale).replace(',', '.'))).toEqual([
      '4/5',
      '3.5/5',
      '7/10',
      '70/100',
    ]);
  });

  it.each([
    ['4', null, 'stars-5', 4],
    ['4', null, 'points-10', 8],
    ['0', 3, 'stars-5', 0],
    ['Backspace', 3, 'stars-5', 0],
    ['ArrowRight', null, 'halves-5', 1],
    ['ArrowRight', 10, 'halves-5', 10],
    ['ArrowLeft', 1, 'stars-5', 0],
    ['End', 2, 'points-10', 10],
    ['6', 2, 'stars-5', undefined],
    ['a', 2, 'stars-5', undefined],
  ] as const)('key %s from %s on %s gives %s', (key, step, scale, expected) => {
    expect(stepAfterKey(key, step, scale)).toBe(expected);
  });
});

describe('dates', () => {
  const now = Date.UTC(2026, 4, 20);
  it('speaks of days, weeks and months, then of dates', () => {
    const days = (count: number): string => formatRelative(now - count * 86_400_000, now);
    expect([days(0), days(1), days(20), days(90)]).toEqual(['today', 'yesterday', '3 weeks ago', '3 months ago']);
    expect(days(800)).toMatch(/2024/);
  });
  it('gives what a wrong clock dated later than now as a date, never “in 12 months”', () => {
    expect(formatRelative(now + 365 * 86_400_000, now)).toMatch(/2027/);
    expect(formatRelative(now + 3_600_000, now)).toBe('today');
  });
  it('writes years before our era in words', () => {
    expect([formatYear(-700), formatYear(1954)]).toEqual(['700 BC', '1954']);
  });
});
