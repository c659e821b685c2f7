import { IMPORTED_FIELDS, type PlainColumnField } from '../../domain/item-fields/field-names';
import { ITEM_FIELDS } from '../../domain/item-fields/item-fields';

/**
 * Columns in the order of the mapping step, which is also the order of claims where two of them share a header word.
 * Some are no field of an item by themselves but a part of one (seriesNumber, isbn, isbn10, imdb,
 * crowdRating, crowdCount), the owner's
 * rating under its usual name, or a date of the row.
 */
const ORDER = [
  'title',
  'originalTitle',
  'creators',
  'year',
  'length',
  'kind',
  'rating',
  'liked',
  'status',
  'finishedAt',
  'addedAt',
  'ratedAt',
  'tags',
  'shelves',
  'series',
  'seriesNumber',
  'note',
  'privateNote',
  'isbn',
  'isbn10',
  'imdb',
  'url',
  'crowdRating',
  'crowdCount',
] as const;

/** What a column of any CSV may mean. */
export type CsvField = (typeof ORDER)[number] | PlainColumnField;
/** Columns that code in this folder finds and reads; plain ones are found and read by the table of fields. */
export type OwnReaderColumn = Exclude<CsvField, PlainColumnField>;

export const PLAIN_COLUMNS = IMPORTED_FIELDS.filter((name): name is PlainColumnField => {
  const { column } = ITEM_FIELDS[name].imported;
  return column !== null && column !== 'own-reader';
});
const PLAIN: ReadonlySet<string> = new Set(PLAIN_COLUMNS);

export const isPlainColumn = (field: CsvField): field is PlainColumnField => PLAIN.has(field);

/** Plain columns that are not in ORDER come last. */
export const CSV_FIELDS: readonly CsvField[] = [...new Set<CsvField>([...ORDER, ...PLAIN_COLUMNS])];
