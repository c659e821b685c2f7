import { rowAt } from '../item-index';
import type { ItemIndex } from '../item-index';
import { isLiked } from '../../domain/taste-scale';
import { isAboutItems } from '../../domain/learning';
import type { Reason } from '../../domain/recommendation';
import type { Assessment } from '../ranking/assessment';
import type { EncodedLibrary } from '../encoded-library';
import { likedTagsTerm, logOdds } from '../ranking/would-like';
import { sigmoid } from '../math/log-odds';
import { channelNames, CHANNELS } from '../scoring/channels';
import { weightsOf } from '../scoring/mixture';
import { zScore } from '../math/standardise';
import type { TaskScorer } from '../scoring/task-scorer';
import type { EventContribution } from './event-contributions';
import { learnedParts } from './breakdown';
import { tagsInCommon } from './shared-tags';

/** Smaller contributions are not worth a sentence, and may be rounding. */
const MIN_CONTRIBUTION = 0.004;
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
  scorer: TaskScorer,
  library: EncodedLibrary,
): readonly Reason[] {
  const terms = assessment.terms[index];
  if (terms === undefined) return [];
  const total = logOdds(terms);
  const unknown = 1 - (assessment.pKnows[index] ?? 0);
  /** What the score would lose without a term of so many log-odds. */
  const worth = (term: number): number => unknown * (sigmoid(total) - sigmoid(total - term));
  const row = rowAt(assessment.rows, index);
  const item = library.item(row);

  // A thing that was not liked is no reason to send its like, whatever it adds to the score.
  const events: Reason[] = contributions
    .filter(({ rating }) => rating === null || isLiked(rating))
    .map((entry) => ({ ...entry, contribution: worth(entry.logOdds[place] ?? 0) }))
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
  if (ownRating !== null) others.push({ type: 'own-rating', rating: ownRating, contribution: worth(terms.ownRating) });
  const likedTags = assessment.likedTags[index] ?? [];
  const [tag] = likedTags;
  if (tag !== undefined)
    others.push({
      type: 'liked-tag',
      tag,
      contribution: worth(likedTagsTerm(likedTags.length) - likedTagsTerm(likedTags.length - 1)),
    });
  const [learned] = learnedParts(assessment, index).filter(({ name }) => isAboutItems(name));
  if (learned !== undefined)
    others.push({
      type: 'learned',
      feature: learned.name,
      weight: assessment.learner.weight(learned.name),
      contribution: worth(learned.logOdds),
    });
  if (item.crowd !== null && item.crowd.rating !== null) {
    others.push({
      type: 'crowd',
      rating: item.crowd.rating,
      count: item.crowd.count,
      contribution: worth(crowdLogOdds(assessment, index, scorer, library)),
    });
  }
  return [...events, ...others]
    .filter(({ contribution }) => contribution >= MIN_CONTRIBUTION)
    .sort((left, right) => right.contribution - left.contribution)
    .slice(0, MAX_REASONS);
}

/** Log-odds that the crowd's channels add, against an item of average crowd; only `shareRated` uses them. */
function crowdLogOdds(
  { channels, scales, rows, slopes }: Assessment,
  index: number,
  scorer: TaskScorer,
  library: EncodedLibrary,
): number {
  const weights = weightsOf(
    CHANNELS,
    scorer.scoring('shareRated'),
    library.weightSet(rowAt(rows, index), 'warm'),
    true,
  );
  let raw = 0;
  for (const name of channelNames(CHANNELS))
    if (CHANNELS[name].crowd) raw += weights[name] * zScore(channels[name][index] ?? Number.NaN, scales[name]);
  return (slopes.shareRated[index] ?? 0) * raw;
}

function sharedCreator(event: ItemIndex, pick: ItemIndex, library: EncodedLibrary): string | null {
  const theirs = new Set(library.names(event).creators);
  return library.item(pick).creators.find((creator) => theirs.has(library.text.phrase(creator))) ?? null;
}
