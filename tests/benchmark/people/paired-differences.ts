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

const MINUS = '-minus-';
export const isDifference = ({ method }: Pick<PersonRow, 'method'>): boolean => method.includes(MINUS);
/** The method a row says "handpicked minus …" of; null for every other row. */
const comparedWith = ({ method }: Pick<PersonRow, 'method'>): string | null =>
  method.startsWith(`handpicked${MINUS}`) ? method.slice(`handpicked${MINUS}`.length) : null;

/** Whether the difference of two methods is asked for. */
type Paired = (one: string, other: string) => boolean;
const HANDPICKED_MINUS_EACH: Paired = (one) => one === 'handpicked';

/**
 * Differences of methods on the same cases. All methods are resampled with the same draws of people, so the difference
 * of each draw gives the paired interval.
 */
export function pairedDifferences(
  rows: readonly ResampledRow[],
  paired: Paired = HANDPICKED_MINUS_EACH,
): readonly ResampledRow[] {
  return [...grouped(rows, sameCases).values()].flatMap((group) =>
    group.flatMap((one) =>
      group
        .filter(
          ({ method, n, people }) =>
            method !== one.method && paired(one.method, method) && n === one.n && people === one.people,
        )
        .map((other) => ({
          ...one,
          method: `${one.method}${MINUS}${other.method}`,
          value: one.value - other.value,
          ...withInterval(one.resamples.map((value, round) => value - (other.resamples[round] ?? Number.NaN))),
        })),
    ),
  );
}

/** Rows of packs, their differences, and the means of both; the mean of a difference is over packs that have both. */
export function withDifferencesAndMeans(rows: readonly ResampledRow[], paired?: Paired): readonly ResampledRow[] {
  const all = [...rows, ...pairedDifferences(rows, paired)];
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
