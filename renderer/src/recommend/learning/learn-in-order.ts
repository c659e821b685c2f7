import type { FtrlExample, FtrlProximal } from './ftrl';

const DAY_MILLISECONDS = 24 * 3600 * 1000;
/**
 * Decay changes every weight, so it is applied only once the pending factor is below this: at most half a percent late.
 */
const MAX_PENDING_FACTOR = 0.995;
/** The decay factor must be above 0; after so many half-lives nothing of the evidence is left. */
const MIN_FACTOR = 1e-12;

/**
 * Learns from examples, oldest first. Evidence decays by `halfLifeDays` between dated ones (Infinity: none).
 * @param predict called with each example before it is learned from.
 * @param teaches which examples are learned from; all where it is missing.
 */
export function learnInOrder<Example extends FtrlExample & { readonly at: number | null }>(
  learner: FtrlProximal,
  examples: readonly Example[],
  halfLifeDays: number,
  predict?: (example: Example) => void,
  teaches: (example: Example) => boolean = () => true,
): void {
  let before: number | null = null;
  for (const example of examples) {
    const { at } = example;
    if (at !== null && before !== null) {
      const factor = 0.5 ** (Math.max(0, at - before) / DAY_MILLISECONDS / halfLifeDays);
      if (factor < MAX_PENDING_FACTOR) {
        learner.decay(Math.max(MIN_FACTOR, factor));
        before = at;
      }
    } else if (at !== null) before = at;
    predict?.(example);
    if (teaches(example)) learner.update(example);
  }
}
