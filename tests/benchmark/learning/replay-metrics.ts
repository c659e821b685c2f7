import { expectedCalibrationError, reliabilityTable } from '../../../renderer/src/recommend/evaluating/calibration';
import type { ReplayRecord } from './replay';

export interface PickWindow {
  readonly name: string;
  /** First and last pick, counted from 1. */
  readonly from: number;
  readonly to: number;
}
export const WINDOWS: readonly PickWindow[] = [
  { name: '1-5', from: 1, to: 5 },
  { name: '6-10', from: 6, to: 10 },
  { name: '11-20', from: 11, to: 20 },
  { name: '6-20', from: 6, to: 20 },
];

/** Share liked among the case's picks in the window; NaN where it has none. */
export function likedShare({ liked }: Pick<ReplayRecord, 'liked'>, { from, to }: PickWindow): number {
  const inside = liked.slice(from - 1, to);
  return inside.filter(Boolean).length / inside.length;
}

/** Mean log-loss of the predicted chances over the case's picks, nats; NaN for a method without chances. */
export function logLoss({ chances, liked }: Pick<ReplayRecord, 'chances' | 'liked'>): number {
  let sum = 0;
  chances.forEach((chance, place) => {
    sum -= Math.log(liked[place] === true ? (chance ?? Number.NaN) : 1 - (chance ?? Number.NaN));
  });
  return sum / chances.length;
}

/**
 * Regret after all picks, per pick: picks the oracle (liked items first) would have had liked by then, less the
 * method's.
 */
export function regret({ liked, likedInPool }: Pick<ReplayRecord, 'liked' | 'likedInPool'>): number {
  return (Math.min(liked.length, likedInPool) - liked.filter(Boolean).length) / liked.length;
}

/** Picks of items sent before. The replay forbids them; this checks the record. */
export function repeats({ picks }: Pick<ReplayRecord, 'picks'>): number {
  return picks.length - new Set(picks).size;
}

const SLATE = 5;

/**
 * Intra-list similarity (Ziegler et al. 2005): mean cosine of all pairs within picks 1–5, 6–10, …, averaged over these
 * fives; an incomplete last five is left out.
 * @param cosine of two items of the pool.
 */
export function intraListSimilarity(
  { picks }: Pick<ReplayRecord, 'picks'>,
  cosine: (left: number, right: number) => number,
): number {
  let sum = 0;
  let pairs = 0;
  for (let start = 0; start + SLATE <= picks.length; start += SLATE) {
    const five = picks.slice(start, start + SLATE);
    for (const [place, left] of five.entries()) {
      for (const right of five.slice(place + 1)) {
        sum += cosine(left, right);
        pairs += 1;
      }
    }
  }
  return sum / pairs;
}

/** Share of the libraries that was ever sent. */
export interface Coverage {
  /** Distinct items sent in at least one case. */
  readonly sent: number;
  /** Distinct items in the pools of all cases. */
  readonly offered: number;
}

/** Over all cases of a pack; an item of several pools counts once. */
export function coverageOf(
  records: readonly Pick<ReplayRecord, 'picks'>[],
  pools: readonly (readonly string[])[],
): Coverage {
  const sent = new Set(records.flatMap(({ picks }, place) => picks.map((item) => pools[place]?.[item])));
  return { sent: sent.size, offered: new Set(pools.flat()).size };
}

const BINS = 10;

/** Picks whose chance fell into one bin. */
export interface ReliabilityBin {
  /** "0.7-0.8". */
  readonly bin: string;
  readonly count: number;
  /** Mean predicted chance, and share liked. */
  readonly chance: number;
  readonly liked: number;
}

export interface Calibration {
  /** Expected calibration error, 0..1 (Naeini et al. 2015). */
  readonly error: number;
  readonly rows: readonly ReliabilityBin[];
  /** Picks that had a chance. */
  readonly n: number;
}

/** Predicted chances of sent items against outcomes; null for a method without chances. */
export function calibrationOf(records: readonly Pick<ReplayRecord, 'chances' | 'liked'>[]): Calibration | null {
  const chances: number[] = [];
  const labels: number[] = [];
  for (const record of records) {
    record.chances.forEach((chance, place) => {
      if (chance === null) return;
      chances.push(chance);
      labels.push(Number(record.liked[place]));
    });
  }
  if (chances.length === 0) return null;
  const rows = reliabilityTable(chances, labels, BINS).map(({ low, high, n, meanChance, share }): ReliabilityBin => ({
    bin: `${low.toFixed(1)}-${high.toFixed(1)}`,
    count: n,
    chance: meanChance,
    liked: share,
  }));
  return { error: expectedCalibrationError(chances, labels, BINS), rows, n: chances.length };
}
