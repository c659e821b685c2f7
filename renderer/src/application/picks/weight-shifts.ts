import type { LearnedWeight } from '../../domain/learning';

/** How one learned weight changed, log-odds. */
export interface WeightShift {
  readonly feature: string;
  /** Null: it was too weak to be told before. */
  readonly from: number | null;
  readonly to: number;
}

/** A change that two decimals hardly show is none worth a word. */
const MIN_SHIFT = 0.02;
const TOLD = 3;

/**
 * The weights that changed most between two slates, the largest first. A slate names only its strongest weights: one that
 * was not named before is told without a "from", unless nothing at all had been learned; one no longer named is left out.
 */
export function weightShifts(
  before: readonly LearnedWeight[],
  after: readonly LearnedWeight[],
  most = TOLD,
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
