import { REQUIRED, type FieldTable } from './item-field';
import { ITEM_FIELDS, type ItemFieldValues } from './item-fields';

/** Names of fields by what the table says of them; each type has its list at run time. */

export type ItemFieldName = keyof ItemFieldValues;

/** The table for code that treats all fields alike. */
export const FIELDS: FieldTable<ItemFieldValues> = ITEM_FIELDS;

type NamesWith<Rules> = {
  [Name in ItemFieldName]: (typeof ITEM_FIELDS)[Name] extends Rules ? Name : never;
}[ItemFieldName];

/** What whoever creates an item has to state. */
export type RequiredField = NamesWith<{ readonly blank: typeof REQUIRED }>;
/** What the recommender's worker gets of an item. */
export type RecommenderField = NamesWith<{ readonly recommender: 'vector' | 'other' }>;
/** The owner's opinion and progress. */
export type OwnerField = NamesWith<{ readonly scope: 'owner' | 'private' }>;
/** Fields of the rows of an import. */
export type ImportedField = NamesWith<{ readonly imported: object }>;
/** Fields that one plain column of any CSV fills. */
export type PlainColumnField = NamesWith<{ readonly imported: { readonly column: object } }>;
/** Fields of the JSON file of a list. */
export type PortableField = NamesWith<{ readonly portable: 'required' | 'optional' }>;
/** Fields of the facts form. */
export type FormField = NamesWith<{ readonly form: object }>;

// `Object.keys` is typed as string[]; the table's type allows no other keys.
export const FIELD_NAMES = Object.keys(ITEM_FIELDS) as readonly ItemFieldName[];

export const RECOMMENDER_FIELDS = FIELD_NAMES.filter(
  (name): name is RecommenderField => FIELDS[name].recommender !== 'none',
);
/** An edit of one of these encodes the item again. */
export const VECTOR_FIELDS = FIELD_NAMES.filter((name) => FIELDS[name].recommender === 'vector');
export const OWNER_FIELDS = FIELD_NAMES.filter(
  (name): name is OwnerField => FIELDS[name].scope === 'owner' || FIELDS[name].scope === 'private',
);
export const IMPORTED_FIELDS = FIELD_NAMES.filter((name): name is ImportedField => FIELDS[name].imported !== null);
export const PORTABLE_FIELDS = FIELD_NAMES.filter((name): name is PortableField => FIELDS[name].portable !== 'no');

export const isFieldName = (name: string): name is ItemFieldName => Object.hasOwn(ITEM_FIELDS, name);

/** The named properties of a record. */
export function pick<Values extends object, Name extends keyof Values>(
  values: Values,
  names: readonly Name[],
): Pick<Values, Name> {
  // `fromEntries` forgets which value belongs to which name.
  return Object.fromEntries(names.map((name) => [name, values[name]])) as Pick<Values, Name>;
}

/** Blank values of the named fields. */
export function blanksOf<Name extends Exclude<ItemFieldName, RequiredField>>(
  names: readonly Name[],
): Pick<ItemFieldValues, Name> {
  return Object.fromEntries(names.map((name) => [name, FIELDS[name].blank])) as Pick<ItemFieldValues, Name>;
}

const hasBlank = (name: ItemFieldName): name is Exclude<ItemFieldName, RequiredField> =>
  FIELDS[name].blank !== REQUIRED;

/** Of all fields that have one. */
export const BLANKS = blanksOf(FIELD_NAMES.filter(hasBlank));
