import type { Mutation } from '../mutation';

const INDEX = 'tests/unit/application/library/library-index.test.ts';

/** The library in memory. */
export const library: readonly Mutation[] = [
  {
    name: 'a removed item stays in search',
    why: 'What was deleted would be found, and open an empty page.',
    file: 'renderer/src/application/library/library-index.ts',
    find: 'if (byId.delete(id) && this.#search.has(id)) this.#search.discard(id);',
    replacement: 'byId.delete(id);',
    killedBy: [
      {
        file: INDEX,
        test: 'the library in memory does not find a removed item, and finds it again once that is undone',
      },
    ],
  },
];
