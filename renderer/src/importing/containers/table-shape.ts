import type { CsvRecord } from './csv-records';

/** What the cells of a column are, as far as it leaves no doubt; null: any text. */
type CellKind = 'number' | 'date' | 'link' | 'id' | null;

const FORMS: readonly (readonly [NonNullable<CellKind>, RegExp])[] = [
  ['number', /^[+-]?\d{1,12}(?:[.,]\d+)?$/],
  ['date', /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ,].{0,20})?$/],
  ['link', /^https?:\/\/\S+$/],
  // "tt9001000", "=""9780306406157""", "spotify:track:…"
  ['id', /^(?:[a-z]{1,3}\d{4,}|=?"?"?[\dX]{8,13}"?"?|[a-z]+:[a-z]+:\w+)$/],
];

/** What the records of a table have in common, learnt from some of them. */
export interface TableShape {
  /** Cells of most records. */
  readonly width: number;
  /** True where two columns or more are of a kind that tells records from text: `fits` proves something then. */
  readonly isSure: boolean;
  /** As wide, with a number where the others have one; blanks fit everywhere. */
  readonly fits: (cells: readonly string[]) => boolean;
  /** Whether one cell may stand in that column. */
  readonly fitsColumn: (cell: string, column: number) => boolean;
  /** Whether the very words of that cell stand in the column elsewhere, in a column of few words. */
  readonly isKnownWord: (cell: string, column: number) => boolean;
  /** Whether that column holds text of any kind. */
  readonly isText: (column: number) => boolean;
}

const MAX_WORDS = 8;

/**
 * The shape of a table from its first records, the header among them; null where there are too few.
 * @param width of the header, where it is known
 */
export function tableShape(records: readonly CsvRecord[], width = commonWidth(records)): TableShape | null {
  const rows = records.filter(({ cells }) => cells.length === width).slice(1);
  if (width < 2 || rows.length === 0) return null;
  const columns = Array.from({ length: width }, (_unused, column) =>
    columnOf(rows.map(({ cells }) => (cells[column] ?? '').trim()).filter((cell) => cell !== '')),
  );
  const fitsColumn = (cell: string, column: number): boolean => {
    const form = columns[column]?.form ?? null;
    const text = cell.trim();
    return form === null || text === '' || form.test(text);
  };
  return {
    width,
    isSure: columns.filter(({ form }) => form !== null).length >= 2,
    fits: (cells) => cells.length === width && cells.every(fitsColumn),
    fitsColumn,
    isKnownWord: (cell, column) => columns[column]?.words.has(cell.trim()) ?? false,
    isText: (column) => columns[column]?.form === null,
  };
}

function columnOf(cells: readonly string[]): { readonly form: RegExp | null; readonly words: ReadonlySet<string> } {
  const form = cells.length === 0 ? undefined : FORMS.find(([, pattern]) => cells.every((cell) => pattern.test(cell)));
  const words = new Set(cells);
  const isVocabulary = form === undefined && words.size <= MAX_WORDS && words.size * 2 <= cells.length;
  return { form: form?.[1] ?? null, words: isVocabulary ? words : new Set() };
}

function commonWidth(records: readonly CsvRecord[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].sort(([, left], [, right]) => right - left)[0]?.[0] ?? 0;
}
