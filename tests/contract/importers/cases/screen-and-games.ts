import { exportFile, gzippedFile } from '../../../fixtures/exports/files';
import type { ImportCase } from '../import-case';

const ANIME = {
  source: 'myanimelist',
  rows: 7,
  items: 5,
  ratings: 4,
  skipped: 1,
  statuses: { finished: 2, wanted: 1, abandoned: 1, 'in-progress': 1 },
};

/** What is watched and played. */
export const SCREEN_AND_GAMES: readonly ImportCase[] = [
  { name: 'MyAnimeList, anime', ...ANIME, files: () => [exportFile('myanimelist-anime.xml')] },
  {
    name: 'MyAnimeList, anime, packed',
    ...ANIME,
    files: () => [gzippedFile('myanimelist-anime.xml')],
  },
  {
    name: 'MyAnimeList, manga',
    source: 'myanimelist',
    files: () => [exportFile('myanimelist-manga.xml')],
    rows: 2,
    items: 2,
    ratings: 2,
    skipped: 0,
    statuses: { 'in-progress': 1, finished: 1 },
  },
  {
    name: 'BoardGameGeek, with the marks of a merge',
    source: 'boardgamegeek',
    files: () => [exportFile('boardgamegeek.csv')],
    rows: 7,
    items: 6,
    ratings: 2,
    skipped: 0,
    statuses: { finished: 2, none: 2, wanted: 2 },
  },
  {
    name: 'Steam, JSON',
    source: 'steam',
    files: () => [exportFile('steam-owned.json')],
    rows: 5,
    items: 4,
    ratings: 0,
    skipped: 1,
    statuses: { 'in-progress': 2, none: 2 },
  },
  {
    name: 'Steam, table of a script',
    source: 'steam',
    files: () => [exportFile('steam-hours.csv')],
    rows: 4,
    items: 2,
    ratings: 0,
    skipped: 2,
    statuses: { 'in-progress': 2 },
  },
];
