import { describe, expect, it } from 'vitest';
import { logit } from '../../../../renderer/src/recommend/math/log-odds';
import { valueOf } from '../../../../renderer/src/recommend/ranking/value-of-sending';

describe('the value of sending a thing', () => {
  it('is the odds of choosing it × the chance of liking it × the chance that it is new, as a logarithm', () => {
    expect(Math.exp(valueOf(Math.log(3), 0.5, 0.2))).toBeCloseTo(3 * 0.5 * 0.8, 9);
  });

  it('rises with what they would choose and with what they would like', () => {
    expect(valueOf(1, 0.5, 0.2)).toBeGreaterThan(valueOf(0, 0.5, 0.2));
    expect(valueOf(0, 0.8, 0.2)).toBeGreaterThan(valueOf(0, 0.5, 0.2));
  });

  it('falls with what they may know, most where they nearly surely do', () => {
    expect(valueOf(0, 0.5, 0.95)).toBeLessThan(valueOf(0, 0.5, 0.5));
    // Known in nineteen of twenty cases, it must be twenty times as likely to be chosen.
    expect(valueOf(Math.log(20), 0.5, 0.95)).toBeCloseTo(valueOf(0, 0.5, 0), 9);
    expect(valueOf(logit(0.95), 0.5, 0.95)).toBeLessThan(valueOf(0, 0.5, 0));
  });
});
