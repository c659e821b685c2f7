import { describe, expect, it } from 'vitest';
import { chanceOfChoosing, pairGains } from '../../../../renderer/src/recommend/eliciting/pair-gains';
import { difference, TasteBelief } from '../../../../renderer/src/recommend/eliciting/taste-belief';

/** Two imagined friends of opposite taste: black things 0 and 1, white ones 2 and 3; thing 4 leaves both cold. */
const BLACK_AND_WHITE = [Float64Array.of(2, 1, -2, -1, 0), Float64Array.of(-2, -1, 2, 1, 0)];
const belief = (): TasteBelief => new TasteBelief(BLACK_AND_WHITE);

describe('a belief about taste', () => {
  it('begins as wide as the imagined friends differ', () => {
    const open = belief();
    expect(open.variance(open.direction(0))).toBeCloseTo(4);
    expect(open.variance(open.direction(1))).toBeCloseTo(1);
    expect(open.variance(open.direction(4))).toBe(0);
  });

  it('is narrowed by a comparison for everything that goes with it, and by none for what does not', () => {
    const narrowed = belief();
    const observed = difference(narrowed.direction(0), narrowed.direction(2));
    narrowed.observe(observed, 0.25);
    // One dimension: variance 16 of the difference, information ¼ → 16 / (1 + 16 / 4).
    expect(narrowed.variance(observed)).toBeCloseTo(16 / 5);
    expect(narrowed.variance(narrowed.direction(1))).toBeCloseTo(1 / 5);
    expect(narrowed.variance(narrowed.direction(4))).toBe(0);
  });

  it('learns nothing from two things that everybody thinks the same of', () => {
    const same = belief();
    same.observe(difference(same.direction(4), same.direction(4)), 0.25);
    expect(same.variance(same.direction(0))).toBeCloseTo(4);
  });
});

describe('the gain of a pair', () => {
  const question = (open: TasteBelief, means = new Float64Array(5)) => ({
    belief: open,
    pool: [0, 1, 2, 3, 4].map((thing) => open.direction(thing)),
    targets: [0, 1, 2, 3, 4].map((thing) => open.direction(thing)),
    means,
    targetMeans: means,
  });

  it('is the drop in the variance of the targets that the answer brings', () => {
    const open = belief();
    const gain = pairGains(question(open));
    const total = (of: TasteBelief): number =>
      [0, 1, 2, 3, 4].reduce((sum, thing) => sum + of.variance(of.direction(thing)), 0);
    for (const [one, other] of [
      [0, 1],
      [0, 2],
      [1, 3],
      [0, 4],
    ] as const) {
      const narrowed = belief();
      const observed = difference(narrowed.direction(one), narrowed.direction(other));
      const chance = chanceOfChoosing(0, open.variance(observed));
      narrowed.observe(observed, chance * (1 - chance));
      expect(gain(one, other)).toBeCloseTo(total(open) - total(narrowed));
    }
  });

  it('is greatest for what divides people, and nothing for what does not', () => {
    const gain = pairGains(question(belief()));
    expect(gain(0, 2)).toBeGreaterThan(gain(1, 3));
    expect(gain(1, 3)).toBeGreaterThan(gain(0, 1));
    expect(gain(4, 4)).toBe(0);
  });

  it('is small where the answer is foreseen', () => {
    const open = belief();
    expect(pairGains(question(open, Float64Array.of(12, 0, -12, 0, 0)))(0, 2)).toBeLessThan(
      pairGains(question(open))(0, 2) / 2,
    );
  });
});
