import { itemRows, rowAt } from '../item-index';
import { onlyChosen } from '../../domain/taste-history';
import type { Breakdown, BreakdownLine, BreakdownSum } from '../../domain/breakdown';
import type { Assessment } from '../ranking/assessment';
import type { EncodedLibrary } from '../encoded-library';
import type { WindowEvent } from '../encoding/history-window';
import { interceptOf, weightOf } from '../estimating/estimates';
import type { Estimator } from '../estimating/estimator';
import { restOf } from '../estimating/without-itself';
import type { TaskScorer } from '../scoring/task-scorer';
import { attribute } from './attribution';
import type { Attribution } from './attribution';
import { distinctEvents, estimatesUnder } from './event-contributions';
import type { EstimatesUnder } from './event-contributions';

/** So many items of the history get a line of their own; older ones are counted in the base line. */
const MAX_PARTS = 16;
/** Features that say what everybody's rating is. */
const CROWD = ['crowdRating', 'tableRating'] as const;

/**
 * The two estimates of a thing line by line, in log-odds. The lines of `liking` add up to the log-odds of the chance
 * that is shown, those of `interest` to what orders it beside the chance. Both are computed with and without each item
 * of the history, so the lines are what was computed.
 * @param random for the orders of Shapley values, 0 <= x < 1.
 */
export async function breakdownOf(
  assessment: Assessment,
  index: number,
  scorer: TaskScorer,
  estimator: Estimator,
  library: EncodedLibrary,
  random: () => number,
  throwIfCancelled?: () => void,
): Promise<Breakdown> {
  const row = rowAt(assessment.rows, index);
  // As it was estimated.
  const history = restOf(assessment.history, row);
  const parts = distinctEvents(history, itemRows([row]), MAX_PARTS, library);
  const known = new Map<string, EstimatesUnder>();
  const valueOf =
    (read: (under: EstimatesUnder) => Float64Array) =>
    async (subsets: readonly (readonly boolean[])[]): Promise<readonly number[]> => {
      const fresh = subsets.filter((subset) => !known.has(keyOf(subset)));
      const found = await estimatesUnder(
        historiesOf(history, parts, fresh),
        assessment,
        [index],
        scorer,
        estimator,
        throwIfCancelled,
      );
      fresh.forEach((subset, at) => {
        const under = found[at];
        if (under !== undefined) known.set(keyOf(subset), under);
      });
      return subsets.map((subset) => {
        const under = known.get(keyOf(subset));
        return under === undefined ? 0 : (read(under)[0] ?? 0);
      });
    };
  const like = await attribute(
    parts.length,
    valueOf((under) => under.like),
    random,
  );
  const interest = await attribute(
    parts.length,
    valueOf((under) => under.interest),
    random,
  );
  const chosen = onlyChosen(assessment.profile.reactions);
  const eventLines = ({ each, together }: Attribution): readonly BreakdownLine[] => [
    ...parts.map(({ row: event, rating }, at): BreakdownLine => ({
      type: 'event',
      itemId: library.item(event).id,
      rating,
      chosen: chosen.has(library.item(event).id),
      logOdds: each[at] ?? 0,
    })),
    { type: 'together', logOdds: together },
  ];
  return {
    itemId: library.item(row).id,
    liking: summed([
      ...everybodyLines(assessment, index, like, estimator),
      ...eventLines(like),
      ...learnedLines(assessment, index),
      ...guideLines(assessment, index),
    ]),
    interest: summed([
      { type: 'everybody', logOdds: rawInterest(assessment, index) - (interest.all - interest.none) },
      ...eventLines(interest),
      ...adjustmentLines(assessment, index),
      ...learnedLines(assessment, index),
    ]),
    method: like.method === 'shapley' || interest.method === 'shapley' ? 'shapley' : 'leave-one-out',
    chance: assessment.chances[index] ?? Number.NaN,
    pKnows: assessment.pKnows[index] ?? 0,
  };
}

/** Lines that change nothing are left out, but for the start. */
function summed(lines: readonly BreakdownLine[]): BreakdownSum {
  const shown = lines.filter(({ type, logOdds }) => logOdds !== 0 || type === 'start');
  return { lines: shown, total: shown.reduce((sum, line) => sum + line.logOdds, 0) };
}

/** What would be thought of the thing whoever were asked: the level of its kind, everybody's rating, the rest. */
function everybodyLines(
  { groups, features, offsets, history }: Assessment,
  index: number,
  { all, none }: Attribution,
  { estimates: { like } }: Estimator,
): readonly BreakdownLine[] {
  const group = groups[index] ?? '';
  const start = interceptOf(like, group);
  const crowd = CROWD.reduce(
    (sum, name) => sum + weightOf(like, name, group, history.length) * (features[name][index] ?? 0),
    0,
  );
  return [
    { type: 'start', logOdds: start },
    { type: 'crowd', logOdds: crowd },
    { type: 'everybody', logOdds: (offsets[index] ?? 0) - (all - none) - start - crowd },
  ];
}

/** The interest without what was said in so many words, or learned. */
const rawInterest = (assessment: Assessment, index: number): number =>
  (assessment.distinctInterest[index] ?? 0) -
  adjustmentLines(assessment, index).reduce((sum, { logOdds }) => sum + logOdds, 0) -
  (assessment.learned[index] ?? 0);

function adjustmentLines({ adjustments, dialTerms }: Assessment, index: number): readonly BreakdownLine[] {
  const own = adjustments[index];
  if (own === undefined) return [];
  return [
    { type: 'own-rating', logOdds: own.ownRating },
    { type: 'liked-tags', logOdds: own.likedTags },
    { type: 'kind', logOdds: own.kind },
    { type: 'aversion', logOdds: own.aversion },
    { type: 'near-duplicate', logOdds: own.nearDuplicate },
    ...(dialTerms[index] ?? []).map((term): BreakdownLine => ({ type: 'dial', ...term })),
  ];
}

const learnedLines = (assessment: Assessment, index: number): readonly BreakdownLine[] =>
  learnedParts(assessment, index).map(({ name, amount, logOdds }): BreakdownLine => ({
    type: 'learned',
    feature: name,
    amount,
    logOdds,
  }));

const guideLines = ({ betterWay, guided }: Assessment, index: number): readonly BreakdownLine[] =>
  betterWay === null ? [] : [{ type: 'guide', way: betterWay, logOdds: guided[index] ?? 0 }];

/** What each learned weight adds to an item, largest magnitude first; they add up to the learned term. */
export function learnedParts(
  { featuresOf, learner, learned }: Pick<Assessment, 'featuresOf' | 'learner' | 'learned'>,
  index: number,
): readonly { readonly name: string; readonly amount: number; readonly logOdds: number }[] {
  const own = featuresOf(index);
  const parts = own.names
    .map((name, at) => ({ name, amount: own.values[at] ?? 0 }))
    .map((part) => ({ ...part, logOdds: part.amount * learner.weight(part.name) }))
    .filter(({ logOdds }) => logOdds !== 0);
  const sum = parts.reduce((total, { logOdds }) => total + logOdds, 0);
  // Where the term was bounded, its parts are scaled by the same factor.
  const kept = sum === 0 ? 0 : (learned[index] ?? 0) / sum;
  return parts
    .map((part) => ({ ...part, logOdds: part.logOdds * kept }))
    .sort((left, right) => Math.abs(right.logOdds) - Math.abs(left.logOdds) || (left.name < right.name ? -1 : 1));
}

const keyOf = (subset: readonly boolean[]): string => subset.map(Number).join('');

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
