import type { LibraryItem } from '../../renderer/src/domain/recommendation-request';
import { seededRandom } from '../../renderer/src/recommend/math/seeded-random';
import { likedWeight } from '../../renderer/src/recommend/scoring/content-similarity';

/** An event of a case, with the item's place in the pack. */
export interface IndexedEvent {
  readonly index: number;
  readonly rating: number | null;
}

export interface RankingCase {
  readonly caseId: string;
  readonly events: readonly IndexedEvent[];
  /** Places in the pack. */
  readonly candidates: Int32Array;
}

/** Scores of the candidates, in their order. */
export type Baseline = (question: RankingCase) => Float64Array;

export const BASELINES = ['random', 'popularity', 'average-rating', 'tf-idf'] as const;
export type BaselineName = (typeof BASELINES)[number];

export function baselinesOf(items: readonly LibraryItem[]): Readonly<Record<BaselineName, Baseline>> {
  const counts = Float64Array.from(items, ({ crowd }) => crowd?.count ?? -1);
  const rated = items.flatMap(({ crowd }) => crowd?.rating ?? []);
  const mean = rated.reduce((sum, rating) => sum + rating, 0) / Math.max(1, rated.length);
  const ratings = Float64Array.from(items, ({ crowd }) => crowd?.rating ?? mean);
  const lookUp =
    (values: Float64Array): Baseline =>
    ({ candidates }) =>
      scoresOf(candidates, (index) => values[index] ?? Number.NaN);
  return {
    random: ({ caseId, candidates }) => {
      const random = seededRandom(hash(caseId));
      return scoresOf(candidates, random);
    },
    popularity: lookUp(counts),
    'average-rating': lookUp(ratings),
    'tf-idf': tfIdf(items),
  };
}

/**
 * Content k-NN: cosine between a candidate and the rating-weighted sum of the history's items, over TF-IDF (idf = ln(N
 * / df)) of title words, creators, tags and tag words. Shares no code with the engine's content channel, so that a
 * fault there shows as a difference here.
 */
function tfIdf(items: readonly LibraryItem[]): Baseline {
  const vocabulary = new Map<string, number>();
  const documents = items.map((item) =>
    Int32Array.from(
      new Set(
        terms(item).map((term) => {
          const known = vocabulary.get(term) ?? vocabulary.size;
          vocabulary.set(term, known);
          return known;
        }),
      ),
    ),
  );
  const frequencies = new Float64Array(vocabulary.size);
  for (const document of documents) for (const term of document) frequencies[term] = (frequencies[term] ?? 0) + 1;
  const idf = frequencies.map((frequency) => Math.log(items.length / frequency));
  const lengths = documents.map(
    (document) => Math.sqrt(document.reduce((sum, term) => sum + (idf[term] ?? 0) ** 2, 0)) || 1,
  );
  const profile = new Float64Array(vocabulary.size);

  return ({ events, candidates }) => {
    profile.fill(0);
    for (const { index, rating } of events) {
      const weight = likedWeight(rating) / (lengths[index] ?? 1);
      // idf twice: once for the profile, once for the candidate it is multiplied with.
      for (const term of documents[index] ?? []) profile[term] = (profile[term] ?? 0) + weight * (idf[term] ?? 0) ** 2;
    }
    return scoresOf(candidates, (index) => {
      const document = documents[index];
      let sum = 0;
      if (document !== undefined) for (let at = 0; at < document.length; at++) sum += profile[document[at] ?? 0] ?? 0;
      return sum / (lengths[index] ?? 1);
    });
  };
}

function terms({ title, creators, tags }: LibraryItem): readonly string[] {
  return [
    ...words(title).map((word) => `w:${word}`),
    ...creators.map((creator) => `c:${words(creator).join(' ')}`),
    ...tags.map((tag) => `t:${words(tag).join(' ')}`),
    ...tags.flatMap((tag) => words(tag).map((word) => `u:${word}`)),
  ];
}

function words(text: string): readonly string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** A loop, because `Float64Array.from` uses an iterator and takes ten times as long. */
function scoresOf(candidates: Int32Array, score: (index: number) => number): Float64Array {
  const scores = new Float64Array(candidates.length);
  for (let at = 0; at < candidates.length; at++) scores[at] = score(candidates[at] ?? 0);
  return scores;
}

/** FNV-1a, 32 bits: turns a name into a seed. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193);
  return value >>> 0;
}
