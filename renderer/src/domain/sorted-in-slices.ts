/** Things that are compared in one slice: some milliseconds. */
const SLICE = 10_000;

/**
 * The things in order, equal ones as they were. Very many are sorted in slices, between which other things get their
 * turn.
 */
export async function sortedInSlices<T>(
  things: readonly T[],
  compare: (a: T, b: T) => number,
  pause: () => Promise<void>,
): Promise<readonly T[]> {
  let runs: (readonly T[])[] = [];
  for (let start = 0; start < things.length; start += SLICE) {
    if (start > 0) await pause();
    runs.push(things.slice(start, start + SLICE).sort(compare));
  }
  while (runs.length > 1) {
    const longer: (readonly T[])[] = [];
    for (let place = 0; place < runs.length; place += 2)
      longer.push(await merged(runs[place] ?? [], runs[place + 1] ?? [], compare, pause));
    runs = longer;
  }
  return runs[0] ?? [];
}

async function merged<T>(
  left: readonly T[],
  right: readonly T[],
  compare: (a: T, b: T) => number,
  pause: () => Promise<void>,
): Promise<readonly T[]> {
  if (right.length === 0) return left;
  const both: T[] = [];
  let [atLeft, atRight] = [0, 0];
  while (both.length < left.length + right.length) {
    const end = Math.min(both.length + SLICE, left.length + right.length);
    while (both.length < end) {
      const isLeft =
        atRight >= right.length ||
        // Both are there.
        (atLeft < left.length && compare(left[atLeft] as T, right[atRight] as T) <= 0);
      both.push((isLeft ? left[atLeft++] : right[atRight++]) as T);
    }
    await pause();
  }
  return both;
}
