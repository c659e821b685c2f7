import { cleanTags } from '../domain/clean-tags';
import { AppError } from '../domain/errors';
import type { ItemPatch } from '../domain/item';
import { FIELD_NAMES, FIELDS, type ItemFieldName } from '../domain/item-fields/field-names';
import { isLength, MAX_LENGTH } from '../domain/item-length';

/** Trimmed and checked; throws `invalid-input` in words. */
export function checkedItem<T extends ItemPatch>(values: T): T {
  const title = values.title?.trim();
  const kind = values.kind?.trim().toLowerCase();
  if (title === '') throw new AppError('invalid-input', 'A title is needed.');
  if (kind === '') throw new AppError('invalid-input', 'Say what kind of thing it is, for example “book”.');
  if (values.ownRating !== undefined) checkRating(values.ownRating);
  if (values.length !== undefined) checkLength(values.length);
  const checked = {
    ...values,
    ...(title === undefined ? {} : { title }),
    ...(kind === undefined ? {} : { kind }),
    ...(values.tags === undefined ? {} : { tags: cleanTags(values.tags) }),
    ...(values.shelves === undefined ? {} : { shelves: cleanTags(values.shelves) }),
  };
  for (const name of FIELD_NAMES) checkField(name, checked[name]);
  return checked;
}

/** Forms do not offer what is refused here; this guards the database against errors elsewhere. */
function checkField(name: ItemFieldName, value: unknown): void {
  if (value !== undefined && !FIELDS[name].schema.safeParse(value).success)
    throw new AppError('invalid-input', `The field "${name}" cannot hold this value.`);
}

/** 0..1, or null for unrated. */
export function checkRating(rating: number | null): void {
  if (rating !== null && !(rating >= 0 && rating <= 1))
    throw new AppError('invalid-input', 'A rating must lie between nothing and full marks.');
}

/** Minutes or pages, or null for not known. */
function checkLength(length: number | null): void {
  if (length !== null && !isLength(length))
    throw new AppError(
      'invalid-input',
      `A length is a whole number of minutes or pages, from 1 to ${String(MAX_LENGTH)}.`,
    );
}
