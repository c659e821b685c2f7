import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOn, axisOf } from '../../../../renderer/src/features/trust/interval-axis';
import { reliabilityPoints, wilsonInterval } from '../../../../renderer/src/features/trust/reliability-points';

const NAN = { value: Number.NaN, low: Number.NaN, high: Number.NaN };

describe('axisOf', () => {
  it('ends on the tenths around everything it holds', () => {
    expect(axisOf([{ value: 0.71, low: 0.64, high: 0.78 }], [0.5])).toEqual({ low: 0.5, high: 0.8 });
    expect(axisOf([{ value: 0.3, low: 0.1 + 0.2, high: 0.7 }])).toEqual({ low: 0.3, high: 0.7 });
  });

  it('is the whole range where there is nothing, and never empty', () => {
    expect(axisOf([])).toEqual({ low: 0, high: 1 });
    expect(axisOf([NAN])).toEqual({ low: 0, high: 1 });
    expect(axisOf([NAN], [0.5])).toEqual({ low: 0.4, high: 0.6 });
  });

  it('holds what lies within 0..1 and keeps every place on the drawing, whatever comes', () => {
    const number = fc.oneof(
      fc.double({ min: -2, max: 3, noNaN: true }),
      fc.constant(Number.NaN),
      fc.constant(Infinity),
    );
    fc.assert(
      fc.property(fc.array(fc.record({ value: number, low: number, high: number })), number, (intervals, probe) => {
        const scale = axisOf(intervals);
        expect(scale.low).toBeLessThan(scale.high);
        expect(scale.low).toBeGreaterThanOrEqual(0);
        expect(scale.high).toBeLessThanOrEqual(1);
        for (const { value } of intervals) {
          if (value < 0 || value > 1 || Number.isNaN(value)) continue;
          expect(value).toBeGreaterThan(scale.low - 1e-6);
          expect(value).toBeLessThan(scale.high + 1e-6);
        }
        const place = placeOn(scale, probe);
        if (Number.isFinite(probe)) expect(place).toBeGreaterThanOrEqual(0);
        else expect(place).toBeNull();
        expect(place ?? 0).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('placeOn', () => {
  it('is 0 at the low end, 1 at the high end, and cut off beyond', () => {
    const scale = { low: 0.4, high: 0.8 };
    expect(placeOn(scale, 0.4)).toBe(0);
    expect(placeOn(scale, 0.6)).toBeCloseTo(0.5);
    expect(placeOn(scale, 1.3)).toBe(1);
    expect(placeOn(scale, -1)).toBe(0);
    expect(placeOn(scale, Number.NaN)).toBeNull();
  });
});

describe('wilsonInterval', () => {
  it('agrees with the published formula, and is honest at the ends', () => {
    // 8 of 10: (0.490, 0.943), as in textbooks.
    expect(wilsonInterval(0.8, 10).low).toBeCloseTo(0.49, 2);
    expect(wilsonInterval(0.8, 10).high).toBeCloseTo(0.943, 2);
    expect(wilsonInterval(1, 3).low).toBeLessThan(0.5);
    expect(wilsonInterval(1, 3).high).toBe(1);
    expect(wilsonInterval(0, 3).low).toBe(0);
  });

  it('knows nothing from nothing', () => {
    expect(wilsonInterval(0.5, 0)).toEqual({ low: 0, high: 1 });
    expect(wilsonInterval(Number.NaN, 5)).toEqual({ low: 0, high: 1 });
  });
});

describe('reliabilityPoints', () => {
  it('puts the chance to the right and the share upwards, the fullest row largest', () => {
    const [some, most] = reliabilityPoints(
      [
        { low: 0.2, high: 0.3, n: 4, meanChance: 0.25, share: 0.5 },
        { low: 0.8, high: 0.9, n: 100, meanChance: 0.85, share: 1 },
      ],
      200,
    );
    expect(some).toMatchObject({ x: 50, y: 100 });
    expect(most).toMatchObject({ x: 170, y: 0 });
    expect(most?.top).toBeCloseTo(0);
    expect(most?.radius).toBeGreaterThan(some?.radius ?? 99);
    // The fewer cases, the longer the line.
    expect((some?.bottom ?? 0) - (some?.top ?? 0)).toBeGreaterThan((most?.bottom ?? 0) - (most?.top ?? 0));
  });

  it('draws no empty row', () => {
    expect(reliabilityPoints([{ low: 0, high: 0.1, n: 0, meanChance: Number.NaN, share: Number.NaN }], 200)).toEqual(
      [],
    );
    expect(reliabilityPoints([], 200)).toEqual([]);
  });
});
