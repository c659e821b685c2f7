import { FIELD_NAMES, FIELDS, type ItemFieldName } from '../domain/item-fields/field-names';
import type { ItemFieldValues } from '../domain/item-fields/item-fields';
import { textExporter, type ListLine } from './exported-file';

const BYTE_ORDER_MARK = '\uFEFF';
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

/** For spreadsheets: UTF-8 with a byte order mark (Excel guesses otherwise), CRLF, every cell quoted. */
export const exportCsv = textExporter('csv', 'text/csv;charset=utf-8', (_list, lines, options) => {
  const columns = columnsOf(options.includePrivateNotes === true ? FIELD_NAMES : PUBLIC_FIELDS);
  const header = columns.map((column) => column.header);
  const rows = lines.map((line) =>
    columns.map(({ cell }) => {
      const value = cell(line);
      return typeof value === 'number' ? String(value) : textCell(value);
    }),
  );
  return BYTE_ORDER_MARK + [header, ...rows].map((row) => `${row.map(quote).join(',')}\r\n`).join('');
});

/**
 * A cell that a spreadsheet would run as a formula is shown as text instead, by an apostrophe before it (OWASP, CSV
 * injection). Some programs skip what is blank before the sign, and take its full-width form (＝＋－＠) for it.
 */
export function textCell(text: string): string {
  return /^[\t\r\n]/.test(text) || isFormula(text) ? `'${text}` : text;
}

function isFormula(text: string): boolean {
  const [first = ''] = text.replace(/^[\s\p{Cc}\p{Cf}]+/u, '');
  return /^[=+\-@]/.test(first.normalize('NFKC'));
}

const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
