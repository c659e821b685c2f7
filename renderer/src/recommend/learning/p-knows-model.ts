import type { PersonId } from '../../domain/ids';
import type { TasteReaction } from '../../domain/taste-profile';
import { pKnows } from '../ranking/p-knows';
import type { KnowsEvidence } from '../ranking/p-knows';
import { logit } from '../math/log-odds';
import { FtrlProximal } from './ftrl';
import type { SparseFeatures } from './item-features';

/** Somebody's answer on whether they knew a thing, with what hinted at it *before* they answered. */
export interface KnowsAnswer {
  readonly personId: PersonId;
  readonly evidence: KnowsEvidence;
  /** Kind group of the thing. */
  readonly group: string;
  /** 1 = knew it. */
  readonly label: 0 | 1;
}

/** L2 far above the taste learner's: a handful of answers nudges the stated estimate, dozens move it. No L1: the features are few. */
const OPTIONS = { alpha: 0.15, beta: 1, l1: 0, l2: 8 } as const;
/** As of the stated estimate: nothing makes it certain that a person knows a thing. */
const CEILING = 0.95;
/** Numbers are centred so that "as usual" is 0, and scaled so that usual differences are about 1. */
const POPULARITY_UNIT = 0.3;
const FIT_UNIT = 0.3;
/** Years since a thing came out. */
const NEW_UP_TO = 1;
const OLD_FROM = 20;

/** What the model of knowing looks at; what is unknown gives no feature. */
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
 * 1 = knew it, 0 = did not, null = says nothing of knowing. An opinion of a thing that was *sent* says that it was new to the
 * person, else the answer would be "knew it". Ratings say nothing: they tell of things met by themselves, never offered.
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
 * The chance that a friend knows a thing already, learned from past answers: FTRL-Proximal logistic regression (McMahan et
 * al. 2013) around the stated estimate, whose log-odds is the offset, so that without answers it *is* the estimate. One fit
 * over everybody, with one weight per person for how much more or less of everything they know: a random intercept
 * (Gelman & Hill 2007, ch. 14), which L2 keeps small until that person's own answers speak. In one joint fit nobody's answers
 * count twice, so nobody needs to be left out.
 *
 * Answers exist only for what was offered, and things thought to be known are offered less: the correction is of the
 * estimate where it was put to use, not of the world.
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
    return Math.min(CEILING, this.#learner.predict(ofPerson(personId, evidence, group), logit(pKnows(evidence))));
  }
}

function ofPerson(personId: PersonId, evidence: KnowsEvidence, group: string): SparseFeatures {
  const { names, values } = knowsFeatures(evidence, group);
  return { names: [...names, `person:${personId}`], values: Float64Array.from([...values, 1]) };
}
