import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { buildPage } from '../../../electron/cli/build-page';
import { openDurableStore } from '../../../electron/host/durable-store';
import { readOutsideChange } from '../../../renderer/src/data/outside-change';
import { testBrowser } from '../../e2e/browser';
import { goTo, importFile } from '../../e2e/journey-steps';
import { until } from '../../e2e/real-shell';
import { freePort } from '../../free-port';
import { bundledProgram } from '../bundled-program';
import { startBrowser, startShell, type RunningBrowser, type RunningShell } from '../browser/processes';
import { digitOf, listen, nothingTold, rateOn, storedRatings, type Told } from '../browser/rating-load';
import { randomFrom, type FaultRow, type FaultSuite } from '../fault';
import { readStore } from '../session';

const ROOT = resolve(import.meta.dirname, '../../..');
const BUILD = join(ROOT, 'out/renderer');
const ROUNDS = 200;
/** Rounds on one data folder, each on what the one before left; after the last its database is deleted. */
const ROUNDS_PER_FOLDER = 20;
const THINGS = 12;
/** Killed at a random moment of so many milliseconds after the first rating. */
const LONGEST_MS = 1_500;
/** After the shell alone was killed, the window is written in for so long. */
const ALONE_MS = 200;
const VICTIMS = ['browser', 'shell', 'both'] as const;
type Victim = (typeof VICTIMS)[number];
const FAULTS: Readonly<Record<Victim | 'afterwards', string>> = {
  browser: 'the browser killed at random under load',
  shell: 'the shell killed at random under load',
  both: 'browser and shell killed at random under load',
  afterwards: 'the database deleted after all of it',
};
type Total = { -readonly [Key in keyof FaultRow]: FaultRow[Key] };

/**
 * Real Chromium with the real browser shell, each in processes of its own: one, the other or both are killed (SIGKILL)
 * while the window is rated in as quickly as it can. `acknowledged`: ratings that the window showed as done, and those
 * of them that its host answered as kept; `silent`: values that nobody gave.
 */
export const killBrowser: FaultSuite = {
  group: 'kill',
  name: 'browser and shell',
  run: async ({ rounds, isShort, say }) => {
    if (isShort) {
      say('It needs the built page and takes minutes: npm run faults -- --only kill, and tests/e2e/kill.test.ts');
      return null;
    }
    if (!testBrowser().hasWindows) {
      say('It needs a Chromium, Chrome or Edge with windows.');
      return null;
    }
    if (!buildPage(ROOT, say)) return null;
    return await killRounds(rounds ?? ROUNDS, say);
  },
};

/** One row for each of those that are killed, and one for the loss of the database after all of it. */
export async function killRounds(count: number, say: (line: string) => void): Promise<readonly FaultRow[]> {
  const place = mkdtempSync(join(tmpdir(), 'handpicked-kill-browser-'));
  const random = randomFrom(count);
  const totals = new Map([...VICTIMS, 'afterwards' as const].map((what) => [what, totalOf(FAULTS[what])]));
  const told = nothingTold();
  const tried = async (what: keyof typeof FAULTS, work: (total: Total) => Promise<void>): Promise<void> => {
    const total = totals.get(what) ?? totalOf(FAULTS[what]);
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
          const victim = VICTIMS[Math.floor(random() * VICTIMS.length)] ?? 'both';
          const after = random() * LONGEST_MS;
          await tried(victim, (total) => computer.round(victim, after, total));
        }
        await tried('afterwards', (total) => computer.checkWithoutDatabase(total));
      } finally {
        await computer.end();
      }
      say(
        `${String(Math.min(done + ROUNDS_PER_FOLDER, count))} rounds, ${String(told.keptCount)} ratings answered by the host`,
      );
    }
  } finally {
    rmSync(place, { recursive: true, force: true, maxRetries: 20 });
  }
  return [...totals.values()].filter(({ rounds }) => rounds > 0);
}

const totalOf = (fault: string): Total => ({
  fault,
  rounds: 0,
  acknowledged: 0,
  lost: 0,
  helpNeeded: 0,
  silent: 0,
});

/** One data folder with what runs on it. */
class Computer {
  #shell: RunningShell | null = null;
  #browser: RunningBrowser | null = null;
  /** Above every attempt so far. */
  #next = 1;

  constructor(
    private readonly program: string,
    private readonly folder: string,
    private readonly port: number,
    private readonly told: Told,
  ) {
    told.begun.clear();
    told.shown.clear();
    told.kept.clear();
  }

