import { seededRandom } from '../../renderer/src/recommend/math/seeded-random';
import { METRICS } from './case-metrics';
import type { MethodResult } from './evaluate-pack';

/** One line of the JSON output. */
export interface ResultRow {
  readonly pack: string;
  readonly variant: string;
  readonly method: string;
  readonly mode: string;
  readonly crowd: string;
  readonly metric: string;
  readonly bucket: string;
  readonly n: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A row with the means of its resamples, from which the mean over packs gets its own interval. */
export interface SummaryRow extends ResultRow {
  readonly resamples: Float64Array;
}

/** One number per case, with its cluster and number of known events. */
export interface CaseSeries extends Pick<
  MethodResult,
  'variant' | 'method' | 'mode' | 'crowd' | 'clusters' | 'lengths'
> {
  readonly metric: string;
  /** NaN where the metric is not defined for the case. */
  readonly values: readonly number[];
}

export interface Bucket {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}
export const ALL: Bucket = { name: 'all', from: 0, to: Infinity };
export const BUCKETS: readonly Bucket[] = [
  ALL,
  { name: '1-3', from: 1, to: 3 },
  { name: '4-10', from: 4, to: 10 },
  { name: '11-50', from: 11, to: 50 },
  { name: '51+', from: 51, to: Infinity },
];
/** By the exact number of known events, as the share cases are cut. */
export const K_BUCKETS: readonly Bucket[] = [1, 2, 3, 5, 10, 20].map((k) => ({
  name: `k=${String(k)}`,
  from: k,
  to: k,
}));

const RESAMPLES = 1000;
const LOW = 0.025;
const HIGH = 0.975;
export const MEAN_PACK = 'mean';
export const MEAN_TRAINED = 'mean-trained';
export const MEAN_UNTRAINED = 'mean-untrained';

/** Every metric of a method, by history length. */
export function summarise(pack: string, result: MethodResult): readonly SummaryRow[] {
  return METRICS[result.variant].flatMap((metric, place) =>
    summariseSeries(
      pack,
      { ...result, metric, values: result.values.map((metrics) => metrics[place] ?? Number.NaN) },
      BUCKETS,
    ),
  );
}

/** Means with percentile bootstrap intervals (Efron 1979), whole clusters drawn, per bucket of known events. */
export function summariseSeries(pack: string, series: CaseSeries, buckets: readonly Bucket[]): readonly SummaryRow[] {
  const { variant, method, mode, crowd, metric } = series;
  return buckets.flatMap(({ name, from, to }) => {
    const values: number[] = [];
    const clusters: string[] = [];
    series.values.forEach((value, index) => {
      const length = series.lengths[index] ?? 0;
      if (length < from || length > to || Number.isNaN(value)) return;
      values.push(value);
      clusters.push(series.clusters[index] ?? String(index));
    });
    if (values.length === 0) return [];
    // One seed for all rows, so that methods are compared on the same resamples.
    return [
      {
        pack,
        variant,
        method,
        mode,
        crowd,
        metric,
        bucket: name,
        n: values.length,
        value: mean(values),
        ...withInterval(resampledMeans(values, clusters, 1)),
      },
    ];
  });
}

/** Means over all packs, over those of trained kinds only, and over the others. */
export function allMeans(
  packs: readonly { readonly rows: readonly SummaryRow[]; readonly trained: boolean }[],
): readonly SummaryRow[] {
  const rowsOf = (chosen: typeof packs): readonly SummaryRow[] => chosen.flatMap(({ rows }) => rows);
  return [
    ...meansOverPacks(rowsOf(packs)),
    ...meansOverPacks(rowsOf(packs.filter(({ trained }) => trained)), MEAN_TRAINED),
    ...meansOverPacks(rowsOf(packs.filter(({ trained }) => !trained)), MEAN_UNTRAINED),
  ];
}

/** Rows of pack "mean": mean over packs of each figure; its interval resamples within every pack. */
export function meansOverPacks(rows: readonly SummaryRow[], name = MEAN_PACK): readonly SummaryRow[] {
  const groups = new Map<string, SummaryRow[]>();
  for (const row of rows) {
    const key = [row.variant, row.method, row.mode, row.crowd, row.metric, row.bucket].join(' ');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const resamples = Float64Array.from({ length: RESAMPLES }, (_, round) =>
      mean(group.map((row) => row.resamples[round] ?? Number.NaN)),
    );
    return [
      {
        ...first,
        pack: name,
        n: group.reduce((sum, row) => sum + row.n, 0),
        value: mean(group.map((row) => row.value)),
        ...withInterval(resamples),
      },
    ];
  });
}

export function resampledMeans(values: readonly number[], clusters: readonly string[], seed: number): Float64Array {
  const numbers = new Map<string, number>();
  const sums: number[] = [];
  const counts: number[] = [];
  values.forEach((value, index) => {
    const cluster = clusters[index] ?? String(index);
    const number = numbers.get(cluster) ?? numbers.size;
    numbers.set(cluster, number);
    sums[number] = (sums[number] ?? 0) + value;
    counts[number] = (counts[number] ?? 0) + 1;
  });
  const random = seededRandom(seed);
  const [packedSums, packedCounts, size] = [Float64Array.from(sums), Float64Array.from(counts), sums.length];
  return Float64Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    let count = 0;
    for (let draw = 0; draw < size; draw++) {
      const chosen = Math.floor(random() * size);
      sum += packedSums[chosen] ?? 0;
      count += packedCounts[chosen] ?? 0;
    }
    return sum / count;
  });
}

function withInterval(resamples: Float64Array): {
  readonly low: number;
  readonly high: number;
  readonly resamples: Float64Array;
} {
  const sorted = resamples.toSorted();
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { low: at(LOW), high: at(HIGH), resamples };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
