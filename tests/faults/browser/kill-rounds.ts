import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../free-port';
import { bundledProgram } from '../bundled-program';
import { randomFrom, totalOf, type FaultRow, type FaultTotal } from '../fault';
import { Computer, LONGEST_MS, type Victim } from './computer';
import { nothingTold } from './rating-load';

/** Rounds on one data folder, each on what the one before left; after the last its database is deleted. */
const ROUNDS_PER_FOLDER = 20;

/** A record has a head of 7 bytes: fewer are never a whole one. */
const MOST_CUT = 6;

const FAULTS: Readonly<Record<Victim | 'log' | 'afterwards', string>> = {
  browser: 'the browser killed at random under load',
  shell: 'the shell killed at random under load',
  both: 'browser and shell killed at random under load',
  log: 'the browser’s log cut within its last write, then both killed',
  afterwards: 'the database deleted after all of it',
};

/** One row for each of those that are killed, one for a log that was cut, one for the loss of the database after it. */
export async function killRounds(
  count: number,
  victims: readonly Victim[],
  say: (line: string) => void,
): Promise<readonly FaultRow[]> {
  const place = mkdtempSync(join(tmpdir(), 'handpicked-kill-browser-'));
  const random = randomFrom(count);
  const totals = new Map(
    [...victims, 'log' as const, 'afterwards' as const].map((what) => [what, totalOf(FAULTS[what])]),
  );
  const told = nothingTold();
  const tried = async (what: keyof typeof FAULTS, work: (total: FaultTotal) => Promise<void>): Promise<void> => {
    const total = totals.get(what);
    if (total === undefined) return;
    total.rounds += 1;
    await work(total).catch((error: unknown) => {
      say(`${FAULTS[what]}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      total.helpNeeded += 1;
    });
  };
  try {
    const program = await bundledProgram('shell-program', join(place, 'program'));
    for (let done = 0; done < count; done += ROUNDS_PER_FOLDER) {
      const computer = new Computer(program, join(place, `data-${String(done)}`), await freePort(), told);
      try {
        await computer.fill();
        for (let round = done; round < Math.min(done + ROUNDS_PER_FOLDER, count); round += 1) {
          const victim = victims[Math.floor(random() * victims.length)] ?? 'both';
          const after = random() * LONGEST_MS;
          await tried(victim, (total) => computer.round(victim, after, total));
        }
        const cut = 1 + Math.floor(random() * MOST_CUT);
        await tried('log', (total) => computer.roundUponCutLog(cut, total));
        await tried('afterwards', (total) => computer.checkWithoutDatabase(total));
      } finally {
        await computer.end();
      }
      const rounds = Math.min(done + ROUNDS_PER_FOLDER, count);
      say(`${String(rounds)} rounds, ${String(told.keptCount)} ratings answered by the host`);
    }
  } finally {
    rmSync(place, { recursive: true, force: true, maxRetries: 20 });
  }
  return [...totals.values()].filter(({ rounds }) => rounds > 0);
}
