import { type Backtest, MIN_PREDICTIONS, type ReliabilityRow } from '../../domain/backtest';
import { trustText } from '../../text/trust';
import { formatPercent } from '../../ui/format';
import type { Finding } from './backtest-finding';

const words = trustText.calibration;

/** Expected calibration error up to which the percentages may be taken as they stand, and up to which roughly. */
const CLOSE = 0.05;
const ROUGH = 0.1;

/** The error never falls to zero by itself: below about this many opinions luck alone gives several points. */
const FEW = 200;

/** A row with fewer opinions is no example. */
const MIN_OF_ROW = 10;
/** The chance the heading asks about. */
const ASKED = 0.8;

export function likedOf({ n, share }: Pick<ReliabilityRow, 'n' | 'share'>): number {
  return Math.round(n * share);
}

/** The row that answers the heading, or the one most is known about; undefined where there is none. */
export function exampleRow(rows: readonly ReliabilityRow[]): ReliabilityRow | undefined {
  const counted = rows.filter((row) => row.n > 0);
  const asked = counted.find((row) => row.low <= ASKED && ASKED < row.high && row.n >= MIN_OF_ROW);
  return (
    asked ??
    counted.reduce<ReliabilityRow | undefined>(
      (most, row) => (most === undefined || row.n > most.n ? row : most),
      undefined,
    )
  );
}

/** Whether its percentages hold, in words; nothing where too few opinions were predicted. */
export function calibrationFinding({ everybody: { predicted }, calibration, calibrationError }: Backtest): Finding {
  const example = exampleRow(calibration);
  if (!(predicted >= MIN_PREDICTIONS) || !Number.isFinite(calibrationError) || example === undefined) {
    return {
      lead: predicted > 0 ? words.tooFew(predicted, Math.max(1, MIN_PREDICTIONS - predicted)) : words.none,
      meaning: '',
      claimed: false,
    };
  }
  const lead = words.finding(example.n, formatPercent(example.meanChance), likedOf(example));
  return {
    lead,
    meaning: [errorWords(calibrationError), ...(predicted < FEW ? [words.fewOpinions] : [])].join(' '),
    claimed: true,
  };
}

function errorWords(error: number): string {
  const whole = Math.round(error * 100);
  const points = whole < 1 ? words.underOne : words.points(whole);
  if (error <= CLOSE) return words.close(points);
  return error <= ROUGH ? words.rough(points) : words.far(points);
}
