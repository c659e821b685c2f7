import type { Mutation } from '../mutation';

const SETTLE = 'tests/unit/application/keeping/settle-with-outside.test.ts';
const KEEPER = 'tests/unit/application/keeping/snapshot-keeper.test.ts';
const OUTBOX = 'tests/unit/data/outbox.test.ts';
const CATCH_UP = 'tests/unit/data/catch-up.test.ts';
const TAKE_OVER = 'tests/unit/data/take-over-library.test.ts';

/** What the window does so that a library is in two places, and comes back from either. */
export const keeping: readonly Mutation[] = [
  {
    name: 'what is written is not noted in the outbox',
    why: 'Every change would be in the browser’s database alone, and lost with it.',
    file: 'renderer/src/data/outboxed-writes.ts',
    find: 'if (isSkipped(trans)) return table.mutate(request);',
    replacement: 'if (isSkipped(trans) || request.type === "put") return table.mutate(request);',
    killedBy: [
      {
        file: OUTBOX,
        test: 'the outbox sends what was added, changed, deleted, undone and emptied: the journal alone makes the same library',
      },
    ],
    short: true,
  },
  {
    name: 'a change is taken out of the outbox although the journal refused it',
    why: 'The window would say “in both places” of what is in one.',
    file: 'renderer/src/data/outbox.ts',
    find: 'const sequence = await journal.append({ id: newId(), at: clock(), text });',
    replacement: 'const sequence = await journal.append({ id: newId(), at: clock(), text }).catch(() => 1);',
    killedBy: [
      {
        file: OUTBOX,
        test: 'the outbox keeps what could not be told (refused before it was written), says so, and tells it later and after a restart',
      },
    ],
  },
  {
    name: 'a database on a nearly full disk is written to',
    why: 'Chromium loses the whole database where its own log meets a full disk.',
    file: 'renderer/src/data/outbox.ts',
    find: 'if (freeBytes === null || freeBytes >= LEAST_FREE_BYTES) return;',
    replacement: 'if (freeBytes === null || freeBytes >= 0) return;',
    killedBy: [
      {
        file: OUTBOX,
        test: 'the outbox refuses to write where the disk is nearly full, and not where nothing is known of it',
      },
    ],
  },
  {
    name: 'an empty database does not ask the journal what it was',
    why: 'A lost database would greet with “Welcome”, as 0.5 did.',
    file: 'renderer/src/application/keeping/decide-standing.ts',
    find: "return isEmpty ? 'found-outside' : 'two-libraries';",
    replacement: "return 'two-libraries';",
    killedBy: [{ file: SETTLE, test: 'a start brings a library that was lost back from outside, and says up to when' }],
  },
  {
    name: 'two libraries that never met are mixed',
    why: 'Somebody else’s ratings would stand among the person’s own.',
    file: 'renderer/src/application/keeping/decide-standing.ts',
    find: "return isEmpty ? 'found-outside' : 'two-libraries';",
    replacement: "return 'found-outside';",
    killedBy: [
      { file: SETTLE, test: 'a start leaves two libraries that never met apart: nothing is mixed, nothing is sent' },
    ],
  },
  {
    name: 'a journal that ends too early is believed',
    why: 'What it lost would be in the browser’s database alone.',
    file: 'renderer/src/application/keeping/decide-standing.ts',
    find: 'journal.lastSequence < standing.appliedSequence',
    replacement: 'journal.lastSequence < 0',
    killedBy: [{ file: SETTLE, test: 'a start writes everything anew to a journal that was cut' }],
  },
  {
    name: 'no snapshot is asked where the journal has lost records',
    why: 'A library would come back in parts.',
    file: 'renderer/src/application/keeping/settle-with-outside.ts',
    find: 'if (lostThrough > appliedSequence) {',
    replacement: 'if (lostThrough < 0) {',
    killedBy: [
      {
        file: SETTLE,
        test: 'a start where the journal has lost records brings a lost library back from the newest snapshot and the records after it',
      },
    ],
  },
  {
    name: 'nobody is told that something is missing',
    why: 'A part would be taken for the whole, and the snapshots that have the rest thinned out.',
    file: 'renderer/src/application/keeping/settle-with-outside.ts',
    find: 'return { caughtUp: await keeping.catchUp({ as }), isPart: lostThrough > appliedSequence, areSnapshotsLocked };',
    replacement: 'return { caughtUp: await keeping.catchUp({ as }), isPart: false, areSnapshotsLocked };',
    killedBy: [
      {
        file: SETTLE,
        test: 'a start where the journal has lost records says that something may be missing where no snapshot holds what is lost',
      },
    ],
  },
  {
    name: 'a snapshot of another library is taken for this one’s',
    why: 'A friend’s archive in the folder would become the person’s library.',
    file: 'renderer/src/application/keeping/restored-snapshot.ts',
    find: 'if (!(isOfLibrary && isOfJournal))',
    replacement: 'if (!(isOfLibrary && isOfJournal) && summary.digest.length === 0)',
    killedBy: [
      {
        file: SETTLE,
        test: 'a start where the journal has lost records passes over a snapshot that is damaged, and one of another library',
      },
    ],
  },
  {
    name: 'what waits to be sent is overwritten by what is brought in',
    why: 'What was typed while the other program was closed would be gone.',
    file: 'renderer/src/data/catch-up.ts',
    find: 'for (const key of keys) known.add(key);\n  });\n  await database.outbox.bulkDelete(isSent);',
    replacement: 'for (const key of keys) known.has(key);\n  });\n  await database.outbox.bulkDelete(isSent);',
    killedBy: [
      {
        file: CATCH_UP,
        test: 'catching up with the journal outside lets what waits in the outbox stand: it comes later in the journal',
      },
    ],
  },
  {
    name: 'records of a newer version are brought in',
    why: 'Rows that this version does not understand would be cut to what it knows.',
    file: 'renderer/src/data/catch-up.ts',
    find: 'if (change.databaseVersion > databaseVersion)',
    replacement: 'if (change.databaseVersion < 0)',
    killedBy: [
      {
        file: CATCH_UP,
        test: 'catching up with the journal outside stops at what a newer version wrote, and changes nothing',
      },
    ],
  },
  {
    name: 'a snapshot that cannot be restored is called proved',
    why: 'It would be found out on the day it is needed.',
    file: 'renderer/src/application/keeping/snapshot-keeper.ts',
    find: 'if (problem !== null) throw new Error(problem);',
    replacement: '',
    killedBy: [
      {
        file: KEEPER,
        test: 'snapshots that cannot be restored or written are said to be so, and the next one is tried as if nothing had been',
      },
    ],
  },
  {
    name: 'snapshots are thinned out after a restore',
    why: 'The library that the person wanted back after all might be the one that goes.',
    file: 'renderer/src/application/keeping/snapshot-keeper.ts',
    find: 'keepAll: () => keepAll || this.snapshot().restoredAt !== null,',
    replacement: 'keepAll: () => keepAll,',
    killedBy: [
      {
        file: KEEPER,
        test: 'snapshots are all kept from a restore until the person says that everything is right, also over a new start',
      },
    ],
  },
  {
    name: 'a restore that is cancelled stays half done',
    why: 'The library would be a mixture of two.',
    file: 'renderer/src/data/library-rows.ts',
    find: "if (signal?.aborted === true) throw new AppError('cancelled', 'This was cancelled; nothing was changed.');",
    replacement: '',
    killedBy: [{ file: TAKE_OVER, test: 'says how far it is, and leaves everything as it was when it is cancelled' }],
  },
];
