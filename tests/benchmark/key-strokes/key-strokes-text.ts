import { aligned } from '../tables';
import type { TypedTitle } from './typed-titles';

export interface KeyStrokesRow {
  readonly group: string;
  readonly things: number;
  /** Keys that take a thing, Enter among them; of those that were reached. */
  readonly median: number | null;
  readonly mean: number | null;
  readonly medianToFirst: number | null;
  /** Typed without a leading article. */
  readonly shortMedian: number | null;
  readonly shortMean: number | null;
  /** Shares of all things. */
  readonly inSix: number;
  readonly reached: number;
  readonly right: number;
}

export function rowOf(group: string, typed: readonly TypedTitle[], short: readonly TypedTitle[]): KeyStrokesRow {
  const [keys, shortKeys] = [keysOf(typed), keysOf(short)];
  const share = (count: number): number => count / typed.length;
  return {
    group,
    things: typed.length,
    median: medianOf(keys),
    mean: meanOf(keys),
    medianToFirst: medianOf(typed.flatMap((one) => one.keysToFirst ?? [])),
    shortMedian: medianOf(shortKeys),
    shortMean: meanOf(shortKeys),
    inSix: share(keys.filter((key) => key <= MANY).length),
    reached: share(keys.length),
    right: share(typed.filter(({ isRight }) => isRight).length),
  };
}

const MANY = 6;

const keysOf = (typed: readonly TypedTitle[]): readonly number[] => typed.flatMap((one) => one.keys ?? []);

const meanOf = (numbers: readonly number[]): number | null =>
  numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

function medianOf(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((left, right) => left - right);
  const [lower, upper] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return lower === undefined || upper === undefined ? null : (lower + upper) / 2;
}

export const tableText = (rows: readonly KeyStrokesRow[]): string =>
  aligned([
    [
      '',
      'things',
      'keys: median',
      'mean',
      '≤ 6',
      'first: median',
      'no article: median',
      'mean',
      'in the first 5',
      'whole title right',
    ],
    ...rows.map(({ group, things, median, mean, inSix, medianToFirst, shortMedian, shortMean, reached, right }) => [
      group,
      String(things),
      shown(median, 1),
      shown(mean, 2),
      percent(inSix),
      shown(medianToFirst, 1),
      shown(shortMedian, 1),
      shown(shortMean, 2),
      percent(reached),
      percent(right),
    ]),
  ]);

/** What Enter took instead, and what never stood among the first. */
export function missesText(group: string, typed: readonly TypedTitle[]): string {
  const lines = typed.flatMap(({ title, keys, isRight, instead }) => [
    ...(isRight ? [] : [`  ${title} → ${instead ?? ''}`]),
    ...(keys === null ? [`  ${title}: never among the first`] : []),
  ]);
  return [`${group}: ${String(lines.length)} misses`, ...lines].join('\n');
}

const shown = (value: number | null, digits: number): string => (value === null ? '–' : value.toFixed(digits));
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
