import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openDurableStore, type DurableStore } from '../../../electron/host/durable-store';
import { bundledProgram } from '../bundled-program';
import { randomFrom, type FaultRow, type FaultSuite } from '../fault';
import { readStore } from '../session';

const ROUNDS = 800;
const SHORT_ROUNDS = 20;
/** Rounds on one data folder, each on what the one before left. */
const ROUNDS_PER_FOLDER = 20;
/** Most are killed while they write, at any moment of the first so many milliseconds; the others while they start. */
const WRITING_SHARE = 0.8;
const LONGEST_MS = 300;
const DIGEST_LETTERS = 64;

/** What the killed program was answered. */
interface Told {
  /** Id by number. */
  readonly records: Map<number, string>;
  readonly snapshots: Set<string>;
  isStarted: boolean;
}

/** The host is killed at random moments while it writes (SIGKILL: nothing of it is asked). */
export const killHost: FaultSuite = {
  group: 'kill',
  name: 'the host and its journal',
  run: async ({ rounds, isShort, say }) => {
    const count = rounds ?? (isShort ? SHORT_ROUNDS : ROUNDS);
    const place = mkdtempSync(join(tmpdir(), 'handpicked-kill-'));
    const random = randomFrom(count);
    const total = { rounds: 0, acknowledged: 0, lost: 0, helpNeeded: 0, silent: 0 };
    let starts = 0;
    try {
      const program = await bundledProgram('journal-writer', join(place, 'program'));
      let told: Told = nothingTold();
      for (let round = 0; round < count; round++) {
        const folder = join(place, `data-${String(Math.floor(round / ROUNDS_PER_FOLDER))}`);
        if (round % ROUNDS_PER_FOLDER === 0) {
          mkdirSync(folder);
          told = nothingTold();
        }
        const before = told.records.size + told.snapshots.size;
        const isWriting = random() < WRITING_SHARE;
        await killed(program, folder, round, { isWriting, after: random() * LONGEST_MS }, told);
        if (told.isStarted) starts++;
        else if (isWriting) total.helpNeeded++;
        const outcome = await check(folder, told);
        total.rounds++;
        total.acknowledged += Math.max(0, told.records.size + told.snapshots.size - before);
        total.lost += outcome.lost;
        total.helpNeeded += outcome.helpNeeded;
        total.silent += outcome.silent;
        if (round % ROUNDS_PER_FOLDER === ROUNDS_PER_FOLDER - 1) rmSync(folder, { recursive: true });
      }
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
    say(`${String(starts)} of ${String(count)} were killed after the start, the others during it`);
    return [{ fault: 'the host killed at random under load', ...total } satisfies FaultRow];
  },
};

const nothingTold = (): Told => ({ records: new Map(), snapshots: new Set(), isStarted: false });

/** @param when milliseconds after it said that it started, or after it was called */
async function killed(
  program: string,
  folder: string,
  round: number,
  when: { readonly isWriting: boolean; readonly after: number },
  told: Told,
): Promise<void> {
  const child = spawn(process.execPath, [program, folder, `run-${String(round)}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  told.isStarted = false;
  let output = '';
  child.stdout.setEncoding('utf8');
  const started = new Promise<void>((settle) => {
    child.stdout.on('data', (text: string) => {
      output += text;
      settle();
    });
  });
  const closed = new Promise<void>((settle) => {
    child.once('close', () => {
      settle();
    });
  });
  if (when.isWriting) await Promise.race([started, closed]);
  await wait(when.after);
  child.kill('SIGKILL');
  await closed;
  // The last line may have been cut off by the kill.
  for (const line of output.split('\n').slice(0, -1)) hear(line, told);
}

function hear(line: string, told: Told): void {
  const [what, first = '', second = ''] = line.split(' ');
  if (what === 'started') told.isStarted = true;
  else if (what === 'kept') told.records.set(Number(first), second);
  else if (what === 'snapshot') told.snapshots.add(first);
  else if (what === 'dropping')
    for (const sequence of told.records.keys()) if (sequence <= Number(first)) told.records.delete(sequence);
}

async function check(folder: string, told: Told): Promise<Pick<FaultRow, 'lost' | 'helpNeeded' | 'silent'>> {
  const store = openDurableStore(folder, { reserveBytes: 65_536 });
  try {
    const { records, damage } = await readStore(store);
    const found = new Map(records.map(({ sequence, id }) => [sequence, id]));
    const lost = [...told.records].filter(([sequence, id]) => found.get(sequence) !== id).length;
    const wrong = records.filter(({ id, text }) => (JSON.parse(text) as { readonly id: string }).id !== id).length;
    const twice = records.length - new Set(records.map(({ id }) => id)).size;
    const warnings = damage.filter(({ what }) => what !== 'torn-tail').length;
    return { lost: lost + (await lostSnapshots(store, told)), helpNeeded: warnings, silent: wrong + twice };
  } catch {
    return { lost: 0, helpNeeded: 1, silent: 0 };
  } finally {
    await store.close();
  }
}

async function lostSnapshots(store: DurableStore, { snapshots }: Told): Promise<number> {
  const listed = (await store.snapshots()).map(({ name }) => name);
  let lost = [...snapshots].filter((name) => !listed.includes(name)).length;
  // A snapshot that bears its name is whole, whether it was answered or not.
  for (const name of listed) {
    const content = Buffer.from(await store.snapshotRead(name)).toString('utf8');
    const digest = createHash('sha256').update(content.slice(DIGEST_LETTERS)).digest('hex');
    if (digest !== content.slice(0, DIGEST_LETTERS)) lost++;
  }
  return lost;
}
