import type { Mutation } from '../mutation';

const JOURNAL = 'tests/unit/data/journal.test.ts';
const FILE = 'renderer/src/data/action-journal.ts';

/** Undo, redo, and what an action leaves behind. */
export const journal: readonly Mutation[] = [
  {
    name: 'undo does not keep what it took away',
    why: 'Redo would bring back nothing.',
    file: FILE,
    find: 'images: current.every((row) => row === null) ? null : current });',
    replacement: 'images: change.images });',
    killedBy: [{ file: JOURNAL, test: 'undo and redo take back and bring again an edit, across a reload' }],
  },
  {
    name: 'redo begins with what was undone first',
    why: 'Later changes would be put on top of rows that are not there yet.',
    file: FILE,
    find: '(a.undoneOrder ?? 0) - (b.undoneOrder ?? 0)',
    replacement: '(b.undoneOrder ?? 0) - (a.undoneOrder ?? 0)',
    killedBy: [
      { file: JOURNAL, test: 'undo and redo go back to the very beginning and forth again, action by action' },
    ],
  },
  {
    name: 'what was undone can be redone after something new',
    why: 'Old rows would overwrite newer ones.',
    file: FILE,
    find: 'await this.#discard(await this.#undone());',
    replacement: '',
    killedBy: [
      { file: JOURNAL, test: 'undo and redo forget what was undone once something new is done' },
      {
        file: 'tests/faults/faults.test.ts',
        test: 'kill: random actions and crashes, compared with a model loses nothing that was acknowledged, needs no help, and is never silent',
      },
    ],
  },
  {
    name: 'an action is undone under a later one on the same row',
    why: 'The later change would be lost without a word.',
    file: FILE,
    find: 'if (later !== null)',
    replacement: "if (later === '')",
    killedBy: [
      {
        file: JOURNAL,
        test: 'undo and redo undo one action out of order, and refuse where a later one changed the same row',
      },
      { file: JOURNAL, test: 'undo and redo refuse to take back a thing that later actions rest upon' },
    ],
  },
  {
    name: 'the journal keeps ten actions',
    why: 'A hundred steps back are promised.',
    file: FILE,
    find: 'JOURNAL_LENGTH = 100',
    replacement: 'JOURNAL_LENGTH = 10',
    killedBy: [{ file: JOURNAL, test: 'undo and redo keep the last hundred actions' }],
  },
  {
    name: 'an action is not one transaction',
    why: 'A failure half-way would leave half an action that no undo knows of.',
    file: FILE,
    find: "const outcome = await this.database.transaction('rw', this.database.actionTables, async () => {",
    replacement: 'const outcome = await Promise.resolve().then(async () => {',
    killedBy: [{ file: JOURNAL, test: 'undo and redo leave nothing behind when an action fails after it has written' }],
    short: true,
  },
  {
    name: 'changes are published before they are committed',
    why: 'Pages would show what the database may still refuse.',
    file: FILE,
    find: `        return { result, label: text, actionId: actionId(id) };
      });
      await this.itemsChanges.publish(write.itemsChange());`,
    replacement: `        await this.itemsChanges.publish(write.itemsChange());
        return { result, label: text, actionId: actionId(id) };
      });`,
    killedBy: [
      {
        file: JOURNAL,
        test: 'item changes are published once the action is in the database, and never of one that failed',
      },
    ],
  },
  {
    name: 'a row touched twice is put back as it was in between',
    why: 'Undo must lead to where the action began.',
    file: 'renderer/src/data/recorded-write.ts',
    find: 'if (!rows.has(key)) rows.set(key, image);',
    replacement: 'rows.set(key, image);',
    killedBy: [
      {
        file: 'tests/unit/data/recorded-write.test.ts',
        test: 'takes a row that one action touched several times back to where it was before the action',
      },
    ],
  },
  {
    name: 'emptying the trash leaves the images of its rows in the journal',
    why: 'What a person deleted for good would still be on the disk.',
    file: 'renderer/src/data/trash-repository.ts',
    find: 'await journal.discardActionsOn(keysIn(rows));',
    replacement: '',
    killedBy: [
      {
        file: 'tests/unit/data/repositories.test.ts',
        test: 'the trash emptied is final: no undo brings it back, and later actions can still be undone',
      },
    ],
  },
  {
    name: 'a deleted thing comes back without its events',
    why: 'Ratings would be lost by deleting and restoring.',
    file: 'renderer/src/data/trash-bin.ts',
    find: 'events: events.get(item.id) ?? [],',
    replacement: 'events: [],',
    killedBy: [
      {
        file: 'tests/unit/data/repositories.test.ts',
        test: 'the trash brings everything back in whatever order (item first)',
      },
    ],
  },
];
