import { itemRows, rowAt } from '../item-index';
import type { Breakdown, BreakdownLine } from '../../domain/breakdown';
import type { Assessment } from '../ranking/assessment';
import type { EncodedLibrary } from '../encoded-library';
import type { WindowEvent } from '../encoding/history-window';
import { LIKING_BASE } from '../ranking/would-like';
import type { TaskScorer } from '../scoring/task-scorer';
import { attribute } from './attribution';
import { distinctEvents, tasteLogOdds } from './event-contributions';

/** So many items of the history get a line of their own; older ones are counted in the base line. */
const MAX_PARTS = 16;

/**
 * A score line by line, in log-odds; the lines add up to the assessment's. The history is encoded with and without each
 * of its items while scales and weights stay fixed, so the lines are what was computed.
 * @param random for the orders of Shapley values, 0 <= x < 1.
 */
export async function breakdownOf(
  assessment: Assessment,
  index: number,
  scorer: TaskScorer,
  library: EncodedLibrary,
  random: () => number,
  throwIfCancelled?: () => void,
): Promise<Breakdown> {
  const terms = assessment.terms[index];
  const row = rowAt(assessment.rows, index);
  const parts = distinctEvents(assessment.history, itemRows([row]), MAX_PARTS, library);
  const taste = await attribute(
    parts.length,
    async (subsets) => {
      const found = await tasteLogOdds(
        historiesOf(assessment.history, parts, subsets),
        assessment,
        [index],
        scorer,
        library,
        throwIfCancelled,
      );
      return found.map(([value = 0]) => value);
    },
    random,
  );
  const lines: BreakdownLine[] = [
    { type: 'start', logOdds: LIKING_BASE },
    // The taste term without these events, on its own scale, where zero is the mean of the kind group.
    { type: 'everybody', logOdds: (terms?.taste ?? 0) - (taste.all - taste.none) },
    ...parts.map(({ row: event, rating }, at): BreakdownLine => ({
      type: 'event',
      itemId: library.item(event).id,
      rating,
      logOdds: taste.each[at] ?? 0,
    })),
    { type: 'together', logOdds: taste.together },
  ];
  if (terms !== undefined) {
    lines.push(
      { type: 'own-rating', logOdds: terms.ownRating },
      { type: 'liked-tags', logOdds: terms.likedTags },
      { type: 'kind', logOdds: terms.kind },
      { type: 'unrecognised', logOdds: terms.unrecognised },
      { type: 'aversion', logOdds: terms.aversion },
      { type: 'near-duplicate', logOdds: terms.nearDuplicate },
      ...learnedParts(assessment, index).map(({ name, amount, logOdds }): BreakdownLine => ({
        type: 'learned',
        feature: name,
        amount,
        logOdds,
      })),
      ...(assessment.dialTerms[index] ?? []).map((term): BreakdownLine => ({ type: 'dial', ...term })),
    );
  }
  const shown = lines.filter(({ type, logOdds }) => logOdds !== 0 || type === 'start');
  return {
    itemId: library.item(row).id,
    lines: shown,
    total: shown.reduce((sum, line) => sum + line.logOdds, 0),
    method: taste.method,
    chance: assessment.chances[index] ?? Number.NaN,
    pKnows: assessment.pKnows[index] ?? 0,
  };
}

/** What each learned weight adds to an item, largest magnitude first; they add up to the learned term. */
export function learnedParts(
  { featuresOf, learner, terms }: Pick<Assessment, 'featuresOf' | 'learner' | 'terms'>,
  index: number,
): readonly { readonly name: string; readonly amount: number; readonly logOdds: number }[] {
  const own = featuresOf(index);
  const parts = own.names
    .map((name, at) => ({ name, amount: own.values[at] ?? 0 }))
    .map((part) => ({ ...part, logOdds: part.amount * learner.weight(part.name) }))
    .filter(({ logOdds }) => logOdds !== 0);
  const sum = parts.reduce((total, { logOdds }) => total + logOdds, 0);
  // Where the term was bounded, its parts are scaled by the same factor.
  const kept = sum === 0 ? 0 : (terms[index]?.learned ?? 0) / sum;
  return parts
    .map((part) => ({ ...part, logOdds: part.logOdds * kept }))
    .sort((left, right) => Math.abs(right.logOdds) - Math.abs(left.logOdds) || (left.name < right.name ? -1 : 1));
}

/** The history with each subset of its parts; events that are no part stay in. */
function historiesOf(
  history: readonly WindowEvent[],
  parts: readonly WindowEvent[],
  subsets: readonly (readonly boolean[])[],
): readonly (readonly WindowEvent[])[] {
  const places = new Map(parts.map(({ row }, place) => [row, place]));
  return subsets.map((subset) =>
    history.filter(({ row }) => {
      const place = places.get(row);
      return place === undefined || subset[place] === true;
    }),
  );
}
