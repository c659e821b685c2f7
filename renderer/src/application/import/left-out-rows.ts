import type { SkippedRow } from '../../domain/imported-row';
import { csvText, textCell } from '../../exporting/csv-text';

/** Rows of one file that were left out, as a table to mend and to drop again. */
export interface LeftOutRows {
  /** The file they are of. */
  readonly file: string;
  readonly count: number;
  /** Name for the new one: "ratings (left out).csv". */
  readonly suggestedName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** One table per file that has records left out which are more than blank; files that are no tables have none. */
export function leftOutRows(skipped: readonly SkippedRow[]): readonly LeftOutRows[] {
  const byFile = new Map<string, { readonly header: readonly string[]; readonly rows: (readonly string[])[] }>();
  for (const { file, record } of skipped) {
    if (record === undefined || isNothing(record.cells, record.header)) continue;
    const table = byFile.get(file) ?? { header: record.header, rows: [] };
    table.rows.push(record.cells);
    byFile.set(file, table);
  }
  return [...byFile].map(([file, { header, rows }]) => ({
    file,
    count: rows.length,
    suggestedName: `${baseName(file)} (left out).csv`,
    bytes: new TextEncoder().encode(csvText([header, ...rows].map((cells) => cells.map(textCell)))),
  }));
}

const isNothing = (cells: readonly string[], header: readonly string[]): boolean =>
  cells.every((cell) => cell.trim() === '') || cells.join('\0') === header.join('\0');

/** "letterboxd.zip/likes/films.csv" → "films". */
const baseName = (file: string): string => file.slice(file.lastIndexOf('/') + 1).replace(/\.[a-z0-9]{1,5}$/i, '');
