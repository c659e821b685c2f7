import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../renderer/src/recommend/evaluating/bootstrap';
import { calibrated, expectedCalibrationError, fitPlattScaling, logOddsOf, reliabilityTable, UNCALIBRATED } from '../../../../renderer/src/recommend/learning/calibration';

const chance = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
/** Evenly spread: fc.double draws bit patterns, nearly all of which are next to zero. */
const share = fc.integer({ min: 0, max: 1_000_000 }).map((step) => step / 1_000_000);
const cases = fc.array(fc.record({ chance: share, label: fc.constantFrom(0, 1) }), { minLength: 1, maxLength: 60 });

/** Things that come true by log-odds `slope · score + intercept`, told as log-odds `score`. */
function told(slope: number, intercept: number, count: number): { readonly chances: number[]; readonly labels: number[] } {
  const random = seededRandom(3);
  const scores = Array.from({ length: count }, () => 6 * random() - 3);
  return { chances: scores.map(chance), labels: scores.map((score) => (random() < chance(slope * score + intercept) ? 1 : 0)) };
}

describe('Platt scaling', () => {
  it('is the identity while nothing is known', () => {
    expect(fitPlattScaling([], [])).toEqual(UNCALIBRATED);
    expect(calibrated(0.3, UNCALIBRATED)).toBeCloseTo(0.3, 12);
  });

  it.each([[1, 0], [0.5, -1], [2, 0.5]])('finds slope %d and intercept %d again', (slope, intercept) => {
    const { chances, labels } = told(slope, intercept, 20_000);
    const found = fitPlattScaling(chances, labels);
    expect(Math.abs(found.slope - slope)).toBeLessThan(0.08);
    expect(Math.abs(found.intercept - intercept)).toBeLessThan(0.08);
    const after = chances.map((one) => calibrated(one, found));
    expect(expectedCalibrationError(after, labels)).toBeLessThan(0.02);
    if (slope !== 1) expect(expectedCalibrationError(chances, labels)).toBeGreaterThan(0.05);
  });

  it('stands where the smoothed, ridged loss has no slope', () => {
    fc.assert(fc.property(cases, share, (all, spread) => {
      const ridge = 0.1 + 5 * spread;
      const labels = all.map(({ label }) => label);
      const found = fitPlattScaling(all.map((one) => one.chance), labels, ridge);
      const yes = labels.filter((label) => label === 1).length;
      const target = (label: number): number => (label === 1 ? (yes + 1) / (yes + 2) : 1 / (labels.length - yes + 2));
      const misses = all.map((one) => calibrated(one.chance, found) - target(one.label));
      expect(misses.reduce((sum, miss) => sum + miss, ridge * found.intercept)).toBeCloseTo(0, 5);
      expect(misses.reduce((sum, miss, at) => sum + miss * logOddsOf(all[at]?.chance ?? Number.NaN), ridge * (found.slope - 1))).toBeCloseTo(0, 4);
    }));
  });

  it('stays finite and humble where every answer was the same', () => {
    const found = fitPlattScaling([0.9, 0.9, 0.9], [1, 1, 1]);
    expect(calibrated(0.9, found)).toBeGreaterThan(0.5);
    expect(calibrated(0.9, found)).toBeLessThan(0.99);
  });

  it('keeps certain chances finite', () => {
    const { slope, intercept } = fitPlattScaling([0, 1, 1], [0, 1, 0]);
    expect(Number.isFinite(slope) && Number.isFinite(intercept)).toBe(true);
  });

  it('wants one label per chance', () => { expect(() => fitPlattScaling([0.5], [])).toThrow(RangeError); });
});

describe('reliability', () => {
  it('says bin by bin what was promised and what came true', () => {
    expect(reliabilityTable([0.1, 0.3, 0.8, 1], [0, 1, 1, 0], 2)).toEqual([
      { low: 0, high: 0.5, n: 2, meanChance: 0.2, share: 0.5 }, { low: 0.5, high: 1, n: 2, meanChance: 0.9, share: 0.5 },
    ]);
    expect(expectedCalibrationError([0.1, 0.3, 0.8, 1], [0, 1, 1, 0], 2)).toBeCloseTo(0.5 * 0.3 + 0.5 * 0.4, 12);
  });

  it('weighs bins by their cases', () => { expect(expectedCalibrationError([0.2, 0.2, 0.2, 1], [0, 0, 0, 1], 2)).toBeCloseTo(0.75 * 0.2, 12); });

  it('leaves empty bins out and loses no case', () => {
    fc.assert(fc.property(cases, fc.integer({ min: 1, max: 20 }), (all, bins) => {
      const rows = reliabilityTable(all.map((one) => one.chance), all.map(({ label }) => label), bins);
      expect(rows.every(({ n, low, high, meanChance }) => n > 0 && meanChance >= low - 1e-9 && meanChance <= high + 1e-9)).toBe(true);
      expect(rows.reduce((sum, { n }) => sum + n, 0)).toBe(all.length);
      expect(rows.reduce((sum, { n, share }) => sum + n * share, 0)).toBeCloseTo(all.filter(({ label }) => label === 1).length, 9);
    }));
  });

  it('has no error to tell of without cases, and none where every promise is kept', () => {
    expect(expectedCalibrationError([], [])).toBeNaN();
    expect(expectedCalibrationError([0, 1], [0, 1])).toBe(0);
  });

  it('refuses what is no chance', () => { expect(() => reliabilityTable([Number.NaN], [1])).toThrow(RangeError); });
});
