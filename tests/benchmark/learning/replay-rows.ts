import { bootstrapMean } from '../../../renderer/src/recommend/math/bootstrap';
import type { Estimate } from '../../../renderer/src/recommend/math/bootstrap';
import type { Crowd } from '../options';
import { meansOverPacks, resampledMeans } from '../summary';
import type { ResultRow, SummaryRow } from '../summary';
import { METHODS, REFERENCE } from './method-registry';
import { joined, POOLED } from './replay-groups';
import type { GroupReplay, ReplayGroup } from './replay-groups';
import type { ReplayRecord } from './replay';
import { calibrationOf, likedShare, logLoss, regret, repeats, WINDOWS } from './replay-metrics';
import type { PoolSort } from './replay-cases';

/** Metric names as in the rows, besides `liked@1-5` … and `liked@1-5 minus model` …. */
export const METRIC = {
  logLoss: 'log-loss',
  regret: 'regret',
  similarity: 'intra-list-similarity',
  coverage: 'coverage',
  repeats: 'repeats',
  calibration: 'ece',
  promised: 'reliability-chance',
  kept: 'reliability-liked',
} as const;

export function likedMetric(window: string): string {
  return `liked@${window}`;
}

export function differenceMetric(metric: string, reference: string): string {
  return `${metric} minus ${reference}`;
}

/** Metrics by which methods are compared, case by case. */
const COMPARED: readonly { readonly metric: string; readonly of: (record: ReplayRecord) => number }[] = [
  ...WINDOWS.map((window) => ({
    metric: likedMetric(window.name),
    of: (record: ReplayRecord) => likedShare(record, window),
  })),
  { metric: METRIC.logLoss, of: logLoss },
];

/** Methods that a method is compared with. */
function referencesOf(method: string): readonly string[] {
  const without = METHODS.find(({ name }) => name === method)?.without;
  return [...new Set([REFERENCE, ...(without === undefined ? [] : [without])])].filter((name) => name !== method);
}

/** One seed for all figures, so that methods are compared on the same resamples. */
const SEED = 1;

type Labels = Pick<ResultRow, 'pack' | 'variant' | 'mode' | 'crowd'>;

/**
 * All rows of one sort of cases and one crowd setting: every group, and the mean over the groups that pool no others.
 */
export function replayRows(sort: PoolSort, groups: readonly ReplayGroup[], crowd: Crowd): readonly ResultRow[] {
  const rows = groups.flatMap((group) =>
    groupRows({ pack: group.name, variant: `replay-${sort}`, mode: 'warm', crowd }, joined(group, crowd)),
  );
  const single = rows.filter((row): row is SummaryRow => row.pack !== POOLED && 'resamples' in row);
  const means = groups.length > 1 ? meansOverPacks(single) : [];
  return [...rows, ...means].map(
    ({ pack, variant, method, mode, crowd: own, metric, bucket, n, value, low, high }) => ({
      pack,
      variant,
      method,
      mode,
      crowd: own,
      metric,
      bucket,
      n,
      value,
      low,
      high,
    }),
  );
}

function groupRows(labels: Labels, methods: readonly GroupReplay[]): readonly (ResultRow | SummaryRow)[] {
  return methods.flatMap((own) => {
    const { method, records, clusters, similarities, coverage } = own;
    const measured = (metric: string, values: readonly number[]): readonly SummaryRow[] =>
      estimated({ ...labels, method, metric, bucket: 'all' }, values, clusters);
    const plain = (metric: string, n: number, value: number, bucket = 'all'): ResultRow => ({
      ...labels,
      method,
      metric,
      bucket,
      n,
      value,
      low: Number.NaN,
      high: Number.NaN,
    });
    const calibration = calibrationOf(records);
    return [
      ...COMPARED.flatMap(({ metric, of }) => measured(metric, records.map(of))),
      ...referencesOf(method).flatMap((reference) => {
        const theirs = methods.find((other) => other.method === reference);
        return theirs === undefined
          ? []
          : COMPARED.flatMap(({ metric, of }) =>
              measured(differenceMetric(metric, reference), differences(own, theirs, of)),
            );
      }),
      ...measured(METRIC.regret, records.map(regret)),
      ...measured(METRIC.similarity, similarities),
      plain(METRIC.coverage, coverage.offered, coverage.sent / coverage.offered),
      plain(
        METRIC.repeats,
        records.length,
        records.reduce((sum, record) => sum + repeats(record), 0),
      ),
      ...(calibration === null
        ? []
        : [
            plain(METRIC.calibration, calibration.n, calibration.error),
            ...calibration.rows.flatMap(({ bin, count, chance, liked }) => [
              plain(METRIC.promised, count, chance, bin),
              plain(METRIC.kept, count, liked, bin),
            ]),
          ]),
    ];
  });
}

/** Paired per case, which cancels how hard the case is. Both methods played the same cases in the same order. */
export function differences(
  mine: GroupReplay,
  theirs: GroupReplay,
  of: (record: ReplayRecord) => number,
): readonly number[] {
  return mine.records.map((record, place) => {
    const other = theirs.records[place];
    if (other?.caseId !== record.caseId)
      throw new Error(`${mine.method} and ${theirs.method} did not play the same cases.`);
    return of(record) - of(other);
  });
}

/** Mean over the cases for which the figure is defined, with its interval and resamples. */
function estimated(
  labels: Omit<ResultRow, keyof Estimate>,
  values: readonly number[],
  clusters: readonly string[],
): readonly SummaryRow[] {
  const defined = values
    .map((value, place) => ({ value, cluster: clusters[place] ?? '' }))
    .filter(({ value }) => !Number.isNaN(value));
  if (defined.length === 0) return [];
  const [kept, names] = [defined.map(({ value }) => value), defined.map(({ cluster }) => cluster)];
  return [{ ...labels, ...bootstrapMean(kept, names, { seed: SEED }), resamples: resampledMeans(kept, names, SEED) }];
}
