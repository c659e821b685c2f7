import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { JOURNAL_DAMAGE_KINDS, type JournalDamage } from '../../host-contract';
import { writeThrough } from '../atomic-write';
import { readWhole, type FileSystem } from '../file-system';

/** What the journal's folder says beside its records. Without it the records are read all the same. */
export interface JournalNotes {
  /** Last number that was dropped by compaction; 0 where none was. */
  readonly droppedThrough: number;
  /** Damage that was found so far, oldest first. */
  readonly damage: readonly JournalDamage[];
}

const FILE = 'notes.json';
const MAX_DAMAGE = 100;
const sequence = z.int().min(0);
const notesSchema = z.object({
  droppedThrough: sequence,
  damage: z.array(
    z.object({
      foundAt: z.number(),
      file: z.string(),
      fromByte: z.number(),
      what: z.enum(JOURNAL_DAMAGE_KINDS),
      lostBytes: z.number(),
      lostSequences: z.object({ first: sequence, last: sequence }).nullable(),
      setAsideAs: z.string().nullable(),
    }),
  ),
});
const fileSchema = z.object({ check: z.number(), notes: z.string() });

/** Notes that are missing, damaged or cannot be read are none: then what was dropped on purpose is reported missing. */
export async function readNotes(fileSystem: FileSystem, folder: string): Promise<JournalNotes> {
  try {
    const bytes = await readWhole(fileSystem, join(folder, FILE));
    const { check, notes } = fileSchema.parse(JSON.parse(bytes.toString('utf8')));
    if (crc32(notes) === check) return notesSchema.parse(JSON.parse(notes));
  } catch {
    // Said above.
  }
  return { droppedThrough: 0, damage: [] };
}

/** Throws the file system's error. */
export async function writeNotes(fileSystem: FileSystem, folder: string, given: JournalNotes): Promise<void> {
  const notes = JSON.stringify({ ...given, damage: given.damage.slice(-MAX_DAMAGE) });
  const content = JSON.stringify({ check: crc32(notes), notes });
  await writeThrough(fileSystem, join(folder, FILE), Buffer.from(content, 'utf8'));
}
