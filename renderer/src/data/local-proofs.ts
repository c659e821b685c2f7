import { z } from 'zod';

const KEY = 'handpicked-proof';
const proofSchema = z.object({ name: z.string(), at: z.number() });
type Proof = z.output<typeof proofSchema>;

/**
 * When a snapshot was last proved restorable, from one start to the next: beside the database, of which it is no part.
 * Lost with the browser's data, and then nothing is said of it until the next proof.
 */
export const localProofs = {
  read: (): Proof | null => {
    try {
      return proofSchema.safeParse(JSON.parse(localStorage.getItem(KEY) ?? 'null')).data ?? null;
    } catch {
      return null;
    }
  },
  keep: (proof: Proof): void => {
    localStorage.setItem(KEY, JSON.stringify(proof));
  },
};
