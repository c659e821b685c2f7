import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedCalibrationError, reliabilityTable } from '../../../../renderer/src/recommend/evaluating/calibration';
import { logit } from '../../../../renderer/src/recommend/math/log-odds';

/** Evenly spread: fc.double draws bit patterns, nearly all of which are next to zero. */
const share = fc.integer({ min: 0, max: 1_000_000 }).map((step) => step / 1_000_000);
const cases = fc.array(fc.record({ chance: share, label: fc.constantFrom(0, 1) }), { minLength: 1, maxLength: 60 });

describe('log-odds', () => {
  it('stay finite where a chance is certain', () => {
    expect(logit(0.5)).toBe(0);
    expect(Number.isFinite(logit(0)) && Number.isFinite(logit(1))).toBe(true);
  });
});

describe('reliability', () => {
  it('says bin by bin what was promised and what came true', () => {
    expect(reliabilityTable([0.1, 0.3, 0.8, 1], [0, 1, 1, 0], 2)).toEqual([
      { low: 0, high: 0.5, n: 2, meanChance: 0.2, share: 0.5 },
      { low: 0.5, high: 1, n: 2, meanChance: 0.9, share: 0.5 },
    ]);
    expect(expectedCalibrationError([0.1, 0.3, 0.8, 1], [0, 1, 1, 0], 2)).toBeCloseTo(0.5 * 0.3 + 0.5 * 0.4, 12);
  });

  it('weighs bins by their cases', () => {
    expect(expectedCalibrationError([0.2, 0.2, 0.2, 1], [0, 0, 0, 1], 2)).toBeCloseTo(0.75 * 0.2, 12);
  });

  it('leaves empty bins out and loses no case', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 20 }), (all, bins) => {
        const rows = reliabilityTable(
          all.map((one) => one.chance),
          all.map(({ label }) => label),
          bins,
        );
        expect(
          rows.every(({ n, low, high, meanChance }) => n > 0 && meanChance >= low - 1e-9 && meanChance <= high + 1e-9),
        ).toBe(true);
        expect(rows.reduce((sum, { n }) => sum + n, 0)).toBe(all.length);
        expect(rows.reduce((sum, { n, share }) => sum + n * share, 0)).toBeCloseTo(
          all.filter(({ label }) => label === 1).length,
          9,
        );
      }),
    );
  });

  it('has no error to tell of without cases, and none where every promise is kept', () => {
    expect(expectedCalibrationError([], [])).toBeNaN();
    expect(expectedCalibrationError([0, 1], [0, 1])).toBe(0);
  });

  it('refuses what is no chance', () => {
    expect(() => reliabilityTable([Number.NaN], [1])).toThrow(RangeError);
  });
});
