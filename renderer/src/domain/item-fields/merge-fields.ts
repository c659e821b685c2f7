import { FIELDS, IMPORTED_FIELDS, recordOf, type ImportedField } from './field-names';
import type { MergeContext, PatchContext } from './item-field';
import type { ItemFieldValues } from './item-fields';

/** The fields of an item that rows of an import have too. */
export type ImportedFields = Pick<ItemFieldValues, ImportedField>;

function mergedValue<Name extends ImportedField>(
  name: Name,
  first: Pick<ItemFieldValues, Name>,
  second: Pick<ItemFieldValues, Name>,
  context: MergeContext,
): ItemFieldValues[Name] {
  const rules = FIELDS[name].imported;
  return rules === null ? first[name] : rules.merge(first[name], second[name], context);
}

function patchedValue<Name extends ImportedField>(
  name: Name,
  current: Pick<ItemFieldValues, Name>,
  imported: Pick<ItemFieldValues, Name>,
  context: PatchContext,
): ItemFieldValues[Name] {
  const rules = FIELDS[name].imported;
  return rules === null ? current[name] : rules.patch(current[name], imported[name], context);
}

/** Two records of one thing: each field merged by its own rule. */
export const mergeFields = (first: ImportedFields, second: ImportedFields, context: MergeContext): ImportedFields =>
  recordOf(IMPORTED_FIELDS, (name) => mergedValue(name, first, second, context));

/** What an imported record changes of an item, by the rule of each field; a field that stays as it is is left out. */
export function patchFields(
  current: ImportedFields,
  imported: ImportedFields,
  context: PatchContext,
): Partial<ImportedFields> {
  const next = (name: ImportedField): ItemFieldValues[ImportedField] => patchedValue(name, current, imported, context);
  // Most fields of most records stay as they are: what changes is worked out twice rather than all of it kept.
  const changed = IMPORTED_FIELDS.filter((name) => next(name) !== current[name]);
  return recordOf(changed, (name) => patchedValue(name, current, imported, context));
}
