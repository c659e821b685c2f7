import type { ReliabilityRow } from '../../domain/backtest';

/** Normal quantile of a two-sided 95 % interval. */
const Z = 1.96;

/**
 * Wilson's interval (1927) for a share seen in n cases: honest at 0 and 1, where the plain one has no width. Opinions
 * of one person are not independent, so the truth may lie further off still.
 */
export function wilsonInterval(share: number, n: number): { readonly low: number; readonly high: number } {
  if (!(n > 0) || !Number.isFinite(share)) return { low: 0, high: 1 };
  const centre = (share + (Z * Z) / (2 * n)) / (1 + (Z * Z) / n);
  const half = (Z / (1 + (Z * Z) / n)) * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** In the diagram's own units: 0..size to the right and downwards, as SVG counts. */
export interface ReliabilityPoint {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly top: number;
  readonly bottom: number;
}

const MIN_RADIUS = 3;
const MAX_RADIUS = 9;

/** One dot per row that has cases: its area grows with them. */
export function reliabilityPoints(rows: readonly ReliabilityRow[], size: number): readonly ReliabilityPoint[] {
  const counted = rows.filter(
    ({ n, meanChance, share }) => n > 0 && Number.isFinite(meanChance) && Number.isFinite(share),
  );
  const most = Math.max(1, ...counted.map(({ n }) => n));
  return counted.map(({ n, meanChance, share }) => {
    const { low, high } = wilsonInterval(share, n);
    return {
      x: meanChance * size,
      y: (1 - share) * size,
      radius: MIN_RADIUS + (MAX_RADIUS - MIN_RADIUS) * Math.sqrt(n / most),
      top: (1 - high) * size,
      bottom: (1 - low) * size,
    };
  });
}
