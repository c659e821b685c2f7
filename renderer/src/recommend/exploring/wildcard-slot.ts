import { rowAt } from '../item-index';
import type { ItemIndex } from '../item-index';
import type { WildcardRecord } from '../../domain/exploration';
import type { Assessment } from '../ranking/assessment';
import type { EncodedLibrary } from '../encoded-library';
import { seededRandom } from '../math/seeded-random';
import type { PastJudgement } from '../learning/past-judgements';
import { sigmoid } from '../math/log-odds';
import { topK } from '../math/top-k';
import { BayesianLinearLayer } from './bayesian-linear-layer';
import { standardNormals } from '../math/standard-normals';
import { drawWildcard, wildcardPool } from './thompson-wildcard';
import type { WildcardCandidates } from './thompson-wildcard';

/** Size of the pool a wildcard is drawn from. */
const POOL = 50;
/**
 * The pool is chosen among this many that are worth most without the layer, which moves nothing from below to the top.
 */
const SHORTLIST = 1000;
const EPSILON = 0.1;
const DRAWS = 1000;
/** With a smaller pool there is no wildcard: it would be whatever is left. */
const MIN_POOL = 10;
/** Random projections of the item vectors in the layer's features. */
const DIRECTIONS = 8;
const DIRECTIONS_SEED = 20_260;
/** Features of the learner that are also features of the layer. */
const READABLE = [
  'bias',
  'model:future',
  'model:content',
  'popularity',
  'known-rating',
  'crowd-rating',
  'owner-rating',
] as const;
/** Prior variance ¼ for each: a typical weight changes the odds by half, about as much as people differ. */
const PRIOR_PRECISION = 4;

/** The part of an assessment that a wildcard is drawn from. */
export type WildcardInput = Pick<
  Assessment,
  'rows' | 'offsets' | 'pKnows' | 'featuresOf' | 'learned' | 'guided' | 'adjustments' | 'complete'
>;

export interface Wildcard {
  /** Index into the assessment's items. */
  readonly index: number;
  readonly record: WildcardRecord;
}

/**
 * The randomised place of a slate, by neural-linear Thompson sampling. Features: the model's scores, popularity,
 * ratings, and random projections of the item's vector.
 */
export class WildcardSlot {
  /**
   * Random projections (Johnson & Lindenstrauss 1984) preserve distances, need no fit, and are the same on every
   * machine. [DIRECTIONS, D]
   */
  readonly #directions: Float64Array;
  readonly dim = READABLE.length + DIRECTIONS;

  constructor(private readonly library: EncodedLibrary) {
    this.#directions = standardNormals(DIRECTIONS * library.dim, seededRandom(DIRECTIONS_SEED));
  }

  /**
   * Draws the item for the randomised place, or null where the pool is too small.
   * @param taken items in the other places: neither they nor items of their series can be drawn.
   */
  draw(
    assessment: WildcardInput,
    judgements: readonly PastJudgement[],
    taken: readonly number[],
    seed: number,
  ): Wildcard | null {
    const layer = new BayesianLinearLayer(this.dim, { priorPrecision: PRIOR_PRECISION });
    for (const { row, features, offset, label, weight } of judgements)
      layer.observe(this.#dense(row, features), offset, label, weight);
    const { rows, pKnows, featuresOf, learned, guided, adjustments, complete } = assessment;
    const blocked = new Set(taken.flatMap((index) => this.library.names(rowAt(rows, index)).slateKeys));
    const isTaken = new Set(taken);
    const eligible = Array.from(complete ?? rows.keys()).filter(
      (index) =>
        !isTaken.has(index) && !this.library.names(rowAt(rows, index)).slateKeys.some((key) => blocked.has(key)),
    );
    if (eligible.length < MIN_POOL) return null;
    // What was learned of tags and creators, and the dials, apply here too.
    const offsets = assessment.offsets.map(
      (offset, index) =>
        offset +
        (learned[index] ?? 0) +
        (guided[index] ?? 0) +
        (adjustments[index]?.dials ?? 0) +
        (adjustments[index]?.nearDuplicate ?? 0) +
        (adjustments[index]?.aversion ?? 0),
    );
    const doesNotKnow = pKnows.map((chance) => 1 - chance);
    const shortlist = topK(
      eligible.map((index) => sigmoid(offsets[index] ?? 0) * (doesNotKnow[index] ?? 0)),
      SHORTLIST,
    )
      .map((place) => eligible[place] ?? 0)
      .sort((left, right) => left - right);
    const dense = new Float64Array(rows.length * this.dim);
    for (const index of shortlist) dense.set(this.#dense(rowAt(rows, index), featuresOf(index)), index * this.dim);
    const candidates: WildcardCandidates = { layer, features: dense, doesNotKnow, offsets };
    const pool = wildcardPool(candidates, shortlist, POOL);
    const drawn = drawWildcard({ ...candidates, pool, epsilon: EPSILON, draws: DRAWS, random: seededRandom(seed) });
    const idOf = (index: number) => this.library.item(rowAt(rows, index)).id;
    return {
      index: drawn.index,
      record: {
        shown: idOf(drawn.index),
        pool: pool.map(idOf),
        propensities: [...drawn.propensities],
        standardErrors: [...drawn.standardErrors],
        floor: drawn.floor,
        draws: drawn.draws,
        means: [...drawn.means],
        deviations: [...drawn.deviations],
      },
    };
  }

  /** [dim] */
  #dense(row: ItemIndex, readable: PastJudgement['features']): Float64Array {
    const found = new Float64Array(this.dim);
    readable.names.forEach((name, index) => {
      const place = (READABLE as readonly string[]).indexOf(name);
      if (place >= 0) found[place] = readable.values[index] ?? 0;
    });
    const { dim } = this.library;
    const vector = this.library.vector(row);
    const length = Math.hypot(...vector);
    if (length === 0) return found;
    for (let direction = 0; direction < DIRECTIONS; direction += 1) {
      let sum = 0;
      for (let at = 0; at < dim; at += 1) sum += (vector[at] ?? 0) * (this.#directions[direction * dim + at] ?? 0);
      found[READABLE.length + direction] = sum / length;
    }
    return found;
  }
}
