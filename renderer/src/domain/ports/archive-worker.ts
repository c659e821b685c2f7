import { z } from 'zod';
import { ARCHIVE_REASONS, archiveProblemSchema, archiveSummarySchema, tableChangesSchema } from '../archive';
import type { Calls, MethodTable } from './method-table';

const file = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
/** null: the file is not locked. */
const passphrase = z.string().min(1).nullable();

/** What is asked of the worker that writes, reads and restores archives (exporting/archive/README.md). */
export const ARCHIVE_METHODS = {
  /**
   * The library of a database as one file: its state at one moment. Also of a database of an older or newer version,
   * which is left as it is. Rejects with `not-found`, `database-damaged`, `cancelled`.
   */
  writeArchive: {
    request: z.object({
      databaseName: z.string(),
      reason: z.enum(ARCHIVE_REASONS),
      passphrase,
    }),
    response: z.object({ bytes: file, summary: archiveSummarySchema }),
  },
  /**
   * Restores the archive into a database of its own, compares it row by row, and deletes it again. `problem` is the
   * sentence that says why it cannot be restored; null: it is proved.
   */
  proveArchive: {
    request: z.object({ bytes: file, passphrase }),
    response: z.object({ problem: z.string().nullable(), summary: archiveSummarySchema.nullable() }),
  },
  /** Looks into an archive, and at what a restore over the library of `databaseName` would change. */
  inspectArchive: {
    request: z.object({ bytes: file, passphrase, databaseName: z.string().nullable() }),
    response: z.object({
      summary: archiveSummarySchema,
      problems: z.array(archiveProblemSchema).readonly(),
      /** null: no database was named or it is not there, or the archive is of another version of the database. */
      changes: z.array(tableChangesSchema).readonly().nullable(),
    }),
  },
  /**
   * Restores the archive into a database that is not there yet or empty, brings it to the present version, and compares
   * it with the archive. Rejects with what `inspectArchive` rejects with, with `invalid-input` where the database holds
   * a library, and with `storage-full`; the database is deleted then. One that was left half-way, by a crash, is begun
   * anew by the next call and refused by `readyLibrary` (data/library-copies.ts).
   */
  restoreArchive: {
    request: z.object({ bytes: file, passphrase, databaseName: z.string() }),
    response: z.object({ summary: archiveSummarySchema }),
  },
} as const satisfies MethodTable;

/** Each call runs in a worker of its own, which ends with it. */
export type ArchiveWorker = Calls<typeof ARCHIVE_METHODS>;
