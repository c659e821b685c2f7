import type { ItemId } from '../../../renderer/src/domain/ids';
import type { LibraryItem } from '../../../renderer/src/domain/recommendation-request';
import type { TasteProfileEvent } from '../../../renderer/src/domain/taste-profile';
import {
  averageRatings,
  TYPICAL_RATING,
  withCreatorResiduals,
} from '../../../renderer/src/recommend/evaluating/creator-residuals';
import { seededRandom } from '../../../renderer/src/recommend/math/seeded-random';
import { likedWeight } from '../../../renderer/src/recommend/scoring/content-similarity';
import { baselinesOf, hash } from '../baselines';
import type { AppQuestion } from './app-scores';

/** Scores of a question's candidates, in their order. */
export type SimpleWay = (question: AppQuestion, caseId: string) => Float64Array;

/** Not a way at all: by the case's name and the person. */
export const randomWay: SimpleWay = ({ candidates, events }, caseId) => {
  const random = seededRandom(hash(`${caseId} ${events.map(({ itemId }) => itemId).join(' ')}`));
  return Float64Array.from(candidates, random);
};

/** The crowd's average of the case's own column, else the model's table's, else the mean of its kind. */
export function packAverages(
  items: readonly LibraryItem[],
  tableRating: (id: ItemId) => number | null,
): ReadonlyMap<ItemId, number> {
  return averageRatings(
    items.map(({ id, kind, crowd }) => ({ key: id, kind, rating: crowd?.rating ?? tableRating(id) })),
  );
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
  return ({ events, candidates }) =>
    withCreatorResiduals(
      events.flatMap(({ itemId, rating }) => (averages.has(itemId) ? [{ key: itemId, rating }] : [])),
      candidates,
      averageOf,
      (id) => makers.get(id) ?? [],
    );
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
