import { grouped } from './grouped';
import { meansOverPacks, withInterval } from './person-series';
import type { PersonRow, ResampledRow } from './person-series';

/** Ways that need no model of taste; `task-score` is the app's own, and chance is no way. */
const SIMPLE_WAYS: ReadonlySet<string> = new Set([
  'average-rating',
  'creator-mean',
  'likeness',
  'popularity',
  'item-knn',
  'own-mean',
]);

const PREFIX = 'handpicked-minus-';
const differenceFrom = (method: string): string => `${PREFIX}${method}`;
/** The method a row says "handpicked minus …" of; null for every other row. */
const comparedWith = ({ method }: Pick<PersonRow, 'method'>): string | null =>
  method.startsWith(PREFIX) ? method.slice(PREFIX.length) : null;
export const isDifference = (row: Pick<PersonRow, 'method'>): boolean => comparedWith(row) !== null;

/**
 * `handpicked` minus each other method on the same cases. All methods are resampled with the same draws of people, so
 * the difference of each draw gives the paired interval.
 */
export function pairedDifferences(rows: readonly ResampledRow[]): readonly ResampledRow[] {
  return [...grouped(rows, sameCases).values()].flatMap((group) => {
    const own = group.find(({ method }) => method === 'handpicked');
    if (own === undefined) return [];
    return group
      .filter(({ method, n, people }) => method !== 'handpicked' && n === own.n && people === own.people)
      .map((other) => ({
        ...other,
        method: differenceFrom(other.method),
        value: own.value - other.value,
        ...withInterval(own.resamples.map((value, round) => value - (other.resamples[round] ?? Number.NaN))),
      }));
  });
}

/** Rows of packs, their differences, and the means of both; the mean of a difference is over packs that have both. */
export function withDifferencesAndMeans(rows: readonly ResampledRow[]): readonly ResampledRow[] {
  const all = [...rows, ...pairedDifferences(rows)];
  return [...all, ...meansOverPacks(all)];
}

const sameCases = ({ pack, variant, crowd, metric, bucket, asImported }: PersonRow): string =>
  [pack, variant, crowd, metric, bucket, asImported].join(' ');

/** What `handpicked` is measured against on some cases. */
export interface Comparison {
  /** Less the crowd's average; null where the suite has none. */
  readonly average: PersonRow | null;
  /** Less the best of the simple ways: the one it is least above. */
  readonly best: PersonRow;
  readonly bestName: string;
}

/** Of rows about the same cases; null where no simple way was measured. */
export function comparisonOf(rows: readonly PersonRow[]): Comparison | null {
  const found = rows.flatMap((row) => {
    const name = comparedWith(row);
    return name !== null && SIMPLE_WAYS.has(name) ? [{ row, name }] : [];
  });
  const [best] = found.toSorted((left, right) => left.row.value - right.row.value);
  if (best === undefined) return null;
  return {
    average: found.find(({ name }) => name === 'average-rating')?.row ?? null,
    best: best.row,
    bestName: best.name,
  };
}
