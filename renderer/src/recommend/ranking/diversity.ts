import { CalibrationPenalty } from './calibration-penalty';
import type { ClassDistribution } from './calibration-penalty';

/** Properties of the candidates; indices run over them. */
export interface DiversityInput {
  /** Worth of sending; higher is better. */
  readonly values: Float64Array;
  /** Similarity of two candidates, 0..1. */
  readonly similarity: (left: number, right: number) => number;
  /** Candidates that share one are never chosen together: parts of one series, editions of one work. */
  readonly slateKeys: (index: number) => readonly string[];
  readonly creators: (index: number) => readonly string[];
  readonly group: (index: number) => string;
  /** How much the kinds are to be mixed, 0..1; 1 where nothing is known of the person's kinds. */
  readonly kindSpread: number;
  /** Classes of a candidate and their target distribution (calibration-penalty.ts); an empty target adds no penalty. */
  readonly classes: (index: number) => ClassDistribution;
  readonly target: ClassDistribution;
}

/** Carbonell & Goldstein's lambda: 1 = relevance alone, 0 = diversity alone. */
const LAMBDA = 0.75;
const KIND_SPREAD = 0.6;
/** Per nat of divergence from the target (Steck 2018). */
const CALIBRATION = 0.1;
/** At most one item per creator in this many places. */
const PLACES_PER_CREATOR = 5;
/** Each place is chosen among this many of the best, so that diversity never digs up something poor. */
const POOL_PER_PLACE = 8;

/**
 * Picks `count` candidates, best first, by maximal marginal relevance (Carbonell & Goldstein 1998) with a penalty for
 * leaving the person's mix of kinds and tags (calibrated recommendations, Steck 2018). Never two of one series; one per
 * creator in five while there are others. Ties: the first in `ranked`.
 * @param ranked candidate indices, best first.
 */
export function diversify(ranked: readonly number[], count: number, input: DiversityInput): readonly number[] {
  const chosen: number[] = [];
  const taken = new Set<number>();
  const mix = new CalibrationPenalty(input.target);
  let poolSize = count * POOL_PER_PLACE;
  while (chosen.length < count) {
    const pool = ranked
      .slice(0, poolSize)
      .filter((index) => !taken.has(index) && !sharesSlateKey(index, chosen, input));
    const fresh = pool.filter((index) => !repeatsCreator(index, chosen, input));
    const whole = poolSize >= ranked.length;
    const options = fresh.length > 0 || !whole ? fresh : pool;
    const next = bestMarginal(options, chosen, mix, input);
    if (next !== null) {
      chosen.push(next);
      taken.add(next);
      mix.add(input.classes(next));
    } else if (whole) break;
    else poolSize *= 2;
  }
  return chosen;
}

function bestMarginal(
  options: readonly number[],
  chosen: readonly number[],
  mix: CalibrationPenalty,
  input: DiversityInput,
): number | null {
  let best: number | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  const low = Math.min(...options.map((index) => input.values[index] ?? 0));
  const range = Math.max(...options.map((index) => input.values[index] ?? 0)) - low;
  for (const index of options) {
    const relevance = range > 0 ? ((input.values[index] ?? 0) - low) / range : 1;
    let redundancy = 0;
    let sameKind = 0;
    for (const other of chosen) {
      redundancy = Math.max(redundancy, input.similarity(index, other));
      if (input.group(index) === input.group(other)) sameKind += 1 / chosen.length;
    }
    const score =
      LAMBDA * relevance -
      (1 - LAMBDA) * redundancy -
      KIND_SPREAD * input.kindSpread * sameKind -
      (input.target.size === 0 ? 0 : CALIBRATION * mix.after(input.classes(index)));
    if (score > bestScore) {
      best = index;
      bestScore = score;
    }
  }
  return best;
}

function sharesSlateKey(index: number, chosen: readonly number[], { slateKeys }: DiversityInput): boolean {
  const keys = slateKeys(index);
  return chosen.some((other) => slateKeys(other).some((key) => keys.includes(key)));
}

function repeatsCreator(index: number, chosen: readonly number[], { creators }: DiversityInput): boolean {
  const own = creators(index);
  return chosen
    .slice(-(PLACES_PER_CREATOR - 1))
    .some((other) => creators(other).some((creator) => own.includes(creator)));
}