  async fill(): Promise<void> {
    mkdirSync(this.folder, { mode: 0o700 });
    const file = `${this.folder}.csv`;
    const rows = Array.from({ length: THINGS }, (_, n) => `${String(n)},Made-up ${String(n)},Author ${String(n)},read`);
    writeFileSync(file, ['Book Id,Title,Author,Exclusive Shelf', ...rows].join('\n'));
    const page = await this.#started('/import');
    await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
    await importFile(page, file);
    await untilSent(page);
  }

  /** Starts what does not run, compares, rates, and kills. */
  async round(victim: Victim, after: number, total: Total): Promise<void> {
    const page = await this.#compared(this.told.shown, total);
    const before = this.told.shownCount;
    await rateOn(page, this.#next);
    await until(() => Promise.resolve(this.told.shownCount > before ? true : null), []);
    await wait(after);
    if (victim !== 'browser') await this.#killShell();
    if (victim === 'shell') await wait(ALONE_MS);
    // After the shell alone, every second time the browser stays, and shows the window of the next one.
    if (victim !== 'shell' || after < LONGEST_MS / 2) await this.#killBrowser();
    else await page.close();
    this.#next = Math.max(this.#next, ...[...this.told.begun.values()].flat()) + 1;
    total.acknowledged += this.told.shownCount - before;
    if (this.#shell === null) total.lost += await this.#lostFromJournal();
  }

  /** What the host had answered must come back without the browser's database. */
  async checkWithoutDatabase(total: Total): Promise<void> {
    await this.end();
    rmSync(join(this.folder, 'browser-profile/Default/IndexedDB'), { recursive: true });
    total.acknowledged += this.told.kept.size;
    await this.#compared(this.told.kept, total);
  }

  async end(): Promise<void> {
    await this.#killShell();
    await this.#killBrowser();
  }

  async #killShell(): Promise<void> {
    await this.#shell?.process.kill();
    this.#shell = null;
  }

  async #killBrowser(): Promise<void> {
    await this.#browser?.process.kill();
    await this.#browser?.connection.close();
    this.#browser = null;
  }

  async #started(path: string): Promise<Page> {
    this.#shell ??= await startShell(this.program, this.folder, this.port, BUILD);
    const isNew = this.#browser === null;
    this.#browser ??= await startBrowser(this.folder);
    const page = isNew ? this.#browser.page : await this.#browser.newPage();
    await listen(page, this.told);
    await page.goto(await this.#shell.startAddress(), { waitUntil: 'commit' });
    await page.waitForURL(`http://127.0.0.1:${String(this.port)}/`);
    await page.locator('h1').first().waitFor();
    await goTo(page, path);
    return page;
  }

  /**
   * A window in which everything is there, and outside as well.
   * @param told the attempts that must be there, or later ones
   */
  async #compared(told: ReadonlyMap<string, number>, total: Total): Promise<Page> {
    const page = await this.#started('/library');
    await page.getByRole('grid').waitFor();
    const { ratings } = await storedRatings(page);
    if (ratings.size !== THINGS) total.lost += Math.abs(THINGS - ratings.size);
    for (const [title, digit] of ratings) {
      const found = this.#attemptAt(title, digit, told.get(title) ?? 0);
      if (found === null) {
        if (this.#attemptAt(title, digit, 0) === null) total.silent += 1;
        else total.lost += 1;
      } else if (found > 0) this.told.shown.set(title, found);
    }
    await untilSent(page);
    for (const [title, attempt] of this.told.shown) this.told.kept.set(title, attempt);
    return page;
  }

  /** The attempt that a rating is of, from one of them on; 0 = none was made yet; null = there is none. */
  #attemptAt(title: string, digit: number | null, from: number): number | null {
    if (digit === null) return from === 0 ? 0 : null;
    return this.told.begun.get(title)?.find((attempt) => attempt >= from && digitOf(attempt) === digit) ?? null;
  }

  /** Ratings that the host had answered, and that its journal has not. */
  async #lostFromJournal(): Promise<number> {
    const store = openDurableStore(this.folder);
    try {
      const digits = new Map<string, number | null>();
      for (const { text } of (await readStore(store)).records)
        for (const { table, put } of readOutsideChange(text)?.changes ?? [])
          for (const row of table === 'items' ? put : []) {
            const { title, ownRating } = row as { readonly title: string; readonly ownRating: number | null };
            digits.set(title, ownRating === null ? null : Math.round(ownRating * 5));
          }
      return [...this.told.kept].filter(
        ([title, attempt]) => this.#attemptAt(title, digits.get(title) ?? null, attempt) === null,
      ).length;
    } finally {
      await store.close();
    }
  }
}

/** Until everything is in both places. */
async function untilSent(page: Page): Promise<void> {
  await until(async () => ((await storedRatings(page)).waiting === 0 ? true : null), ['Some of it is not outside.']);
}
