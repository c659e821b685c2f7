import type { Mutation } from '../mutation';

const OWN = 'tests/unit/workers/own-catalogue.test.ts';
const IMDB = 'tests/unit/workers/imdb-worker.test.ts';

/** Files for the catalogue that a person puts in. */
export const ownCatalogue: readonly Mutation[] = [
  {
    name: 'a catalogue whose bytes are not those of its manifest is opened',
    why: 'Damaged facts would be filled in as if they were known.',
    file: 'renderer/src/catalogue/open-files.ts',
    find: '(await sha256(bytes)) === expected.sha256',
    replacement: '(await sha256(bytes)) !== ""',
    killedBy: [
      { file: OWN, test: 'a catalogue of one’s own is refused where it is damaged, and the one before goes on' },
    ],
  },
  {
    name: 'a catalogue is kept before it is checked',
    why: 'A damaged file would push out the one that worked.',
    file: 'renderer/src/workers/catalogue-service.ts',
    find: 'await openChecked(readerOf(picked));',
    replacement: '',
    killedBy: [
      { file: OWN, test: 'a catalogue of one’s own is refused where it is damaged, and the one before goes on' },
    ],
  },
  {
    name: 'a catalogue is kept in the database of the library',
    why: 'Opening it as another version would lock a person out of all that they wrote down.',
    file: 'renderer/src/data/dexie-kept-catalogue-store.ts',
    find: "const NAME = 'handpicked-catalogue';",
    replacement: "const NAME = 'handpicked';",
    killedBy: [
      {
        file: 'tests/unit/data/dexie-kept-catalogue-store.test.ts',
        test: 'keeps the files of a catalogue from one start to the next, each set by itself, in a database of their own',
      },
    ],
  },
  {
    name: 'titles of IMDb hide what the catalogue knows of them',
    why: 'Completing a well-known film would no longer say who made it.',
    file: 'renderer/src/catalogue/building/imdb-titles.ts',
    find: "if (match.verdict !== 'same' || match.by === 'title') return entry;",
    replacement: 'return entry;\n  if (match.verdict !== "same") return entry;',
    killedBy: [
      {
        file: IMDB,
        test: 'IMDb’s two files become titles beside the catalogue, with their votes and with what the catalogue knows of them',
      },
    ],
  },
];
