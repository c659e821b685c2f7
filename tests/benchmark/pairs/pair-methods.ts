import type { TasteProfile } from '../../../renderer/src/domain/taste-profile';
import { interestsOf } from '../../../renderer/src/recommend/eliciting/imagined-friends';
import { chanceOfChoosing, pairGains } from '../../../renderer/src/recommend/eliciting/pair-gains';
import type { PairQuestion as PairBelief, PairWorth } from '../../../renderer/src/recommend/eliciting/pair-gains';
import { PairChooser } from '../../../renderer/src/recommend/eliciting/pair-chooser';
import { difference } from '../../../renderer/src/recommend/eliciting/taste-belief';
import type { EncodedLibrary } from '../../../renderer/src/recommend/encoded-library';
import { shareAny } from '../../../renderer/src/recommend/encoding/item-names';
import type { Estimator } from '../../../renderer/src/recommend/estimating/estimator';
import { itemRows } from '../../../renderer/src/recommend/item-index';
import type { ItemIndex, ItemRows } from '../../../renderer/src/recommend/item-index';
import type { TaskScorer } from '../../../renderer/src/recommend/scoring/task-scorer';

export interface PairQuestion {
  readonly profile: TasteProfile;
  /** Most popular first. */
  readonly pool: ItemRows;
  readonly targets: ItemRows;
  readonly asked: ReadonlySet<ItemIndex>;
  readonly random: () => number;
}

export interface PairAnswer {
  readonly pair: readonly [ItemIndex, ItemIndex] | null;
  readonly certainty?: number;
}

export type PairMethod = (question: PairQuestion) => Promise<PairAnswer>;

/** What a method may use. */
export interface PairEngine {
  readonly scorer: TaskScorer;
  readonly library: EncodedLibrary;
  readonly estimator: Estimator;
}

export const DEFAULT_PAIR_METHODS = ['telling', 'random', 'famous'] as const;
export const PAIR_METHODS = [
  ...DEFAULT_PAIR_METHODS,
  'either-answer',
  'most-unsure',
  'top-first',
  'passed-over-so-so',
  'passed-over-disliked',
] as const;
export type PairMethodName = (typeof PAIR_METHODS)[number];

/** Of methods where the history also holds the thing passed over: rated so, 0..1. Elsewhere it holds the chosen one. */
export const PASSED_OVER: Readonly<Partial<Record<PairMethodName, number>>> = {
  'passed-over-so-so': 0.45,
  'passed-over-disliked': 0.2,
};

/** `telling` is what the app does; the others are what it is measured against. */
export function pairMethods(engine: PairEngine): Readonly<Record<PairMethodName, PairMethod>> {
  // One for all of them: the imagined friends of a pool are worked out once.
  const chooser = new PairChooser(engine.scorer, engine.library, engine.estimator);
  const choosing =
    (worthOf: (belief: PairBelief) => PairWorth): PairMethod =>
    (question) =>
      chooser.choose({ ...question, worthOf });
  return {
    telling: choosing(pairGains),
    'passed-over-so-so': choosing(pairGains),
    'passed-over-disliked': choosing(pairGains),
    'most-unsure': choosing(mutualInformation),
    'top-first': choosing(topFirst),
    random: async ({ pool, asked, random }) => ({ pair: randomPair(left(pool, asked), random, engine.library) }),
    famous: async ({ pool, asked }) => ({ pair: firstPair(left(pool, asked), engine.library) }),
    'either-answer': (question) => eitherAnswer(question, engine),
  };
}

