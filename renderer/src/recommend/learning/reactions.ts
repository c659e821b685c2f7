import { isDisliked, isLiked, isLoved, TASTE_SCALE } from '../../domain/taste-scale';
import type { TasteReaction } from '../../domain/taste-profile';

/** Label of a reaction for the learner, and how much it counts. */
export interface LearningSignal {
  readonly label: 0 | 1;
  readonly weight: number;
}

/**
 * Weight of each answer. Negative ones weigh more: a miss costs a friend's time and trust. A miss of an item that was
 * sent weighs most, because that is what should become rarer.
 */
const WEIGHTS = Object.freeze({
  loved: 1.2,
  liked: 0.8,
  disliked: 1.3,
  neverAgain: 2,
  notForThem: 1.5,
  abandoned: 0.5,
  chosen: 0.7,
  passedOver: 0.3,
  sentLoved: 1.2,
  sentLiked: 1,
  sentMeh: 1.4,
  sentNo: 2,
});
/** Weight of a rating just below liked; it rises to `disliked` where the scale says so. */
const LUKEWARM = 0.3;

/** null: says nothing about liking (no answer, "not yet", "knows it", "later", "wanted", merely finished). */
export function learningSignal({
  type,
  rating,
  outcome,
}: Pick<TasteReaction, 'type' | 'rating' | 'outcome'>): LearningSignal | null {
  switch (type) {
    case 'rated':
      return rating === null ? null : ofRating(rating);
    case 'loved':
      return { label: 1, weight: WEIGHTS.loved };
    case 'liked':
      return { label: 1, weight: WEIGHTS.liked };
    case 'chosen-over':
      return { label: 1, weight: WEIGHTS.chosen };
    case 'disliked':
      return { label: 0, weight: WEIGHTS.disliked };
    case 'never-again':
      return { label: 0, weight: WEIGHTS.neverAgain };
    case 'not-for-them':
      return { label: 0, weight: WEIGHTS.notForThem };
    case 'abandoned':
      return { label: 0, weight: WEIGHTS.abandoned };
    case 'reacted':
      return ofOutcome(outcome);
    case 'finished':
    case 'wanted':
    case 'knows-it':
    case 'postponed':
      return null;
  }
}

/** The label of the item that another one was chosen over. */
export function passedOverSignal({ type }: Pick<TasteReaction, 'type'>): LearningSignal | null {
  return type === 'chosen-over' ? { label: 0, weight: WEIGHTS.passedOver } : null;
}

function ofRating(rating: number): LearningSignal {
  if (isLiked(rating)) return { label: 1, weight: isLoved(rating) ? WEIGHTS.loved : WEIGHTS.liked };
  if (isDisliked(rating)) return { label: 0, weight: WEIGHTS.disliked };
  return {
    label: 0,
    weight:
      LUKEWARM +
      (WEIGHTS.disliked - LUKEWARM) * ((TASTE_SCALE.liked - rating) / (TASTE_SCALE.liked - TASTE_SCALE.disliked)),
  };
}

function ofOutcome(outcome: TasteReaction['outcome']): LearningSignal | null {
  switch (outcome) {
    case 'loved':
      return { label: 1, weight: WEIGHTS.sentLoved };
    case 'liked':
      return { label: 1, weight: WEIGHTS.sentLiked };
    case 'meh':
      return { label: 0, weight: WEIGHTS.sentMeh };
    case 'no':
      return { label: 0, weight: WEIGHTS.sentNo };
    case 'knew-it':
    case 'not-yet':
    case null:
      return null;
  }
}
