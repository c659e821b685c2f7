import type { Item } from '../../domain/item';
import { BLANKS, FIELDS, FORM_FIELDS, hasBlank, recordOf, type FormField } from '../../domain/item-fields/field-names';

/** What the facts form edits. While somebody types, a text may be empty or have spaces around it. */
export type FormFacts = Pick<Item, FormField>;

const rowOf = (name: FormField): number => FIELDS[name].form?.row ?? 0;

/** The fields by the row they stand in, from top to bottom. */
export const FORM_ROWS: readonly (readonly FormField[])[] = [...new Set(FORM_FIELDS.map(rowOf))]
  .sort((a, b) => a - b)
  .map((row) => FORM_FIELDS.filter((name) => rowOf(name) === row));

function trimmedValue(name: FormField, facts: FormFacts): FormFacts[FormField] {
  const value = facts[name];
  if (typeof value !== 'string') return value;
  const text = value.trim();
  return text === '' && hasBlank(name) ? BLANKS[name] : text;
}

/** The facts as they are saved: texts trimmed, empty ones blank. */
export function savedFacts(facts: FormFacts): FormFacts {
  const trimmed = recordOf(FORM_FIELDS, (name) => trimmedValue(name, facts));
  const series = facts.series?.name.trim() ?? '';
  return {
    ...trimmed,
    kind: trimmed.kind.toLowerCase() || 'other',
    series: series === '' ? null : { name: series, position: facts.series?.position ?? null },
  };
}
