import type { Item } from '../../../domain/item';
import type { KnownSpellings } from '../../../identity/known-spelling';

export type SpelledItem = Pick<Item, 'kind' | 'title' | 'series' | 'inLibrary'>;

/** A title in the best spelling there is. */
export interface SpelledTitle {
  readonly title: string;
  /** False: somebody typed it and nothing vouches for it, so that it may be misspelt. */
  readonly sure: boolean;
}

/** Things of the library as they are; what was typed for a friend as the library spells it, if it has it. */
export function spelledTitle(item: SpelledItem, spellings: KnownSpellings, recognised: boolean): SpelledTitle {
  if (item.inLibrary) return { title: item.title, sure: true };
  const known = spellings.of(item, recognised);
  return { title: known ?? capitalised(item.title), sure: known !== null || recognised };
}

const SMALL_WORDS = new Set('a an and as at but by for from in of on or the to with'.split(' '));

/** "the left hand of darkness" → "The Left Hand of Darkness"; a title with any capital stays. */
function capitalised(title: string): string {
  if (title !== title.toLocaleLowerCase()) return title;
  return title.replace(/(?<![\p{L}\p{N}'’])\p{Ll}[\p{L}\p{M}]*/gu, (word, at: number) =>
    at > 0 && SMALL_WORDS.has(word) ? word : word.charAt(0).toLocaleUpperCase() + word.slice(1),
  );
}
