import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDurableStore, type DurableStoreOptions } from '../../../../electron/host/durable-store';
import { nodeFileSystem } from '../../../../electron/host/file-system';
import { counting, guarded } from '../../../faults/failing-file-system';
import { testRecord } from '../../../faults/journal-check';
import { MemoryDisk, systemError } from '../../../faults/memory-disk';
import { temporaryFolder } from '../temporary-folder';

function opened(folder: string, options: DurableStoreOptions = {}) {
  const store = openDurableStore(folder, { reserveBytes: 4_096, ...options });
  onTestFinished(() => store.close());
  return store;
}

describe('the data folder', () => {
  it('is held by one program, by whatever path it is reached', async () => {
    const folder = temporaryFolder();
    symlinkSync(folder, `${folder}-link`);
    onTestFinished(() => nodeFileSystem.remove(`${folder}-link`));
    const first = opened(folder);
    await first.journalAppend([testRecord(1)]);
    const second = opened(`${folder}-link`);
    await expect(second.hold()).rejects.toMatchObject({ code: 'folder-in-use' });
    await expect(second.journalAppend([testRecord(2)])).rejects.toMatchObject({
      code: 'folder-in-use',
      message: expect.stringContaining(`process ${String(process.pid)}`) as string,
    });
    await first.close();
    expect((await second.journalAppend([testRecord(2)])).sequences).toEqual([2]);
  });

  it.each([
    ['a program that has ended', { pid: 2 ** 30 }],
    ['a program that has the number of another one now', { start: 'long ago' }],
    ['a run of the computer before this one', { boot: 'the one before' }],
  ])('is taken from %s', async (_who, mark) => {
    const folder = temporaryFolder();
    const held = opened(folder);
    await held.hold();
    const lock = join(folder, 'in-use.lock');
    const note = JSON.parse((await import('node:fs')).readFileSync(lock, 'utf8')) as object;
    writeFileSync(lock, JSON.stringify({ ...note, token: 'another', ...mark }));
    const next = opened(folder);
    await next.hold();
  });

  it('is not taken from another computer that shows that it is there, and is where it has long been silent', async () => {
    const folder = temporaryFolder();
    const note = { pid: 1, host: 'another-computer', boot: '', start: '', token: 't', since: 0 };
    writeFileSync(join(folder, 'in-use.lock'), JSON.stringify(note));
    await expect(opened(folder).hold()).rejects.toMatchObject({
      code: 'folder-in-use',
      message: expect.stringContaining('another-computer') as string,
    });
    const later = (): number => Date.now() + 600_000;
    await opened(folder, { now: later }).hold();
  });

  it('is taken where a lock was left empty', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'in-use.lock'), '');
    await opened(folder).hold();
  });
});

describe('the reserve', () => {
  it('is freed on a full disk, so that the last change is kept', async () => {
    const disk = new MemoryDisk();
    const isFull = (): boolean => disk.files().has('/data/reserve.bin');
    let isFilled = false;
    const guard = counting((_call, name) =>
      isFilled && name === 'write' && isFull() ? systemError('ENOSPC', 'write') : null,
    );
    const store = opened('/data', { fileSystem: guarded(disk, guard) });
    await store.journalAppend([testRecord(1)]);
    expect((await store.journalStatus()).reserveBytes).toBe(4_096);
    isFilled = true;
    expect((await store.journalAppend([testRecord(2)])).sequences).toEqual([2]);
    expect((await store.journalStatus()).reserveBytes).toBe(0);
    expect(await store.releaseReserve()).toBe(false);
  });

  it('is not taken from a disk that has little left', async () => {
    const disk = new MemoryDisk();
    disk.free = 1_000_000;
    expect((await opened('/data', { fileSystem: disk }).journalStatus()).reserveBytes).toBe(0);
  });
});

describe('snapshots', () => {
  const request = { bytes: Buffer.from('archive'), sequence: 7, reason: 'on-close' };

  it('are written, listed newest first, and read', async () => {
    const folder = temporaryFolder();
    let now = Date.parse('2026-11-30T14:05:33.123Z');
    const store = opened(folder, { now: () => now });
    expect(await store.snapshots()).toEqual([]);
    const first = await store.snapshotWrite(request);
    expect(first.name).toBe('handpicked-2026-11-30T14-05-33-123Z-7-on-close.handpicked');
    const sameMoment = await store.snapshotWrite(request);
    expect(sameMoment.name).not.toBe(first.name);
    now += 1_000;
    const last = await store.snapshotWrite({ ...request, sequence: 8 });
    expect((await store.snapshots()).map(({ name }) => name)).toEqual([last.name, sameMoment.name, first.name]);
    expect(Buffer.from(await store.snapshotRead(first.name)).toString()).toBe('archive');
  });

  it('are thinned, but not while a restore waits, and never those of other names', async () => {
    const folder = temporaryFolder();
    let now = Date.parse('2026-01-01T10:00Z');
    const store = opened(folder, { now: () => now });
    await store.snapshotWrite(request);
    writeFileSync(join(folder, 'snapshots/my own.handpicked'), 'mine');
    now += 3_600_000;
    await store.snapshotWrite({ ...request, sequence: 8 });
    now += 30 * 86_400_000;
    await store.snapshotWrite({ ...request, sequence: 9, keepAll: true });
    expect(await store.snapshots()).toHaveLength(4);
    now += 1_000;
    await store.snapshotWrite({ ...request, sequence: 10 });
    const left = await store.snapshots();
    expect(left.map(({ sequence }) => sequence).filter((one) => one !== null)).toEqual([10, 9, 8]);
    expect(left).toContainEqual(expect.objectContaining({ name: 'my own.handpicked', isKnown: false, bytes: 4 }));
    expect(Buffer.from(await store.snapshotRead('my own.handpicked')).toString()).toBe('mine');
  });

  it.each(['../in-use.lock', '/etc/passwd', 'none.handpicked', '..', '', 'link.handpicked', 'folder.handpicked'])(
    'are not read by the name %j',
    async (name) => {
      const folder = temporaryFolder();
      mkdirSync(join(folder, 'snapshots/folder.handpicked'), { recursive: true });
      symlinkSync('/etc/hostname', join(folder, 'snapshots/link.handpicked'));
      await expect(opened(folder).snapshotRead(name)).rejects.toMatchObject({ code: 'not-found' });
    },
  );

  it('are refused where the disk gives back something else', async () => {
    const disk = new MemoryDisk();
    const store = opened('/data', {
      fileSystem: {
        ...guarded(disk, () => undefined),
        rename: async (from, to) => {
          await disk.rename(from, to);
          if (to.endsWith('.handpicked')) disk.put(to, Buffer.from('archivf'));
        },
      },
    });
    await expect(store.snapshotWrite(request)).rejects.toMatchObject({ code: 'storage-failed' });
    expect(await store.snapshots()).toEqual([]);
  });

  it('leave nothing half-written where the disk is full', async () => {
    const disk = new MemoryDisk();
    let isFull = false;
    const guard = counting((_call, name) => (isFull && name === 'write' ? systemError('ENOSPC', 'write') : null));
    const store = opened('/data', { fileSystem: guarded(disk, guard) });
    await store.hold();
    isFull = true;
    await expect(store.snapshotWrite(request)).rejects.toMatchObject({ code: 'storage-full' });
    expect([...disk.files().keys()].filter((path) => path.includes('snapshots'))).toEqual([]);
  });
});
