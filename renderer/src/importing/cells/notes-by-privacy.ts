import type { ImportedRow } from '../../domain/imported-row';

/** Other people are never shown what a service keeps from others: the text then belongs to the private note. */
export function notesByPrivacy(
  isPrivate: boolean,
  text: string | null,
  privateNote: string | null,
): Pick<ImportedRow, 'note' | 'privateNote'> {
  if (!isPrivate) return { note: text, privateNote };
  return { note: null, privateNote: [text, privateNote].filter((one) => one !== null).join('\n\n') || null };
}

/** The word of the services that name it: the others are "public", "followers", "friends". */
export const saysPrivate = (cell: string): boolean => /^private$/i.test(cell.trim());
