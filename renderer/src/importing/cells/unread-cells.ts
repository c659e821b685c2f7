import type { UnreadColumn } from '../../domain/imported-row';
import { excerptOf } from './cell-values';

const MAX_EXAMPLES = 5;

/** Cells that say that there is nothing to say, in whatever column. */
const SAYS_NOTHING =
  /^(?:[\s\-–—_.?/\\[\]"'0☆✩♡]*|n\/?a|none|0\s?%|null|nil|undefined|nan|unknown|unrated|not rated|not set|no rating|tbd|tba|0000-00-00.*|0101-01-01.*)$/i;

export const saysNothing = (cell: string): boolean => SAYS_NOTHING.test(cell.trim());

/** Counts the cells of a file that say something and could not be read, by column, with examples. */
export class UnreadCells {
  readonly #columns = new Map<string, { count: number; line: number; examples: { line: number; cell: string }[] }>();

  constructor(private readonly file: string) {}

  /** @param column as the file calls it */
  note(column: string, line: number, cell: string): void {
    if (saysNothing(cell)) return;
    const found = this.#columns.get(column) ?? { count: 0, line: 0, examples: [] };
    this.#columns.set(column, found);
    // A cell that is read twice is one cell.
    if (found.line === line) return;
    found.line = line;
    found.count += 1;
    if (found.examples.length < MAX_EXAMPLES) found.examples.push({ line, cell: excerptOf([cell]) });
  }

  /** `value` as it is; where it is null although the cell says something, that is noted. */
  checked<Value>(value: Value | null, column: string, line: number, cell: string): Value | null {
    if (value === null) this.note(column, line, cell);
    return value;
  }

  /** Those with most of them first. */
  get columns(): readonly UnreadColumn[] {
    return [...this.#columns]
      .map(([column, { count, examples }]) => ({ file: this.file, column, count, examples }))
      .sort((left, right) => right.count - left.count);
  }
}
