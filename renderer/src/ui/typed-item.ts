import { foldLetters } from '../domain/fold-letters';
import type { Item } from '../domain/item';

/** What was typed into a picker, and the kind it would have as a new thing. */
export interface TypedItem {
  readonly title: string;
  readonly kind: string;
}

export const NOTHING_TYPED: TypedItem = { title: '', kind: 'book' };

/** The thing whose very title was typed, whatever its case and accents; undefined = none, it is a new one. */
export function itemOfTitle<Found extends Pick<Item, 'title'>>(
  title: string,
  found: readonly Found[],
): Found | undefined {
  const typed = foldLetters(title.trim());
  return found.find((item) => foldLetters(item.title.trim()) === typed);
}
