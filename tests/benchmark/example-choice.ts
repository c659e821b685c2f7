import { VARIANTS } from './pack';
import type { Example } from './example-text';

/** A case of a variant is good or bad where its metric is near one of the ends; among the bad, the truth must stand low. */
const GOOD = 0.8;
const BAD = 0.2;
const LOW_HALF = 0.5;
/** Where there is hardly a choice to make, right and wrong mean nothing. */
const FEWEST_CANDIDATES = 6;

/**
 * `count` good and `count` bad cases: variants in turn, a pack no other case was taken from where there is one. In the
 * order given within a variant, so that the sample's seed decides; deterministic.
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
    // The first turns differ by variant; a stable sort keeps the sample's order among packs shown equally often.
    const [next] = waiting.toSorted((left, right) => timesShown(left.pack) - timesShown(right.pack));
    if (next !== undefined) chosen.push(next);
  }
  return chosen;
}
