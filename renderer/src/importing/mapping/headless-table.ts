import { IMDB_NUMBER } from '../cells/identifier-cells';
import { dateOrderOf, parseDate } from '../cells/cell-dates';
import { parseNumber } from '../cells/cell-values';
import { saysNothing } from '../cells/unread-cells';
import type { CsvRecord } from '../containers/csv-records';
import { repeatsHeader } from '../containers/csv-table';
import { looksLikeName } from '../pasted/name-like';
import { CSV_FIELDS, type CsvField } from './csv-fields';
import { headerWords, wordsFor } from './header-words';

/** Tables whose first record is a thing like the others, not the names of the columns. */

const NUMBER = /^[+-]?\d{1,12}(?:[.,]\d+)?$/;
const YEAR = /^(?:1[89]|20)\d{2}$/;
const SURE_FORMS = [/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ,].{0,20})?$/, /^https?:\/\/\S+$/, /^="[\dX]*"$/];
const WORDS: ReadonlySet<string> = new Set(CSV_FIELDS.flatMap(wordsFor));
/** Of the records below; one alone may be anything. */
const FEWEST = 2;

const filled = (records: readonly CsvRecord[], column: number): readonly string[] =>
  records.map(({ cells }) => (cells[column] ?? '').trim()).filter((cell) => cell !== '');

/**
 * A day, a link or a number stands where a name of the column would, and the cells below are such, too; or a cell comes
 * again below, where nothing in the record is the name of a column anywhere.
 */
export function hasNoHeader([first, ...below]: readonly CsvRecord[]): boolean {
  if (first === undefined || below.length < FEWEST) return false;
  const isNamed = first.cells.some((cell) => WORDS.has(headerWords(cell)));
  const comesAgain = first.cells.some(
    (cell, column) => /\p{L}/u.test(cell) && filled(below, column).includes(cell.trim()),
  );
  if (!isNamed && comesAgain && !below.some((record) => repeatsHeader(record, first.cells))) return true;
  return first.cells.some((cell, column) => {
    const text = cell.trim();
    const others = filled(below, column);
    // A table of years has them for names of columns.
    const form = NUMBER.test(text) && !YEAR.test(text) ? NUMBER : SURE_FORMS.find((pattern) => pattern.test(text));
    return form !== undefined && others.length >= FEWEST && others.every((other) => form.test(other));
  });
}

const SAMPLE = 200;
const MIN_SHARE = 0.8;

const share = (cells: readonly string[], fits: (cell: string) => boolean): number =>
  cells.filter(fits).length / Math.max(1, cells.length);

/** Such a day with a time is no title, even where it is none that there was: "0001-01-01 00:00:00 +0000 UTC". */
const BEGINS_WITH_DAY = /^\d{4}-\d{2}-\d{2}\b/u;
const LINK = /^https?:\/\/\S+$/;
/** "1983", "2005 – ..." */
const YEARS = /^(?:1[89]|20)\d{2}(?:\s?[-–—].{0,9})?$/u;
const OTHER_SCRIPT =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const isLatin = (cell: string): boolean => /\p{Script=Latin}/u.test(cell) && !OTHER_SCRIPT.test(cell);

/** So few ratings may be different ones, where they are no numbers of rows. */
const FEW_ROWS = 10;
const areInOrder = (numbers: readonly number[]): boolean =>
  numbers.every((value, place) => place === 0 || value > (numbers[place - 1] ?? 0)) ||
  numbers.every((value, place) => place === 0 || value < (numbers[place - 1] ?? 0));

/** Numbers up to ten or a hundred, of which many come again: row numbers and years of birth do not. */
function areRatings(cells: readonly string[]): boolean {
  const numbers = cells.flatMap((cell) => parseNumber(cell) ?? []);
  return (
    numbers.length >= cells.length * MIN_SHARE &&
    numbers.every((value) => value >= 0 && value <= 100) &&
    numbers.some((value) => value > 1) &&
    (new Set(numbers).size < numbers.length || (numbers.length <= FEW_ROWS && !areInOrder(numbers)))
  );
}

/**
 * What the columns of a table without names hold, by the cells alone: titles first, names of makers behind them, or the
 * title in Latin letters behind one in others; years, days, ratings, links and ids where they leave no doubt.
 */
export function columnsByCells(rows: readonly (readonly string[])[]): Partial<Record<CsvField, number>> {
  const sample = rows.slice(0, SAMPLE);
  const columns = (sample[0] ?? []).map((_cell, column) =>
    sample.map((cells) => (cells[column] ?? '').trim()).filter((cell) => cell !== '' && !saysNothing(cell)),
  );
  const found: Partial<Record<CsvField, number>> = {};
  const isFree = (column: number): boolean => !Object.values(found).includes(column);
  const take = (field: CsvField, fits: (cells: readonly string[]) => boolean): void => {
    const column = columns.findIndex((cells, index) => isFree(index) && cells.length > 0 && fits(cells));
    if (column >= 0) found[field] = column;
  };
  const are = (form: RegExp) => (cells: readonly string[]) => share(cells, (cell) => form.test(cell)) >= MIN_SHARE;
  take('imdb', are(IMDB_NUMBER));
  take('url', are(LINK));
  take('year', are(YEARS));
  take('addedAt', (cells) => {
    const { order } = dateOrderOf(cells);
    return share(cells, (cell) => !NUMBER.test(cell) && parseDate(cell, order) !== null) >= MIN_SHARE;
  });
  take('rating', areRatings);
  const isText = (cells: readonly string[]): boolean =>
    cells.length >= sample.length / 2 &&
    share(cells, (cell) => /\p{L}/u.test(cell) && !BEGINS_WITH_DAY.test(cell)) >= MIN_SHARE &&
    new Set(cells).size >= cells.length / 2;
  const texts = columns.flatMap((cells, column) => (isFree(column) && isText(cells) ? [column] : []));
  const cellsOf = (column: number | undefined): readonly string[] => columns[column ?? -1] ?? [];
  const areNames = (column: number): boolean => share(cellsOf(column), looksLikeName) > 0.5;
  const [first, second] = texts;
  if (share(cellsOf(first), isLatin) < 0.5 && share(cellsOf(second), isLatin) >= MIN_SHARE)
    return {
      ...found,
      ...(first === undefined ? {} : { title: first }),
      ...(second === undefined ? {} : { originalTitle: second }),
    };
  const title = texts.find((column) => !areNames(column)) ?? first;
  const creators = texts.find((column) => column !== title && areNames(column));
  return {
    ...found,
    ...(title === undefined ? {} : { title }),
    ...(creators === undefined ? {} : { creators }),
  };
}
