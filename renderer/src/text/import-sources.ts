import { OTHER_SOURCES } from './import-sources/anything-else';
import { BOOKS_SOURCES } from './import-sources/books';
import { SCREEN_SOURCES } from './import-sources/films-and-series';
import { GAMES_SOURCES } from './import-sources/games';
import { MUSIC_SOURCES } from './import-sources/music';
import { KITCHEN_SOURCES } from './import-sources/recipes-and-drinks';
import type { ImportSourceText } from './import-sources/source-text';

/** By the id of the source. */
export const IMPORT_SOURCE_TEXTS: ReadonlyMap<string, ImportSourceText> = new Map([
  ...OTHER_SOURCES,
  ...BOOKS_SOURCES,
  ...SCREEN_SOURCES,
  ...GAMES_SOURCES,
  ...MUSIC_SOURCES,
  ...KITCHEN_SOURCES,
]);
