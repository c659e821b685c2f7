/**
 * Indices of the k highest scores, best first, by the tie rule of models/README.md: higher score first, equal scores by
 * lower index. A heap of size k with the worst on top: O(n log k), and most of n costs one comparison.
 */
export function topK(scores: ArrayLike<number>, k: number): number[] {
  const size = Math.max(0, Math.min(k, scores.length));
  const heap = new Int32Array(size);
  for (let index = 0; index < size; index += 1) heap[index] = index;
  for (let at = (size >> 1) - 1; at >= 0; at -= 1) sink(scores, heap, at);
  if (size > 0) {
    // An equal score is not taken: all in the heap have a lower index.
    const next = (from: number): number => nextAbove(scores, from, scores[heap[0] ?? 0] ?? 0);
    for (let index = next(size); index < scores.length; index = next(index + 1)) {
      heap[0] = index;
      sink(scores, heap, 0);
    }
  }
  return Array.from(heap).sort((left, right) => (scores[right] ?? 0) - (scores[left] ?? 0) || left - right);
}

/**
 * The first index at or after `from` whose score is above `worst`, else the length. Kept small: it runs at about one
 * score per cycle.
 */
function nextAbove(scores: ArrayLike<number>, from: number, worst: number): number {
  const { length } = scores;
  let index = from;
  while (index < length && !((scores[index] ?? 0) > worst)) index += 1;
  return index;
}

/**
 * Sinks the index at `from` below every better one, so that the worst ends on top. Worse: a lower score, or an equal
 * one of a higher index.
 */
function sink(scores: ArrayLike<number>, heap: Int32Array, from: number): void {
  const index = heap[from] ?? 0;
  const score = scores[index] ?? 0;
  let at = from;
  for (let child = 2 * at + 1; child < heap.length; child = 2 * at + 1) {
    let below = heap[child] ?? 0;
    let least = scores[below] ?? 0;
    if (child + 1 < heap.length) {
      const other = heap[child + 1] ?? 0;
      const value = scores[other] ?? 0;
      if (value < least || (value === least && other > below)) {
        child += 1;
        below = other;
        least = value;
      }
    }
    if (least > score || (least === score && below < index)) break;
    heap[at] = below;
    at = child;
  }
  heap[at] = index;
}
