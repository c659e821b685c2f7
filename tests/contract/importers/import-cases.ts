import { BOOKS_AND_MUSIC } from './cases/books-and-music';
import { FILMS_AND_BOOKS } from './cases/films-and-books';
import { LINKS_AND_PLACES } from './cases/links-and-places';
import { SCREEN_AND_GAMES } from './cases/screen-and-games';
import type { ImportCase } from './import-case';

/** One list per family of sources. */
export const IMPORT_CASES: readonly ImportCase[] = [
  ...FILMS_AND_BOOKS,
  ...BOOKS_AND_MUSIC,
  ...LINKS_AND_PLACES,
  ...SCREEN_AND_GAMES,
];
