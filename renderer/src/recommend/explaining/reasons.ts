import { rowAt } from '../item-index';
import { isAboutItems } from '../../domain/learning';
import { isMeaningfulTag } from '../../domain/meaningful-tags';
import type { Reason } from '../../domain/recommendation';
import { onlyChosen } from '../../domain/taste-history';
import type { Assessment } from '../ranking/assessment';
import type { EncodedLibrary } from '../encoded-library';
import { likedTagsTerm } from '../ranking/adjustments';
import { COMMON_SHARE } from '../ranking/value-of-sending';
import { weightOf } from '../estimating/estimates';
import type { Estimator } from '../estimating/estimator';
import type { EventContribution } from './event-contributions';
import { learnedParts } from './breakdown';
import { eventReasons, MIN_CONTRIBUTION } from './event-reasons';

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

  const chosen = onlyChosen(assessment.profile.reactions);
  const events = eventReasons(
    contributions
      // That they would pick it is no reason to pick it.
      .filter((event) => event.row !== row)
      .map(({ logOdds: moved, ...event }) => ({
        ...event,
        chosen: chosen.has(library.item(event.row).id),
        contribution: moved[place] ?? 0,
      })),
    row,
    library,
    assessment.features.tagLikeness[index] ?? 0,
  );
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
  const [learned] = learnedParts(assessment, index).filter(({ name }) => isAboutItems(name) && saysSomething(name));
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
function crowdLogOdds({ features, groups, history }: Assessment, index: number, { estimates }: Estimator): number {
  const group = groups[index] ?? '';
  return (
    (weightOf(estimates.like, 'crowdRating', group, history.length) +
      COMMON_SHARE * weightOf(estimates.interest, 'crowdRating', group, history.length)) *
    (features.crowdRating[index] ?? 0)
  );
}

/**
 * Whether a learned weight is a reason for one thing. No tag such as a year; and that somebody likes books is none: it
 * speaks for all of them alike.
 */
function saysSomething(feature: string): boolean {
  if (/^(?:kind|group):/u.test(feature)) return false;
  // Who carries it is no question here: it was learned from several things.
  return !feature.startsWith('tag:') || isMeaningfulTag(feature.slice('tag:'.length), 2, 0);
}
