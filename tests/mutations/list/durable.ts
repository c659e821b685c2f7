import type { Mutation } from '../mutation';

const JOURNAL = 'tests/unit/electron/durable/journal-file.test.ts';
const STORE = 'tests/unit/electron/durable/durable-store.test.ts';
const DATABASE = 'tests/unit/electron/browser-database.test.ts';
const LOST = 'tests/unit/data/lost-connection.test.ts';
const FAULTS = 'tests/faults/faults.test.ts';
const KEPT = 'loses nothing that was acknowledged, needs no help, and is never silent';

/** What is kept outside the browser. */
export const durable: readonly Mutation[] = [
  {
    name: 'the browser goes on in the log of the session before',
    why: 'Chromium begins a new one where a database is deleted; after a write that a kill cut short, it throws all away.',
    file: 'renderer/src/data/begin-new-log.ts',
    find: 'await Dexie.delete(PASSING);',
    replacement: '',
    killedBy: [
      {
        file: 'tests/unit/data/begin-new-log.test.ts',
        test: 'deletes a database that it has made, or that a window left which was killed meanwhile',
      },
    ],
  },
  {
    name: 'the journal answers before its records are on the disk',
    why: 'A power cut would take what the window had called saved.',
    file: 'electron/host/journal/segment-writer.ts',
    find: 'await this.file.syncData();',
    replacement: '',
    killedBy: [
      { file: JOURNAL, test: 'JournalFile flushes appends that wait for the disk together' },
      { file: FAULTS, test: `write-reorder: writes after the last flush ${KEPT}` },
    ],
  },
  {
    name: 'a file of the journal whose flush failed is written to again',
    why: 'Linux forgets the error: the next flush would say “done” of what is lost.',
    file: 'electron/host/journal/segment-writer.ts',
    find: `      this.#isTrusted = false;
      throw new FlushFailure`,
    replacement: '      throw new FlushFailure',
    killedBy: [
      {
        file: JOURNAL,
        test: 'JournalFile writes no more to a file whose flush failed, and writes the records to a new one',
      },
    ],
  },
  {
    name: 'a file of the journal that was deleted is written to',
    why: 'Everything would be answered as kept, and nobody would ever read it.',
    file: 'electron/host/journal/segment-writer.ts',
    find: '    await this.#checkPlace();\n',
    replacement: '',
    killedBy: [
      {
        file: JOURNAL,
        test: 'JournalFile says that its folder is gone, and does not answer for a file that nobody will read',
      },
    ],
  },
  {
    name: 'the checksum of a record is not looked at',
    why: 'A changed rating would be read as if it were the person’s own.',
    file: 'electron/host/journal/record-frame.ts',
    find: 'if (crc32(bytes.subarray(start + LENGTH_AT, end)) !== bytes.readUInt32LE(start + CRC_AT)) return null;',
    replacement: '',
    killedBy: [{ file: FAULTS, test: `corrupt: a damaged journal ${KEPT}` }],
  },
  {
    name: 'a change that is sent twice is kept twice',
    why: 'What the page sends again after a restart would happen again.',
    file: 'electron/host/journal/journal-file.ts',
    find: 'const known = this.#ids.sequenceOf(id) ?? given.get(id);',
    replacement: 'const known = given.get(id);',
    killedBy: [{ file: JOURNAL, test: 'JournalFile keeps a change once, however often it is given' }],
  },
  {
    name: 'a journal of a later version is opened',
    why: 'An older program would take what it does not know for damage, and write the file anew.',
    file: 'electron/host/journal/open-journal.ts',
    find: 'header.version > JOURNAL_VERSION',
    replacement: 'header.version < 0',
    killedBy: [{ file: JOURNAL, test: 'JournalFile does not touch a journal of a later version' }],
  },
  {
    name: 'names of new files are not flushed',
    why: 'After a power cut a file would be gone, with all that was acknowledged in it.',
    file: 'electron/host/atomic-write.ts',
    find: `    throw error;
  }
  await fileSystem.syncFolder(dirname(path));`,
    replacement: `    throw error;
  }`,
    killedBy: [{ file: FAULTS, test: `disk: the n-th call to the disk fails ${KEPT}` }],
  },
  {
    name: 'a data folder that another program holds is taken',
    why: 'Two programs would write over each other’s records.',
    file: 'electron/host/folder-lock.ts',
    find: 'if (runs !== null) return runs;',
    replacement: 'if (runs !== null) return false;',
    killedBy: [{ file: STORE, test: 'the data folder is held by one program, by whatever path it is reached' }],
  },
  {
    name: 'a snapshot is not compared with what was to be written',
    why: 'A disk that keeps something else would be noticed on the day it is needed.',
    file: 'electron/host/snapshots/snapshot-folder.ts',
    find: 'written === null || digestOf(written) !== digestOf(bytes)',
    replacement: 'written === null',
    killedBy: [{ file: STORE, test: 'snapshots are refused where the disk gives back something else' }],
  },
  {
    name: 'a database is moved while a browser has it open',
    why: 'The browser would go on writing to files that are no longer the database.',
    file: 'electron/host/browser-database.ts',
    find: 'if (await this.options.isOpen())',
    replacement: 'if (false)',
    killedBy: [
      {
        file: DATABASE,
        test: 'the browser’s database is not moved while a browser has it open, but at the next start',
      },
    ],
  },
  {
    name: 'a database that the browser threw away while it was open is opened anew',
    why: 'The window would show an empty library, without a word.',
    file: 'renderer/src/data/database.ts',
    find: 'return this.#lost === null ? super.open() : Dexie.Promise.reject(this.#lost);',
    replacement: 'return super.open();',
    killedBy: [
      {
        file: LOST,
        test: 'a connection that the browser ends is told, and is not followed by another one to an empty database',
      },
    ],
  },
  {
    name: 'what comes up in a database that was just begun is taken for the library',
    why: 'Half a library would be shown as all of it, and nothing brought back.',
    file: 'renderer/src/data/database.ts',
    find: 'Promise.all(this.tables.map((table) => table.clear())).then(() => undefined)',
    replacement: 'undefined',
    killedBy: [
      { file: LOST, test: 'rows of an old database that come up in one just begun are not taken for a library' },
    ],
  },
];
