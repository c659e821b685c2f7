import { topK } from '../math/top-k';

/** How many of many candidates expensive channels are computed for. */
export const SHORTLIST = 2_000;
/** How many of them the mean of an expensive channel is estimated from. */
const SAMPLE = 1_000;

/** Places of the `size` highest scores (equal ones: the lower place), in the order of the candidates. */
export function shortlist(scores: Float64Array, size = SHORTLIST): Int32Array<ArrayBuffer> {
  return Int32Array.from(topK(scores, size)).sort();
}

/** Evenly spaced places among so many candidates; all where they are no more than a shortlist. */
export function samplePlaces(candidates: number): Int32Array<ArrayBuffer> {
  const count = candidates <= SHORTLIST ? candidates : SAMPLE;
  return Int32Array.from({ length: count }, (_, at) => Math.floor((at * candidates) / count));
}
