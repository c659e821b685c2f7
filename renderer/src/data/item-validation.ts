import { cleanTags } from '../domain/clean-tags';
import { AppError } from '../domain/errors';
import type { ItemPatch } from '../domain/item';
import { isLength, MAX_LENGTH } from '../domain/item-length';

/** Trimmed and checked; throws `invalid-input` in words. */
export function checkedItem<T extends ItemPatch>(values: T): T {
  const title = values.title?.trim();
  const kind = values.kind?.trim().toLowerCase();
  if (title === '') throw new AppError('invalid-input', 'A title is needed.');
  if (kind === '') throw new AppError('invalid-input', 'Say what kind of thing it is, for example “book”.');
  if (values.ownRating !== undefined) checkRating(values.ownRating);
  if (values.length !== undefined) checkLength(values.length);
  return {
    ...values,
    ...(title === undefined ? {} : { title }),
    ...(kind === undefined ? {} : { kind }),
    ...(values.tags === undefined ? {} : { tags: cleanTags(values.tags) }),
  };
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
