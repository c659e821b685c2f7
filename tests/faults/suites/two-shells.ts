import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildPage } from '../../../electron/cli/build-page';
import { freePort } from '../../free-port';
import { startShell } from '../browser/processes';
import { bundledProgram } from '../bundled-program';
import { totalOf, type FaultRow, type FaultSuite } from '../fault';

const ROOT = resolve(import.meta.dirname, '../../..');
const BUILD = join(ROOT, 'out/renderer');

/** Two real browser shells on one data folder. */
export const twoShells: FaultSuite = {
  group: 'windows',
  name: 'two shells on one folder',
  run: async ({ isShort, say }) => {
    if (isShort) {
      say('It needs the built page: npm run faults -- --only windows, and tests/e2e/kill.test.ts');
      return null;
    }
    if (!buildPage(ROOT, say)) return null;
    return [await secondShell()];
  },
};

/** A second shell on the folder, by a link and on another port, with and without the note of where the first one is. */
export async function secondShell(): Promise<FaultRow> {
  const total = totalOf('a second shell on the folder, by a link and on another port');
  const place = mkdtempSync(join(tmpdir(), 'handpicked-two-shells-'));
  try {
    const program = await bundledProgram('shell-program', join(place, 'program'));
    const [folder, link] = [join(place, 'data'), join(place, 'link')];
    mkdirSync(folder, { mode: 0o700 });
    symlinkSync(folder, link);
    const port = await freePort();
    const first = await startShell(program, folder, port, BUILD);
    try {
      for (const isNoted of [true, false]) {
        if (!isNoted) rmSync(join(folder, 'running.json'));
        const { said, status } = await endOf(program, link, await freePort());
        const isTold = isNoted
          ? status === 0 && said.includes(`already running at http://127.0.0.1:${String(port)}`)
          : status === 1 && said.includes('in use by another Handpicked');
        total.rounds += 1;
        total.silent += isTold ? 0 : 1;
        // The first one still answers.
        total.helpNeeded += await first.startAddress().then(
          () => 0,
          () => 1,
        );
      }
    } finally {
      await first.process.kill();
    }
    // What was killed holds the folder no longer.
    const next = await startShell(program, link, await freePort(), BUILD);
    await next.process.kill();
  } finally {
    rmSync(place, { recursive: true, force: true, maxRetries: 20 });
  }
  return total;
}

async function endOf(
  program: string,
  folder: string,
  port: number,
): Promise<{ readonly said: string; readonly status: number | null }> {
  const child = spawn(process.execPath, [program, folder, String(port), BUILD], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const status = await new Promise<number | null>((settle) => {
    child.once('close', settle);
  });
  return { said, status };
}
