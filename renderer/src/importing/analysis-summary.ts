import type { ImportAnalysis, ImportedRow } from '../domain/imported-row';

export interface CountedValue<T> {
  readonly value: T;
  readonly count: number;
}

export interface DateSpan {
  readonly count: number;
  /** Epoch milliseconds; null where no row has the date. */
  readonly first: number | null;
  readonly last: number | null;
}

/** An analysis in figures, as the command line shows it. */
export interface AnalysisSummary {
  readonly itemCount: number;
  readonly kinds: readonly CountedValue<string>[];
  readonly ratingCount: number;
  /** By rating 0..1, lowest first. */
  readonly ratings: readonly CountedValue<number>[];
  readonly statuses: readonly CountedValue<string>[];
  readonly finished: DateSpan;
  readonly rated: DateSpan;
  readonly added: DateSpan;
  readonly crowdRatingCount: number;
  readonly crowdCountCount: number;
  readonly lengthCount: number;
  readonly noteCount: number;
  readonly likedCount: number;
  readonly identifiedCount: number;
  /** Most used first. */
  readonly tags: readonly CountedValue<string>[];
  readonly shelves: readonly CountedValue<string>[];
}

function counted<T>(values: readonly T[]): CountedValue<T>[] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).sort((left, right) => right.count - left.count);
}

function spanOf(rows: readonly ImportedRow[], dateOf: (row: ImportedRow) => number | null | undefined): DateSpan {
  let [count, first, last] = [0, Infinity, -Infinity];
  for (const row of rows) {
    const at = dateOf(row);
    if (at === null || at === undefined) continue;
    count += 1;
    first = Math.min(first, at);
    last = Math.max(last, at);
  }
  return count === 0 ? { count, first: null, last: null } : { count, first, last };
}

export function summariseAnalysis({ rows }: ImportAnalysis): AnalysisSummary {
  const ratings = rows.flatMap(({ ownRating }) => (ownRating === null ? [] : [ownRating]));
  return {
    itemCount: rows.length,
    kinds: counted(rows.map(({ kind }) => kind)),
    ratingCount: ratings.length,
    ratings: counted(ratings).sort((left, right) => left.value - right.value),
    statuses: counted(rows.map(({ status }) => status)),
    finished: spanOf(rows, (row) => row.finishedAt),
    rated: spanOf(rows, (row) => row.ratedAt),
    added: spanOf(rows, (row) => row.addedAt),
    crowdRatingCount: rows.filter(({ crowd }) => crowd?.rating != null).length,
    crowdCountCount: rows.filter(({ crowd }) => crowd?.count != null).length,
    lengthCount: rows.filter(({ length }) => length !== null).length,
    noteCount: rows.filter(({ note }) => note !== null).length,
    likedCount: rows.filter(({ liked }) => liked === true).length,
    tags: counted(rows.flatMap((row) => row.tags)),
    shelves: counted(rows.flatMap((row) => row.shelves)),
    identifiedCount: rows.filter(({ identifiers }) => Object.keys(identifiers).length > 0).length,
  };
}
