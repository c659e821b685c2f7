import type { CsvRecord } from './containers/csv-records';
import { cleanCell, excerptOf } from './cells/cell-values';
import { isEmptyRecord, repeatsHeader } from './containers/csv-table';
import type { Container, FileHead, SourceFile } from './containers/source-file';
import { blanksOf, hasBlank, IMPORTED_FIELDS } from '../domain/item-fields/field-names';
import type {
  ImportAnalysis,
  ImportedList,
  ImportedRow,
  ImportQuestion,
  SkippedRow,
  UnreadColumn,
} from '../domain/imported-row';
import { createPreparer, type Preparer } from '../identity/prepared-thing';
import { joinedRows } from './plan/joined-rows';
import { isNameless, namelessRow } from './plan/nameless-rows';
import { soundRow } from './plan/sound-row';
import { usableRows } from './plan/usable-rows';
import type { Pacer } from './pacer';

/** What one or several files of a source hold, before records of the same thing are merged. */
export interface SourceReading {
  /** "Letterboxd export (ratings, diary)". */
  readonly label: string;
  readonly rows: readonly ImportedRow[];
  readonly skipped: readonly SkippedRow[];
  readonly ignoredFiles: ImportAnalysis['ignoredFiles'];
  readonly warnings: readonly string[];
  /** Records that went into the row of an earlier one: episodes into their series. 0 where it is missing. */
  readonly joinedCount?: number;
  /** What only the person knows, each with the answer that was taken. */
  readonly questions?: readonly ImportQuestion[];
  /** Left out: all cells that say anything were read, or nobody counted. */
  readonly unreadCells?: readonly UnreadColumn[];
  /** "Ask Steam again with …": what to do about rows with ids and no title. */
  readonly namelessAdvice?: string;
  /** `analysisOf` drops the entries of rows that are merged into an earlier one. */
  readonly list?: ImportedList;
}

/**
 * How sure a source is that a file is its own. certain: nobody else writes such; likely: the columns are its own as far
 * as is known; possible: the form is shared with others, or a name had to decide.
 */
export const CONFIDENCES = ['possible', 'likely', 'certain'] as const;

export interface Sniffed {
  /** Which of its forms: "24 columns", "ratings". Given back to `read`. */
  readonly layout: string;
  readonly confidence: (typeof CONFIDENCES)[number];
  /**
   * The file is its own and cannot be read: what is in it, and what to export instead. Such a file is shown with the
   * sentence.
   */
  readonly refusal?: string;
}

export interface SniffedFile<Layout extends string = string> {
  readonly file: SourceFile;
  readonly layout: Layout;
}

export interface ReadContext {
  readonly pacer: Pacer;
  /** What the person said, by question; where it is silent the first option holds. */
  readonly answers: ReadonlyMap<string, string>;
}

/**
 * A kind of export this program understands: all there is to know about it, but for its words
 * (`text/import-sources.ts`).
 */
export interface ImportSource {
  /** As kept with the items: 'goodreads', 'letterboxd', 'imdb'. */
  readonly id: string;
  /** What its files are. */
  readonly containers: readonly Container[];
  /** The best rating on its scale; null: it has no ratings, or the file says its own. */
  readonly scale: number | null;
  /** True: each of its files is an import of its own. Else all of them are one. */
  readonly eachFile?: true;
  /** By content: the path may only decide between readings that the content allows. Never throws. */
  readonly sniff: (file: FileHead) => Sniffed | null;
  /**
   * Every record of the files is in `rows` or in `skipped`. Rejects with an AppError: `cancelled`, or why the files
   * cannot be read.
   */
  readonly read: (files: readonly SniffedFile[], context: ReadContext) => Promise<SourceReading>;
}

/** With all its fields in place: a copy of it, made for each row, gets none added. */
const BLANK_ROW: ImportedRow = {
  file: '',
  line: 0,
  kind: '',
  title: '',
  ...blanksOf(IMPORTED_FIELDS.filter(hasBlank)),
  ratedAt: null,
  liked: false,
  addedAt: null,
};

/** A row that states nothing but its title; a parser spreads it and states what it has read. */
export const blankRow = (file: string, line: number, kind: string, title: string): ImportedRow => ({
  ...BLANK_ROW,
  file,
  line,
  kind,
  title,
});

/** Collects rows and skipped records, so that no parser can lose one. */
export class RowCollector {
  readonly rows: ImportedRow[] = [];
  readonly skipped: SkippedRow[] = [];
  readonly warnings: string[] = [];
  readonly unreadCells: UnreadColumn[] = [];
  /** Records that went into a row which is there already: further episodes of a series. */
  joinedCount = 0;

