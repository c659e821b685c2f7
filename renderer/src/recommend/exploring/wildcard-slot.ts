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

/** A wildcard is one of this many that are worth most. */
const POOL = 50;
/** They are looked for among this many that are worth most before the layer is heard: it moves nothing from further down to the top. */
const LOOKED_AT = 1000;
const EPSILON = 0.1;
const DRAWS = 1000;
/** With fewer to choose from, a wildcard would be whatever is left. */
const MIN_POOL = 10;
/** Directions of the item vectors that the layer looks at. */
const DIRECTIONS = 8;
const DIRECTIONS_SEED = 20_260;
/** Numbers of a judgement's readable features that the layer looks at too. */
const READABLE = [
  'bias',
  'model:future',
  'model:content',
  'popularity',
  'known-rating',
  'crowd-rating',
  'owner-rating',
] as const;
/** Prior variance ¼ for each: a usual weight moves the odds by half, about what people differ by. */
const PRIOR_PRECISION = 4;

/** What a wildcard is drawn from. */
export type WildcardGround = Pick<Assessment, 'rows' | 'offsets' | 'pKnows' | 'featuresOf' | 'terms'>;

export interface Wildcard {
  /** Index into the assessment's items. */
  readonly index: number;
  readonly record: WildcardRecord;
}

/** What neural-linear Thompson sampling looks at: the model's scores, fame, ratings, and directions of the item's vector. */
export class WildcardSlot {
  /** Random directions (Johnson & Lindenstrauss 1984) keep who is near whom, need no fit, and are the same on every machine. [DIRECTIONS, D] */
  readonly #directions: Float64Array;
  readonly dim = READABLE.length + DIRECTIONS;

  constructor(private readonly library: EncodedLibrary) {
    this.#directions = standardNormals(DIRECTIONS * library.dim, seededRandom(DIRECTIONS_SEED));
  }

  /**
   * Draws what stands in the randomised place of a slate, or null where there is too little to choose from.
   * @param taken items that stand in the other places: neither they nor what repeats them can be drawn.
   */
  draw(
    assessment: WildcardGround,
    judgements: readonly PastJudgement[],
    taken: readonly number[],
    seed: number,
  ): Wildcard | null {
    const layer = new BayesianLinearLayer(this.dim, { priorPrecision: PRIOR_PRECISION });
    for (const { row, features, offset, label, weight } of judgements)
      layer.observe(this.#dense(row, features), offset, label, weight);
    const { rows, pKnows, featuresOf, terms } = assessment;
    const blocked = new Set(taken.flatMap((index) => this.library.names(rowAt(rows, index)).seriesKeys));
    const isTaken = new Set(taken);
    const eligible = Array.from(rows.keys()).filter(
      (index) =>
        !isTaken.has(index) && !this.library.names(rowAt(rows, index)).seriesKeys.some((key) => blocked.has(key)),
    );
    if (eligible.length < MIN_POOL) return null;
    // What is learned of tags and creators, and what was turned by hand, holds here too.
    const offsets = assessment.offsets.map(
      (offset, index) =>
        offset +
        (terms[index]?.learned ?? 0) +
        (terms[index]?.dials ?? 0) +
        (terms[index]?.nearDuplicate ?? 0) +
        (terms[index]?.aversion ?? 0),
    );
    const doesNotKnow = pKnows.map((chance) => 1 - chance);
    const looked = topK(
      eligible.map((index) => sigmoid(offsets[index] ?? 0) * (doesNotKnow[index] ?? 0)),
      LOOKED_AT,
    )
      .map((place) => eligible[place] ?? 0)
      .sort((left, right) => left - right);
    const dense = new Float64Array(rows.length * this.dim);
    for (const index of looked) dense.set(this.#dense(rowAt(rows, index), featuresOf(index)), index * this.dim);
    const candidates: WildcardCandidates = { layer, features: dense, doesNotKnow, offsets };
    const pool = wildcardPool(candidates, looked, POOL);
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
