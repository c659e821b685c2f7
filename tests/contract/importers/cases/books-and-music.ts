import { exportFile } from '../../../fixtures/exports/files';
import type { ImportCase } from '../import-case';

/** Services of readers and listeners. */
export const BOOKS_AND_MUSIC: readonly ImportCase[] = [
  {
    name: 'The StoryGraph',
    source: 'storygraph',
    files: () => [exportFile('storygraph.csv')],
    rows: 8,
    items: 7,
    ratings: 3,
    skipped: 1,
    statuses: { finished: 2, wanted: 1, 'in-progress': 2, abandoned: 1, none: 1 },
  },
  {
    name: 'LibraryThing, tab-delimited',
    source: 'librarything',
    files: () => [exportFile('librarything.tsv')],
    rows: 7,
    items: 6,
    ratings: 2,
    skipped: 1,
    statuses: { finished: 3, wanted: 2, 'in-progress': 1 },
  },
  {
    name: 'LibraryThing, JSON',
    source: 'librarything',
    files: () => [exportFile('librarything.json')],
    rows: 3,
    items: 2,
    ratings: 1,
    skipped: 1,
    statuses: { finished: 1, wanted: 1 },
  },
];
