import { partsOf } from './parts-of';

/** Things looked at in one slice: some milliseconds. */
const SLICE = 5000;

/** Visits very many things in slices, between which other things get their turn; few at once. */
export async function eachInSlices<T>(
  things: readonly T[],
  visit: (thing: T) => void,
  pause: () => Promise<void>,
): Promise<void> {
  let isFirst = true;
  for (const slice of partsOf(things, SLICE)) {
    if (!isFirst) await pause();
    isFirst = false;
    for (const thing of slice) visit(thing);
  }
}
