import type { FtrlExample, FtrlProximal } from './ftrl';

const DAY_MILLISECONDS = 24 * 3600 * 1000;
/** Fading touches every weight, so days are saved up until they are worth a pass: what waits is off by half a percent at most. */
const WORTH_A_PASS = 0.995;
/** A factor of 0 would not be one; after so many half-lives nothing is left of the evidence anyway. */
const MIN_FACTOR = 1e-12;

/**
 * Learns from examples oldest first; between dated ones, what was learned before fades by `halfLifeDays` (Infinity: not).
 * @param predict sees each example before it is learned from.
 */
export function learnInOrder<Example extends FtrlExample & { readonly at: number | null }>(
  learner: FtrlProximal,
  examples: readonly Example[],
  halfLifeDays: number,
  predict?: (example: Example) => void,
): void {
  let before: number | null = null;
  for (const example of examples) {
    const { at } = example;
    if (at !== null && before !== null) {
      const factor = 0.5 ** (Math.max(0, at - before) / DAY_MILLISECONDS / halfLifeDays);
      if (factor < WORTH_A_PASS) {
        learner.decay(Math.max(MIN_FACTOR, factor));
        before = at;
      }
    } else if (at !== null) before = at;
    predict?.(example);
    learner.update(example);
  }
}
