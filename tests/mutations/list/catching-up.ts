import type { Mutation } from '../mutation';

const RANDOM = {
  file: 'tests/faults/faults.test.ts',
  test: 'kill: random actions and crashes, compared with a model loses nothing that was acknowledged, needs no help, and is never silent',
};
const CATCH_UP = 'tests/unit/data/catch-up.test.ts';

/** How database and journal outside follow each other. */
export const catchingUp: readonly Mutation[] = [
  {
    name: 'what is sent is forgotten before it is outside',
    why: 'While the host is away, everything that is entered would be in the browser alone for good.',
    file: 'renderer/src/data/outbox.ts',
    find: 'const sequence = await journal.append({',
    replacement: `await database.outbox.bulkDelete([...ids]);
          const sequence = await journal.append({`,
    killedBy: [RANDOM],
  },
  {
    name: 'what a killed window has done is not told to the others',
    why: 'The window that is left would show an old rating for the rest of the day.',
    file: 'renderer/src/data/outbox.ts',
    find: 'if (others !== null) this.options.onOthers?.(others);',
    replacement: '',
    killedBy: [
      {
        file: 'tests/unit/data/two-windows.test.ts',
        test: 'two windows of one library show what one of them did and was killed before it could say, once another sends it',
      },
    ],
  },
  {
    name: 'what is deleted is not told outside',
    why: 'After the loss of the database, every deleted thing would be there again.',
    file: 'renderer/src/data/outboxed-writes.ts',
    find: "if (request.type === 'delete') return request.keys.map(String);",
    replacement: "if (request.type === 'delete') return [];",
    killedBy: [RANDOM],
  },
  {
    name: 'what waits in a database that was put back counts, although it was sent',
    why: 'An old rating would overwrite the newer one, here and outside.',
    file: 'renderer/src/data/catch-up.ts',
    find: 'if (sent.has(token)) {',
    replacement: 'if (sent.has(token) && false) {',
    killedBy: [
      {
        file: CATCH_UP,
        test: 'catching up with the journal outside brings back what came after a row that waited in a database that was put back, and was sent since',
      },
    ],
  },
  {
    name: 'a window catches up while another one sends',
    why: 'It would put older rows over what the other has just sent.',
    file: 'renderer/src/data/catch-up.ts',
    find: 'await outside.exclusively(() => catchUpAlone(context, outside, options));',
    replacement: 'await catchUpAlone(context, outside, options);',
    killedBy: [
      {
        file: CATCH_UP,
        test: 'catching up with the journal outside lets no window send while it reads what was sent',
      },
    ],
  },
  {
    name: 'which library this is and what of it is to be sent are noted one after the other',
    why: 'Killed in between, everything from before would never be outside.',
    file: 'renderer/src/data/dexie-library-keeping.ts',
    find: `    await database.transaction('rw', database.actionTables, async () => {
      await database.outside.put({ key: 'library', ...standing });`,
    replacement: `    await database.outside.put({ key: 'library', ...standing });
    await database.transaction('rw', database.actionTables, async () => {`,
    killedBy: [
      {
        file: 'tests/unit/application/keeping/settle-with-outside.test.ts',
        test: 'a start says what this library is and that all of it is to be sent at one moment',
      },
    ],
  },
];
