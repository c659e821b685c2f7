import { counting, guarded } from '../failing-file-system';
import { randomFrom, type FaultRow, type FaultSuite } from '../fault';
import { CRASH_MODES, MemoryDisk, systemError, type CrashMode } from '../memory-disk';
import { Session, startAgain, warnings } from '../session';

const WORDS: Readonly<Record<CrashMode, string>> = {
  dropped: 'power cut: nothing that was not flushed is kept',
  prefix: 'power cut: some of the first writes since the last flush are kept',
  reordered: 'power cut: any of the writes since the last flush are kept',
  torn: 'power cut: any sectors (512 bytes) of the writes since the last flush are kept',
};
/** Ways that chance may go, for each call to the disk after which the power is cut. */
const SEEDS = 25;
const SHORT_STRIDE = 7;

/** SQLite's method: writes after the last flush are dropped, reordered or torn, wherever the power is cut. */
export const writeReorder: FaultSuite = {
  group: 'write-reorder',
  name: 'writes after the last flush',
  run: async ({ isShort, rounds }) => {
    const rows: FaultRow[] = [];
    for (const mode of CRASH_MODES) {
      const seeds = mode === 'dropped' || isShort ? 1 : (rounds ?? SEEDS);
      rows.push(await row(mode, seeds, isShort ? SHORT_STRIDE : 1));
    }
    rows.push(await failedFlushes());
    return rows;
  },
};

async function row(mode: CrashMode, seeds: number, stride: number): Promise<FaultRow> {
  const total = { rounds: 0, acknowledged: 0, lost: 0, helpNeeded: 0, silent: 0 };
  for (let n = 1; ; n += stride) {
    const disk = new MemoryDisk();
    const guard = counting((call) => (call >= n ? systemError('EIO', 'the power is cut') : null));
    const session = new Session(guarded(disk, guard));
    await session.work();
    await session.store.close().catch(() => undefined);
    for (let seed = 1; seed <= seeds; seed++) {
      const start = await startAgain(disk.crashed(mode, randomFrom(seed * 1_000 + n)), session);
      total.rounds++;
      total.acknowledged += session.acknowledged.size;
      total.lost += start.missing.length + start.lostSnapshots;
      total.helpNeeded += (start.works ? 0 : 1) + warnings(start.read);
      total.silent += start.wrong;
    }
    if (guard.calls() < n) return { fault: WORDS[mode], ...total };
  }
}

/** Linux says of a failed flush once that it failed, and keeps showing what the disk does not hold. */
async function failedFlushes(): Promise<FaultRow> {
  const total = { rounds: 0, acknowledged: 0, lost: 0, helpNeeded: 0, silent: 0 };
  for (let flushes = 1; flushes <= 3; flushes++)
    for (let at = 0; at < 10; at++) {
      const disk = new MemoryDisk();
      const session = new Session(disk);
      for (let call = 0; call < 10; call++) {
        if (call === at) disk.failingFlushes = flushes;
        await session.append(2);
      }
      disk.failingFlushes = 0;
      const worksOn = await session.append(1);
      await session.store.close();
      const start = await startAgain(
        disk.crashed('dropped', () => 0),
        session,
      );
      total.rounds++;
      total.acknowledged += session.acknowledged.size;
      total.lost += start.missing.length;
      total.helpNeeded += (worksOn ? 0 : 1) + (start.works ? 0 : 1) + warnings(start.read);
      total.silent += start.wrong;
    }
  return { fault: 'flushes fail, and lose what they were to keep', ...total };
}
