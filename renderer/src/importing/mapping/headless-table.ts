import type { CsvRecord } from '../containers/csv-records';
import { looksLikeName } from '../pasted/name-like';
import type { CsvField } from './csv-fields';

/** Tables whose first record is a thing like the others, not the names of the columns. */

const NUMBER = /^[+-]?\d{1,12}(?:[.,]\d+)?$/;
const YEAR = /^(?:1[89]|20)\d{2}$/;
const SURE_FORMS = [/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ,].{0,20})?$/, /^https?:\/\/\S+$/, /^="[\dX]*"$/];
/** Of the records below; one alone may be anything. */
const FEWEST = 2;

const filled = (records: readonly CsvRecord[], column: number): readonly string[] =>
  records.map(({ cells }) => (cells[column] ?? '').trim()).filter((cell) => cell !== '');

/** A day, a link or a number stands where a name of the column would, and the cells below are such, too. */
export function hasNoHeader([first, ...below]: readonly CsvRecord[]): boolean {
  if (first === undefined || below.length < FEWEST) return false;
  return first.cells.some((cell, column) => {
    const text = cell.trim();
    const others = filled(below, column);
    // A table of years has them for names of columns.
    const form = NUMBER.test(text) && !YEAR.test(text) ? NUMBER : SURE_FORMS.find((pattern) => pattern.test(text));
    return form !== undefined && others.length >= FEWEST && others.every((other) => form.test(other));
  });
}

const SAMPLE = 200;

/** What the columns of a table without names hold, by the cells alone: titles first, names of makers behind them. */
export function columnsByCells(rows: readonly (readonly string[])[]): Partial<Record<CsvField, number>> {
  const sample = rows.slice(0, SAMPLE);
  const columns = (sample[0] ?? []).map((_cell, column) =>
    sample.map((cells) => (cells[column] ?? '').trim()).filter((cell) => cell !== ''),
  );
  const isText = (cells: readonly string[]): boolean =>
    cells.length >= sample.length / 2 &&
    cells.every((cell) => !SURE_FORMS.some((form) => form.test(cell))) &&
    cells.filter((cell) => /\p{L}/u.test(cell)).length >= cells.length * 0.8 &&
    new Set(cells).size >= cells.length / 2;
  const texts = columns.flatMap((cells, column) => (isText(cells) ? [column] : []));
  const areNames = (column: number): boolean =>
    (columns[column] ?? []).filter(looksLikeName).length > (columns[column] ?? []).length / 2;
  const title = texts.find((column) => !areNames(column)) ?? texts[0];
  const creators = texts.find((column) => column !== title && areNames(column));
  return { ...(title === undefined ? {} : { title }), ...(creators === undefined ? {} : { creators }) };
}
