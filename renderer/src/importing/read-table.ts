import { dateOrderOf, readMonthFirst, type DateOrder } from './cells/cell-dates';
import { namedCells, type CellsOptions, type NamedCells } from './cells/named-cells';
import { UnreadCells } from './cells/unread-cells';
import type { CsvRecord } from './containers/csv-records';
import { columnReader, findHeader } from './containers/csv-table';
import type { SourceFile } from './containers/source-file';
import type { ImportedRow } from '../domain/imported-row';
import type { RowCollector } from './source';

export interface TableLayout {
  /** Names the header holds, whatever else it holds; the first such record among the first few is the header. */
  readonly required: readonly string[];
  /** The header of a file that was saved without one. */
  readonly header?: readonly string[];
  /** Columns with days: their cells together settle which number of 03/04/2020 is the day. */
  readonly dates?: readonly string[];
  /** That order, where the source has found it out by itself. */
  readonly order?: DateOrder;
  /** True where a quotation mark is a character like any other. */
  readonly plainQuotes?: boolean;
}

/** One record of a table. */
export interface TableRow extends NamedCells {
  readonly has: (...names: readonly string[]) => boolean;
}

/** What a record is: a row, several, or the reason why it is none. */
export type RecordReader = (row: TableRow) => ImportedRow | readonly ImportedRow[] | string;

/** Reads every record of a table into `collector`: as a row, or as skipped with the reason. */
export async function readTable(
  file: SourceFile,
  layout: TableLayout,
  collector: RowCollector,
  read: RecordReader,
): Promise<void> {
  const at = layout.header === undefined ? findHeader(file.firstRecords, layout.required) : -1;
  const header = layout.header ?? file.firstRecords[at]?.cells ?? [];
  const headerLine = file.firstRecords[at]?.line ?? 0;
  const columns = columnReader(header);
  const plainQuotes = layout.plainQuotes ?? false;
  const order = layout.order ?? (await dateOrder(file, header, layout.dates ?? [], plainQuotes, collector));
  const warn = (warning: string): void => {
    collector.warn(file.path, warning);
  };
  const unread = new UnreadCells(file.path);
  for await (const records of file.records({ plainQuotes, header, warn }))
    for (const record of records)
      if (record.line > headerLine)
        collector.take(file.path, header, record, () => {
          const find: CellsOptions['find'] = (names) => columns.find(record, names);
          return read({ has: columns.has, ...namedCells({ file: file.path, line: record.line, find, unread, order }) });
        });
  collector.unreadCells.push(...unread.columns);
}

/** Reads the file once for its days, unless its first ones are all of a form that leaves no doubt. */
async function dateOrder(
  file: SourceFile,
  header: readonly string[],
  names: readonly string[],
  plainQuotes: boolean,
  collector: RowCollector,
): Promise<DateOrder | null> {
  const columns = columnReader(header);
  const cellsOf = (record: CsvRecord): string[] => names.map((name) => columns.cell(record, name));
  const first = file.firstRecords.flatMap(cellsOf).filter((cell) => cell !== '');
  if (names.length === 0 || (first.length > 5 && first.slice(1).every((cell) => /^\d{4}[-/.]\d|^\d{9}/.test(cell))))
    return null;
  const cells: string[] = [];
  for await (const records of file.records({ plainQuotes, header }))
    cells.push(...records.filter(({ fault }) => fault === undefined).flatMap(cellsOf));
  const { order, ambiguous } = dateOrderOf(cells);
  if (ambiguous !== null) collector.warn(file.path, readMonthFirst(ambiguous));
  return order;
}
