import { CalibrationPenalty } from './calibration-penalty';
import type { ClassDistribution } from './calibration-penalty';

/** What diversity needs to know of the candidates; indices run over them. */
export interface DiversityInput {
  /** Worth of sending, higher is better. */
  readonly values: Float64Array;
  /** 0..1: how alike two candidates are. */
  readonly similarity: (left: number, right: number) => number;
  readonly seriesKeys: (index: number) => readonly string[];
  readonly creators: (index: number) => readonly string[];
  readonly group: (index: number) => string;
  /** 0..1: how much the kinds should be mixed; 1 where nothing says which kind the person is after. */
  readonly kindSpread: number;
  /** Kind and tags of a candidate, and the mix of them that the person likes (ranking/calibrated.ts); an empty target asks for nothing. */
  readonly classes: (index: number) => ClassDistribution;
  readonly target: ClassDistribution;
}

/** Carbonell & Goldstein's lambda: 1 = worth alone, 0 = variety alone. */
const LAMBDA = 0.75;
const KIND_SPREAD = 0.6;
/** Per nat of divergence from the mix that the person likes (Steck 2018). */
const CALIBRATION = 0.1;
/** One per creator in this many places. */
const CREATOR_EVERY = 5;
/** Variety is chosen among the best of this many per place, so that it never digs up something poor. */
const POOL_PER_PLACE = 8;

/**
 * Picks `count` of the candidates, best first, by maximal marginal relevance (Carbonell & Goldstein 1998): each next one
 * is worth sending and unlike those before, and keeps the list near the mix of kinds and tags that the person likes
 * (calibrated recommendations, Steck 2018). Never two of one series; one per creator in five while there are others.
 * `ranked` holds candidate indices, best first; the first of equals wins.
 */
export function diversify(ranked: readonly number[], count: number, input: DiversityInput): readonly number[] {
  const chosen: number[] = [];
  const taken = new Set<number>();
  const mix = new CalibrationPenalty(input.target);
  let poolSize = count * POOL_PER_PLACE;
  while (chosen.length < count) {
    const pool = ranked.slice(0, poolSize).filter((index) => !taken.has(index) && !sharesSeries(index, chosen, input));
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

function sharesSeries(index: number, chosen: readonly number[], { seriesKeys }: DiversityInput): boolean {
  const keys = seriesKeys(index);
  return chosen.some((other) => seriesKeys(other).some((key) => keys.includes(key)));
}

function repeatsCreator(index: number, chosen: readonly number[], { creators }: DiversityInput): boolean {
  const own = creators(index);
  return chosen.slice(-(CREATOR_EVERY - 1)).some((other) => creators(other).some((creator) => own.includes(creator)));
}
