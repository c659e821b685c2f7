import type { Mutation } from '../mutation';

const OPENING = 'tests/unit/data/open-database.test.ts';
const FROM_3 = 'tests/unit/data/novelty-migration.test.ts';
const FROM_4 = 'tests/unit/data/shelves-migration.test.ts';
const COMPLETE = 'renderer/src/data/migrations/complete-everywhere.ts';

/** Libraries of earlier and later versions. */
export const migrations: readonly Mutation[] = [
  {
    name: 'an upgrade leaves the images in the journal as they were',
    why: 'An undo after the upgrade would bring back a row of the old form: here, dials without their values.',
    file: COMPLETE,
    find: 'change.table === table ? complete :',
    replacement: "change.table === 'lists' ? complete :",
    killedBy: [{ file: FROM_3, test: 'upgrading from version 3 keeps it in what redo, undo and restore bring back' }],
  },
  {
    name: 'an upgrade leaves what is in the trash as it was',
    why: 'What is restored after the upgrade would be of the old form.',
    file: COMPLETE,
    find: "await rewriteRows<object>(transaction, 'trash', completeTrashed);",
    replacement: '',
    killedBy: [
      {
        file: FROM_3,
        test: 'upgrading from version 3 keeps the value of the dial under its new name, in the table and in the trash, and changes nothing else',
      },
    ],
  },
  {
    name: 'what cannot be shown of a newer library is not counted',
    why: 'Somebody would take what is shown for all there is.',
    file: 'renderer/src/application/library/stored-library.ts',
    find: 'if (!(row instanceof Object) || !take(row)) unreadable += 1;',
    replacement: 'if (row instanceof Object) take(row);',
    killedBy: [
      {
        file: 'tests/unit/application/library/stored-library.test.ts',
        test: 'a library of a version that this one does not know is read as far as its rows can be understood, and what cannot be shown is counted',
      },
    ],
  },
  {
    name: 'the database of a newer version is opened',
    why: 'An older program would write rows that the newer one cannot read.',
    file: 'renderer/src/data/open-database.ts',
    find: '> migrations.length) throw newerDatabase();',
    replacement: '> migrations.length + 9) throw newerDatabase();',
    killedBy: [{ file: OPENING, test: 'opening the library refuses a newer database and leaves it as it is' }],
  },
  {
    name: 'a library of a newer version is saved without the tables that this one does not know',
    why: 'The file that is said to hold everything would not.',
    file: 'renderer/src/data/library-copies.ts',
    find: 'return [...known, ...others];',
    replacement: 'return known;',
    killedBy: [
      {
        file: 'tests/unit/workers/archive-worker.test.ts',
        test: 'a restore of a newer database is restored by the program that made it; saving it has changed nothing there',
      },
    ],
  },
  {
    name: 'an upgrade gives things another value than it did when it was released',
    why: 'Libraries would differ by when they were upgraded.',
    file: 'renderer/src/data/migrations/migrations.ts',
    find: "itemFieldAdded(3, 'length', null)",
    replacement: "itemFieldAdded(3, 'length', 1)",
    killedBy: [
      {
        file: 'tests/unit/data/released-schemas.test.ts',
        test: 'version 1 becomes the newest: every row in every table, in the trash and in what can be undone, none of them damaged',
      },
    ],
  },
  {
    name: 'migrations may leave out a number',
    why: 'A library would be upgraded past a step that it never took.',
    file: 'renderer/src/data/migrations/migrations.ts',
    find: 'migration.version !== index + 1',
    replacement: 'migration.version < index + 1',
    killedBy: [{ file: OPENING, test: 'opening the library refuses a gap in the numbers' }],
  },
  {
    name: 'shelves are moved out of the tags at every start',
    why: 'What a person took back would be done again by itself.',
    file: 'renderer/src/data/shelves-in-tags-repository.ts',
    find: 'await database.settings.delete(KEY);',
    replacement: '',
    killedBy: [
      {
        file: FROM_4,
        test: 'moving shelves out of the tags is taken back whole, made again by redo, and never done by itself a second time',
      },
    ],
  },
  {
    name: 'what is in the trash keeps its shelves as tags',
    why: 'A restored book would be explained by “own-kindle”.',
    file: 'renderer/src/data/shelves-in-tags-repository.ts',
    find: "'trash',\n          trashed.map(({ after }) => after),",
    replacement: "'trash',\n          trashed.map(({ row }) => row),",
    killedBy: [
      {
        file: FROM_4,
        test: 'moving shelves out of the tags is one action over the library and the trash, and says how many shelves and of which sources',
      },
    ],
  },
];
