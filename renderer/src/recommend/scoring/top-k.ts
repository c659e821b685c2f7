/**
 * Indices of the k best scores, best first. The tie rule of models/README.md: higher score first, equal scores by lower
 * index. A bounded heap with the worst on top: O(n log k).
 */
export function topK(scores: ArrayLike<number>, k: number): number[] {
  const heap: number[] = [];
  const worse = (left: number, right: number): boolean => {
    const difference = (scores[left] ?? 0) - (scores[right] ?? 0);
    return difference < 0 || (difference === 0 && left > right);
  };
  const swap = (a: number, b: number): void => {
    const kept = heap[a] ?? 0;
    heap[a] = heap[b] ?? 0;
    heap[b] = kept;
  };
  const sinkFromTop = (): void => {
    for (let at = 0; ;) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && worse(heap[child] ?? 0, heap[worst] ?? 0)) worst = child;
      }
      if (worst === at) return;
      swap(at, worst);
      at = worst;
    }
  };
  for (let index = 0; index < scores.length; index += 1) {
    if (heap.length < k) {
      heap.push(index);
      for (let at = heap.length - 1; at > 0;) {
        const parent = (at - 1) >> 1;
        if (!worse(heap[at] ?? 0, heap[parent] ?? 0)) break;
        swap(at, parent);
        at = parent;
      }
    } else if (k > 0 && worse(heap[0] ?? 0, index)) {
      heap[0] = index;
      sinkFromTop();
    }
  }
  return heap.sort((left, right) => (worse(left, right) ? 1 : -1));
}
