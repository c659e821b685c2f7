import type { Mutation } from '../mutation';

/** Between the page and its worker. */
export const worker: readonly Mutation[] = [
  {
    name: 'private notes are sent to the worker',
    why: 'What never leaves the library would travel further than it must.',
    file: 'renderer/src/workers/sent-library.ts',
    find: 'new Map(items.map((item) => [item.id, libraryItemOf(item)]))',
    replacement: 'new Map(items.map((item) => [item.id, item]))',
    killedBy: [
      {
        file: 'tests/unit/workers/sent-library.test.ts',
        test: 'what is sent to the worker holds no notes and no opinions of the owner',
      },
    ],
    short: true,
  },
  {
    name: 'a cancelled task still runs',
    why: 'Picks that nobody waits for any more would hold up those on screen.',
    file: 'renderer/src/workers/task-queue.ts',
    find: 'signal.throwIfAborted();',
    replacement: '',
    killedBy: [
      {
        file: 'tests/unit/workers/task-queue.test.ts',
        test: 'the queue of the worker never runs a task that was cancelled while it waited, and goes on with the next',
      },
    ],
    short: true,
  },
  {
    name: 'requests reach the recommender unparsed',
    why: 'A damaged library would end in an error deep inside a ranking instead of a plain refusal.',
    file: 'renderer/src/workers/method-parsers.ts',
    find: 'if (parsed === undefined)',
    replacement: 'if (parsed === null)',
    killedBy: [
      {
        file: 'tests/unit/workers/method-table.test.ts',
        test: 'the methods of the recommender refuse a request that is wrong deep inside, and say where',
      },
    ],
  },
  {
    name: 'a name on the prototype is a method of the worker',
    why: 'Unknown methods must be refused, not looked up.',
    file: 'renderer/src/workers/rpc-server.ts',
    find: 'return Object.hasOwn(table, name);',
    replacement: 'return name in table;',
    killedBy: [
      {
        file: 'tests/unit/workers/rpc.test.ts',
        test: 'typed RPC over a real MessageChannel refuses the unknown method "constructor"',
      },
    ],
  },
  {
    name: 'an older question about a person is answered too',
    why: 'Cards would jump back to what was asked before.',
    file: 'renderer/src/workers/method-calls.ts',
    find: 'running.get(key)?.abort();',
    replacement: '',
    killedBy: [
      {
        file: 'tests/unit/workers/recommender-worker.test.ts',
        test: "the recommender behind its worker answers only the latest request for a person, and leaves other people's alone",
      },
    ],
  },
  {
    name: 'a restarted worker is not given the library',
    why: 'After a crash there would be no picks until the program is started again.',
    file: 'renderer/src/workers/recommender-client.ts',
    find: 'if (sent !== null) direct',
    replacement: 'if (sent === undefined) direct',
    killedBy: [
      {
        file: 'tests/unit/workers/recommender-worker.test.ts',
        test: 'the recommender behind its worker fails waiting calls when the worker dies, restarts it, and plays the library back with its edits',
      },
    ],
  },
];
