import type { Mutation } from '../mutation';

const INDEX = 'tests/unit/application/library/library-index.test.ts';

const WORDS = 'tests/unit/application/words-from-outside.test.ts';

/** The library in memory. */
export const library: readonly Mutation[] = [
  {
    name: 'words from outside index plain objects',
    why: 'A kind called “constructor”, in a friend’s list file say, would crash Library, Home and What next for good.',
    file: 'renderer/src/domain/own-value.ts',
    find: 'Object.hasOwn(record, word) ? record[word] : undefined',
    replacement: 'record[word]',
    killedBy: ['__proto__', 'constructor', 'toString'].map((word) => ({
      file: WORDS,
      test:
        `the word ${word}, typed, imported, pasted and sent by a friend ` +
        'is a word like any other in Library, Home, What next, notes and exports',
    })),
  },
  {
    name: 'a removed item stays in search',
    why: 'What was deleted would be found, and open an empty page.',
    file: 'renderer/src/application/library/library-index.ts',
    find: '.filter((id) => byId.has(id));\n  }\n\n  /** Settles',
    replacement: ';\n  }\n\n  /** Settles',
    killedBy: [
      {
        file: INDEX,
        test: 'the library in memory does not find a removed item, and finds it again once that is undone',
      },
    ],
  },
];
