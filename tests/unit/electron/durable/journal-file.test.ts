import { describe, expect, it } from 'vitest';
import { encodeHeader } from '../../../../electron/host/journal/segment-header';
import { MIN_KEPT_IDS } from '../../../../electron/host/journal/kept-ids';
import type { JournalRecord } from '../../../../electron/host-contract';
import { counting, guarded } from '../../../faults/failing-file-system';
import { FOLDER, readAll, testJournal, testRecord } from '../../../faults/journal-check';
import { MemoryDisk, systemError } from '../../../faults/memory-disk';

const records = (...numbers: readonly number[]): readonly JournalRecord[] => numbers.map(testRecord);
const logs = (disk: MemoryDisk): readonly string[] =>
  [...disk.files().keys()].filter((path) => path.endsWith('.log')).map((path) => path.slice(FOLDER.length + 1));
const pathOf = (name: string): string => `${FOLDER}/${name}`;

async function written(segmentBytes?: number, count = 6): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  const journal = testJournal(disk, FOLDER, segmentBytes);
  for (let n = 1; n <= count; n++) await journal.append(records(n));
  return disk;
}

describe('JournalFile', () => {
  it('gives back what it was given, in order, also after a restart', async () => {
    const disk = new MemoryDisk();
    const journal = testJournal(disk);
    expect(await journal.append(records(1, 2))).toEqual({ lastSequence: 2, sequences: [1, 2] });
    const odd: JournalRecord = { id: 'odd', at: -1, text: '{"lone":"\ud800","zero":"\u0000","ÿ":"\u2028"}' };
    await journal.append([odd]);
    const all = await readAll(testJournal(disk));
    expect(all.records).toEqual([...records(1, 2), odd].map((record, index) => ({ ...record, sequence: index + 1 })));
    expect(all).toMatchObject({ lastSequence: 3, damage: [] });
  });

  it('keeps a change once, however often it is given', async () => {
    const disk = new MemoryDisk();
    const journal = testJournal(disk);
    expect((await journal.append([...records(1, 2), testRecord(1)])).sequences).toEqual([1, 2, 1]);
    const [again, both] = await Promise.all([journal.append(records(2)), journal.append(records(2, 3))]);
    expect([again.sequences, both.sequences]).toEqual([[2], [2, 3]]);
    expect((await testJournal(disk).append(records(3, 4))).sequences).toEqual([3, 4]);
    expect((await readAll(testJournal(disk))).records).toHaveLength(4);
  });

  it('knows the newest ten thousand changes after a restart', async () => {
    const disk = new MemoryDisk();
    const many = Array.from({ length: MIN_KEPT_IDS }, (_, n) => ({ id: `change-${String(n)}`, at: n, text: '{}' }));
    await testJournal(disk, FOLDER, 1e9).append(many);
    expect((await testJournal(disk, FOLDER, 1e9).append(many)).lastSequence).toBe(MIN_KEPT_IDS);
  });

  it('flushes appends that wait for the disk together', async () => {
    const disk = new MemoryDisk();
    const flushes: string[] = [];
    const guard = (name: string): void => {
      if (name === 'syncData') flushes.push(name);
    };
    const journal = testJournal(guarded(disk, guard), FOLDER, 1e9);
    await journal.append(records(0));
    await Promise.all(Array.from({ length: 50 }, (_, n) => journal.append(records(n + 1))));
    expect(flushes).toHaveLength(2);
  });

  it('begins a new file where one is large enough', async () => {
    const disk = await written(500);
    expect(logs(disk).length).toBeGreaterThan(2);
    expect((await readAll(testJournal(disk))).records).toHaveLength(6);
  });

  it('reads in pages, of one record at least', async () => {
    const journal = testJournal(await written());
    expect(await journal.read(2, 1)).toMatchObject({ records: [{ sequence: 3 }], isEnd: false });
    expect(await journal.read(5, 1)).toMatchObject({ records: [{ sequence: 6 }], isEnd: true });
    expect(await journal.read(6, 1)).toEqual({ records: [], isEnd: true });
  });

  it('drops whole files up to a number and older than a time, never the newest, and does not miss them', async () => {
    const disk = await written(500, 12);
    const journal = testJournal(disk, FOLDER, 500);
    const before = logs(disk).length;
    await journal.compact(12, testRecord(3).at);
    expect((await journal.state()).firstSequence).toBeLessThanOrEqual(3);
    await journal.compact(6, Number.MAX_SAFE_INTEGER);
    const { records: left } = await readAll(journal);
    expect(left[0]?.sequence).toBeGreaterThan(1);
    expect(left[0]?.sequence).toBeLessThanOrEqual(7);
    await journal.compact(12, Number.MAX_SAFE_INTEGER);
    expect(logs(disk)).toHaveLength(1);
    expect(before).toBeGreaterThan(3);
    const { damage, lastSequence } = await readAll(testJournal(disk));
    expect({ damage, lastSequence }).toEqual({ damage: [], lastSequence: 12 });
  });

  it('cuts a torn end, keeps its bytes beside it, and says so at every start', async () => {
    const disk = await written(1e9);
    const path = pathOf('journal-000000000001.log');
    const content = disk.files().get(path) ?? Buffer.alloc(0);
    disk.put(path, content.subarray(0, content.length - 5));
    const { records: left, damage } = await readAll(testJournal(disk));
    expect(left).toHaveLength(5);
    expect(damage).toMatchObject([{ what: 'torn-tail', file: 'journal-000000000001.log' }]);
    const copy = disk.files().get(pathOf(damage[0]?.setAsideAs ?? ''));
    const kept = disk.files().get(path);
    expect(Buffer.concat([kept ?? Buffer.alloc(0), copy ?? Buffer.alloc(0)])).toEqual(
      content.subarray(0, content.length - 5),
    );
    expect((await readAll(testJournal(disk))).damage).toEqual(damage);
  });

  it('keeps what stands before and after damage, sets the file aside, and says which numbers are lost', async () => {
    const disk = await written(1e9);
    const path = pathOf('journal-000000000001.log');
    const content = Buffer.from(disk.files().get(path) ?? '');
    content[content.indexOf('change-3')] = 0;
    disk.put(path, content);
    const { records: left, damage } = await readAll(testJournal(disk));
    expect(left.map(({ sequence }) => sequence)).toEqual([1, 2, 4, 5, 6]);
    expect(damage).toMatchObject([{ what: 'damaged-record', lostSequences: { first: 3, last: 3 } }]);
    expect(disk.files().get(pathOf(damage[0]?.setAsideAs ?? ''))).toEqual(content);
    expect((await readAll(testJournal(disk))).damage).toEqual(damage);
  });

  it('finds damage that came while it was open', async () => {
    const disk = await written(500);
    const journal = testJournal(disk, FOLDER, 500);
    await journal.state();
    const path = pathOf('journal-000000000001.log');
    const content = Buffer.from(disk.files().get(path) ?? '');
    content[content.indexOf('change-1')] = 0;
    disk.put(path, content);
    const { records: left, damage } = await readAll(journal);
    expect(left[0]?.sequence).toBe(2);
    expect(damage).toMatchObject([{ what: 'damaged-record', lostSequences: { first: 1, last: 1 } }]);
  });

  it('names numbers that no file holds', async () => {
    const disk = await written(500);
    const [, second = ''] = logs(disk);
    disk.destroy(pathOf(second));
    const { damage } = await readAll(testJournal(disk));
    expect(damage).toMatchObject([{ what: 'missing-records', setAsideAs: null }]);
  });

  it('leaves a file alone that cannot be read, and reads it when it can', async () => {
    const disk = await written(500);
    const [, second = ''] = logs(disk);
    let isBroken = true;
    const flaky = guarded(disk, () => undefined);
    const journal = testJournal({
      ...flaky,
      open: async (path, access) => {
        if (isBroken && path.endsWith(second)) throw systemError('EIO', path);
        return await flaky.open(path, access);
      },
    });
    const before = disk.files().get(pathOf(second));
    expect((await readAll(journal)).damage).toMatchObject([{ what: 'unreadable', file: second }]);
    expect(disk.files().get(pathOf(second))).toEqual(before);
    isBroken = false;
    const mended = await readAll(testJournal(disk));
    expect(mended.records).toHaveLength(6);
    expect(mended.damage).toEqual([]);
  });

  it('does not touch a journal of a later version', async () => {
    const disk = await written(500);
    disk.put(
      pathOf('journal-000000000099.log'),
      encodeHeader({ version: 2, journalId: '01234567-89ab-4cde-8f01-23456789abcd', firstSequence: 99 }),
    );
    const before = disk.files();
    const journal = testJournal(disk);
    await expect(journal.state()).rejects.toMatchObject({ code: 'journal-newer' });
    await expect(journal.append(records(7))).rejects.toMatchObject({ code: 'journal-newer' });
    expect(disk.files()).toEqual(before);
  });

  it('writes no more to a file whose flush failed, and writes the records to a new one', async () => {
    const disk = new MemoryDisk();
    const journal = testJournal(disk, FOLDER, 1e9);
    await journal.append(records(1));
    disk.failingFlushes = 1;
    expect((await journal.append(records(2))).sequences).toEqual([2]);
    expect(logs(disk)).toEqual(['journal-000000000001.log', 'journal-000000000002.log']);
    const after = await readAll(testJournal(disk.crashed('dropped', () => 0)));
    expect(after.records.map(({ sequence }) => sequence)).toEqual([1, 2]);
  });

  it('leaves no half record behind where the disk is full', async () => {
    const disk = new MemoryDisk();
    let isFull = false;
    const guard = counting((_call, name) => (isFull && name === 'write' ? systemError('ENOSPC', 'write') : null));
    const journal = testJournal(guarded(disk, guard), FOLDER, 1e9);
    await journal.append(records(1));
    const before = disk.files();
    isFull = true;
    await expect(journal.append(records(2))).rejects.toMatchObject({ code: 'storage-full' });
    expect(disk.files()).toEqual(before);
    isFull = false;
    expect((await journal.append(records(2))).sequences).toEqual([2]);
  });

  it('says that its folder is gone, and does not answer for a file that nobody will read', async () => {
    const disk = new MemoryDisk();
    const journal = testJournal(disk);
    await journal.append(records(1));
    disk.destroy(FOLDER);
    await expect(journal.append(records(2))).rejects.toMatchObject({ code: 'storage-failed' });
    expect((await journal.append(records(2))).sequences).toEqual([2]);
    expect((await readAll(journal)).damage).toMatchObject([
      { what: 'missing-records', lostSequences: { first: 1, last: 1 } },
    ]);
  });

  it('says that its records are gone with its folder, before anything is written', async () => {
    const disk = new MemoryDisk();
    const journal = testJournal(disk);
    await journal.append(records(1));
    expect(await journal.state()).toMatchObject({ firstSequence: 1, lastSequence: 1, damage: [] });
    disk.destroy(FOLDER);
    expect(await journal.state()).toMatchObject({
      firstSequence: 0,
      lastSequence: 1,
      damage: [{ lostSequences: { first: 1, last: 1 } }],
    });
  });
});
