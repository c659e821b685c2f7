import type { ImportedRow } from '../domain/imported-row';
import { findHeader } from './containers/csv-table';
import { readTable, type TableLayout, type TableRow } from './read-table';
import { RowCollector, type ImportSource } from './source';

export interface TableSource extends Pick<ImportSource, 'id' | 'scale'>, Pick<TableLayout, 'dates'> {
  /** Columns that nobody else's table has together. */
  readonly required: readonly string[];
  /** "library". */
  readonly layout: string;
  /** "Openreads export". */
  readonly label: string;
  /** @param collector for remarks on a file */
  readonly read: (row: TableRow, collector: RowCollector) => ImportedRow | string;
}

/** A source whose files are tables of one form, known by the columns that they have; each record is a thing. */
export const tableSource = ({ id, scale, required, layout, label, dates = [], read }: TableSource): ImportSource => ({
  id,
  containers: ['table'],
  scale,
  sniff: ({ firstRecords }) => (findHeader(firstRecords, required) < 0 ? null : { layout, confidence: 'certain' }),
  read: async (files) => {
    const collector = new RowCollector();
    for (const { file } of files) await readTable(file, { required, dates }, collector, (row) => read(row, collector));
    return collector.reading(label);
  },
});
