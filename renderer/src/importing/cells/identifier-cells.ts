import { readIdentifier } from '../../identity/identifier-namespaces';
import { cleanCell, formulaText, parseIsbn } from './cell-values';

/**
 * The ids in cells of ISBNs, by their length. What a spreadsheet has made of one ("9.78E+12", zeros) is kept as it
 * stands, so that `usableRows` can count it; anything else that is no ISBN is left out.
 */
export function isbnIdentifiers(cells: readonly string[]): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  // Several in one cell: "0306406152, 9780306406157", LibraryThing's form.
  for (const cell of cells.flatMap(eachNumber)) {
    const isbn = parseIsbn(cell);
    const reading = readIdentifier('isbn13', cell);
    if (isbn !== null) found[isbn.length === 13 ? 'isbn13' : 'isbn10'] ??= isbn;
    else if ('value' in reading) found.isbn13 ??= reading.value;
    else if (reading.unusable !== 'malformed') found.isbn13 ??= cleanCell(cell);
  }
  return found;
}

/** Amazon's number for what has no ISBN; services write it where that would stand. */
export function asinIn(cell: string): Readonly<Record<string, string>> {
  const text = formulaText(cell).trim();
  return /^B[\dA-Z]{9}$/.test(text) ? { asin: text } : {};
}

/** Hyphens and spaces are also written inside one number. */
const eachNumber = (cell: string): readonly string[] =>
  /[,;|]/.test(cell) ? cell.split(/[,;|]/).filter((part) => part.trim() !== '') : [cell];

/** The id in a cell of a service's numbers; one that a spreadsheet has ruined is kept, to be counted. */
export function numberIdentifier(name: string, cell: string): Readonly<Record<string, string>> {
  const reading = readIdentifier(name, cell);
  if ('value' in reading) return { [name]: reading.value };
  return reading.unusable === 'malformed' ? {} : { [name]: cleanCell(cell) };
}

/** A cell, or a key, that is IMDb's number of a film or series and nothing else. */
export const IMDB_NUMBER = /^tt\d{5,}$/;
