import { z } from 'zod';
import type { DurableMethod } from '../host-contract';
import type { DurableStore } from './durable-store';
import { parsed } from './parsed-argument';

/** Bytes of one call; an import of 100,000 things is a third of this. */
export const MAX_APPEND_BYTES = 64 * 1024 * 1024;
export const MAX_SNAPSHOT_BYTES = 1024 * 1024 * 1024;
const MAX_READ_BYTES = 64 * 1024 * 1024;

const sequence = z.int().min(0);
const time = z.int();
const records = z.array(
  z.strictObject({ id: z.string().regex(/^[\w-]{1,64}$/), at: time, text: z.string().max(MAX_APPEND_BYTES) }),
);
const readRequest = z.strictObject({ after: sequence, maxBytes: z.int().min(1).max(MAX_READ_BYTES) });
const compactRequest = z.strictObject({ upTo: sequence, keepSince: time });
/** What is said of a snapshot beside its bytes. */
export const snapshotDetails = z.strictObject({
  sequence,
  reason: z.string().regex(/^[a-z](?:[a-z-]{0,38}[a-z])?$/),
  keepAll: z.boolean().optional(),
});
const snapshotRequest = snapshotDetails.extend({
  bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= MAX_SNAPSHOT_BYTES, 'too large'),
});
const snapshotName = z.string().max(255);

/** The methods of the contract that keep a library outside the browser; arguments are unknown until parsed. */
export function durableMethods(
  store: DurableStore,
): Readonly<Record<DurableMethod, (argument: unknown) => Promise<unknown>>> {
  return {
    journalStatus: () => store.journalStatus(),
    journalAppend: (argument) => store.journalAppend(parsed(records, argument)),
    journalRead: (argument) => {
      const { after, maxBytes } = parsed(readRequest, argument);
      return store.journalRead(after, maxBytes);
    },
    journalCompact: async (argument) => {
      const { upTo, keepSince } = parsed(compactRequest, argument);
      await store.journalCompact(upTo, keepSince);
      // JSON has no undefined.
      return null;
    },
    snapshots: () => store.snapshots(),
    snapshotWrite: (argument) => store.snapshotWrite(parsed(snapshotRequest, argument)),
    snapshotRead: (argument) => store.snapshotRead(parsed(snapshotName, argument)),
    snapshotRevealFolder: () => store.snapshotRevealFolder(),
    releaseReserve: () => store.releaseReserve(),
  };
}
