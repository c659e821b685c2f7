import { describe, expect, it } from 'vitest';
import { withoutTrend } from '../../../../renderer/src/recommend/math/standardise';

const over = Float64Array.of(0, 0.5, 1);

describe('what fame explains', () => {
  it('is taken off in part, and wholly where asked', () => {
    expect([...withoutTrend(Float64Array.of(0, 1, 2), over, 0.5)]).toEqual([0.5, 1, 1.5]);
    expect([...withoutTrend(Float64Array.of(0, 1, 2), over, 1)]).toEqual([1, 1, 1]);
  });

  it('leaves the order of equally famous things alone', () => {
    const [first = 0, second = 0] = withoutTrend(Float64Array.of(3, 1, 5, 9), Float64Array.of(0.5, 0.5, 0, 1), 0.6);
    expect(first - second).toBeCloseTo(2, 12);
  });

  it('takes nothing off where fame speaks against a thing, says nothing or is not known', () => {
    expect([...withoutTrend(Float64Array.of(2, 1, 0), over, 0.5)]).toEqual([2, 1, 0]);
    expect([...withoutTrend(Float64Array.of(2, 1, 0), Float64Array.of(1, 1, 1), 0.5)]).toEqual([2, 1, 0]);
    expect([...withoutTrend(Float64Array.of(0, 7, 2), Float64Array.of(0, Number.NaN, 1), 1)]).toEqual([1, 7, 1]);
  });
});
