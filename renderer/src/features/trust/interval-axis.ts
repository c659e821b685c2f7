/** A measured share with its 95 % interval; what is not finite is not drawn. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface Axis {
  readonly low: number;
  readonly high: number;
}

/** Steps the ends of a scale fall on: tenths. */
const STEPS = 10;

/**
 * The scale that holds every interval and `include`, ends on tenths and stays within 0..1; 0..1 where there is nothing
 * to hold. Estimates that leave 0..1 (IPS may) are cut off at the edge of the drawing.
 */
export function axisOf(intervals: readonly Interval[], include: readonly number[] = []): Axis {
  const values = [...intervals.flatMap(({ value, low, high }) => [value, low, high]), ...include].filter(
    Number.isFinite,
  );
  if (values.length === 0) return { low: 0, high: 1 };
  // A value on a tenth needs no further tenth for what floating point adds to it.
  const low = Math.max(0, Math.floor(Math.min(...values) * STEPS + 1e-9) / STEPS);
  const high = Math.min(1, Math.ceil(Math.max(...values) * STEPS - 1e-9) / STEPS);
  return low < high
    ? { low, high }
    : { low: Math.max(0, Math.min(low, 1) - 1 / STEPS), high: Math.min(1, Math.max(high, 0) + 1 / STEPS) };
}

/** Place 0..1 along the scale, kept on it; null where there is no number. */
export function placeOn({ low, high }: Axis, value: number): number | null {
  if (!Number.isFinite(value)) return null;
  return Math.min(1, Math.max(0, (value - low) / (high - low)));
}
