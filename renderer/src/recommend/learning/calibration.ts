import type { ReliabilityRow } from '../../domain/backtest';
import { sigmoid } from '../reranking/would-like';

/** Chance to chance, as log-odds(calibrated) = slope · log-odds(chance) + intercept. */
export interface PlattScaling {
  /** Below 1: the chances were too sure of themselves. */
  readonly slope: number;
  /** Log-odds; below 0: they promised too much. */
  readonly intercept: number;
}

export const UNCALIBRATED: PlattScaling = { slope: 1, intercept: 0 };

/** Pulls towards UNCALIBRATED as strongly as about so many answers would. */
const RIDGE = 2;
/** A chance of exactly 0 or 1 has no log-odds. */
const LEAST_CHANCE = 1e-6;
/** Newton's method needs 4 to 8 steps here. */
const MOST_STEPS = 50;
const MOST_HALVINGS = 30;
/** Half the Newton decrement: how much the next step could still win. */
const SETTLED = 1e-14;

/** Log-odds of a chance 0..1, kept finite. */
export function logOddsOf(chance: number): number {
  const kept = Math.max(LEAST_CHANCE, Math.min(1 - LEAST_CHANCE, chance));
  return Math.log(kept / (1 - kept));
}

export function calibrated(chance: number, { slope, intercept }: PlattScaling): number {
  return sigmoid(slope * logOddsOf(chance) + intercept);
}

/**
 * Platt scaling (Platt 1999) with the targets of that paper, (N₊ + 1) / (N₊ + 2) and 1 / (N₋ + 2), which keep it from being
 * sure after few answers. In log-odds, so that the identity is among the answers; a ridge around the identity makes it *be*
 * the answer while nothing is known. The loss is strictly convex, so Newton steps, halved where they overshoot (Lin, Lin &
 * Weng 2007), end at its one minimum. Answers that contradict the chances throughout can give a slope below 0.
 * @param chances 0..1. @param labels what came of them, 1 or 0; as many.
 */
export function fitPlattScaling(chances: ArrayLike<number>, labels: ArrayLike<number>, ridge = RIDGE): PlattScaling {
  throwUnlessPaired(chances, labels);
  const scores = Array.from(chances, logOddsOf);
  const positives = Array.from(labels).filter((label) => label === 1).length;
  const [target1, target0] = [(positives + 1) / (positives + 2), 1 / (labels.length - positives + 2)];
  const targets = Array.from(labels, (label) => (label === 1 ? target1 : target0));

  const loss = ({ slope, intercept }: PlattScaling): number => scores.reduce((sum, score, index) => {
    const scaled = slope * score + intercept;
    // −t · log p − (1 − t) · log(1 − p), without overflow.
    return sum + Math.max(0, scaled) - (targets[index] ?? 0) * scaled + Math.log1p(Math.exp(-Math.abs(scaled)));
  }, (ridge / 2) * ((slope - 1) ** 2 + intercept ** 2));

  let best = UNCALIBRATED;
  let least = loss(best);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    let [slopeGradient, interceptGradient] = [ridge * (best.slope - 1), ridge * best.intercept];
    // The Hessian: [[curved, mixed], [mixed, flat]].
    let [curved, mixed, flat] = [ridge, 0, ridge];
    scores.forEach((score, index) => {
      const chance = sigmoid(best.slope * score + best.intercept);
      const miss = chance - (targets[index] ?? 0);
      const bend = chance * (1 - chance);
      slopeGradient += miss * score;
      interceptGradient += miss;
      curved += bend * score * score;
      mixed += bend * score;
      flat += bend;
    });
    const determinant = curved * flat - mixed * mixed;
    const down = {
      slope: (mixed * interceptGradient - flat * slopeGradient) / determinant,
      intercept: (mixed * slopeGradient - curved * interceptGradient) / determinant,
    };
    if (!(-(down.slope * slopeGradient + down.intercept * interceptGradient) / 2 > SETTLED)) break;
    const from = best;
    const at = (size: number): PlattScaling => ({ slope: from.slope + size * down.slope, intercept: from.intercept + size * down.intercept });
    let size = 1;
    for (let halving = 0; halving < MOST_HALVINGS && !(loss(at(size)) < least); halving += 1) size /= 2;
    // No step wins any more: rounding is all that is left.
    if (!(loss(at(size)) < least)) break;
    best = at(size);
    least = loss(best);
  }
  return best;
}

/** Of things given a chance between `low` and `high`, how many came true; bins of equal width, empty ones left out. */
export function reliabilityTable(chances: ArrayLike<number>, labels: ArrayLike<number>, bins = 10): readonly ReliabilityRow[] {
  throwUnlessPaired(chances, labels);
  const sums = Array.from({ length: bins }, () => ({ n: 0, chances: 0, positives: 0 }));
  for (let index = 0; index < chances.length; index += 1) {
    const chance = chances[index] ?? Number.NaN;
    // 1 belongs to the last bin.
    const bin = sums[Math.min(bins - 1, Math.floor(chance * bins))];
    if (bin === undefined) throw new RangeError('A chance is a number 0..1.');
    bin.n += 1;
    bin.chances += chance;
    bin.positives += labels[index] ?? 0;
  }
  return sums.flatMap(({ n, chances: sum, positives }, index) => (n === 0 ? [] : [{ low: index / bins, high: (index + 1) / bins, n, meanChance: sum / n, share: positives / n }]));
}

/** Expected calibration error (Naeini et al. 2015), 0..1: how far promise and truth lie apart, bin by bin, weighed by cases. NaN where there are none. */
export function expectedCalibrationError(chances: ArrayLike<number>, labels: ArrayLike<number>, bins = 10): number {
  if (chances.length === 0) return Number.NaN;
  return reliabilityTable(chances, labels, bins).reduce((sum, { n, meanChance, share }) => sum + (n / chances.length) * Math.abs(meanChance - share), 0);
}

function throwUnlessPaired(chances: ArrayLike<number>, labels: ArrayLike<number>): void {
  if (chances.length !== labels.length) throw new RangeError('Needs one label per chance.');
}
