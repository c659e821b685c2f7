import type { GroupRule } from '../../domain/recommendation-request';

export interface TogetherInput {
  readonly rule: GroupRule;
  /** [people][candidates]: each person's chance of liking each item, 0..1. */
  readonly chances: readonly Float64Array[];
  /** [people] 0..1: how well each was served by the group's earlier choices; absent = none yet. */
  readonly served?: readonly number[];
}

export interface TogetherChoice {
  readonly index: number;
  /** 0..1, by the rule. */
  readonly score: number;
  /** Per person, in the order given. */
  readonly chances: readonly number[];
  /** Highest chance less lowest. */
  readonly spread: number;
}

/** Extra weight of somebody never served while another always was: they count three times. */
const NEVER_SERVED_EXTRA = 2;
/** Keeps one chance of 0 from being a veto that ties all candidates at 0. */
const MIN_CHANCE = 0.001;

interface Share {
  readonly chance: number;
  readonly weight: number;
}

/**
 * All candidates for a group, best first, by one of three rules:
 * - least-misery: the lowest chance (Masthoff 2004: people mind most that somebody is miserable);
 * - average: the mean chance, by which a majority outvotes one;
 * - fair: the weighted geometric mean (Nash product), which prefers what two like equally to what splits them. People
 *   served worse before weigh more, so that fairness holds over evenings and not within each (Masthoff 2011 on
 *   sequences; Xiao et al. 2017 on group fairness; Kaya et al. 2020, GFAR, on balancing a list as a whole).
 * Ties: higher average, then lower index. The result does not depend on the order of the people.
 */
export function decideTogether({ rule, chances, served }: TogetherInput): readonly TogetherChoice[] {
  const weights = fairnessWeights(chances.length, served);
  const choices = Array.from({ length: chances[0]?.length ?? 0 }, (_, index) => {
    const own = chances.map((row) => row[index] ?? 0);
    // A floating-point sum depends on the order of its terms, so they are sorted.
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
 * `count` items for a group, best first. Under the fair rule they are chosen one after the other, and people served
 * worse by the earlier ones weigh more for the next; once chosen, they are in order of what suits all with equal
 * weights, which is the score that is returned.
 */
export function chooseTogether(
  rule: GroupRule,
  chances: readonly Float64Array[],
  count: number,
): readonly TogetherChoice[] {
  if (rule !== 'fair') return decideTogether({ rule, chances }).slice(0, count);
  const chosen: TogetherChoice[] = [];
  const taken = new Set<number>();
  while (chosen.length < count) {
    const next = decideTogether({ rule, chances, served: servedBy(chosen, chances.length) }).find(
      ({ index }) => !taken.has(index),
    );
    if (next === undefined) break;
    chosen.push(next);
    taken.add(next.index);
  }
  return decideTogether({ rule, chances }).filter(({ index }) => taken.has(index));
}

/** 1 for whoever was served best, up to 1 + NEVER_SERVED_EXTRA for somebody never served while another always was. */
export function fairnessWeights(people: number, served: readonly number[] | undefined): readonly number[] {
  const best = Math.max(0, ...(served ?? []));
  return Array.from({ length: people }, (_, person) => 1 + NEVER_SERVED_EXTRA * (best - (served?.[person] ?? best)));
}

/** [people]: mean chance of the chosen items, to be passed on as `served`; 0 before the first. */
export function servedBy(choices: readonly TogetherChoice[], people: number): readonly number[] {
  return Array.from(
    { length: people },
    (_, person) => choices.reduce((sum, { chances }) => sum + (chances[person] ?? 0), 0) / Math.max(1, choices.length),
  );
}

function groupScore(rule: GroupRule, shares: readonly Share[]): number {
  // For one person the rules agree; the logarithm's rounding must not reorder their picks.
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
