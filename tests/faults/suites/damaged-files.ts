import { frameAt } from '../../../electron/host/journal/record-frame';
import { HEADER_BYTES } from '../../../electron/host/journal/segment-header';
import type { JournalRecord } from '../../../electron/host-contract';
import type { FaultRow, FaultSuite } from '../fault';
import { compare, FOLDER, readAll, testJournal, testRecord } from '../journal-check';
import { MemoryDisk } from '../memory-disk';

const RECORDS = 12;
/** The short form looks at every so many-th byte. */
const SHORT_STRIDE = 17;
const BITS = [0, 1, 2, 3, 4, 5, 6, 7];

interface Written {
  readonly disk: MemoryDisk;
  readonly records: ReadonlyMap<number, JournalRecord>;
  /** Numbers of the records of each file, with the bytes they take there. */
  readonly places: ReadonlyMap<string, readonly Place[]>;
}
interface Place {
  readonly sequence: number;
  readonly start: number;
  readonly end: number;
}
/** What is done to one file; null: the file is gone. */
interface Damage {
  readonly path: string;
  readonly content: Buffer | null;
  /** Whether a record of the file can no longer be whole. */
  readonly destroys: (place: Place) => boolean;
}

/** Every bit of a small journal turned over, every file of it cut at every byte, emptied, overwritten, deleted. */
export const damagedFiles: FaultSuite = {
  group: 'corrupt',
  name: 'a damaged journal',
  run: async ({ isShort }) => {
    const written = await write();
    const stride = isShort ? SHORT_STRIDE : 1;
    const files = [...written.disk.files()].filter(([path]) => path.startsWith(FOLDER));
    const each = (damages: (path: string, content: Buffer) => readonly Damage[]): readonly Damage[] =>
      files.flatMap(([path, content]) => damages(path, content));
    return [
      await row(
        'a bit turned over, at every byte',
        written,
        each((path, content) => flips(path, content, stride)),
      ),
      await row(
        'a file of the journal cut off, at every byte',
        written,
        each((path, content) => cuts(path, content, stride)),
      ),
      await row(
        '512 bytes overwritten with zeros',
        written,
        each((path, content) => zeros(path, content, stride)),
      ),
      await row(
        'a file of the journal deleted',
        written,
        each((path) => [{ path, content: null, destroys: () => true }]),
      ),
    ];
  },
};

async function write(): Promise<Written> {
  const disk = new MemoryDisk();
  const journal = testJournal(disk, FOLDER, 1_500);
  const records = new Map<number, JournalRecord>();
  for (let n = 1; n <= RECORDS; n += 2) {
    const given = [testRecord(n), testRecord(n + 1)];
    const { sequences } = await journal.append(given);
    for (const [index, record] of given.entries()) records.set(sequences[index] ?? 0, record);
  }
  await journal.close();
  return { disk, records, places: new Map([...disk.files()].map(([path, content]) => [path, placesIn(content)])) };
}

function placesIn(content: Buffer): readonly Place[] {
  const places: Place[] = [];
  for (let frame = frameAt(content, HEADER_BYTES); frame !== null; frame = frameAt(content, frame.end))
    places.push(frame);
  return places;
}

function* bytesOf(content: Buffer, stride: number): Generator<number> {
  for (let at = 0; at < content.length; at += stride) yield at;
}

function flips(path: string, content: Buffer, stride: number): readonly Damage[] {
  const bits = stride === 1 ? BITS : [3];
  return [...bytesOf(content, stride)].flatMap((at) =>
    bits.map((bit) => {
      const flipped = Buffer.from(content);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
      return { path, content: flipped, destroys: ({ start, end }: Place) => at >= start && at < end };
    }),
  );
}

function cuts(path: string, content: Buffer, stride: number): readonly Damage[] {
  return [...bytesOf(content, stride)].map((length) => ({
    path,
    content: content.subarray(0, length),
    destroys: ({ end }) => end > length,
  }));
}

function zeros(path: string, content: Buffer, stride: number): readonly Damage[] {
  return [...bytesOf(content, stride * 8)].map((at) => ({
    path,
    content: Buffer.from(content).fill(0, at, Math.min(at + 512, content.length)),
    destroys: ({ start, end }) => start < at + 512 && end > at,
  }));
}

async function row(fault: string, written: Written, damages: readonly Damage[]): Promise<FaultRow> {
  const total = { rounds: 0, acknowledged: 0, lost: 0, helpNeeded: 0, silent: 0 };
  for (const damage of damages) {
    const outcome = await round(written, damage);
    total.rounds++;
    total.acknowledged += written.records.size;
    total.lost += outcome.lost;
    total.helpNeeded += outcome.helpNeeded;
    total.silent += outcome.silent;
  }
  return { fault, ...total };
}

async function round(written: Written, { path, content, destroys }: Damage) {
  const disk = written.disk.copy();
  disk.destroy(path);
  if (content !== null) disk.put(path, content);
  const destroyed = new Set((written.places.get(path) ?? []).filter(destroys).map(({ sequence }) => sequence));
  const given = new Map([...written.records.values()].map((record) => [record.id, record]));
  try {
    const first = testJournal(disk);
    const read = await readAll(first);
    const { missing, wrong } = compare(written.records, read, given);
    // What the page saw last is higher than what is there: so it knows, where a whole end is gone without a trace.
    const isTold = read.damage.length > 0 || read.lastSequence < written.records.size;
    const added = await first.append([{ id: 'after-the-fault', at: 1, text: '{}' }]);
    await first.close();
    const again = await readAll(testJournal(disk));
    const works = again.records.some(({ id, sequence }) => id === 'after-the-fault' && sequence === added.lastSequence);
    const isKept = again.records.length === read.records.length + 1;
    // What was said once is said at every later start.
    const isToldAgain = again.damage.length >= read.damage.length;
    return {
      lost: missing.filter((sequence) => !destroyed.has(sequence)).length,
      helpNeeded: works && isKept ? 0 : 1,
      silent: wrong + (missing.length > 0 && !isTold ? 1 : 0) + (isToldAgain ? 0 : 1),
    };
  } catch {
    return { lost: 0, helpNeeded: 1, silent: 0 };
  }
}
