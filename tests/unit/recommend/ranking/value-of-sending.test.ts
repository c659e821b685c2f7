import { describe, expect, it } from 'vitest';
import { COMMON_SHARE, valueOf } from '../../../../renderer/src/recommend/ranking/value-of-sending';

describe('the value of sending a thing', () => {
  it('is the chance of liking it × the chance that it is new, where they would choose it as often as another', () => {
    expect(Math.exp(valueOf(0, 0.5, 0.2))).toBeCloseTo(0.5 * 0.8, 9);
  });

  it('rises with what they would choose, at least as the odds do, and with what they would like', () => {
    for (const [chance, pKnows] of [
      [0.5, 0.2],
      [0.9, 0.7],
    ] as const)
      expect(valueOf(1, chance, pKnows) - valueOf(0, chance, pKnows)).toBeGreaterThanOrEqual(1);
    expect(valueOf(0, 0.8, 0.2) - valueOf(0, 0.5, 0.2)).toBeCloseTo(Math.log(0.8 / 0.5), 9);
  });

  it('falls with what they may know, most where they nearly surely do', () => {
    // Known in nineteen of twenty cases, it is worth a twentieth.
    expect(valueOf(1, 0.5, 0) - valueOf(1, 0.5, 0.95)).toBeCloseTo(Math.log(20), 9);
    expect(valueOf(1, 0.5, 0) - valueOf(1, 0.5, 0.5)).toBeCloseTo(Math.log(2), 9);
  });

  it('counts only a part of what anybody would choose', () => {
    expect(COMMON_SHARE).toBeGreaterThanOrEqual(0);
    expect(COMMON_SHARE).toBeLessThanOrEqual(0.5);
  });
});
