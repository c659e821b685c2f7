import { recordOf, type PlainColumnField } from '../../domain/item-fields/field-names';
import type { CellValues } from '../../domain/item-fields/item-field';
import { ITEM_FIELDS, type ItemFieldValues } from '../../domain/item-fields/item-fields';
import { parseYear, splitList, wordsOfCell } from '../cells/cell-values';
import { decodeEntities, textOfNote } from '../containers/html-text';
import { titleOf } from '../source';
import { PLAIN_COLUMNS } from './csv-fields';

const READERS: { readonly [Kind in keyof CellValues]: (cell: string) => CellValues[Kind] } = {
  text: (cell) => titleOf(wordsOfCell(cell)),
  paragraphs: textOfNote,
  link: (cell) => (/^https?:\/\//i.test(cell) ? cell : null),
  year: parseYear,
  list: (cell) => splitList(decodeEntities(cell), /[,;|]/),
};

/** The fields that one plain column each fills, by the reader that the table of fields names. */
export const readPlainColumns = (cell: (field: PlainColumnField) => string): Pick<ItemFieldValues, PlainColumnField> =>
  recordOf(PLAIN_COLUMNS, (name) => READERS[ITEM_FIELDS[name].imported.column.read](cell(name)));