/** Mutual information of the answer and the belief, bits (BALD; Houlsby et al. 2011): whatever it is good for. */
function mutualInformation({ belief, pool, means }: PairBelief): PairWorth {
  const variances = pool.map((one) => pool.map((other) => belief.variance(difference(one, other))));
  return (one, other) => {
    // The logistic as a probit of √(π/8) times its argument.
    const variance = (Math.PI / 8) * (variances[one]?.[other] ?? 0);
    const mean = Math.sqrt(Math.PI / 8) * ((means[one] ?? 0) - (means[other] ?? 0));
    const width = (Math.PI * Math.LN2) / 2;
    const expected = Math.sqrt(width / (variance + width)) * Math.exp(-(mean ** 2) / (2 * (variance + width)));
    const chance = chanceOfChoosing((means[one] ?? 0) - (means[other] ?? 0), variances[one]?.[other] ?? 0);
    return entropy(chance) - expected;
  };
}

const entropy = (chance: number): number =>
  chance <= 0 || chance >= 1 ? 0 : -(chance * Math.log2(chance) + (1 - chance) * Math.log2(1 - chance));

/** The drop in variance, each target counted by the chance that it is chosen among all (Luce): the top counts most. */
function topFirst(question: PairBelief): PairWorth {
  const { targets, targetMeans } = question;
  const highest = Math.max(...targetMeans);
  const chances = targetMeans.map((mean) => Math.exp(mean - highest));
  const sum = chances.reduce((total, chance) => total + chance, 0);
  return pairGains({
    ...question,
    targets: targets.map((target, at) => target.map((value) => value * Math.sqrt((chances[at] ?? 0) / sum))),
  });
}

const left = (pool: ItemRows, asked: ReadonlySet<ItemIndex>): ItemRows => pool.filter((row) => !asked.has(row));

function mayMeet(one: ItemIndex, other: ItemIndex, library: EncodedLibrary): boolean {
  const [left, right] = [library.names(one), library.names(other)];
  return one !== other && left.group === right.group && !shareAny(left.slateKeys, right.slateKeys);
}

function randomPair(rows: ItemRows, random: () => number, library: EncodedLibrary): PairAnswer['pair'] {
  const shuffled = [...rows].map((row) => ({ row, at: random() })).toSorted((one, other) => one.at - other.at);
  return firstPair(itemRows(shuffled.map(({ row }) => row)), library);
}

/** The first two things that may stand side by side. */
function firstPair(rows: ItemRows, library: EncodedLibrary): PairAnswer['pair'] {
  for (const one of rows) for (const other of rows) if (mayMeet(one, other, library)) return [one, other];
  return null;
}

/**
 * Expected change by encoding the history with either answer: p (1 − p) Σ (interest after one − after the other)²
 * over the targets, which is the variance of their posterior means. 60 histories for every question.
 */
async function eitherAnswer(
  { profile, pool, targets, asked }: PairQuestion,
  { scorer, library, estimator }: PairEngine,
): Promise<PairAnswer> {
  const rows = left(pool, asked);
  const history = scorer.usable(profile.events);
  const at = history.at(-1)?.at ?? null;
  const things = itemRows([...targets, ...rows]);
  const [now = new Float64Array(0), ...after] = await interestsOf(
    [history, ...Array.from(rows, (row) => [...history, { row, rating: 0.8, at }])],
    things,
    scorer,
    estimator,
    library,
  );
  const ranked = after.map((interests) => centred(interests.subarray(0, targets.length)));
  let [best, most]: [PairAnswer['pair'], number] = [null, Number.NEGATIVE_INFINITY];
  rows.forEach((one, place) => {
    rows.forEach((other, rival) => {
      if (rival <= place) return;
      const chance = chanceOfChoosing((now[targets.length + place] ?? 0) - (now[targets.length + rival] ?? 0), 0);
      const change = (ranked[place] ?? now).reduce(
        (sum, value, at) => sum + (value - (ranked[rival]?.[at] ?? 0)) ** 2,
        0,
      );
      const value = chance * (1 - chance) * change;
      if (value > most && mayMeet(one, other, library)) [best, most] = [[one, other], value];
    });
  });
  return { pair: best };
}

function centred(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return values.map((value) => value - mean);
}
