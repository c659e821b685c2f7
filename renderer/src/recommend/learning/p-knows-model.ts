import type { PersonId } from '../../domain/ids';
import type { TasteReaction } from '../../domain/taste-profile';
import { sigmoid } from '../math/log-odds';
import { FtrlProximal } from './ftrl';
import type { SparseFeatures } from './item-features';

/** Somebody's answer on whether they knew a thing, with what was estimated before the answer. */
export interface KnowsAnswer {
  readonly personId: PersonId;
  /** The bundle's log-odds that a person knows it. */
  readonly estimate: number;
  /** Kind group of the thing. */
  readonly group: string;
  /** 1 = knew it. */
  readonly label: 0 | 1;
}

/**
 * One weight per person and one per kind group, with a normal prior of this precision: of the talks of one person with
 * another, half of the spread between people is seen after about two answers (`npm run benchmark -- --suite told`).
 */
const OPTIONS = { alpha: 1, beta: 1, l1: 0, l2: 2 } as const;
/** Never certain that a person knows a thing. */
const MAX_P_KNOWS = 0.95;

/**
 * 1 = knew it, 0 = did not, null = no evidence. An opinion on a thing that was sent implies that it was new to the
 * person, or the answer would be "knew it". Ratings are no evidence: those things were never offered.
 */
export function knowsSignal({ type, outcome }: Pick<TasteReaction, 'type' | 'outcome'>): 0 | 1 | null {
  if (type === 'knows-it') return 1;
  if (type !== 'reacted') return null;
  switch (outcome) {
    case 'knew-it':
      return 1;
    case 'loved':
    case 'liked':
    case 'meh':
    case 'no':
      return 0;
    case 'not-yet':
    case null:
      return null;
  }
}

/**
 * P(a friend knows a thing already): the bundle's estimate says which things are better known, past answers how much
 * people know at all. The level is learned, because that of the talks the estimate was fitted on is not that of
 * friends: FTRL-Proximal logistic regression (McMahan et al. 2013) on one weight for everybody, one per kind group and
 * one per person (random intercepts: Gelman & Hill 2007, ch. 14), with the estimate as offset.
 *
 * Answers exist only for things that were offered, and things likely known are offered less often: the correction holds
 * for offered things, not for the world.
 */
export class PKnowsModel {
  readonly #learner = new FtrlProximal(OPTIONS);

  /** @param answers of everybody, oldest first: FTRL depends on the order. */
  constructor(answers: readonly KnowsAnswer[] = []) {
    for (const answer of answers) this.learn(answer);
  }

  learn({ personId, estimate, group, label }: KnowsAnswer): void {
    this.#learner.update({ features: levels(personId, group), offset: estimate, label, weight: 1 });
  }

  /** P(knows it already), 0..1, of each thing. @param estimates log-odds. @param groups kind groups. */
  chances(personId: PersonId, estimates: Float64Array, groups: readonly string[]): Float64Array {
    const corrections = new Map(
      [...new Set(groups)].map((group) => [group, this.#learner.correction(levels(personId, group))]),
    );
    return estimates.map((estimate, index) =>
      Math.min(MAX_P_KNOWS, sigmoid(estimate + (corrections.get(groups[index] ?? '') ?? 0))),
    );
  }
}

function levels(personId: PersonId, group: string): SparseFeatures {
  return { names: ['everybody', `group:${group}`, `person:${personId}`], values: Float64Array.of(1, 1, 1) };
}
