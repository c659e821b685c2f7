import type { PersonId } from '../../domain/ids';
import type { PastJudgement } from './past-judgements';
import { FtrlProximal } from './ftrl';
import type { FtrlOptions } from './ftrl';

export interface PriorOptions {
  /** How much evidence (sum of squared gradients) of others it takes for half of their estimate to be believed. */
  readonly strength: number;
  /** Fewer people than this teach nothing, each counted by their share of the evidence: what one or two think is theirs. */
  readonly minPeople: number;
  /** How many times its squared standard error a squared mean must come to before any of it is believed: 6 = 2.4 standard errors. */
  readonly caution: number;
}

export const PRIOR_DEFAULTS: PriorOptions = { strength: 4, minPeople: 4, caution: 6 };

/** What each person's own judgements teach, and nobody else's. One more at the end costs one update. */
export class OwnEstimates {
  readonly #kept = new Map<
    PersonId,
    { readonly judgements: readonly PastJudgement[]; readonly learner: FtrlProximal }
  >();

  constructor(private readonly rates: Partial<FtrlOptions> = {}) {}

  /** @param judgements oldest first; what is the very same as last time was learned already. */
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

/** Over people, with e a person's evidence of a feature and w their own estimate of its weight. */
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
 * What everyone else teaches, as the mean of each weight for somebody of whom nothing is known (empirical Bayes; Gelman &
 * Hill 2007, ch. 12: partial pooling). Each person's own estimate, learned from their judgements alone, counts by its
 * evidence. The mean is believed as far as people agree on it: it is shrunk by its standard error over people (each is one
 * observation, however much they said: Liang & Zeger 1986; positive-part shrinkage as in Efron & Morris 1973), and by how
 * little evidence there is in all. Leaving somebody out is a subtraction, and needed: their own judgements would count twice.
 */
export class PeoplePrior {
  readonly #sums = new Map<string, Sums>();

  /** @param own each person's estimates, as `OwnEstimates` keeps them. */
  constructor(
    private readonly own: ReadonlyMap<PersonId, FtrlProximal>,
    private readonly options: PriorOptions = PRIOR_DEFAULTS,
  ) {
    for (const learner of own.values()) {
      for (const { name, weight, evidence } of learner.weights())
        if (evidence > 0) this.#sums.set(name, added(this.#sums.get(name) ?? NO_EVIDENCE, weight, evidence, 1));
    }
  }

  /** Log-odds per feature, without what this person's own judgements taught. */
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
    // Kish's effective sample size: as many people as that, had they said equally much.
    const people = (evidence * evidence) / squares;
    // One person more or less must not hang on a rounding.
    if (!(people >= minPeople - 1e-6)) return 0;
    const mean = weighted / evidence;
    // Σ e² (w − mean)², never below 0 but by rounding.
    const spread = Math.max(0, squaredAll - 2 * mean * weightedSquares + mean * mean * squares);
    const squaredError = ((people / (people - 1)) * spread) / (evidence * evidence);
    return mean === 0
      ? 0
      : mean * Math.max(0, 1 - (caution * squaredError) / (mean * mean)) * (evidence / (evidence + strength));
  }
}

/** One person more (sign 1) or fewer (sign −1). */
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
