import type { z } from 'zod';
import type { Series } from '../item-values';

/** `blank` of a field that has no default: it is required to create an item. */
export const REQUIRED: unique symbol = Symbol('required');

/** Those of `Kinds` whose value type is exactly `Value`. */
type KindOf<Kinds, Value> = {
  [Kind in keyof Kinds]: [Value, Kinds[Kind]] extends [Kinds[Kind], Value] ? Kind : never;
}[keyof Kinds];

/** Ways to read one cell of an unknown CSV (importing/mapping/plain-cells.ts), with what each returns. */
export interface CellValues {
  /** One line of text. */
  readonly text: string | null;
  /** Text that may have several paragraphs or HTML in it. */
  readonly paragraphs: string | null;
  /** An address on the web; anything else is null. */
  readonly link: string | null;
  readonly year: number | null;
  /** Words between commas, semicolons or bars. */
  readonly list: readonly string[];
}

/** Editors of the facts form (features/item/field-editor.tsx), with the value each edits. */
export interface EditorValues {
  readonly title: string;
  readonly kind: string;
  readonly text: string | null;
  readonly link: string | null;
  readonly number: number | null;
  readonly length: number | null;
  readonly list: readonly string[];
  readonly tags: readonly string[];
  readonly series: Series | null;
}
export type EditorKind = keyof EditorValues;

export interface MergeContext {
  /** True where the second record's rating replaces the first's: it is the only one, or the later one. */
  readonly secondRatingWins: boolean;
}

export interface PatchContext {
  /** Title of the item that is patched. */
  readonly title: string;
  /** True where the imported rating was given after the item's. */
  readonly ratingIsNewer: boolean;
  /** True where the record has a rating, or the day on which it was finished. */
  readonly provesFinished: boolean;
}

export interface ImportRules<Value> {
  /** Value of two records of one thing inside one import; `first` was met first. */
  merge(first: Value, second: Value, context: MergeContext): Value;
  /** Value of a library item after an import; `current` itself where nothing is stronger. Must never empty a field. */
  patch(current: Value, imported: Value, context: PatchContext): Value;
  /**
   * Column of a CSV that no source recognises. A plain column is found by its header words (best first) and read by the
   * reader named; 'own-reader': read by code in importing/mapping/csv-mapping.ts; null: no column fills the field.
   */
  readonly column: PlainColumn<Value> | 'own-reader' | null;
}

export interface PlainColumn<Value = unknown> {
  readonly headers: readonly string[];
  readonly read: KindOf<CellValues, Value>;
}

interface FieldRules<Value> {
  /** Parser of one value; refuses everything the field must not hold. */
  readonly schema: z.ZodType<Value>;
  /** Value of an item that does not state the field, rows stored before the field existed included. */
  readonly blank: Value | typeof REQUIRED;
  /** null: rows of an import do not have the field. */
  readonly imported: ImportRules<Value> | null;
  /**
   * In the JSON file of a list. 'required': since version 1 of the format, refused where missing · 'optional': added
   * later, blank where missing · 'no'. A new field is 'optional' or 'no'.
   */
  readonly portable: 'required' | 'optional' | 'no';
  /** Column of the CSV file of a list, null for none. Columns stand in order of `place`; numbers are not escaped. */
  readonly csv: { readonly header: string; readonly place: number; cell(value: Value): string | number } | null;
  /** Editor in the facts form, null for none. Fields of one `row` stand side by side, in the order of the table. */
  readonly form: { readonly editor: KindOf<EditorValues, Value>; readonly row: number } | null;
  /**
   * True: a line of the facts table on the item's page where it is not blank. False: the page shows it elsewhere, or
   * not.
   */
  readonly inFactsTable: boolean;
  /** Full-text search of the library: text to index and weight of a hit; null = not searched. */
  readonly search: { readonly boost: number; text(value: Value): string } | null;
}

/**
 * Whose the field is, and with that who may see it.
 * - 'fact': true of the thing, whoever has it.
 * - 'owner': the owner's opinion or progress. Left out when a list of somebody else is imported.
 * - 'private': as 'owner', and in no export unless asked for.
 * - 'library': bookkeeping of this library.
 *
 * `recommender` says what the recommender's worker does with it. 'vector': it changes the item's vector, so an edit
 * encodes the item again · 'other': the worker has it, outside the vector · 'none': the worker never gets it, the only
 * choice for what is the owner's.
 */
type FieldScope =
  | { readonly scope: 'fact' | 'library'; readonly recommender: 'vector' | 'other' | 'none' }
  | { readonly scope: 'owner' | 'private'; readonly recommender: 'none' };

/** Everything there is to say about one field of an item. */
export type ItemField<Value> = FieldRules<Value> & FieldScope;

export type FieldTable<Values> = { readonly [Name in keyof Values]: ItemField<Values[Name]> };
