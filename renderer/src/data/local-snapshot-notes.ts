import { z } from 'zod';

const KEY = 'handpicked-snapshots';
const notesSchema = z.object({
  proof: z.object({ name: z.string(), at: z.number(), bytes: z.number() }).nullable(),
  restoredAt: z.number().nullable(),
  passphrase: z.string().min(1).nullable().default(null),
});
type SnapshotNotes = z.output<typeof notesSchema>;

const NONE: SnapshotNotes = { proof: null, restoredAt: null, passphrase: null };

/**
 * When a snapshot was last proved restorable, whether one was gone back to, and what they are locked with, from one
 * start to the next: beside the database, of which it is no part. Lost with the browser's data; then nothing is said of
 * it until the next time.
 */
export const localSnapshotNotes = {
  read: (): SnapshotNotes => {
    try {
      return notesSchema.safeParse(JSON.parse(localStorage.getItem(KEY) ?? 'null')).data ?? NONE;
    } catch {
      return NONE;
    }
  },
  keep: (notes: SnapshotNotes): void => {
    localStorage.setItem(KEY, JSON.stringify(notes));
  },
};
