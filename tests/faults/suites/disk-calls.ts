import { counting, guarded } from '../failing-file-system';
import type { FaultOptions, FaultRow, FaultSuite } from '../fault';
import { MemoryDisk, systemError } from '../memory-disk';
import { Session, startAgain, warnings } from '../session';

const CODES = ['EIO', 'ENOSPC', 'EROFS', 'EDQUOT'] as const;
/** The short form takes every so many-th call. */
const SHORT_STRIDE = 11;

/** SQLite's method: the n-th call to the disk fails, once or from then on, for every n until none is reached. */
export const diskCalls: FaultSuite = {
  group: 'disk',
  name: 'the n-th call to the disk fails',
  run: async (options) => {
    const rows: FaultRow[] = [];
    for (const code of CODES) for (const lasts of [false, true]) rows.push(await row(code, lasts, options));
    return rows;
  },
};

async function row(code: string, lasts: boolean, { isShort, rounds }: FaultOptions): Promise<FaultRow> {
  const total = { rounds: 0, acknowledged: 0, lost: 0, helpNeeded: 0, silent: 0 };
  const most = rounds ?? Number.POSITIVE_INFINITY;
  for (let n = 1; total.rounds < most; n += isShort ? SHORT_STRIDE : 1) {
    const outcome = await round(n, code, lasts);
    if (outcome === null) break;
    total.rounds++;
    total.acknowledged += outcome.acknowledged;
    total.lost += outcome.lost;
    total.helpNeeded += outcome.helpNeeded;
    total.silent += outcome.silent;
  }
  return { fault: `${code} at every call, ${lasts ? 'until it is mended' : 'once'}`, ...total };
}

async function round(n: number, code: string, lasts: boolean): Promise<Omit<FaultRow, 'fault' | 'rounds'> | null> {
  const disk = new MemoryDisk();
  let isBroken = true;
  const guard = counting((call) =>
    isBroken && (lasts ? call >= n : call === n) ? systemError(code, `call ${String(call)}`) : null,
  );
  const session = new Session(guarded(disk, guard));
  await session.work();
  if (guard.calls() < n) return null;
  isBroken = false;
  // Works on by itself: at the latest the second call.
  const worksOn = (await session.append(1)) || (await session.append(1));
  const untold = session.refusals.filter((refusal) => !['storage-full', 'storage-failed'].includes(refusal)).length;
  const stillRead = await session.store.journalRead(0, 1_000_000).then(
    () => true,
    () => false,
  );
  await session.store.close().catch(() => undefined);
  const start = await startAgain(
    disk.crashed('dropped', () => 0),
    session,
  );
  return {
    acknowledged: session.acknowledged.size,
    lost: start.missing.length + start.lostSnapshots,
    helpNeeded: (worksOn ? 0 : 1) + (stillRead ? 0 : 1) + (start.works ? 0 : 1) + warnings(start.read),
    silent: start.wrong + untold,
  };
}
