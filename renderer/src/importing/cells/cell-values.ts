import { decodeEntities } from '../containers/html-text';

/** Cells of exports as values. Nothing here throws: what cannot be read is null. */

/** Most cells: words of ASCII with one space between. Looked at first, for speed. */
export const PLAIN_LINE = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

/** Trimmed, runs of white space made one space, NULs dropped. */
export function cleanCell(cell: string | undefined): string {
  if (cell === undefined || cell === '' || PLAIN_LINE.test(cell)) return cell ?? '';
  return cell.replaceAll('\0', '').replace(/\s+/g, ' ').trim();
}

/** Trimmed, with its line breaks, NULs dropped. */
export const cleanText = (text: string | undefined): string => (text ?? '').replaceAll('\0', '').trim();

/**
 * What a spreadsheet formula of the form ="text" shows: Goodreads writes ISBNs so. Other cells pass unchanged: "=LOVE"
 * is a title.
 */
export function formulaText(cell: string): string {
  const text = cell.trim();
  const match = /^="([^"]*)"$/.exec(text);
  return match?.[1]?.trim() ?? text;
}

/** A title or name in a cell: without what spreadsheets and careless exporters put round it. */
export function wordsOfCell(cell: string): string {
  // An apostrophe keeps spreadsheets from running a formula; this program's own tables have it, too.
  return cleanCell(decodeEntities(formulaText(cell).replace(/^'(?=[=+@-])/, '')));
}

/** A number with point or decimal comma, white space around it; null for anything else, blank included. */
export function parseNumber(cell: string): number | null {
  const text = cell.trim();
  if (!/^[+-]?(?:\d+(?:[.,]\d+)?|[.,]\d+)$/.test(text)) return null;
  const value = Number(text.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}

/** Words behind a number of votes. */
const VOTES = /\s?(?:人评价|人評價|votes?|ratings?|reviews?|оцен(?:ок|ки|ка)|голос(?:ов|а)?)$/iu;

/** A whole number that may carry thousands separators: "744,373", "1 234", "302156人评价". */
export function parseCount(cell: string): number | null {
  const text = cell.trim().replace(VOTES, '');
  if (/^\d{1,3}(?:[,.'\s]\d{3})+$/.test(text)) return Number(text.replace(/\D/g, ''));
  const value = parseNumber(text);
  return value === null || value < 0 ? null : Math.round(value);
}

/** A year, negative ones too; "2024.0" of a re-saved file is 2024; 0 and impossible ones are null. */
export function parseYear(cell: string): number | null {
  const text = cell.trim();
  const value =
    parseNumber(text) ??
    Number(
      /^(-?\d{3,4})-\d{2}(?:-\d{2})?/.exec(text)?.[1] ??
        /(?:^|\D)(1\d{3}|20\d{2})(?:\D|$)/.exec(text)?.[1] ??
        Number.NaN,
    );
  // Calibre's day for "not known".
  if (text.startsWith('0101-01-01')) return null;
  return Number.isInteger(value) && value !== 0 && value >= -5000 && value <= 2200 ? value : null;
}

/** ISBN without hyphens, 10 (X allowed) or 13 digits; anything else, such as a number a spreadsheet ruined, is null. */
export function parseIsbn(cell: string): string | null {
  const text = cell
    .trim()
    .replace(/^="?([^"]*)"?$/, '$1')
    .replace(/[-\s[\]]/g, '')
    .toUpperCase();
  return /^\d{9}[\dX]$/.test(text) || /^97[89]\d{10}$/.test(text) ? text : null;
}

const QUOTED = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/gu;
const QUOTED_LIST = new RegExp(String.raw`^\[\s*(?:(?:${QUOTED.source})\s*,?\s*)+\]$`, 'u');

/** The texts of a list as programs write it, "['Ann Vole', 'Bo Quill']"; null where the cell is none. */
export const quotedList = (cell: string): readonly string[] | null =>
  cell.startsWith('[') && QUOTED_LIST.test(cell)
    ? (cell.match(QUOTED) ?? []).map((text) => text.slice(1, -1).replaceAll(/\\(.)/gu, '$1'))
    : null;

/** Cells separated by commas (or another mark), trimmed, empty ones and repeats dropped, order kept. */
export function splitList(cell: string, separator: string | RegExp = ','): string[] {
  const seen = new Set<string>();
  return (quotedList(cell) ?? cell.split(separator)).map(cleanCell).filter((part) => {
    const key = part.toLowerCase();
    if (part === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** A box that is ticked, as programs write it. */
export const saysTrue = (cell: string): boolean => /^(?:1|true|yes)$/i.test(cell);

/** First characters of a row for the preview of skipped rows. */
export function excerptOf(cells: readonly string[]): string {
  const text = cells
    .map(cleanCell)
    .filter((cell) => cell !== '')
    .join(' · ');
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
