import type { Clock, IdSource } from '../domain/ports/clock';

/** Bits of the counter within one millisecond. */
const COUNTER_BITS = 12;
const VERSION = 7;
const RANDOM_BYTES = 8;
/** Ids whose random bytes are asked for at once. */
const IDS_AT_ONCE = 512;

/**
 * UUIDs of version 7 (RFC 9562 §5.7): they begin with the time, and each is greater than the one before it (§6.2,
 * method 1: a counter follows the time). Rows of one import so lie together in their table, which is written, read and
 * taken back in ranges; with random ids each would be asked for by itself.
 * @param randomBytes so many, from a source that cannot be foretold
 */
export function timeOrderedIds(clock: Clock, randomBytes: (count: number) => Uint8Array): IdSource {
  let last = 0;
  let counter = 0;
  let random: Uint8Array = new Uint8Array();
  let used = 0;
  return () => {
    if (used === random.length) [random, used] = [randomBytes(RANDOM_BYTES * IDS_AT_ONCE), 0];
    const now = Math.max(last, clock());
    counter = now === last ? counter + 1 : 0;
    // More in one millisecond than there are numbers for, or the clock was set back: the time of the last goes on.
    last = counter >> COUNTER_BITS === 0 ? now : now + 1;
    counter &= (1 << COUNTER_BITS) - 1;
    const [variant = 0, ...rest] = random.subarray(used, (used += RANDOM_BYTES));
    const hex = [
      last.toString(16).padStart(12, '0'),
      ((VERSION << COUNTER_BITS) | counter).toString(16),
      ...[(variant & 0x3f) | 0x80, ...rest].map((byte) => byte.toString(16).padStart(2, '0')),
    ].join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  };
}
