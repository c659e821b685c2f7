import type { PersonId } from '../../domain/ids';
import type { TasteReaction } from '../../domain/taste-profile';
import { MAX_P_KNOWS, pKnows } from '../ranking/p-knows';
import type { KnowsEvidence } from '../ranking/p-knows';
import { logit } from '../math/log-odds';
import { FtrlProximal } from './ftrl';
import { POPULARITY_UNIT, type SparseFeatures } from './item-features';

/** Somebody's answer on whether they knew an item, with the evidence there was before the answer. */
export interface KnowsAnswer {
  readonly personId: PersonId;
  readonly evidence: KnowsEvidence;
  /** Kind group of the item. */
  readonly group: string;
  /** 1 = knew it. */
  readonly label: 0 | 1;
}

/**
 * L2 is far above the taste learner's: a handful of answers nudges the stated estimate, dozens move it. No L1, since
 * there are few features.
 */
const OPTIONS = { alpha: 0.15, beta: 1, l1: 0, l2: 8 } as const;
/** Numbers are centred on a typical value and scaled so that typical differences are about 1. */
const FIT_UNIT = 0.3;
/** Years since release. */
const NEW_UP_TO = 1;
const OLD_FROM = 20;

/** Features of P(knows); unknown facts give no feature. */
export function knowsFeatures(evidence: KnowsEvidence, group: string): SparseFeatures {
  const found: [string, number][] = [
    ['bias', 1],
    [`group:${group}`, 1],
  ];
  if (evidence.popularity !== null) found.push(['popularity', (evidence.popularity - 0.5) / POPULARITY_UNIT]);
  if (evidence.age !== null && evidence.age <= NEW_UP_TO) found.push(['age:new', 1]);
  if (evidence.age !== null && evidence.age >= OLD_FROM) found.push(['age:old', 1]);
  if (evidence.sameSeries) found.push(['same-series', 1]);
  if (evidence.sameCreator) found.push(['same-creator', 1]);
  found.push(['fit', (evidence.fit - 0.5) / FIT_UNIT]);
  return { names: found.map(([name]) => name), values: Float64Array.from(found, ([, value]) => value) };
}

/**
 * 1 = knew it, 0 = did not, null = no evidence. An opinion on an item that was sent implies that it was new to the
 * person, or the answer would be "knew it". Ratings are no evidence: those items were never offered.
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
 * P(a friend knows an item already), learned from past answers: FTRL-Proximal logistic regression (McMahan et al. 2013)
 * with the log-odds of the stated estimate (ranking/p-knows.ts) as offset, so that without answers it equals that
 * estimate. One fit over everybody, with one weight per person for how much they know in general: a random intercept
 * (Gelman & Hill 2007, ch. 14), kept small by L2 until there are answers of the person. In one joint fit no answer
 * counts twice, so no person has to be left out of it.
 *
 * Answers exist only for items that were offered, and items likely known are offered less often: the correction holds
 * for offered items, not for the world.
 */
export class PKnowsModel {
  readonly #learner = new FtrlProximal(OPTIONS);

  /** @param answers of everybody, oldest first: FTRL depends on the order. */
  constructor(answers: readonly KnowsAnswer[] = []) {
    for (const answer of answers) this.learn(answer);
  }

  learn({ personId, evidence, group, label }: KnowsAnswer): void {
    this.#learner.update({
      features: ofPerson(personId, evidence, group),
      offset: logit(pKnows(evidence)),
      label,
      weight: 1,
    });
  }

  /** P(knows it already), 0..1. */
  chance(personId: PersonId, evidence: KnowsEvidence, group: string): number {
    return Math.min(MAX_P_KNOWS, this.#learner.predict(ofPerson(personId, evidence, group), logit(pKnows(evidence))));
  }
}

function ofPerson(personId: PersonId, evidence: KnowsEvidence, group: string): SparseFeatures {
  const { names, values } = knowsFeatures(evidence, group);
  return { names: [...names, `person:${personId}`], values: Float64Array.from([...values, 1]) };
}
