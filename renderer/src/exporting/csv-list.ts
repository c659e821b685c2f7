import { FIELD_NAMES, FIELDS, type ItemFieldName } from '../domain/item-fields/field-names';
import type { ItemFieldValues } from '../domain/item-fields/item-fields';
import { csvText, textCell } from './csv-text';
import { textExporter, type ListLine } from './exported-file';

interface Column {
  readonly header: string;
  readonly place: number;
  /** Text is made safe for spreadsheets; a number is written as it is: a negative year is no formula. */
  readonly cell: (line: ListLine) => string | number;
}

const LIST_COLUMNS: readonly Column[] = [
  { header: 'Position', place: 0, cell: ({ position }) => position },
  { header: 'Annotation', place: 80, cell: ({ annotation }) => annotation },
];

function fieldColumn(name: ItemFieldName): readonly Column[] {
  const { csv } = FIELDS[name];
  return csv === null ? [] : [{ ...csv, cell: ({ item }) => cellOf(name, item) }];
}

const cellOf = <Name extends ItemFieldName>(name: Name, item: Pick<ItemFieldValues, Name>): string | number =>
  FIELDS[name].csv?.cell(item[name]) ?? '';

const PUBLIC_FIELDS = FIELD_NAMES.filter((name) => FIELDS[name].scope !== 'private');
const columnsOf = (names: readonly ItemFieldName[]): readonly Column[] =>
  [...LIST_COLUMNS, ...names.flatMap(fieldColumn)].sort((a, b) => a.place - b.place);

/** For spreadsheets. */
export const exportCsv = textExporter('csv', 'text/csv;charset=utf-8', (_list, lines, options) => {
  const columns = columnsOf(options.includePrivateNotes === true ? FIELD_NAMES : PUBLIC_FIELDS);
  const header = columns.map((column) => column.header);
  const rows = lines.map((line) =>
    columns.map(({ cell }) => {
      const value = cell(line);
      return typeof value === 'number' ? String(value) : textCell(value);
    }),
  );
  return csvText([header, ...rows]);
});
