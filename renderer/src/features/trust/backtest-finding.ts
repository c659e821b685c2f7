import type { Backtest, MeasuredMean } from '../../domain/backtest';
import { trustText } from '../../text/trust';

const words = trustText.backtest;

/** Below this many predicted opinions nothing is claimed: of 20, one lucky guess still moves the figure by 5 in 100. */
export const MIN_PREDICTIONS = 20;

/** Fewer cases than this have an interval that looks narrower than it is (percentile bootstrap of a handful). */
const MIN_CASES = 5;

export interface Finding {
  /** One plain sentence, shown first. */
  readonly lead: string;
  /** What it means and rests on; may be empty. */
  readonly meaning: string;
  /** Whether there are figures to be shown. */
  readonly claimed: boolean;
}

/** Of 100 cases, whole; what is measured lies within 0..1. */
export function ofHundred(share: number): number {
  return Math.round(share * 100);
}

/** Whether the interval says something: one of no width comes from a single case, and would claim to be certain. */
export function hasRange({ low, high }: Pick<MeasuredMean, 'low' | 'high'>): boolean {
  return Number.isFinite(low) && Number.isFinite(high) && low < high;
}

/** The test in words: what was found, whether it is more than luck, and nothing where too little is known. */
export function backtestFinding({ predicted, people, auc }: Backtest): Finding {
  const { handpicked, 'average-rating': average } = auc;
  const nothing = (lead: string): Finding => ({ lead, meaning: '', claimed: false });
  if (!(predicted > 0)) return nothing(words.none(MIN_PREDICTIONS));
  if (predicted < MIN_PREDICTIONS) return nothing(words.tooFew(predicted, MIN_PREDICTIONS - predicted));
  if (!Number.isFinite(handpicked.value)) return nothing(words.oneSided(predicted));
  const lead = Number.isFinite(average.value)
    ? words.finding(ofHundred(handpicked.value), ofHundred(average.value))
    : words.findingWithoutAverage(ofHundred(handpicked.value));
  return { lead, meaning: [...verdict(handpicked, average), words.basis(predicted, people)].join(' '), claimed: true };
}

/** Ranges that overlap are called no difference: a little too careful, which is the right side to err on here. */
function verdict(handpicked: MeasuredMean, average: MeasuredMean): readonly string[] {
  const known = hasRange(handpicked) && handpicked.n >= MIN_CASES;
  const aboveChance = known && handpicked.low > 0.5;
  const chance = aboveChance ? words.aboveChance : words.notAboveChance;
  if (!Number.isFinite(average.value)) return [chance];
  if (known && hasRange(average)) {
    if (handpicked.low > average.high) return aboveChance ? [words.better] : [words.better, words.notAboveChance];
    if (handpicked.high < average.low) return aboveChance ? [words.worse, words.aboveChance] : [words.worse];
  }
  return [words.alike, chance];
}
