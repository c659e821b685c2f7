import type { CsvRecord } from './containers/csv-records';
import { cleanCell, excerptOf } from './cells/cell-values';
import { isEmptyRecord, repeatsHeader, type CsvFile } from './containers/csv-table';
import { blanksOf, hasBlank, IMPORTED_FIELDS } from '../domain/item-fields/field-names';
import type { ImportAnalysis, ImportedList, ImportedRow, SkippedRow } from '../domain/imported-row';
import { createPreparer, type Preparer } from '../identity/prepared-thing';
import { mergeRows } from './plan/merge-rows';
import { soundRow } from './plan/sound-row';
import { usableRows } from './plan/usable-rows';
import type { Pacer } from './pacer';

/** What one or several files of a source hold, before records of the same thing are merged. */
export interface SourceReading {
  readonly label: string;
  readonly rows: readonly ImportedRow[];
  readonly skipped: readonly SkippedRow[];
  readonly ignoredFiles: ImportAnalysis['ignoredFiles'];
  readonly warnings: readonly string[];
  /** `analysisOf` drops the entries of rows that are merged into an earlier one. */
  readonly list?: ImportedList;
}

/** A kind of export this program understands whose files are tables. All files of one source are one import. */
export interface ImportSource {
  /** As kept with the items: 'goodreads', 'letterboxd', 'imdb'. */
  readonly id: string;
  /** By content alone. */
  readonly recognises: (csv: CsvFile) => boolean;
  /** Every record of the files is in `rows` or in `skipped`. Rejects only with `cancelled`. */
  readonly read: (files: readonly CsvFile[], pacer: Pacer) => Promise<SourceReading>;
}

/** A kind of file this program understands that is no table. Each file is an import of its own. */
export interface TextSource {
  /** As kept with the items: 'handpicked-list'. */
  readonly id: string;
  /** By content alone. */
  readonly recognises: (text: string) => boolean;
  /** Throws an AppError that says why a file of this kind cannot be read. */
  readonly read: (file: string, text: string) => SourceReading;
}

const BLANK_FIELDS = blanksOf(IMPORTED_FIELDS.filter(hasBlank));

/** A row that states nothing but its title; a parser spreads it and states what it has read. */
export const blankRow = (file: string, line: number, kind: string, title: string): ImportedRow => ({
  ...BLANK_FIELDS,
  file,
  line,
  kind,
  title,
  ratedAt: null,
  liked: false,
  addedAt: null,
});

/** Collects rows and skipped records, so that no parser can lose one. */
export class RowCollector {
  readonly rows: ImportedRow[] = [];
  readonly skipped: SkippedRow[] = [];

  /** @param readRecord returns the row, or the reason why the record cannot be one */
  take(file: string, header: readonly string[], record: CsvRecord, readRecord: () => ImportedRow | string): void {
    const result = isEmptyRecord(record)
      ? 'empty row'
      : repeatsHeader(record, header)
        ? 'the header again'
        : readRecord();
    if (typeof result === 'string')
      this.skipped.push({ file, line: record.line, reason: result, excerpt: excerptOf(record.cells) });
    else this.rows.push(result);
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
  const { rows, mergedCount } = await mergeRows(usable.rows, prepare, pacer);
  const rowCount = reading.rows.length + reading.skipped.length;
  const lines = new Set(rows.map(({ line }) => line));
  const warnings = [...reading.warnings, ...usable.warnings, ...(rowCount === 0 ? ['the file holds no rows'] : [])];
  return {
    source,
    sourceLabel: reading.label,
    files,
    rowCount,
    rows,
    mergedCount,
    skipped: [...reading.skipped, ...unsound],
    ignoredFiles: reading.ignoredFiles,
    warnings,
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
  for (const [position, row] of rows.entries()) {
    if (position % 100 === 0) await pacer.yieldIfDue();
    const checked = soundRow(row);
    if (typeof checked !== 'string') sound.push(checked);
    else
      unsound.push({ file: row.file, line: row.line, reason: checked, excerpt: excerptOf([row.title.slice(0, 200)]) });
  }
  return { sound, unsound };
}

/** The title in a cell, or null where it is blank. */
export function titleOf(cell: string): string | null {
  const title = cleanCell(cell);
  return title === '' ? null : title;
}
