import { z } from 'zod';
import { KEPT_TABLES, type KeptTable } from './schema';

/** Rows that changed, as one record of the journal outside. */
export interface OutsideChange {
  readonly libraryId: string;
  /** Version of the schema that the rows fit. */
  readonly databaseVersion: number;
  /** A row is not parsed here: whoever applies it does. */
  readonly changes: readonly TableChange[];
  /** Tokens of the rows of the outbox that it sends. */
  readonly sent: readonly string[];
}

export interface TableChange {
  readonly table: KeptTable;
  readonly put: readonly object[];
  readonly delete: readonly string[];
}

const changeSchema = z.object({
  libraryId: z.string().min(1),
  databaseVersion: z.number().int().positive(),
  changes: z.array(
    z.object({
      table: z.enum(KEPT_TABLES),
      put: z.array(z.record(z.string(), z.unknown())),
      delete: z.array(z.string()),
    }),
  ),
  // Records of earlier builds do not say.
  sent: z.array(z.string()).default([]),
});

export function writeOutsideChange(change: OutsideChange): string {
  return JSON.stringify(change);
}

/** How the rows that a record deletes begin in its text. In a text within a row its quotes are escaped. */
const DELETED = '"delete":["';

/** Keys of the rows that a record deletes, read without parsing it; null where that does not tell them. */
export function deletedKeys(text: string): readonly string[] | null {
  const keys: string[] = [];
  for (let at = text.indexOf(DELETED); at !== -1; at = text.indexOf(DELETED, at)) {
    const start = at + DELETED.length;
    const end = text.indexOf('"]', start);
    const part = text.slice(start, end);
    if (end === -1 || part.includes('\\')) return null;
    keys.push(...part.split('","'));
    at = end;
  }
  return keys;
}

/** Null where the text is no change of this or an earlier version of the program. */
export function readOutsideChange(text: string): OutsideChange | null {
  try {
    const parsed = changeSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
