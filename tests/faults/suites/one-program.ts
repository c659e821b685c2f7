import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDurableStore } from '../../../electron/host/durable-store';
import { nodeFileSystem } from '../../../electron/host/file-system';
import { bundledProgram } from '../bundled-program';
import type { FaultRow, FaultSuite } from '../fault';
import { readStore, Session, startAgain, warnings } from '../session';

const ROUNDS = 20;
const SHORT_ROUNDS = 2;

/** Two programs on one data folder, and a data folder that goes away under a program. */
export const oneProgram: FaultSuite = {
  group: 'windows',
  name: 'two programs on one folder',
  run: async ({ rounds, isShort }) => {
    const count = rounds ?? (isShort ? SHORT_ROUNDS : ROUNDS);
    const place = mkdtempSync(join(tmpdir(), 'handpicked-two-'));
    try {
      const program = await bundledProgram('journal-writer', join(place, 'program'));
      return [await twoPrograms(program, place, count), await movedAway(place), await deleted(place)];
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  },
};

async function twoPrograms(program: string, place: string, rounds: number): Promise<FaultRow> {
  const total = { rounds: 0, acknowledged: 0, lost: 0, helpNeeded: 0, silent: 0 };
  const folder = join(place, 'shared');
  const link = join(place, 'link');
  mkdirSync(folder);
  symlinkSync(folder, link);
  for (let round = 0; round < rounds; round++) {
    const first = spawn(process.execPath, [program, folder, `run-${String(round)}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const told = await untilKept(first, 5);
    for (const path of [folder, link]) {
      const second = openDurableStore(path);
      const code = await codeOf(second.journalAppend([{ id: 'second', at: 1, text: '{}' }]));
      // Yields, and says why.
      if (code !== 'folder-in-use') total.silent++;
      await second.close();
    }
    first.kill('SIGKILL');
    await new Promise((settle) => first.once('close', settle));
    const next = openDurableStore(link, { reserveBytes: 65_536 });
    try {
      const { records } = await readStore(next);
      const ids = new Set(records.map(({ id }) => id));
      total.lost += told.filter((id) => !ids.has(id)).length;
      total.silent += ids.has('second') ? 1 : 0;
    } catch {
      total.helpNeeded++;
    }
    await next.close();
    total.rounds++;
    total.acknowledged += told.length;
  }
  return { fault: 'a second program on the folder, also by a link', ...total };
}

/** Ids of the first records that a writer was answered. */
async function untilKept(writer: ChildProcess, count: number): Promise<readonly string[]> {
  let output = '';
  return await new Promise((settle) => {
    const heard = (): readonly string[] =>
      output
        .split('\n')
        .slice(0, -1)
        .flatMap((line) => (line.startsWith('kept ') ? [line.split(' ')[2] ?? ''] : []));
    writer.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (heard().length >= count) settle(heard());
    });
    writer.once('close', () => {
      settle(heard());
    });
  });
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'none';
  } catch (error) {
    return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
  }
}

/** As a disk that is pulled out and put back. */
async function movedAway(place: string): Promise<FaultRow> {
  const folder = join(place, 'moved');
  mkdirSync(folder);
  const session = new Session(nodeFileSystem, folder);
  await session.append(5);
  renameSync(folder, `${folder}-away`);
  const refused = !(await session.append(1)) && session.refusals.at(-1) === 'storage-failed';
  renameSync(`${folder}-away`, folder);
  return await rowOf('the folder moved away and back', session, folder, refused ? 0 : 1);
}

async function deleted(place: string): Promise<FaultRow> {
  const folder = join(place, 'deleted');
  mkdirSync(folder);
  const session = new Session(nodeFileSystem, folder);
  await session.append(5);
  rmSync(folder, { recursive: true });
  const refused = !(await session.append(1)) && session.refusals.at(-1) === 'storage-failed';
  mkdirSync(folder);
  await session.append(1);
  // What was deleted is gone, and is said to be.
  const { damage } = await session.store.journalStatus();
  const isTold = damage.some(({ lostSequences }) => lostSequences?.first === 1 && lostSequences.last === 5);
  for (let sequence = 1; sequence <= 5; sequence++) session.acknowledged.delete(sequence);
  const row = await rowOf('the folder deleted and made anew', session, folder, (refused ? 0 : 1) + (isTold ? 0 : 1));
  return { ...row, helpNeeded: row.helpNeeded - (isTold ? 1 : 0) };
}

async function rowOf(fault: string, session: Session, folder: string, untold: number): Promise<FaultRow> {
  const worksOn = await session.append(1);
  await session.store.close();
  const start = await startAgain(nodeFileSystem, session, folder);
  return {
    fault,
    rounds: 1,
    acknowledged: session.acknowledged.size,
    lost: start.missing.length,
    helpNeeded: (worksOn ? 0 : 1) + (start.works ? 0 : 1) + warnings(start.read),
    silent: start.wrong + untold,
  };
}
