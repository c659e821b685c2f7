import {
  type Backtest,
  type Comparison,
  type MeasuredMean,
  MIN_PREDICTIONS,
  MIN_RUNS,
  SIMPLE_WAYS,
} from '../../domain/backtest';
import { OWNER_ID, type PersonId } from '../../domain/ids';
import { trustText } from '../../text/trust';

const words = trustText.backtest;

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

/** The test in words: both figures and which is better, and nothing where too little is known. */
export function backtestFinding({ everybody, people }: Backtest): Finding {
  const { predicted, auc, bestSimpleWay, verdict } = everybody;
  const nothing = (lead: string): Finding => ({ lead, meaning: '', claimed: false });
  if (!(predicted > 0)) return nothing(words.none(MIN_PREDICTIONS));
  if (predicted < MIN_PREDICTIONS) return nothing(words.tooFew(predicted, MIN_PREDICTIONS - predicted));
  if (bestSimpleWay === null) return nothing(words.oneSided(predicted));
  const own = people.every(({ personId }) => personId === OWNER_ID);
  const finding = words.finding(
    own,
    ofHundred(auc.handpicked.value),
    bestSimpleWay,
    ofHundred(auc[bestSimpleWay].value),
  );
  const aboveChance = auc.handpicked.n >= MIN_RUNS && hasRange(auc.handpicked) && auc.handpicked.low > 0.5;
  return {
    lead: `${finding} ${words.verdicts[verdict]}`,
    meaning: [
      aboveChance ? words.aboveChance : words.notAboveChance,
      own ? words.ownBasis(predicted) : words.basis(predicted, people.length),
    ].join(' '),
    claimed: true,
  };
}

/** How far Handpicked lies from the best simple way; null where the range would say nothing. */
export function differenceWords({ auc, bestSimpleWay, difference }: Comparison): string | null {
  if (bestSimpleWay === null || difference.n < MIN_RUNS || !hasRange(difference)) return null;
  // Of the figures as they are shown, so that nobody finds 71 to be 8 below 78.
  const points = ofHundred(auc.handpicked.value) - ofHundred(auc[bestSimpleWay].value);
  const value = points === 0 ? words.level : points > 0 ? words.ofHundredAbove(points) : words.ofHundredBelow(-points);
  const side = (share: number): string => (share < 0 ? words.below(ofHundred(-share)) : words.above(ofHundred(share)));
  return words.difference(value, side(difference.low), side(difference.high), SIMPLE_WAYS.length);
}

/** For whom a simple way is the better guide, in words. */
export function guideWords({ people }: Backtest, nameOf: (id: PersonId) => string): readonly string[] {
  return people.flatMap(({ personId, guide }) =>
    guide === 'handpicked'
      ? []
      : [personId === OWNER_ID ? words.guideForYou(guide) : words.guideFor(nameOf(personId), guide)],
  );
}
