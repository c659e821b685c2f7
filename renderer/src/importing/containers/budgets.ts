import { AppError } from '../../domain/errors';

/**
 * What a file may cost. Each is far above any export that was met (FORMATS: the largest is a history of a few hundred
 * MB) and below what makes a window stutter or a browser give up.
 */
export const BUDGETS = {
  /** Of one file as it lies unpacked, bytes. */
  fileBytes: 2 ** 31,
  /** Of one file that is read as one JSON value, characters. */
  wholeJsonCharacters: 2 ** 26,
  /** One value of a JSON array, characters. */
  jsonItemCharacters: 2 ** 24,
  /** Objects and arrays, or elements, inside each other. */
  depth: 256,
  /** Cells of a record. */
  columns: 2_000,
  /** One cell, one line of text, one text of XML or HTML: characters. */
  cellCharacters: 4_000_000,
  /** One record with all its cells, characters. */
  recordCharacters: 16_000_000,
  /** Records or lines of a file. */
  rows: 20_000_000,
  /**
   * What is read of one file, milliseconds. 484 MB take half a minute on two slow processors, so the 2 GiB that a file
   * may have take about two and a half; what takes four times that has no end in sight.
   */
  fileMilliseconds: 10 * 60_000,
  /** An attribute beyond this is an embedded picture: it reads as blank. */
  attributeCharacters: 16_384,
} as const;

const inMillions = (characters: number): string => `${String(Math.round(characters / 1_000_000))} million characters`;

/** @param place "line 12", "item 3" */
export const tooLarge = (place: string, what: string, advice: string): AppError =>
  new AppError('file-too-large', `${place}: ${what}. ${advice}`);

export const tooManyColumns = (line: number): AppError =>
  tooLarge(
    `line ${String(line)}`,
    `more than ${BUDGETS.columns.toLocaleString('en')} columns`,
    'No export is so wide: save the columns that describe your library as a table of their own.',
  );

export const cellTooLarge = (line: number): AppError =>
  tooLarge(
    `line ${String(line)}`,
    `a cell of more than ${inMillions(BUDGETS.cellCharacters)}`,
    'Shorten or remove that cell and drop the file again.',
  );

export const lineTooLong = (line: number, characters: number = BUDGETS.recordCharacters): AppError =>
  tooLarge(
    `line ${String(line)}`,
    `more than ${inMillions(characters)} without an end of line`,
    'This does not look like a table or a list; export it again as CSV or JSON.',
  );

export const tooManyRows = (): AppError =>
  tooLarge(
    `line ${BUDGETS.rows.toLocaleString('en')}`,
    'the file has more rows than can be read at once',
    'Split it into several files and drop them one after the other.',
  );

export const tooSlow = (): AppError =>
  new AppError(
    'file-too-large',
    `reading it took more than ${String(BUDGETS.fileMilliseconds / 60_000)} minutes, and no end was in sight. Nothing of it was imported. Split it into several files, or close other programs, and drop it again.`,
  );

export const tooDeep = (place: string): AppError =>
  new AppError(
    'format-invalid',
    `${place}: nested more than ${String(BUDGETS.depth)} levels deep; no export is. Download or export it again.`,
  );
