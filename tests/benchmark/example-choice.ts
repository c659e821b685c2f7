import { VARIANTS } from './pack';
import type { Example } from './example-text';

/** Metric from which a case is good; a bad one lies near 0, with its relevant items ranked low. */
const GOOD = 0.8;
const BAD = 0.2;
const LOW_HALF = 0.5;
/** With fewer candidates right and wrong mean little. */
const FEWEST_CANDIDATES = 6;

/**
 * `count` good and `count` bad cases, deterministically: variants in turn, from a pack not yet used if possible, in the
 * sample's order within a variant.
 */
export function chooseExamples(
  examples: readonly Example[],
  count: number,
): { readonly good: readonly Example[]; readonly bad: readonly Example[] } {
  const fair = examples.filter(({ candidates, truth }) => candidates >= FEWEST_CANDIDATES && truth.length > 0);
  const good = spread(
    fair.filter(({ value }) => value >= GOOD),
    count,
    [],
  );
  return {
    good,
    bad: spread(
      fair.filter((one) => one.value <= BAD && standsLow(one)),
      count,
      good,
    ),
  };
}

function standsLow({ truth, candidates }: Example): boolean {
  const mean = truth.reduce((sum, { rank }) => sum + rank, 0) / truth.length;
  return mean > candidates * LOW_HALF;
}

/** @param shown cases on the page already: their packs and cases are avoided. */
function spread(from: readonly Example[], count: number, shown: readonly Example[]): readonly Example[] {
  const chosen: Example[] = [];
  const timesShown = (pack: string): number => [...shown, ...chosen].filter((one) => one.pack === pack).length;
  for (let turn = 0; chosen.length < count && turn < count + VARIANTS.length; turn += 1) {
    const variant = VARIANTS[turn % VARIANTS.length];
    const waiting = from.filter((one) => one.variant === variant && !chosen.includes(one));
    // Variants start with different packs; a stable sort keeps the sample's order among packs used equally often.
    const [next] = waiting.toSorted((left, right) => timesShown(left.pack) - timesShown(right.pack));
    if (next !== undefined) chosen.push(next);
  }
  return chosen;
}
