import type { CsvRecord } from './csv-records';
import { CsvTokenizer } from './csv-tokenizer';
import type { TableShape } from './table-shape';

/** Cells too many beyond which nobody can say what belongs together. */
const MAX_EXTRA = 12;

export interface SquareRecord {
  /** As wide as the header, or narrower where the last cells are missing; else with its fault. */
  readonly record: CsvRecord;
  /** What was mended, for the preview; null where nothing was. */
  readonly repair: string | null;
}

/**
 * A record as wide as the header. One with cells too many holds a delimiter that should have stood in quotation marks:
 * where exactly one way to join neighbours fits the columns (numbers, days, links, known words; a text goes on after a
 * delimiter and a space), they are joined; else the record has a fault, and is never read with its cells shifted.
 */
export function squareRecord(
  record: CsvRecord,
  width: number,
  shape: TableShape | null,
  delimiter: string,
): SquareRecord {
  const { cells } = record;
  if (cells.length === width) return { record, repair: null };
  if (cells.length < width) {
    const fits = shape === null || cells.every((cell, column) => shape.fitsColumn(cell, column));
    return fits
      ? { record, repair: null }
      : { record: { ...record, fault: faultOf(cells.length, width) }, repair: null };
  }
  if (cells.slice(width).every((cell) => cell.trim() === '')) return { record, repair: null };
  const sizes = shape === null || shape.width !== width ? null : groupSizes(cells, shape);
  if (sizes === null) return { record: { ...record, fault: faultOf(cells.length, width) }, repair: null };
  const joined: string[] = [];
  const mended: string[] = [];
  let at = 0;
  for (const size of sizes) {
    const cell = cells.slice(at, at + size).join(delimiter);
    if (size > 1) mended.push(`"${cell.trim()}"`);
    joined.push(cell);
    at += size;
  }
  return {
    record: { ...record, cells: joined },
    repair: `${String(cells.length)} cells for ${String(width)} columns; ${mended.join(' and ')} read as one cell`,
  };
}

const faultOf = (cells: number, width: number): string =>
  cells > width
    ? `${String(cells)} cells, but the header has ${String(width)}: put quotation marks around a cell that holds a comma`
    : `${String(cells)} cells, but the header has ${String(width)}, and they do not fit the columns`;

/**
 * A record that stands in quotation marks as a whole ("7,""Me, Myself"",read"), as its cells; null for any other. A
 * spreadsheet whose own delimiter is another one writes a line so where it holds a quotation mark.
 */
export function unwrappedRecord(record: CsvRecord, width: number, delimiter: string): CsvRecord | null {
  const [cell = ''] = record.cells;
  if (record.cells.length !== 1 || width < 2 || !cell.includes(delimiter)) return null;
  const [inner, ...others] = new CsvTokenizer({ delimiter }).write(cell, true);
  return inner?.cells.length === width && others.length === 0 ? { ...record, cells: inner.cells } : null;
}

interface Way {
  readonly score: number;
  /** How many ways have that score. */
  readonly count: number;
  /** Cells in the last group of one of them. */
  readonly size: number;
}

/** How many cells go into each column, where one way is better than all others; else null. */
function groupSizes(cells: readonly string[], shape: TableShape): readonly number[] | null {
  const extra = cells.length - shape.width;
  if (extra > MAX_EXTRA) return null;
  // ways[column][k]: the first `column` columns took `column + k` cells.
  const ways: (Way | null)[][] = [[{ score: 0, count: 1, size: 0 }]];
  for (let column = 0; column < shape.width; column += 1) {
    const row: (Way | null)[] = [];
    for (let total = 0; total <= extra; total += 1) {
      let best: Way | null = null;
      for (let more = 0; more <= total; more += 1) {
        const before = ways[column]?.[total - more] ?? null;
        const score = before === null ? null : groupScore(cells, column + total - more, more + 1, column, shape);
        if (before === null || score === null) continue;
        const sum: number = before.score + score;
        if (best === null || sum > best.score) best = { score: sum, count: before.count, size: more + 1 };
        else if (sum === best.score) best = { score: sum, count: best.count + before.count, size: best.size };
      }
      row.push(best);
    }
    ways.push(row);
  }
  if (ways[shape.width]?.[extra]?.count !== 1) return null;
  const sizes: number[] = [];
  for (let [column, total] = [shape.width, extra]; column > 0; column -= 1) {
    const size = ways[column]?.[total]?.size ?? 1;
    sizes.unshift(size);
    total -= size - 1;
  }
  return sizes;
}

/** How well `size` cells from `start` on make one cell of a column; null: they cannot. */
function groupScore(
  cells: readonly string[],
  start: number,
  size: number,
  column: number,
  shape: TableShape,
): number | null {
  const first = cells[start] ?? '';
  if (size === 1 && !shape.fitsColumn(first, column)) return null;
  if (size > 1 && !shape.isText(column)) return null;
  let score = first.startsWith(' ') && start > 0 ? -1 : 0;
  for (const cell of cells.slice(start + 1, start + size)) score += cell.startsWith(' ') ? 1 : -1;
  return size === 1 && shape.isKnownWord(first, column) ? score + 2 : score;
}
