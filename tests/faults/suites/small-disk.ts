import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeFileSystem } from '../../../electron/host/file-system';
import type { FaultOptions, FaultRow, FaultSuite } from '../fault';
import { Session, startAgain, warnings } from '../session';

const DISK_BYTES = 8 * 1024 * 1024;
/** What is left on the disk, round by round: from nothing to more than the work needs, in steps below a block. */
const STEP_BYTES = 256;
const MOST_LEFT_BYTES = 24 * 1024;
const SHORT_STEP_BYTES = 4 * 1024;

type Kind = 'tmpfs' | 'ext4';

/** Real small file systems that are filled up to the last byte while the program writes; needs root, and mount. */
export const smallDisk: FaultSuite = {
  group: 'disk',
  name: 'a real small disk',
  run: async (options) => {
    const rows: FaultRow[] = [];
    for (const kind of options.isShort ? (['tmpfs'] as const) : (['tmpfs', 'ext4'] as const)) {
      const disk = mounted(kind);
      if (typeof disk === 'string') {
        options.say(`no ${kind} can be mounted here (${disk})`);
        continue;
      }
      try {
        rows.push(await full(kind, disk.folder, options), await readOnly(kind, disk.folder));
      } finally {
        disk.unmount();
      }
    }
    return rows.length === 0 ? null : rows;
  },
};

/** A file system of its own, or why there is none. */
function mounted(kind: Kind): { readonly folder: string; readonly unmount: () => void } | string {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root on Linux may';
  const place = mkdtempSync(join(tmpdir(), 'handpicked-disk-'));
  const folder = join(place, 'disk');
  mkdirSync(folder);
  const run = (command: string, ...parameters: readonly string[]): void => {
    execFileSync(command, parameters, { stdio: 'pipe' });
  };
  const clean = (): void => {
    rmSync(place, { recursive: true, force: true });
  };
  try {
    if (kind === 'tmpfs') run('mount', '-t', 'tmpfs', '-o', `size=${String(DISK_BYTES)}`, 'tmpfs', folder);
    else {
      const image = join(place, 'image');
      writeFileSync(image, Buffer.alloc(DISK_BYTES));
      run('mkfs.ext4', '-q', '-b', '1024', '-m', '0', image);
      run('mount', '-o', 'loop', image, folder);
    }
  } catch (error) {
    clean();
    return error instanceof Error ? (error.message.split('\n').at(-2) ?? error.message) : String(error);
  }
  return {
    folder,
    unmount: () => {
      run('umount', folder);
      clean();
    },
  };
}

async function full(kind: Kind, disk: string, { isShort, say }: FaultOptions): Promise<FaultRow> {
  const total = { rounds: 0, acknowledged: 0, lost: 0, helpNeeded: 0, silent: 0 };
  let refused = 0;
  for (let left = 0; left <= MOST_LEFT_BYTES; left += isShort ? SHORT_STEP_BYTES : STEP_BYTES) {
    const folder = join(disk, 'data');
    mkdirSync(folder);
    const session = new Session(nodeFileSystem, folder);
    await session.append(2);
    const filler = join(disk, 'filler');
    fill(filler, left);
    await session.work();
    refused += session.refusals.length;
    const untold = session.refusals.filter((code) => code !== 'storage-full').length;
    rmSync(filler);
    const worksOn = await session.append(1);
    await session.store.close();
    const start = await startAgain(nodeFileSystem, session, folder);
    total.rounds++;
    total.acknowledged += session.acknowledged.size;
    total.lost += start.missing.length + start.lostSnapshots;
    total.helpNeeded += (worksOn ? 0 : 1) + (start.works ? 0 : 1) + warnings(start.read);
    total.silent += start.wrong + untold;
    rmSync(folder, { recursive: true });
  }
  say(`${kind}: ${String(refused)} calls were refused in ${String(total.rounds)} rounds`);
  return { fault: `a full disk (${kind}), filled up to ${String(MOST_LEFT_BYTES)} bytes and less`, ...total };
}

/** Takes all of a disk but some bytes, down to the last block. */
function fill(path: string, left: number): void {
  writeFileSync(path, '');
  for (let part = 1024 * 1024; part >= 256; part = Math.floor(part / 2))
    for (;;) {
      try {
        writeFileSync(path, Buffer.alloc(part, 1), { flag: 'a', flush: true });
      } catch {
        break;
      }
    }
  // Given back at the end of the file: what is left is at least this.
  const size = statSync(path).size;
  if (left > 0) execFileSync('truncate', ['-s', String(Math.max(0, size - left)), path]);
}

async function readOnly(kind: Kind, disk: string): Promise<FaultRow> {
  const folder = join(disk, 'data');
  mkdirSync(folder);
  const session = new Session(nodeFileSystem, folder);
  await session.append(3);
  await session.store.close();
  execFileSync('mount', ['-o', 'remount,ro', disk]);
  const refused = !(await session.append(1)) && session.refusals.at(-1) === 'storage-failed';
  execFileSync('mount', ['-o', 'remount,rw', disk]);
  const worksOn = await session.append(1);
  await session.store.close();
  const start = await startAgain(nodeFileSystem, session, folder);
  rmSync(folder, { recursive: true });
  return {
    fault: `a disk that can only be read (${kind}), and then be written again`,
    rounds: 1,
    acknowledged: session.acknowledged.size,
    lost: start.missing.length,
    helpNeeded: (worksOn ? 0 : 1) + (start.works ? 0 : 1) + warnings(start.read),
    silent: start.wrong + (refused ? 0 : 1),
  };
}
