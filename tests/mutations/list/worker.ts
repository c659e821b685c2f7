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
];
