const BYTE_ORDER_MARK = '\uFEFF';

/** A table for spreadsheets: UTF-8 with a byte order mark (Excel guesses otherwise), CRLF, every cell quoted. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + rows.map((row) => `${row.map(quote).join(',')}\r\n`).join('');

/**
 * A cell that a spreadsheet would run as a formula is shown as text instead, by an apostrophe before it (OWASP, CSV
 * injection). Some programs skip what is blank before the sign, and take its full-width form (＝＋－＠) for it.
 */
export function textCell(text: string): string {
  return /^[\t\r\n]/.test(text) || isFormula(text) ? `'${text}` : text;
}

function isFormula(text: string): boolean {
  const [first = ''] = text.replace(/^[\s\p{Cc}\p{Cf}]+/u, '');
  return /^[=+\-@]/.test(first.normalize('NFKC'));
}

const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
