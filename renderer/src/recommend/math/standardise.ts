/**
 * Mean and 1 / standard deviation of a channel over a set of candidates; 0 for the latter where the values are
 * constant.
 */
export interface Scale {
  readonly mean: number;
  readonly inverseDeviation: number;
}

/** Deviations below this are rounding errors. */
const CONSTANT = 1e-9;

/** Population statistics; NaN values are missing and left out. */
export function scaleOf(values: Float64Array): Scale {
  let count = 0;
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    count += 1;
    sum += value;
  }
  if (count === 0) return { mean: 0, inverseDeviation: 0 };
  const mean = sum / count;
  let square = 0;
  for (let index = 0; index < values.length; index += 1) {
    const distance = (values[index] ?? Number.NaN) - mean;
    if (!Number.isNaN(distance)) square += distance * distance;
  }
  const deviation = Math.sqrt(square / count);
  return { mean, inverseDeviation: deviation > CONSTANT ? 1 / deviation : 0 };
}

/** The same without dividing: only the mean is taken off. */
export function centredScaleOf(values: Float64Array): Scale {
  return { mean: scaleOf(values).mean, inverseDeviation: 1 };
}

/** The scale with a standard deviation of at least `deviation`, so that smaller differences are not stretched. */
export function withMinDeviation(scale: Scale, deviation: number): Scale {
  return { mean: scale.mean, inverseDeviation: Math.min(scale.inverseDeviation, 1 / deviation) };
}

/** z-score; 0 for a missing value. */
export function zScore(value: number, scale: Scale): number {
  return Number.isNaN(value) ? 0 : (value - scale.mean) * scale.inverseDeviation;
}

/** Adds weights[sets[i]] × z-score of values[i] to sums[i]. */
export function addZScores(
  sums: Float64Array,
  values: Float64Array,
  { mean, inverseDeviation }: Scale,
  weights: Float64Array,
  sets: Uint8Array,
): void {
  for (let index = 0; index < values.length; index += 1) {
    const z = ((values[index] ?? Number.NaN) - mean) * inverseDeviation;
    // A missing value adds nothing, as in `zScore`.
    if (!Number.isNaN(z)) sums[index] = (sums[index] ?? 0) + (weights[sets[index] ?? 0] ?? 0) * z;
  }
}

/** How many of the ascending values are below `value`; with `orEqual` also those equal to it. */
export function placeOf(values: Float64Array, value: number, orEqual = false): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = values[middle] ?? 0;
    if (found < value || (orEqual && found === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Average rank of each value among those not missing, 0 (lowest) to 1; NaN stays NaN. Counts of different sources can
 * only be compared by rank.
 */
export function averageRanks(values: Float64Array): Float64Array {
  const order: number[] = [];
  values.forEach((value, index) => {
    if (!Number.isNaN(value)) order.push(index);
  });
  order.sort((left, right) => (values[left] ?? 0) - (values[right] ?? 0));
  const ranks = new Float64Array(values.length).fill(Number.NaN);
  const steps = Math.max(1, order.length - 1);
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && values[order[end] ?? 0] === values[order[start] ?? 0]) end += 1;
    for (let at = start; at < end; at += 1) ranks[order[at] ?? 0] = (start + end - 1) / 2 / steps;
    start = end;
  }
  return ranks;
}

/**
 * `values` less `share` of what a least-squares line over `over` explains of them. Nothing is subtracted where the line
 * does not rise, or for values whose `over` is missing (NaN).
 */
export function withoutTrend(values: Float64Array, over: Float64Array, share: number): Float64Array {
  const known = [...over.keys()].filter((index) => !Number.isNaN(over[index]));
  const mean = (of: Float64Array): number =>
    known.reduce((sum, index) => sum + (of[index] ?? 0), 0) / Math.max(1, known.length);
  const [middle, centre] = [mean(values), mean(over)];
  let together = 0;
  let spread = 0;
  for (const index of known) {
    const distance = (over[index] ?? 0) - centre;
    together += distance * ((values[index] ?? 0) - middle);
    spread += distance ** 2;
  }
  const slope = spread > CONSTANT ? Math.max(0, together / spread) : 0;
  return values.map((value, index) =>
    Number.isNaN(over[index]) ? value : value - share * slope * ((over[index] ?? 0) - centre),
  );
}
