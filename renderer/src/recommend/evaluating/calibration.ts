import type { ReliabilityRow } from '../../domain/backtest';

/** For chances in bins of equal width, the share that came true; empty bins are left out. */
export function reliabilityTable(
  chances: ArrayLike<number>,
  labels: ArrayLike<number>,
  bins = 10,
): readonly ReliabilityRow[] {
  throwUnlessPaired(chances, labels);
  const sums = Array.from({ length: bins }, () => ({ n: 0, chances: 0, positives: 0 }));
  for (let index = 0; index < chances.length; index += 1) {
    const chance = chances[index] ?? Number.NaN;
    // A chance of exactly 1 belongs to the last bin.
    const bin = sums[Math.min(bins - 1, Math.floor(chance * bins))];
    if (bin === undefined) throw new RangeError('A chance is a number 0..1.');
    bin.n += 1;
    bin.chances += chance;
    bin.positives += labels[index] ?? 0;
  }
  return sums.flatMap(({ n, chances: sum, positives }, index) =>
    n === 0 ? [] : [{ low: index / bins, high: (index + 1) / bins, n, meanChance: sum / n, share: positives / n }],
  );
}

/**
 * Expected calibration error (Naeini et al. 2015), 0..1: mean over bins of |mean chance − share that came true|,
 * weighted by cases. NaN without cases.
 */
export function expectedCalibrationError(chances: ArrayLike<number>, labels: ArrayLike<number>, bins = 10): number {
  if (chances.length === 0) return Number.NaN;
  return reliabilityTable(chances, labels, bins).reduce(
    (sum, { n, meanChance, share }) => sum + (n / chances.length) * Math.abs(meanChance - share),
    0,
  );
}

function throwUnlessPaired(chances: ArrayLike<number>, labels: ArrayLike<number>): void {
  if (chances.length !== labels.length) throw new RangeError('Needs one label per chance.');
}
