import type { ItemStatus } from '../../domain/item-values';
import { cleanCell } from '../cells/cell-values';
import { statusOfShelf, tagsAndShelves } from '../cells/shelves';
import type { ImportedRow } from '../../domain/imported-row';

/** Folders that every browser has by itself, as they are called in English; their other names are marked as such. */
const OWN_FOLDERS =
  /^(?:bookmarks?|bookmarks (?:bar|menu|toolbar)|other (?:bookmarks|favou?rites)|mobile bookmarks|imported(?: bookmarks)?|favou?rites|favou?rites bar|unsorted(?: bookmarks)?|unfiled|all bookmarks|menu|toolbar|personal toolbar folder|reading list|com\.apple\.readinglist|raindrop\.io|trash)$/i;
const READING_LIST = /^(?:reading ?list|com\.apple\.readinglist|read ?(?:it )?later|to ?read|unread)$/i;

/** What the folders that a link lies in say of it, the outermost first. */
export function factsOfFolders(
  folders: readonly string[],
): Pick<ImportedRow, 'shelves' | 'tags'> & { readonly status: ItemStatus } {
  const names = folders.map(cleanCell).filter((name) => name !== '');
  const isWanted = names.some((name) => READING_LIST.test(name) || statusOfShelf(name) === 'wanted');
  const own = [...new Set(names.filter((name) => !OWN_FOLDERS.test(name)))];
  return { ...tagsAndShelves(own), status: isWanted ? 'wanted' : 'none' };
}
