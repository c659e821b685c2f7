/**
 * How a quotation mark is read that neither ends its cell nor is doubled. plain: then the cell was never quoted, and
 * its first mark is a character (`"Swing it" Maestro`); nested: the cell goes on (`"He said "hello, you" to me"`).
 */
export type QuotePolicy = 'plain' | 'nested';

export interface ClosingQuote {
  /** Index of the mark that ends the cell; -1: nothing does, and the cell is plain. */
  readonly close: number;
  /** Whether doubled marks stand in the cell. */
  readonly doubled: boolean;
  /** Index of the first mark that is out of place, -1 where the cell has no end; null: none is. */
  readonly strayAt: number | null;
  /** Characters that were looked at. */
  readonly searched: number;
  /** True: there is no end within the budget, and the text goes on. */
  readonly isOverBudget: boolean;
}

const QUOTE = 34;
const NEWLINE = 10;
const SPACE = 32;
const TAB = 9;

/**
 * The mark that ends the cell whose first mark is at `open`; null where the text does not go far enough to say.
 * @param budget characters a cell may have
 */
export function closingQuote(
  text: string,
  open: number,
  delimiter: number,
  isLast: boolean,
  budget: number,
  policy: QuotePolicy,
): ClosingQuote | null {
  let doubled = false;
  let strayAt: number | null = null;
  let at = open + 1;
  const unclosed = (end: number): ClosingQuote => ({
    close: -1,
    doubled: false,
    strayAt: strayAt ?? -1,
    searched: end - open,
    isOverBudget: end - open >= budget && end < text.length,
  });
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1 && text.length - open <= budget && !isLast) return null;
    if (quote === -1 || quote - open > budget) return unclosed(Math.min(text.length, open + budget));
    if (text.charCodeAt(quote + 1) === QUOTE) {
      doubled = true;
      at = quote + 2;
      continue;
    }
    let after = quote + 1;
    while (isBlank(text.charCodeAt(after), delimiter)) after += 1;
    if (after >= text.length && !isLast) return null;
    const next = text.charCodeAt(after);
    if (after >= text.length || next === delimiter || next === NEWLINE)
      return { close: quote, doubled, strayAt, searched: quote - open, isOverBudget: false };
    strayAt ??= quote;
    if (policy === 'plain' || opensCell(text, quote, delimiter)) return unclosed(quote);
    at = quote + 1;
  }
}

/** A space; or a tab where it is no delimiter. */
export const isBlank = (code: number, delimiter: number): boolean =>
  code === SPACE || (code === TAB && delimiter !== TAB);

/** Whether the mark stands where a cell begins. */
function opensCell(text: string, quote: number, delimiter: number): boolean {
  let before = quote - 1;
  while (text.charCodeAt(before) === SPACE) before -= 1;
  const code = text.charCodeAt(before);
  return before < 0 || code === delimiter || code === NEWLINE;
}

/** Whether a mark ends what it encloses (`"Swing it" Maestro`); one that begins something follows a space. */
export const looksLikeClosing = (text: string, quote: number): boolean => !/\s/.test(text.charAt(quote - 1));
