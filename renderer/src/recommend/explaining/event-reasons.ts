import { hasCommonGround } from '../../domain/common-ground';
import type { Reason } from '../../domain/recommendation';
import { isLiked } from '../../domain/taste-scale';
import type { EncodedLibrary } from '../encoded-library';
import type { ItemIndex } from '../item-index';
import { commonGround } from './common-ground';

/** Smaller contributions are not worth a sentence, and may be rounding. */
export const MIN_CONTRIBUTION = 0.02;
const MAX_EVENTS = 2;
/** A taste takes several things to speak of. */
const MIN_FOR_TASTE = 3;
/** Of tags: below it a pick is merely the nearest that the library has. */
const MIN_LIKENESS = 0.5;

/** A thing the person met, with what it is worth to the score of a pick. */
export interface WeighedEvent {
  readonly row: ItemIndex;
  readonly rating: number | null;
  readonly chosen: boolean;
  readonly contribution: number;
}

/**
 * Which of them may be named for the pick: liked things that spoke for it and have something in common with it,
 * strongest first. Where there are none, all of them together, if the pick is truly of their sort.
 * @param likeness of its tags, likely ones included, to those of what was liked, −1..1.
 */
export function eventReasons(
  events: readonly WeighedEvent[],
  pick: ItemIndex,
  library: EncodedLibrary,
  likeness: number,
): readonly Extract<Reason, { type: 'event' | 'taste' }>[] {
  // A thing that was not liked is no reason to send its like, whatever it adds to the score.
  const liked = events
    .filter(({ rating }) => rating === null || isLiked(rating))
    .sort((left, right) => right.contribution - left.contribution);
  const named: Extract<Reason, { type: 'event' }>[] = [];
  for (const { row, rating, chosen, contribution } of liked) {
    if (contribution < MIN_CONTRIBUTION || named.length === MAX_EVENTS) break;
    const common = commonGround(row, pick, library);
    if (hasCommonGround(common))
      named.push({
        type: 'event',
        itemId: library.item(row).id,
        rating,
        chosen,
        contribution,
        recognised: library.isKnown(row),
        common,
      });
  }
  if (named.length > 0 || liked.length < MIN_FOR_TASTE || likeness < MIN_LIKENESS) return named;
  return [{ type: 'taste', contribution: liked.reduce((sum, event) => sum + event.contribution, 0) }];
}
