import type { BreakdownLine, BreakdownSum } from '../../../domain/breakdown';

/** A row of the table: one line, or several small ones of one type combined. */
export interface BreakdownRow {
  readonly line: BreakdownLine;
  /** Number of lines combined. */
  readonly count: number;
  /** Tenths of a log-odds unit, whole numbers that add up to `totalTenths`. */
  readonly tenths: number;
}

export interface BreakdownRows {
  readonly rows: readonly BreakdownRow[];
  readonly totalTenths: number;
}

/** Learned weights below this (log-odds) would be shown as 0.0: two or more of them become one row. */
const SMALL = 0.05;
/** These rows come first, in this order; the others follow by size. */
const FIRST: readonly BreakdownLine['type'][] = ['start', 'crowd', 'everybody'];

/** Rows in reading order: the start, the terms by size, then "together". The figures add up as shown. */
export function breakdownRows({ lines, total }: BreakdownSum): BreakdownRows {
  const small = lines.filter((line) => line.type === 'learned' && Math.abs(line.logOdds) < SMALL);
  const folded = small.length < 2 ? [] : small;
  const single = lines.filter((line) => !folded.includes(line)).map((line) => ({ line, count: 1 }));
  const rest =
    folded.length === 0
      ? []
      : [
          {
            line: {
              type: 'learned',
              feature: '',
              amount: 0,
              logOdds: folded.reduce((sum, { logOdds }) => sum + logOdds, 0),
            } as const,
            count: folded.length,
          },
        ];
  const rank = ({ line }: { readonly line: BreakdownLine }): number =>
    FIRST.includes(line.type) ? FIRST.indexOf(line.type) : FIRST.length + (line.type === 'together' ? 1 : 0);
  const ordered = [...single, ...rest].sort(
    (left, right) => rank(left) - rank(right) || Math.abs(right.line.logOdds) - Math.abs(left.line.logOdds),
  );
  const totalTenths = Math.round(total * 10);
  const tenths = tenthsThatAddUp(
    ordered.map(({ line }) => line.logOdds),
    totalTenths,
  );
  return { rows: ordered.map((row, index) => ({ ...row, tenths: tenths[index] ?? 0 })), totalTenths };
}

/**
 * Values rounded to whole tenths that add up to `totalTenths` (largest remainder method). No figure is off by a whole
 * tenth, unless the values themselves do not add up to the total.
 */
export function tenthsThatAddUp(values: readonly number[], totalTenths: number): readonly number[] {
  const floors = values.map((value) => Math.floor(value * 10));
  let missing = totalTenths - floors.reduce((sum, value) => sum + value, 0);
  const byRemainder = values
    .map((value, index) => ({ index, remainder: value * 10 - Math.floor(value * 10) }))
    .sort((left, right) => right.remainder - left.remainder || left.index - right.index);
  const rounded = [...floors];
  for (const { index } of byRemainder) {
    if (missing <= 0) break;
    rounded[index] = (rounded[index] ?? 0) + 1;
    missing -= 1;
  }
  return rounded;
}
