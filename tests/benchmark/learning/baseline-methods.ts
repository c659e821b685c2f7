import { isLiked, TASTE_SCALE } from '../../../renderer/src/domain/taste-scale';
import type { ItemId } from '../../../renderer/src/domain/ids';
import type { LibraryItem } from '../../../renderer/src/domain/recommendation-request';
import type { TasteProfileEvent } from '../../../renderer/src/domain/taste-profile';
import { seededRandom } from '../../../renderer/src/recommend/math/seeded-random';
import { hash } from '../baselines';
import { readableFeatures, termVectors } from './item-terms';
import type { SparseVector } from './item-terms';
import type { PackContext } from './method-context';
import { NeighbourLearner, RidgeLearner } from './outside-learners';
import type { ResidualLearner } from './outside-learners';
import type { ReplayCase } from './replay-cases';
import { scoringMethod } from './replay-method';
import type { ReplayMethod, ScoringSession } from './replay-method';

const noFeedback = (): void => undefined;

export function randomMethod(): ReplayMethod<ScoringSession> {
  return scoringMethod('random', ({ id, pool }) => {
    const random = seededRandom(hash(`random ${id}`));
    return ranked(pool.map(random));
  });
}

/** Ranks by the number of people in the data who met the item. */
export function popularityMethod({ items, places }: PackContext): ReplayMethod<ScoringSession> {
  return scoringMethod('popularity', ({ pool }) =>
    ranked(pool.map((id) => items[places.get(id) ?? -1]?.crowd?.count ?? -1)),
  );
}

/** Ranks by mean rating: no other measure of taste beat it from one to twenty known events. */
export function averageRatingMethod(context: PackContext): ReplayMethod<ScoringSession> {
  const chances = crowdChances(context.items);
  return scoringMethod('average-rating', ({ pool }) => {
    const own = pool.map((id) => chances[context.places.get(id) ?? -1] ?? 0);
    return { ...ranked(own), chance: (item) => own[item] ?? 0 };
  });
}

/** Upper bound: sends what will be liked first. The only method that is given the outcomes. */
export function oracleMethod(cases: readonly ReplayCase[]): ReplayMethod<ScoringSession> {
  const liked = new Map(cases.map((one) => [one.id, one.liked]));
  return scoringMethod('oracle', ({ id }) => ranked((liked.get(id) ?? []).map(Number)));
}

/**
 * Both chosen on the dev packs by the share liked in picks 6 to 20: the penalty among 3, 6, 10, 20, 40, the shrinkage
 * among
 * 0.5, 1, 2, 4. On pairs all lie within .007.
 */
const RIDGE_PENALTY = 10;
const NEIGHBOUR_SHRINKAGE = 1;
const NEIGHBOURS = 20;

export function ridgeMethod(context: PackContext, penalty = RIDGE_PENALTY): ReplayMethod<ScoringSession> {
  return residualMethod('ridge', context, readableFeatures(context.items), () => new RidgeLearner(penalty));
}

export function neighbourMethod(context: PackContext, shrinkage = NEIGHBOUR_SHRINKAGE): ReplayMethod<ScoringSession> {
  return residualMethod('k-nn', context, termVectors(context.items), () => new NeighbourLearner(NEIGHBOURS, shrinkage));
}

const MIN_CHANCE = 0.01;

/** Starts at the mean rating and learns, per friend, the residuals of outcomes: known events first, then each pick. */
function residualMethod(
  name: string,
  { items, places }: PackContext,
  features: readonly SparseVector[],
  learner: () => ResidualLearner,
): ReplayMethod<ScoringSession> {
  const chances = crowdChances(items);
  const none: SparseVector = { positions: new Int32Array(0), values: new Float64Array(0) };
  return scoringMethod(name, ({ known, pool }) => {
    const learned = learner();
    const learn = (id: ItemId, liked: boolean): void => {
      const place = places.get(id);
      if (place !== undefined) learned.observe(features[place] ?? none, Number(liked) - (chances[place] ?? 0));
    };
    for (const event of known) {
      const liked = likedInEvent(event);
      if (liked !== null) learn(event.itemId, liked);
    }
    const own = pool.map((id) => ({
      id,
      prior: chances[places.get(id) ?? -1] ?? 0,
      features: features[places.get(id) ?? -1] ?? none,
    }));
    const score = (item: number): number => {
      const asked = own[item];
      return asked === undefined ? Number.NaN : asked.prior + learned.expect(asked.features);
    };
    return {
      score,
      chance: (item) => Math.max(MIN_CHANCE, Math.min(1 - MIN_CHANCE, score(item))),
      feedback: (item, liked) => {
        const id = pool[item];
        if (id !== undefined) learn(id, liked);
      },
    };
  });
}

const NOT_LIKED = 0.7;

/** null in between: some packs write "met, not rated" as 0.75. */
function likedInEvent({ rating }: TasteProfileEvent): boolean | null {
  if (rating === null || (rating > NOT_LIKED && rating < TASTE_SCALE.liked)) return null;
  return isLiked(rating);
}

/** Between "not liked" and "liked". */
const THRESHOLD = 0.75;
/** Typical deviation of one person's ratings from the mean; logistic scale per normal standard deviation. */
const PERSONAL_DEVIATION = 0.2;
const PROBIT_TO_LOGIT = 1.702;

/** P(rated 0.8 or better) of each item from its mean rating: a normal distribution of typical deviation around it. */
function crowdChances(items: readonly LibraryItem[]): readonly number[] {
  const rated = items.flatMap(({ crowd }) => crowd?.rating ?? []);
  const mean = rated.reduce((sum, rating) => sum + rating, 0) / Math.max(1, rated.length);
  return items.map(
    ({ crowd }) => 1 / (1 + Math.exp((-PROBIT_TO_LOGIT * ((crowd?.rating ?? mean) - THRESHOLD)) / PERSONAL_DEVIATION)),
  );
}

/** Scores that do not depend on outcomes. */
function ranked(scores: readonly number[]): ScoringSession {
  return { score: (item) => scores[item] ?? Number.NaN, feedback: noFeedback };
}
