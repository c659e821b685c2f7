import { zipSync } from 'fflate';
import {
  bytesFile,
  exportFile,
  fixtureText,
  latin1File,
  letterboxdMembers,
  textFile,
  zipOf,
} from '../../../fixtures/exports/files';
import type { ImportCase } from '../import-case';

const members = letterboxdMembers();
const zippedMembers = zipSync(members);
const underFolder = (folder: string): Record<string, Uint8Array> =>
  Object.fromEntries(Object.entries(members).map(([path, bytes]) => [`${folder}/${path}`, bytes]));
const LETTERBOXD = {
  source: 'letterboxd',
  rows: 17,
  items: 7,
  ratings: 3,
  skipped: 1,
  statuses: { finished: 3, wanted: 2, none: 2 },
};
const GENERIC_CSV =
  'Name;Maker;Stars;Tags;When\nHoney cake;Aunt Rosa;5;"sweet, slow";03.04.2021\nRye bread;;0;;\n;;3;;\nHoney cake;Aunt Rosa;4;festive;25.12.2021\n';

/** Goodreads, Letterboxd, IMDb, any table through a mapping, lists of this program. */
export const FILMS_AND_BOOKS: readonly ImportCase[] = [
  {
    name: 'Goodreads, 24 columns',
    source: 'goodreads',
    files: () => [exportFile('goodreads-24-columns.csv')],
    rows: 7,
    items: 5,
    ratings: 2,
    skipped: 1,
    statuses: { finished: 2, wanted: 1, abandoned: 1, 'in-progress': 1 },
  },
  {
    name: 'Goodreads, 23 columns',
    source: 'goodreads',
    files: () => [exportFile('goodreads-23-columns.csv')],
    rows: 2,
    items: 2,
    ratings: 1,
    skipped: 0,
    statuses: { finished: 1, none: 1 },
  },
  {
    name: 'Goodreads, 31 columns',
    source: 'goodreads',
    files: () => [exportFile('goodreads-31-columns.csv')],
    rows: 2,
    items: 2,
    ratings: 1,
    skipped: 0,
    statuses: { finished: 1, wanted: 1 },
  },
  {
    name: 'Goodreads, saved again without header',
    source: 'goodreads',
    files: () => [exportFile('goodreads-no-header.csv')],
    rows: 2,
    items: 2,
    ratings: 1,
    skipped: 0,
    statuses: { finished: 1, wanted: 1 },
  },
  {
    name: 'Goodreads, two files',
    source: 'goodreads',
    files: () => [exportFile('goodreads-23-columns.csv'), exportFile('goodreads-31-columns.csv')],
    rows: 4,
    items: 4,
    ratings: 2,
    skipped: 0,
    statuses: { finished: 2, wanted: 1, none: 1 },
  },
  { name: 'Letterboxd, zip', ...LETTERBOXD, files: () => [zipOf('letterboxd.zip', members)] },
  {
    name: 'Letterboxd, wrapped in a folder',
    ...LETTERBOXD,
    files: () => [
      zipOf('mine.zip', {
        ...underFolder('letterboxd-someone-utc'),
        '__MACOSX/letterboxd-someone-utc/._diary.csv': new Uint8Array([0, 5, 22, 7]),
      }),
    ],
  },
  {
    name: 'Letterboxd, zip in a zip',
    ...LETTERBOXD,
    files: () => [zipOf('outer.zip', { 'inner/letterboxd.zip': zippedMembers })],
  },
  {
    name: 'Letterboxd, single files',
    source: 'letterboxd',
    files: () => ['ratings.csv', 'watchlist.csv'].map((name) => bytesFile(name, members[name] ?? new Uint8Array())),
    rows: 4,
    items: 4,
    ratings: 2,
    skipped: 0,
    statuses: { finished: 2, wanted: 2 },
  },
  {
    name: 'IMDb ratings until 2017',
    source: 'imdb',
    files: () => [exportFile('imdb-2017-ratings.csv')],
    rows: 3,
    items: 3,
    ratings: 3,
    skipped: 0,
    statuses: { finished: 3 },
  },
  {
    name: 'IMDb ratings 2018–2023 in Latin-1',
    source: 'imdb',
    files: () => [latin1File('ratings.csv', fixtureText('imdb-2019-ratings-latin1.csv'))],
    rows: 4,
    items: 3,
    ratings: 3,
    skipped: 1,
    statuses: { finished: 3 },
  },
  {
    name: 'IMDb watchlist 2018–2022',
    source: 'imdb',
    files: () => [exportFile('imdb-2022-watchlist.csv')],
    rows: 3,
    items: 2,
    ratings: 1,
    skipped: 0,
    statuses: { finished: 1, wanted: 1 },
  },
  {
    name: 'IMDb ratings 2025, Italian account',
    source: 'imdb',
    files: () => [exportFile('imdb-2025-ratings-italian.csv')],
    rows: 4,
    items: 4,
    ratings: 4,
    skipped: 0,
    statuses: { finished: 4 },
  },
  {
    name: 'IMDb list 2025',
    source: 'imdb',
    files: () => [exportFile('imdb-2025-list.csv')],
    rows: 2,
    items: 2,
    ratings: 1,
    skipped: 0,
    statuses: { finished: 1, wanted: 1 },
  },
  {
    name: 'any CSV through a mapping',
    source: 'csv',
    files: () => [textFile('cakes.csv', GENERIC_CSV)],
    options: {
      mapping: {
        columns: { title: 0, creators: 1, rating: 2, tags: 3, finishedAt: 4 },
        kind: 'recipe',
        ratingMaximum: 5,
        crowdMaximum: 5,
      },
    },
    rows: 4,
    items: 2,
    ratings: 1,
    skipped: 1,
    statuses: { finished: 1, none: 1 },
  },
  {
    name: 'a list of this program',
    source: 'handpicked-list',
    files: () => [exportFile('handpicked-list.json')],
    rows: 4,
    items: 3,
    ratings: 2,
    skipped: 0,
    statuses: { finished: 1, wanted: 1, abandoned: 1 },
  },
];
