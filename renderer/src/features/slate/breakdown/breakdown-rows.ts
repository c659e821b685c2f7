import type { Breakdown, BreakdownLine } from '../../../domain/breakdown';

/** A line as it is shown; several small ones of one type stand together. */
export interface BreakdownRow {
  readonly line: BreakdownLine;
  /** How many lines this one stands for. */
  readonly count: number;
  /** Tenths of a log-odd: whole numbers, which add up to the total's. */
  readonly tenths: number;
}

export interface BreakdownRows {
  readonly rows: readonly BreakdownRow[];
  readonly totalTenths: number;
}

/** A learned weight below this would read as nothing: many such are told together. */
const SMALL = 0.05;
/** These stand first, in this order; the others follow by size. */
const FIRST: readonly BreakdownLine['type'][] = ['start', 'everybody'];

/** The lines in the order they are read: the start, then what moved it most, then "together"; figures that add up as shown. */
export function breakdownRows({ lines, total }: Pick<Breakdown, 'lines' | 'total'>): BreakdownRows {
  const small = lines.filter((line) => line.type === 'learned' && Math.abs(line.logOdds) < SMALL);
  const folded = small.length < 2 ? [] : small;
  const told = lines.filter((line) => !folded.includes(line)).map((line) => ({ line, count: 1 }));
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
  const ordered = [...told, ...rest].sort(
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
 * Values in whole tenths which add up to `totalTenths` (the method of largest remainders): what rounding took from or gave
 * to the sum goes where it changes a figure least. No figure is off by a whole tenth, unless the values miss the total.
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
