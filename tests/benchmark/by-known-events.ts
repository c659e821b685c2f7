import { METRICS } from './case-metrics';
import type { MethodResult } from './evaluate-pack';
import type { Variant } from './pack';
import { ALL, K_BUCKETS, summariseSeries } from './summary';
import type { CaseSeries, SummaryRow } from './summary';

export const DIFFERENCE = 'handpicked-minus-average-rating';

/** Methods shown by number of known events. */
const LEVELS = [
  ['share', 'handpicked', 'ndcg@5'],
  ['share-rated', 'handpicked', 'auc'],
  ['share-rated', 'average-rating', 'auc'],
] as const;

/** Rows of buckets "k=1" .. "k=20": levels, and handpicked minus average rating on the same share-rated cases. */
export function rowsByKnownEvents(pack: string, results: readonly MethodResult[]): readonly SummaryRow[] {
  const levels = results.flatMap((result) =>
    LEVELS.filter(([variant, method]) => result.variant === variant && result.method === method).flatMap(
      ([variant, , metric]) => summariseSeries(pack, seriesOf(result, variant, metric), K_BUCKETS),
    ),
  );
  return [
    ...levels,
    ...pairedDifferences(results).flatMap((series) => summariseSeries(pack, series, [ALL, ...K_BUCKETS])),
  ];
}

/** Paired per case, which cancels how hard the case is; the interval is that of the difference. */
export function pairedDifferences(results: readonly MethodResult[]): readonly CaseSeries[] {
  const shareRated = results.filter(({ variant }) => variant === 'share-rated');
  return shareRated
    .filter(({ method }) => method === 'handpicked')
    .flatMap((mine) => {
      const other = shareRated.find(
        ({ method, mode, crowd }) => method === 'average-rating' && mode === mine.mode && crowd === mine.crowd,
      );
      if (other === undefined) return [];
      const theirs = seriesOf(other, 'share-rated', 'auc').values;
      const own = seriesOf(mine, 'share-rated', 'auc');
      return [
        { ...own, method: DIFFERENCE, values: own.values.map((value, index) => value - (theirs[index] ?? Number.NaN)) },
      ];
    });
}

export function seriesOf(result: MethodResult, variant: Variant, metric: string): CaseSeries {
  const place = METRICS[variant].indexOf(metric);
  return { ...result, metric, values: result.values.map((metrics) => metrics[place] ?? Number.NaN) };
}
