import type { ImportedRow } from '../../domain/imported-row';
import { findHeader } from '../containers/csv-table';
import { readTable, type TableRow } from '../read-table';
import { RowCollector, type ImportSource } from '../source';

export const RECIPE_SCALE = 5;

/** A source whose files are tables of recipes, known by the columns that they have. */
export const recipeTable = (
  id: string,
  label: string,
  required: readonly string[],
  read: (row: TableRow, collector: RowCollector) => ImportedRow | string,
): ImportSource => ({
  id,
  containers: ['table'],
  scale: RECIPE_SCALE,
  sniff: ({ firstRecords }) =>
    findHeader(firstRecords, required) < 0 ? null : { layout: 'recipes', confidence: 'certain' },
  read: async (files) => {
    const collector = new RowCollector();
    for (const { file } of files)
      await readTable(file, { required, dates: ['Created At'] }, collector, (row) => read(row, collector));
    return collector.reading(label);
  },
});
