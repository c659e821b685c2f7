import type { ItemRows } from '../item-index';
import type { EncodedLibrary } from '../encoded-library';
import type { WindowEvent } from '../encoding/history-window';
import type { CooccurrenceRule } from '../model/model-manifest';
import type { Mode } from '../recommender-api';
import { likedWeight } from './content-similarity';

/**
 * How often other people like each candidate together with what was liked. Newer events count more: × (1 + recent × 2 ^
 * (−age / half-life)), age in events. Written over `found`. [candidates]
 */
export function cooccurrence(
  history: readonly WindowEvent[],
  candidates: ItemRows,
  mode: Mode,
  library: EncodedLibrary,
  { recent, halfLife }: CooccurrenceRule,
  found: Float64Array,
): Float64Array {
  const weighed = history.map(({ row, rating }, index) => ({
    row,
    weight: likedWeight(rating) * (1 + recent * 0.5 ** ((history.length - 1 - index) / halfLife)),
  }));
  return library.cooccurrence(weighed, candidates, mode, found);
}