  /** @param readRecord returns the row, several, or the reason why the record cannot be one */
  take(
    file: string,
    header: readonly string[],
    record: CsvRecord,
    readRecord: () => ImportedRow | readonly ImportedRow[] | string,
  ): void {
    const result = isEmptyRecord(record)
      ? 'empty row'
      : repeatsHeader(record, header)
        ? 'the header again'
        : (record.fault ?? readRecord());
    if (typeof result !== 'string') this.add(result);
    else
      this.skipped.push({
        file,
        line: record.line,
        reason: result,
        excerpt: excerptOf(record.cells),
        record: { header, cells: record.cells },
      });
  }

  /**
   * The same for what is no record of a table: a row, several, or the reason why it is none.
   * @param cells to know a skipped one by
   */
  put(file: string, line: number, cells: readonly string[], read: ImportedRow | readonly ImportedRow[] | string): void {
    if (typeof read === 'string') this.skip(file, line, read, excerptOf(cells));
    else this.add(read);
  }

  add(rows: ImportedRow | readonly ImportedRow[]): void {
    if ('title' in rows) this.rows.push(rows);
    else this.rows.push(...rows);
  }

  /** @param excerpt the beginning of the record */
  skip(file: string, line: number, reason: string, excerpt: string): void {
    this.skipped.push({ file, line, reason, excerpt });
  }

  /** A remark on a file for the preview, each once. */
  warn(file: string, warning: string): void {
    const text = `${file}: ${warning}`;
    if (!this.warnings.includes(text)) this.warnings.push(text);
  }

  reading(label: string, more: Partial<SourceReading> = {}): SourceReading {
    const { rows, skipped, warnings, unreadCells, joinedCount } = this;
    return { label, rows, skipped, ignoredFiles: [], warnings, unreadCells, joinedCount, ...more };
  }

  /** For a column that was read in another way once all of the file was known. */
  forgetUnread(file: string, column: string): void {
    const others = this.unreadCells.filter((one) => one.file !== file || one.column !== column);
    this.unreadCells.splice(0, this.unreadCells.length, ...others);
  }
}

/** Drops what no thing can be and ids that prove nothing, merges records of the same thing, and accounts for each. */
export async function analysisOf(
  source: string,
  files: readonly string[],
  reading: SourceReading,
  pacer: Pacer,
  prepare: Preparer = createPreparer(),
): Promise<ImportAnalysis> {
  const { sound, unsound } = await soundRows(reading.rows, pacer);
  const usable = await usableRows(sound, prepare, pacer);
  const found = await joinedRows(usable.rows, prepare, pacer);
  const joinedCount = reading.joinedCount ?? 0;
  const rowCount = reading.rows.length + reading.skipped.length + joinedCount;
  const lines = new Set(found.rows.map(({ line }) => line));
  const warnings = [...reading.warnings, ...usable.warnings, ...(rowCount === 0 ? ['the file holds no rows'] : [])];
  return {
    source,
    sourceLabel: reading.label,
    files,
    rowCount,
    ...found,
    mergedCount: found.joined.length + joinedCount,
    unreadCells: reading.unreadCells ?? [],
    skipped: [...reading.skipped, ...unsound],
    ignoredFiles: reading.ignoredFiles,
    warnings,
    questions: reading.questions ?? [],
    ...(reading.namelessAdvice === undefined ? {} : { namelessAdvice: reading.namelessAdvice }),
    list:
      reading.list === undefined
        ? null
        : { ...reading.list, entries: reading.list.entries.filter(({ line }) => lines.has(line)) },
  };
}

/** The rows whose things may be kept, and the others with the reason. */
async function soundRows(rows: readonly ImportedRow[], pacer: Pacer) {
  const sound: ImportedRow[] = [];
  const unsound: SkippedRow[] = [];
  await pacer.each(rows, (row) => {
    const checked = soundRow(row);
    if (typeof checked !== 'string') sound.push(checked);
    else if (isNameless(row)) unsound.push(namelessRow(row));
    else
      unsound.push({ file: row.file, line: row.line, reason: checked, excerpt: excerptOf([row.title.slice(0, 200)]) });
  });
  return { sound, unsound };
}

/**
 * What programs write for a cell that is not there (R, Excel, pandas, JavaScript), and Douban for a page that it has
 * taken down.
 */
const MISSING: ReadonlySet<string> = new Set([
  'NA',
  'N/A',
  '#N/A',
  'NaN',
  'nan',
  'null',
  'undefined',
  '未知电影',
  '未知电视剧',
  '未知图书',
  '未知音乐',
]);

/** The title in a cell, or null where it is blank. */
export function titleOf(cell: string): string | null {
  const title = cleanCell(cell);
  return title === '' || MISSING.has(title) ? null : title;
}
