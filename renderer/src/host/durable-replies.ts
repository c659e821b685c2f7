import { z } from 'zod';
import { JOURNAL_DAMAGE_KINDS } from '../../../electron/host-contract';

/** What a host answers of its journal and its snapshots. */

const sequence = z.int().min(0);
const record = z.object({ sequence, id: z.string(), at: z.number(), text: z.string() });
const damage = z.object({
  foundAt: z.number(),
  file: z.string(),
  fromByte: z.number(),
  what: z.enum(JOURNAL_DAMAGE_KINDS),
  lostBytes: z.number(),
  lostSequences: z.object({ first: sequence, last: sequence }).nullable(),
  setAsideAs: z.string().nullable(),
});
const freeBytes = z.number().nullable();

export const journalStatusSchema = z.object({
  journalId: z.string(),
  firstSequence: sequence,
  lastSequence: sequence,
  damage: z.array(damage),
  freeBytes,
  reserveBytes: z.number(),
});
export const journalAppendResultSchema = z.object({ lastSequence: sequence, sequences: z.array(sequence), freeBytes });
export const journalPageSchema = z.object({ records: z.array(record), isEnd: z.boolean() });
export const snapshotInfoSchema = z.object({
  name: z.string(),
  bytes: z.number(),
  writtenAt: z.number(),
  sequence: sequence.nullable(),
  reason: z.string().nullable(),
  isKnown: z.boolean(),
});
export const snapshotsSchema = z.array(snapshotInfoSchema);
export const snapshotBytesSchema = z.instanceof(Uint8Array);
