import { REQUIRED, type EditorKind, type FieldTable } from './item-field';
import { ITEM_FIELDS, type ItemFieldValues } from './item-fields';

/** Names of fields by what the table says of them; each type has its list at run time. */

export type ItemFieldName = keyof ItemFieldValues;

/** The table for code that treats all fields alike. */
export const FIELDS: FieldTable<ItemFieldValues> = ITEM_FIELDS;

type NamesWith<Rules> = {
  [Name in ItemFieldName]: (typeof ITEM_FIELDS)[Name] extends Rules ? Name : never;
}[ItemFieldName];

/** Fields without a default: required to create an item. */
export type RequiredField = NamesWith<{ readonly blank: typeof REQUIRED }>;
/** Fields that are sent to the recommender's worker. */
export type RecommenderField = NamesWith<{ readonly recommender: 'vector' | 'other' }>;
/** An edit of one of these encodes the item again. */
export type VectorField = NamesWith<{ readonly recommender: 'vector' }>;
/** The owner's opinion and progress. */
export type OwnerField = NamesWith<{ readonly scope: 'owner' | 'private' }>;
/** Private fields: in an export only where asked for. */
export type PrivateField = NamesWith<{ readonly scope: 'private' }>;
/** Fields of the rows of an import. */
export type ImportedField = NamesWith<{ readonly imported: object }>;
/** Fields that importing/mapping/csv-mapping.ts reads from the columns of any CSV ('own-reader'). */
export type OwnReaderField = NamesWith<{ readonly imported: { readonly column: 'own-reader' } }>;
/** Fields that one plain column of any CSV fills. */
export type PlainColumnField = NamesWith<{ readonly imported: { readonly column: object } }>;
/** Fields of the JSON file of a list. */
export type PortableField = NamesWith<{ readonly portable: 'required' | 'optional' }>;
/** Fields of the facts form. */
export type FormField = NamesWith<{ readonly form: object }>;
/** Fields that the facts form edits with one kind of editor. */
export type FieldEditedAs<Kind extends EditorKind> = NamesWith<{ readonly form: { readonly editor: Kind } }>;

// `Object.keys` is typed as string[]; the table's type allows no other keys.
export const FIELD_NAMES = Object.keys(ITEM_FIELDS) as readonly ItemFieldName[];

export const RECOMMENDER_FIELDS = FIELD_NAMES.filter(
  (name): name is RecommenderField => FIELDS[name].recommender !== 'none',
);
export const VECTOR_FIELDS = FIELD_NAMES.filter((name): name is VectorField => FIELDS[name].recommender === 'vector');
export const OWNER_FIELDS = FIELD_NAMES.filter(
  (name): name is OwnerField => FIELDS[name].scope === 'owner' || FIELDS[name].scope === 'private',
);
export const PRIVATE_FIELDS = FIELD_NAMES.filter((name): name is PrivateField => FIELDS[name].scope === 'private');
export const IMPORTED_FIELDS = FIELD_NAMES.filter((name): name is ImportedField => FIELDS[name].imported !== null);
export const PORTABLE_FIELDS = FIELD_NAMES.filter((name): name is PortableField => FIELDS[name].portable !== 'no');

export const FORM_FIELDS = FIELD_NAMES.filter((name): name is FormField => FIELDS[name].form !== null);

export const isFieldName = (name: string): name is ItemFieldName => Object.hasOwn(ITEM_FIELDS, name);

/** A record of the named fields. `fromEntries` forgets which value belongs to which name, hence the assertion. */
export const recordOf = <Name extends ItemFieldName>(
  names: readonly Name[],
  valueOf: (name: Name) => ItemFieldValues[Name],
): Pick<ItemFieldValues, Name> =>
  Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Pick<ItemFieldValues, Name>;

/** The named fields of a record that may hold more. */
export const pickFields = <Name extends ItemFieldName>(
  values: Pick<ItemFieldValues, Name>,
  names: readonly Name[],
): Pick<ItemFieldValues, Name> => recordOf(names, (name) => values[name]);

type FieldWithBlank = Exclude<ItemFieldName, RequiredField>;

export const hasBlank = <Name extends ItemFieldName>(name: Name): name is Name & FieldWithBlank =>
  FIELDS[name].blank !== REQUIRED;

/** Blank values of the named fields. */
export const blanksOf = <Name extends FieldWithBlank>(names: readonly Name[]): Pick<ItemFieldValues, Name> =>
  Object.fromEntries(names.map((name) => [name, FIELDS[name].blank])) as Pick<ItemFieldValues, Name>;

/** Of every field that has one. */
export const BLANKS = blanksOf(FIELD_NAMES.filter(hasBlank));
