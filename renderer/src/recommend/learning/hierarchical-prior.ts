import type { PersonId } from '../../domain/ids';
import type { PastJudgement } from './past-judgements';
import { FtrlProximal } from './ftrl';
import type { FtrlOptions } from './ftrl';

export interface PriorOptions {
  /** How much evidence (sum of squared gradients) of others it takes for half of their estimate to be believed. */
  readonly strength: number;
}

export const PRIOR_DEFAULTS: PriorOptions = { strength: 4 };

interface Sums {
  /** Σ over people of evidence × own estimate, and Σ evidence. */
  readonly weighted: Map<string, number>;
  readonly evidence: Map<string, number>;
}

/**
 * What everyone else teaches, as the mean of each weight for somebody of whom nothing is known (empirical Bayes; Gelman &
 * Hill 2007, ch. 12: partial pooling). Each person's own estimate, learned from their judgements alone, counts by its
 * evidence; the mean is shrunk to zero while there is little of it. Leaving somebody out is a subtraction, and needed:
 * their own judgements would count twice.
 */
export class PeoplePrior {
  readonly #sums: Sums = { weighted: new Map(), evidence: new Map() };
  readonly #own = new Map<PersonId, FtrlProximal>();

  constructor(people: ReadonlyMap<PersonId, readonly PastJudgement[]>, rates: Partial<FtrlOptions> = {}, private readonly options: PriorOptions = PRIOR_DEFAULTS) {
    for (const [person, judgements] of people) {
      const learner = new FtrlProximal(rates);
      for (const judgement of judgements) learner.update(judgement);
      this.#own.set(person, learner);
      this.#add(learner);
    }
  }

  /** Log-odds per feature, without what this person's own judgements taught. */
  without(person: PersonId): ReadonlyMap<string, number> {
    const own = new Map(this.#own.get(person)?.weights().map((weight) => [weight.name, weight]));
    const means = new Map<string, number>();
    for (const [name, all] of this.#sums.evidence) {
      const mine = own.get(name);
      const evidence = all - (mine?.evidence ?? 0);
      const mean = ((this.#sums.weighted.get(name) ?? 0) - (mine?.evidence ?? 0) * (mine?.weight ?? 0)) / (Math.max(0, evidence) + this.options.strength);
      if (evidence > LEAST_EVIDENCE && mean !== 0) means.set(name, mean);
    }
    return means;
  }

  #add(learner: FtrlProximal): void {
    for (const { name, weight, evidence } of learner.weights()) {
      this.#sums.weighted.set(name, (this.#sums.weighted.get(name) ?? 0) + evidence * weight);
      this.#sums.evidence.set(name, (this.#sums.evidence.get(name) ?? 0) + evidence);
    }
  }
}

/** What is left of sums after a subtraction may be rounding. */
const LEAST_EVIDENCE = 1e-9;
