import { z } from 'zod';

const KEY = 'handpicked-snapshots';
const notesSchema = z.object({
  proof: z.object({ name: z.string(), at: z.number(), bytes: z.number() }).nullable(),
  restoredAt: z.number().nullable(),
});
type SnapshotNotes = z.output<typeof notesSchema>;

const NONE: SnapshotNotes = { proof: null, restoredAt: null };

/**
 * When a snapshot was last proved restorable, and whether one was gone back to, from one start to the next: beside the
 * database, of which it is no part. Lost with the browser's data; then nothing is said of it until the next time.
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
