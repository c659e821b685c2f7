/**
 * A program that writes to a data folder until it is killed: `journal-writer FOLDER RUN`. It says what was answered,
 * one line each, in one write: what was said before the kill is read after it.
 */
import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openDurableStore } from '../../electron/host/durable-store';
import type { JournalRecord } from '../../electron/host-contract';

/** Small, so that a run crosses the ends of many files. */
const SEGMENT_BYTES = 16_384;
const RESERVE_BYTES = 65_536;
/** Calls between snapshots, and between compactions. */
const SNAPSHOT_EVERY = 40;
const COMPACT_EVERY = 60;
/** Records that a compaction leaves. */
const KEPT_RECORDS = 300;

const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};

/** Content whose first 64 letters say what the rest must be. */
function snapshotContent(run: string, call: number): Buffer {
  const rest = `${run} ${String(call)} `.repeat(2_000);
  return Buffer.from(createHash('sha256').update(rest).digest('hex') + rest);
}

async function main(folder: string, run: string): Promise<void> {
  const store = openDurableStore(folder, { segmentBytes: SEGMENT_BYTES, reserveBytes: RESERVE_BYTES });
  await store.hold();
  say('started');
  let last = 0;
  const append = async (call: number, place: number): Promise<void> => {
    const records = Array.from({ length: 1 + ((call + place) % 3) }, (_, index): JournalRecord => {
      const id = `${run}-${String(call)}-${String(place)}-${String(index)}`;
      return { id, at: Date.now(), text: JSON.stringify({ id, padding: 'x'.repeat((call * 37) % 900) }) };
    });
    const { sequences, lastSequence } = await store.journalAppend(records);
    last = Math.max(last, lastSequence);
    for (const [index, { id }] of records.entries()) say(`kept ${String(sequences[index])} ${id}`);
  };
  for (let call = 1; ; call++) {
    await Promise.all([append(call, 0), append(call, 1), append(call, 2)]);
    if (call % SNAPSHOT_EVERY === 0) {
      const bytes = snapshotContent(run, call);
      const { name } = await store.snapshotWrite({ bytes, sequence: last, reason: 'test', keepAll: true });
      say(`snapshot ${name}`);
    }
    if (call % COMPACT_EVERY === 0 && last > KEPT_RECORDS) {
      say(`dropping ${String(last - KEPT_RECORDS)}`);
      await store.journalCompact(last - KEPT_RECORDS, Date.now() + 1_000);
    }
  }
}

const [folder = '', run = ''] = process.argv.slice(2);
await main(folder, run);
