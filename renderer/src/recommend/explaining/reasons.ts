import { rowAt } from '../item-index';
import type { ItemIndex } from '../item-index';
import { isLiked } from '../../domain/taste-scale';
import { isAboutItems } from '../../domain/learning';
import type { Reason } from '../../domain/recommendation';
import type { Assessment } from '../ranking/assessment';
import type { EncodedLibrary } from '../encoded-library';
import { likedTagsTerm } from '../ranking/adjustments';
import { weightOf } from '../estimating/estimates';
import type { Estimator } from '../estimating/estimator';
import type { EventContribution } from './event-contributions';
import { learnedParts } from './breakdown';
import { tagsInCommon } from './shared-tags';

/** Smaller contributions are not worth a sentence, and may be rounding. */
const MIN_CONTRIBUTION = 0.02;
const MAX_EVENTS = 2;
const MAX_REASONS = 4;

/**
 * Reasons for an item of the assessment: positive contributions, largest first.
 * @param place the item's place among the chosen, which `contributions` are about.
 */
export function reasonsFor(
  assessment: Assessment,
  index: number,
  place: number,
  contributions: readonly EventContribution[],
  estimator: Estimator,
  library: EncodedLibrary,
): readonly Reason[] {
  const adjustments = assessment.adjustments[index];
  if (adjustments === undefined) return [];
  const row = rowAt(assessment.rows, index);
  const item = library.item(row);

  // A thing that was not liked is no reason to send its like, whatever it adds to the score.
  const events: Reason[] = contributions
    .filter(({ rating }) => rating === null || isLiked(rating))
    .map((entry) => ({ ...entry, contribution: entry.logOdds[place] ?? 0 }))
    .sort((left, right) => right.contribution - left.contribution)
    .slice(0, MAX_EVENTS)
    .map((entry): Reason => ({
      type: 'event',
      itemId: library.item(entry.row).id,
      rating: entry.rating,
      contribution: entry.contribution,
      ...tagsInCommon(entry.row, row, library),
      sharedCreator: sharedCreator(entry.row, row, library),
    }));
  const others: Reason[] = [];
  const ownRating = assessment.items[index]?.ownRating ?? null;
  if (ownRating !== null) others.push({ type: 'own-rating', rating: ownRating, contribution: adjustments.ownRating });
  const likedTags = assessment.likedTags[index] ?? [];
  const [tag] = likedTags;
  if (tag !== undefined)
    others.push({
      type: 'liked-tag',
      tag,
      contribution: likedTagsTerm(likedTags.length) - likedTagsTerm(likedTags.length - 1),
    });
  const [learned] = learnedParts(assessment, index).filter(({ name }) => isAboutItems(name));
  if (learned !== undefined)
    others.push({
      type: 'learned',
      feature: learned.name,
      weight: assessment.learner.weight(learned.name),
      contribution: learned.logOdds,
    });
  if (item.crowd !== null && item.crowd.rating !== null) {
    others.push({
      type: 'crowd',
      rating: item.crowd.rating,
      count: item.crowd.count,
      contribution: crowdLogOdds(assessment, index, estimator),
    });
  }
  return [...events, ...others]
    .filter(({ contribution }) => contribution >= MIN_CONTRIBUTION)
    .sort((left, right) => right.contribution - left.contribution)
    .slice(0, MAX_REASONS);
}

/** Log-odds that everybody's rating adds to both estimates, against a thing of average rating. */
function crowdLogOdds({ features, groups }: Assessment, index: number, { estimates }: Estimator): number {
  const group = groups[index] ?? '';
  return (
    (weightOf(estimates.like, 'crowdRating', group) + weightOf(estimates.interest, 'crowdRating', group)) *
    (features.crowdRating[index] ?? 0)
  );
}

function sharedCreator(event: ItemIndex, pick: ItemIndex, library: EncodedLibrary): string | null {
  const theirs = new Set(library.names(event).creators);
  return library.item(pick).creators.find((creator) => theirs.has(library.text.phrase(creator))) ?? null;
}
