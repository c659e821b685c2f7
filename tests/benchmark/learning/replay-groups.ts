import type { Crowd } from '../options';
import type { ReplayRecord } from './replay';
import type { PackReplay } from './replay-pack';
import type { Coverage } from './replay-metrics';

export const OTHERS = 'others';
/** All cases of the groups shown, each counted once. */
export const POOLED = 'pooled';
const MIN_CASES = 100;

/** What one method did in one or several packs. */
export interface GroupReplay {
  readonly method: string;
  readonly records: readonly ReplayRecord[];
  readonly similarities: readonly number[];
  /** Unit of resampling, per record: the friend, by pack. */
  readonly clusters: readonly string[];
  readonly coverage: Coverage;
}

export interface ReplayGroup {
  readonly name: string;
  readonly packs: readonly PackReplay[];
}

export interface Grouped {
  /** Packs with enough cases, then the small ones pooled, then all pooled where there is more than one group. */
  readonly groups: readonly ReplayGroup[];
  /** Packs in no group, because together they have too few cases. */
  readonly leftOut: readonly { readonly pack: string; readonly cases: number }[];
}

/**
 * Groups of at least 100 cases, or as many as were asked for.
 * @param replays packs of one sort.
 */
export function groupsOf(replays: readonly PackReplay[], limit: number | null): Grouped {
  const least = Math.min(MIN_CASES, limit ?? MIN_CASES);
  const present = replays.filter(({ cases }) => cases > 0);
  const groups = present
    .filter(({ cases }) => cases >= least)
    .map((replay): ReplayGroup => ({ name: replay.pack, packs: [replay] }));
  const small = present.filter(({ cases }) => cases < least);
  const enough = small.reduce((sum, { cases }) => sum + cases, 0) >= least;
  if (enough) groups.push({ name: OTHERS, packs: small });
  if (groups.length > 1) groups.push({ name: POOLED, packs: groups.flatMap(({ packs }) => packs) });
  return { groups, leftOut: enough ? [] : small.map(({ pack, cases }) => ({ pack, cases })) };
}

/** Every method of a group with its packs joined; methods that do not depend on the crowd stand beside each setting. */
export function joined({ packs }: ReplayGroup, crowd: Crowd): readonly GroupReplay[] {
  const names = new Set(packs.flatMap(({ methods }) => methods.map(({ method }) => method)));
  return [...names].flatMap((name) => {
    const parts = packs.flatMap(({ pack, methods }) =>
      methods
        .filter(({ method, crowd: own }) => method === name && (own === null || own === crowd))
        .map((part) => ({ pack, part })),
    );
    if (parts.length === 0) return [];
    return [
      {
        method: name,
        records: parts.flatMap(({ part }) => part.records),
        similarities: parts.flatMap(({ part }) => part.similarities),
        clusters: parts.flatMap(({ pack, part }) => part.records.map(({ friend }) => `${pack} ${friend}`)),
        coverage: {
          sent: total(parts.map(({ part }) => part.coverage.sent)),
          offered: total(parts.map(({ part }) => part.coverage.offered)),
        },
      },
    ];
  });
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
