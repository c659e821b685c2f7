import type { PersonId } from '../../domain/ids';
import type { PastJudgement } from './past-judgements';
import { FtrlProximal } from './ftrl';
import type { FtrlOptions } from './ftrl';

export interface PriorOptions {
  /** Evidence (sum of squared gradients) at which half of the other people's mean is used. */
  readonly strength: number;
  /** With fewer people, weighted by evidence, there is no prior: what one or two people think is theirs alone. */
  readonly minPeople: number;
  /**
   * The squared mean must exceed its squared standard error by this factor before any of it is used: 6 = 2.4 standard
   * errors.
   */
  readonly caution: number;
}

export const PRIOR_DEFAULTS: PriorOptions = { strength: 4, minPeople: 4, caution: 6 };

/** Each person's own estimate, from their judgements alone. One more judgement at the end costs one update. */
export class OwnEstimates {
  readonly #kept = new Map<
    PersonId,
    { readonly judgements: readonly PastJudgement[]; readonly learner: FtrlProximal }
  >();

  constructor(private readonly rates: Partial<FtrlOptions> = {}) {}

  /** @param judgements oldest first; a prefix identical to the last call's is not learned again. */
  of(person: PersonId, judgements: readonly PastJudgement[]): FtrlProximal {
    const before = this.#kept.get(person);
    const goesOn =
      before !== undefined &&
      before.judgements.length <= judgements.length &&
      before.judgements.every((judgement, at) => judgement === judgements[at]);
    const learner = goesOn ? before.learner : new FtrlProximal(this.rates);
    for (const judgement of judgements.slice(goesOn ? before.judgements.length : 0)) learner.update(judgement);
    this.#kept.set(person, { judgements, learner });
    return learner;
  }
}

/** Sums over people; e = a person's evidence of a feature, w = their own estimate of its weight. */
interface Sums {
  /** Σ e, Σ e w. */
  readonly evidence: number;
  readonly weighted: number;
  /** Σ e², Σ e² w, Σ e² w². */
  readonly squares: number;
  readonly weightedSquares: number;
  readonly squaredAll: number;
}

const NO_EVIDENCE: Sums = { evidence: 0, weighted: 0, squares: 0, weightedSquares: 0, squaredAll: 0 };

/**
 * Prior means of the weights from everybody's own estimates (empirical Bayes; Gelman & Hill 2007, ch. 12: partial
 * pooling). Each estimate is weighted by its evidence. The mean is shrunk by its standard error over people (one
 * observation per person: Liang & Zeger 1986; positive-part shrinkage as in Efron & Morris 1973) and by how little
 * evidence there is in all. A person is left out of their own prior by subtraction; otherwise their judgements would
 * count twice.
 */
export class PeoplePrior {
  readonly #sums = new Map<string, Sums>();

  /** @param own each person's learner, from `OwnEstimates`. */
  constructor(
    private readonly own: ReadonlyMap<PersonId, FtrlProximal>,
    private readonly options: PriorOptions = PRIOR_DEFAULTS,
  ) {
    for (const learner of own.values()) {
      for (const { name, weight, evidence } of learner.weights())
        if (evidence > 0) this.#sums.set(name, added(this.#sums.get(name) ?? NO_EVIDENCE, weight, evidence, 1));
    }
  }

  /** Prior mean per feature in log-odds, without this person's own judgements. */
  without(person: PersonId): ReadonlyMap<string, number> {
    const own = new Map(
      this.own
        .get(person)
        ?.weights()
        .filter(({ evidence }) => evidence > 0)
        .map((weight) => [weight.name, weight]),
    );
    const means = new Map<string, number>();
    for (const [name, all] of this.#sums) {
      const mine = own.get(name);
      const mean = this.#believed(mine === undefined ? all : added(all, mine.weight, mine.evidence, -1));
      if (mean !== 0) means.set(name, mean);
    }
    return means;
  }

  #believed({ evidence, weighted, squares, weightedSquares, squaredAll }: Sums): number {
    const { strength, minPeople, caution } = this.options;
    // Kish's effective sample size: the number of people if all had equal evidence.
    const people = (evidence * evidence) / squares;
    // A rounding error must not decide.
    if (!(people >= minPeople - 1e-6)) return 0;
    const mean = weighted / evidence;
    // Σ e² (w − mean)²; below 0 only by rounding.
    const spread = Math.max(0, squaredAll - 2 * mean * weightedSquares + mean * mean * squares);
    const squaredError = ((people / (people - 1)) * spread) / (evidence * evidence);
    return mean === 0
      ? 0
      : mean * Math.max(0, 1 - (caution * squaredError) / (mean * mean)) * (evidence / (evidence + strength));
  }
}

/** Adds (sign 1) or removes (sign −1) one person. */
function added(sums: Sums, weight: number, evidence: number, sign: 1 | -1): Sums {
  const square = sign * evidence * evidence;
  return {
    evidence: sums.evidence + sign * evidence,
    weighted: sums.weighted + sign * evidence * weight,
    squares: sums.squares + square,
    weightedSquares: sums.weightedSquares + square * weight,
    squaredAll: sums.squaredAll + square * weight * weight,
  };
}
