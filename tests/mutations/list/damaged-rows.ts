import type { Mutation } from '../mutation';

const TESTS = 'tests/unit/data/damaged-rows.test.ts';

/** Rows of the database that do not parse. */
export const damagedRows: readonly Mutation[] = [
  {
    name: 'rows of the database are not parsed',
    why: 'One damaged row could keep every page from opening.',
    file: 'renderer/src/data/parsed-rows.ts',
    find: 'const parsed = parser.parse(row);',
    replacement: 'const parsed: unknown = row;',
    killedBy: [
      {
        file: TESTS,
        test: 'a damaged row is left out of every answer, however it is asked for, and stays in its table',
      },
    ],
  },
  {
    name: 'undo takes a damaged row for a missing one',
    why: 'What could still be rescued from it would be overwritten.',
    file: 'renderer/src/data/action-journal.ts',
    find: 'this.database.skipParsing();',
    replacement: '',
    killedBy: [
      { file: TESTS, test: 'a damaged row is moved by undo and redo as it is stored, never taken for a missing row' },
    ],
  },
  {
    name: 'emptying the trash deletes what it never showed',
    why: 'A damaged row would be lost without a word.',
    file: 'renderer/src/data/trash-repository.ts',
    find: 'await database.trash.bulkDelete(rows.map((row) => row.id));',
    replacement: 'await database.trash.clear();',
    killedBy: [
      { file: TESTS, test: 'a damaged row stays where what it belongs to is deleted and the trash is emptied' },
    ],
  },
  {
    name: 'rows that do not parse are written',
    why: 'What was just saved would not be there any more.',
    file: 'renderer/src/data/parsed-rows.ts',
    find: 'if (problem !== null)',
    replacement: "if (problem === '')",
    killedBy: [
      {
        file: TESTS,
        test: 'a damaged row is never written: a write that would leave one fails as a whole, and says what is wrong',
      },
    ],
  },
];
