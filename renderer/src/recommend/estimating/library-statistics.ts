import type { ItemIndex } from '../item-index';
import type { EncodedLibrary } from '../encoded-library';
import { placeOf, scaleOf } from '../math/standardise';
import type { Scale } from '../math/standardise';

/** What the things of one kind group look like, so that averages of different services can be compared. */
export interface GroupStatistics {
  /** Of everybody's mean rating in the exports. */
  readonly crowdRating: Scale;
  /** Of everybody's mean rating in the model's table. */
  readonly tableRating: Scale;
  /** Everybody's counts in the exports, ascending. */
  readonly counts: Float64Array;
  /** Year of the newest things, all but one in a hundred; null = no year known. */
  readonly newestYear: number | null;
  /** Mean of everybody's mean rating, 0..1: assumed where nothing is known. */
  readonly typicalRating: number;
}

/** A mistyped year must not make everything old. */
const NEWEST_LEFT_OUT = 0.01;
/** A typical mean rating 0..1. */
export const TYPICAL_RATING = 0.72;
/** With few things the scale is mostly these: a typical mean, a typical deviation, and so many things of that kind. */
const PRIOR = { mean: TYPICAL_RATING, deviation: 0.08, things: 20 } as const;

/** Statistics per kind group; a pass over the library, so kept until it changes. */
export function libraryStatistics(library: EncodedLibrary): ReadonlyMap<string, GroupStatistics> {
  const groups = new Map<string, { crowd: number[]; table: number[]; counts: number[]; years: number[] }>();
  for (const row of library.rows()) {
    const { group } = library.names(row);
    const own = groups.get(group) ?? { crowd: [], table: [], counts: [], years: [] };
    groups.set(group, own);
    const { crowd, year } = library.item(row);
    if (year !== null) own.years.push(year);
    const table = library.knownRating(row);
    if (crowd !== null && crowd.rating !== null) own.crowd.push(crowd.rating);
    if (crowd !== null && crowd.count !== null) own.counts.push(crowd.count);
    if (table !== null) own.table.push(table);
  }
  return new Map(
    [...groups].map(([group, { crowd, table, counts, years }]) => [
      group,
      {
        crowdRating: shrunkScale(crowd),
        tableRating: shrunkScale(table),
        counts: Float64Array.from(counts).sort(),
        newestYear:
          Float64Array.from(years)
            .sort()
            .at(-1 - Math.floor(years.length * NEWEST_LEFT_OUT)) ?? null,
        typicalRating: shrunkScale([...crowd, ...table]).mean,
      },
    ]),
  );
}

/** Mean and deviation of the values and of PRIOR's things. */
function shrunkScale(values: readonly number[]): Scale {
  const { mean, inverseDeviation } = scaleOf(Float64Array.from(values));
  const own = inverseDeviation === 0 ? 0 : 1 / inverseDeviation ** 2;
  const weight = values.length / (values.length + PRIOR.things);
  const centre = weight * mean + (1 - weight) * PRIOR.mean;
  const between = weight * (1 - weight) * (mean - PRIOR.mean) ** 2;
  const variance = weight * own + (1 - weight) * PRIOR.deviation ** 2 + between;
  return { mean: centre, inverseDeviation: 1 / Math.sqrt(variance) };
}

/**
 * Popularity rank within the kind group, 0 (least) to 1: mean of the rank in the model's table and of the rank of the
 * export's count in the library (counts of different sources can only be compared by rank); null where neither is
 * known.
 */
export function fameOf(row: ItemIndex, { counts }: GroupStatistics, library: EncodedLibrary): number | null {
  const table = library.popularity(row);
  const count = library.item(row).crowd?.count ?? null;
  if (count === null || counts.length < 2) return table;
  const rank = (placeOf(counts, count) + placeOf(counts, count, true)) / 2 / counts.length;
  return table === null ? rank : (table + rank) / 2;
}
