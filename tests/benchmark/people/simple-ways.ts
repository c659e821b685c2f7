import type { ItemId } from '../../../renderer/src/domain/ids';
import type { LibraryItem } from '../../../renderer/src/domain/recommendation-request';
import type { TasteProfileEvent } from '../../../renderer/src/domain/taste-profile';
import { seededRandom } from '../../../renderer/src/recommend/math/seeded-random';
import { likedWeight } from '../../../renderer/src/recommend/scoring/content-similarity';
import { baselinesOf, hash } from '../baselines';
import type { AppQuestion } from './app-scores';

/** Scores of a question's candidates, in their order. */
export type SimpleWay = (question: AppQuestion, caseId: string) => Float64Array;

/** Ratings of a creator count against this many of the crowd's. */
const CREATOR_PRIOR = 3;
/** Assumed of a person without a rating, and of a library without any average. */
const TYPICAL_RATING = 0.7;

/** Not a way at all: by the case's name and the person. */
export const randomWay: SimpleWay = ({ candidates, events }, caseId) => {
  const random = seededRandom(hash(`${caseId} ${events.map(({ itemId }) => itemId).join(' ')}`));
  return Float64Array.from(candidates, random);
};

/** The crowd's average of the case's own column, else the model's table's, else the mean of all. */
export function averageRatings(
  items: readonly LibraryItem[],
  tableRating: (id: ItemId) => number | null,
): ReadonlyMap<ItemId, number> {
  const known = new Map(items.map((item) => [item.id, item.crowd?.rating ?? tableRating(item.id)]));
  const found = [...known.values()].filter((rating) => rating !== null);
  const mean = found.length === 0 ? TYPICAL_RATING : found.reduce((sum, rating) => sum + rating, 0) / found.length;
  return new Map([...known].map(([id, rating]) => [id, rating ?? mean]));
}

export const averageWay =
  (averages: ReadonlyMap<ItemId, number>): SimpleWay =>
  ({ candidates }) =>
    Float64Array.from(candidates, (id) => averages.get(id) ?? TYPICAL_RATING);

/** The average, plus how much better or worse than it the person found the creators' and series' other things. */
export function creatorWay(items: readonly LibraryItem[], averages: ReadonlyMap<ItemId, number>): SimpleWay {
  const makers = new Map(
    items.map(({ id, creators, series }) => [
      id,
      [...creators.map((name) => `by ${name}`), ...(series === null ? [] : [`in ${series.name}`])],
    ]),
  );
  const averageOf = (id: ItemId): number => averages.get(id) ?? TYPICAL_RATING;
  return ({ events, candidates }) => {
    const rated = events.flatMap(({ itemId, rating }) =>
      rating === null || !averages.has(itemId) ? [] : [{ itemId, residual: rating - averageOf(itemId) }],
    );
    const bias = rated.reduce((sum, { residual }) => sum + residual, 0) / Math.max(1, rated.length);
    const residuals = new Map<string, number[]>();
    for (const { itemId, residual } of rated)
      for (const maker of makers.get(itemId) ?? [])
        residuals.set(maker, [...(residuals.get(maker) ?? []), residual - bias]);
    return Float64Array.from(candidates, (id) => {
      const found = (makers.get(id) ?? []).flatMap((maker) => residuals.get(maker) ?? []);
      return averageOf(id) + found.reduce((sum, residual) => sum + residual, 0) / (found.length + CREATOR_PRIOR);
    });
  };
}

/** Cosine of TF-IDF between a candidate and the weighted sum of what the person liked: comparable between people. */
export function likenessWay(items: readonly LibraryItem[]): SimpleWay {
  const places = new Map(items.map(({ id }, place) => [id, place]));
  const likeness = baselinesOf(items)['tf-idf'];
  return ({ events, candidates }) => {
    const known = events.flatMap(({ itemId, rating }) => {
      const index = places.get(itemId);
      return index === undefined ? [] : [{ index, rating }];
    });
    const asked = [...candidates.map((id) => places.get(id) ?? 0), ...known.map(({ index }) => index)];
    const scores = likeness({ caseId: '', events: known, candidates: Int32Array.from(asked) });
    // The sum's squared length is the weighted sum of its products with the things it was made of.
    const squared = known.reduce(
      (sum, { rating }, place) => sum + likedWeight(rating) * (scores[candidates.length + place] ?? 0),
      0,
    );
    const length = Math.sqrt(squared) || 1;
    return scores.slice(0, candidates.length).map((score) => score / length);
  };
}

/** Mean of a person's known ratings: generosity alone. */
export function ownMean(events: readonly TasteProfileEvent[]): number {
  const ratings = events.flatMap(({ rating }) => rating ?? []);
  return ratings.length === 0 ? TYPICAL_RATING : ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length;
}
