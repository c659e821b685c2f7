import { z } from 'zod';
import type { Fields } from './parsing';

/** Why an archive was made: a person asked, on a timer, at the end, or before something that changes much. */
export const ARCHIVE_REASONS = [
  'person',
  'timer',
  'close',
  'before-import',
  'before-merge',
  'before-bulk-edit',
  'before-migration',
  'before-restore',
] as const;
export type ArchiveReason = (typeof ARCHIVE_REASONS)[number];

/**
 * What is said of an archive that can be used all the same.
 * not-sealed: packed again by another program · seal-wrong: a byte that is no row was changed · unknown-member: a file
 * that does not belong to the format, kept aside · damaged-row: was damaged when the archive was written, or does not
 * fit its table now; restored as it is, and there for no query · reference-missing: names a thing or person that is not
 * there · odd-row: holds what no form would have let in
 */
export const ARCHIVE_PROBLEM_CODES = [
  'not-sealed',
  'seal-wrong',
  'unknown-member',
  'damaged-row',
  'reference-missing',
  'odd-row',
] as const;
export type ArchiveProblemCode = (typeof ARCHIVE_PROBLEM_CODES)[number];

/** Problems of one kind in one part are one entry: the first, and how many there are. */
export interface ArchiveProblem {
  readonly code: ArchiveProblemCode;
  /** File within the archive; empty for the archive as a whole. */
  readonly part: string;
  readonly line: number | null;
  readonly count: number;
  /** Of the first. */
  readonly detail: string;
}

/** What the writer is told about the file, beside the rows. */
export interface ArchiveHeading {
  readonly programVersion: string;
  /** Epoch milliseconds. */
  readonly madeAt: number;
  readonly reason: ArchiveReason;
  /** The same in every database and archive of one library; null where it was never decided. */
  readonly libraryId: string | null;
  /** The journal outside the database whose records the rows include; null where there is none. */
  readonly journalId: string | null;
  /** Every record of that journal up to this number is included. */
  readonly journalSequence: number | null;
  /** Number of the last migration of the database (data/migrations). */
  readonly databaseVersion: number;
}

/** What an archive says of itself, after all of it was checked. */
export interface ArchiveSummary extends ArchiveHeading {
  /** Equal digests are equal libraries. */
  readonly digest: string;
  /** In the order of the parts; damaged rows are not counted here. */
  readonly tables: readonly { readonly table: string; readonly rows: number }[];
  readonly damaged: number;
}

/** What would be otherwise in one table after a restore. */
export interface TableChanges {
  readonly table: string;
  /** Rows of the archive that the library does not have. */
  readonly added: number;
  /** Rows of the library that the archive does not have. */
  readonly removed: number;
  readonly changed: number;
  readonly same: number;
}

export const archiveProblemSchema: z.ZodType<ArchiveProblem> = z.object({
  code: z.enum(ARCHIVE_PROBLEM_CODES),
  part: z.string(),
  line: z.number().nullable(),
  count: z.number(),
  detail: z.string(),
} satisfies Fields<ArchiveProblem>);

export const archiveSummarySchema: z.ZodType<ArchiveSummary> = z.object({
  programVersion: z.string(),
  madeAt: z.number(),
  reason: z.enum(ARCHIVE_REASONS),
  libraryId: z.string().nullable(),
  journalId: z.string().nullable(),
  journalSequence: z.number().nullable(),
  databaseVersion: z.number(),
  digest: z.string(),
  tables: z.array(z.object({ table: z.string(), rows: z.number() })),
  damaged: z.number(),
} satisfies Fields<ArchiveSummary>);

export const tableChangesSchema: z.ZodType<TableChanges> = z.object({
  table: z.string(),
  added: z.number(),
  removed: z.number(),
  changed: z.number(),
  same: z.number(),
} satisfies Fields<TableChanges>);
