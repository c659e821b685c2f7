import type { GroupRule } from '../../domain/recommendation-request';

export interface TogetherInput {
  readonly rule: GroupRule;
  /** [people][candidates]: each person's chance of liking each thing, 0..1. */
  readonly chances: readonly Float64Array[];
  /** [people] 0..1: how well each was served by what the group chose before; absent = nothing was chosen yet. */
  readonly served?: readonly number[];
}

export interface TogetherChoice {
  readonly index: number;
  /** 0..1, by the rule. */
  readonly score: number;
  /** Per person, in the order given. */
  readonly chances: readonly number[];
  /** Greatest chance minus least: how far the group is apart on it. */
  readonly spread: number;
}

/** Weight added for somebody served worse by the whole range: they count three times. */
const MAKE_UP = 2;
/** A chance of 0 would let one person veto everything, and leave all of it tied at 0. */
const MIN_CHANCE = 0.001;

interface Share {
  readonly chance: number;
  readonly weight: number;
}

/**
 * All candidates for a group, best first. The rules:
 * - least-misery: as happy as the least happy (Masthoff 2004: people care, and mind most that nobody is miserable);
 * - average: the mean chance, which lets a majority outvote one;
 * - fair: the geometric mean, that is the Nash product: a thing two like evenly beats one that splits them. Who was
 *   served worse before weighs more, so that fairness holds over evenings and not within each (Masthoff 2011 on
 *   sequences; Xiao et al. 2017 on group fairness; Kaya et al. 2020, GFAR, on balancing the list as a whole).
 * Ties: higher average, then lower index. Neither the score nor the order depends on the order of the people.
 */
export function decideTogether({ rule, chances, served }: TogetherInput): readonly TogetherChoice[] {
  const weights = fairnessWeights(chances.length, served);
  const choices = Array.from({ length: chances[0]?.length ?? 0 }, (_, index) => {
    const own = chances.map((row) => row[index] ?? 0);
    // Sums of numbers depend on their order in the last place: sorted, everybody's order gives the same.
    const shares = own
      .map((chance, person) => ({ chance, weight: weights[person] ?? 1 }))
      .sort((left, right) => left.chance - right.chance || left.weight - right.weight);
    const least = shares[0]?.chance ?? 0;
    return {
      index,
      score: groupScore(rule, shares),
      chances: own,
      spread: (shares.at(-1)?.chance ?? 0) - least,
      average: average(shares),
    };
  });
  choices.sort((left, right) => right.score - left.score || right.average - left.average || left.index - right.index);
  return choices.map(({ index, score, chances: own, spread }) => ({ index, score, chances: own, spread }));
}

/**
 * `count` things for a group, one after the other: under the fair rule whoever was served worse by those before counts
 * more for the next, so that over the list nobody is left out twice.
 */
export function chooseTogether(
  rule: GroupRule,
  chances: readonly Float64Array[],
  count: number,
): readonly TogetherChoice[] {
  if (rule !== 'fair') return decideTogether({ rule, chances }).slice(0, count);
  const chosen: TogetherChoice[] = [];
  while (chosen.length < count) {
    const taken = new Set(chosen.map(({ index }) => index));
    const next = decideTogether({ rule, chances, served: servedBy(chosen, chances.length) }).find(
      ({ index }) => !taken.has(index),
    );
    if (next === undefined) break;
    chosen.push(next);
  }
  return chosen;
}

/** 1 for whoever was served best, up to 1 + MAKE_UP for somebody never served while another always was. */
export function fairnessWeights(people: number, served: readonly number[] | undefined): readonly number[] {
  const best = Math.max(0, ...(served ?? []));
  return Array.from({ length: people }, (_, person) => 1 + MAKE_UP * (best - (served?.[person] ?? best)));
}

/** [people]: the mean chance of what was chosen, to be given back as `served`; 0 for everybody before the first. */
export function servedBy(choices: readonly TogetherChoice[], people: number): readonly number[] {
  return Array.from(
    { length: people },
    (_, person) => choices.reduce((sum, { chances }) => sum + (chances[person] ?? 0), 0) / Math.max(1, choices.length),
  );
}

function groupScore(rule: GroupRule, shares: readonly Share[]): number {
  // One person is no group, and the logarithm's rounding must not reorder their picks.
  const [first] = shares;
  if (first === undefined || shares.length === 1) return first?.chance ?? 0;
  switch (rule) {
    case 'least-misery':
      return first.chance;
    case 'average':
      return average(shares);
    case 'fair': {
      let total = 0;
      let logarithm = 0;
      for (const { chance, weight } of shares) {
        total += weight;
        logarithm += weight * Math.log(Math.max(MIN_CHANCE, chance));
      }
      return Math.exp(logarithm / total);
    }
  }
}

function average(shares: readonly Share[]): number {
  return shares.reduce((sum, { chance }) => sum + chance, 0) / Math.max(1, shares.length);
}
