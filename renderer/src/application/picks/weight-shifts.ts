import type { LearnedWeight } from '../../domain/learning';

/** How one learned weight changed, log-odds. */
export interface WeightShift {
  readonly feature: string;
  /** Null: the slate before did not name this weight (it names only the strongest). */
  readonly from: number | null;
  readonly to: number;
}

/** Smaller changes, log-odds, hardly show at two decimals and are left out. */
const MIN_SHIFT = 0.02;
const DEFAULT_SHIFTS = 3;

/**
 * The weights that changed most between two slates, the largest change first, at most `most`. A slate names only its
 * strongest weights: `from` is null for one not named before (0 where nothing at all had been learned), and one no
 * longer named is left out.
 */
export function weightShifts(
  before: readonly LearnedWeight[],
  after: readonly LearnedWeight[],
  most = DEFAULT_SHIFTS,
): readonly WeightShift[] {
  const earlier = new Map(before.map(({ name, weight }) => [name, weight]));
  const weakest = before.length === 0 ? 0 : Math.min(...before.map(({ weight }) => Math.abs(weight)));
  return after
    .map(({ name, weight }) => {
      const from = earlier.get(name) ?? (before.length === 0 ? 0 : null);
      return {
        shift: { feature: name, from, to: weight },
        size: from === null ? Math.abs(weight) - weakest : Math.abs(weight - from),
      };
    })
    .filter(({ size }) => size >= MIN_SHIFT)
    .sort((left, right) => right.size - left.size)
    .slice(0, most)
    .map(({ shift }) => shift);
}
