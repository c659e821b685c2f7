import type { Mutation } from '../mutation';

const FOLD = 'tests/unit/data/history-fold.test.ts';
const HISTORY = 'tests/contract/history.test.ts';

/** What things and friends were before. */
export const history: readonly Mutation[] = [
  {
    name: 'a statement that was taken back is not missed in the history',
    why: 'The journal names it alone then, and “Bring this back” would bring back what was never together.',
    file: 'renderer/src/data/history-fold.ts',
    find: 'return deletedKeys(text)?.some((key) => this.#known.has(key)) ?? true;',
    replacement: 'return false;',
    killedBy: [
      {
        file: FOLD,
        test: 'which records are parsed the deletion of a statement about it, which names the statement alone',
      },
    ],
  },
  {
    name: 'what an undo brought back is taken for a part of what was undone',
    why: 'The history would hide that it was ever gone.',
    file: 'renderer/src/data/history-fold.ts',
    find: 'first.has(keyOf(change)) && writtenAt(change)',
    replacement: 'writtenAt(change)',
    killedBy: [
      { file: FOLD, test: 'versions keeps what an undo brings back apart, though it was written down long before' },
    ],
  },
  {
    name: 'an earlier version comes back without what is older than the journal',
    why: 'What a person said years ago would be gone.',
    file: 'renderer/src/data/history-repository.ts',
    find: 'named.has(id) && !wanted.has(id)',
    replacement: '!wanted.has(id)',
    killedBy: [
      {
        file: FOLD,
        test: 'a journal that is not as it should be keeps what is older than its oldest record, and begins with that record',
      },
    ],
  },
  {
    name: 'an earlier version of a deleted thing comes back beside its entry in the trash',
    why: 'Its shares and places in lists would stay away, and restoring it later would overwrite what came back.',
    file: 'renderer/src/data/history-repository.ts',
    find: 'if (held !== undefined) await restoreEntry(this.context, write, held);',
    replacement: '',
    killedBy: [
      {
        file: HISTORY,
        test: 'the history of one thing, from a journal in memory brings a deleted thing back from the trash, with its places in lists, as it was at the version chosen',
      },
    ],
  },
];
