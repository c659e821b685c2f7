import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { goTo, importFile } from '../../e2e/journey-steps';
import { freePort } from '../../free-port';
import { bundledProgram } from '../bundled-program';
import { randomFrom, totalOf, type FaultRow, type FaultTotal } from '../fault';
import { startBrowser, startShell, type RunningBrowser, type RunningShell } from './processes';
import {
  endRating,
  listen,
  nothingTold,
  rateOn,
  shownRatings,
  storedRatings,
  untilSent,
  type RatedRows,
} from './rating-load';
import { compareWithTold, lostFromJournal, madeUpBooks } from './told-ratings';
import { answerWithin, within } from './within';

const BUILD = join(resolve(import.meta.dirname, '../../..'), 'out/renderer');
const THINGS = 12;
/** Each window rates its own half of the things. */
const HALVES = {
  first: { from: 'first', count: THINGS / 2 },
  last: { from: 'last', count: THINGS / 2 },
} as const satisfies Readonly<Record<string, RatedRows>>;
/** A window is killed at a random moment of so many milliseconds after the first ratings. */
const LONGEST_MS = 1_000;
/** Ratings that the other window must show after that. */
const ON_MORE = 5;
/** Milliseconds that a slow computer may take for one step of a window. */
const STEP_MS = 30_000;
/** From a change until every window shows it. */
const SHOWN_MS = 10_000;
/** From the end of a process until the browser has said so. */
const CRASH_MS = 1_500;

type Half = keyof typeof HALVES;

interface OpenWindow {
  readonly page: Page;
  /** The things that it rates. */
  readonly half: Half;
  shownCount: number;
  isCrashed: boolean;
}

/** Two windows of one shell that are rated in at once; the process of one of them is killed, again and again. */
class TwoWindows {
  #windows: readonly OpenWindow[] = [];
  /** What both said. */
  readonly #told = nothingTold();
  /** Above every attempt of a half so far: a thing that is rated again gets another rating. */
  readonly #next: Record<Half, number> = { first: 1, last: 1 };

  constructor(
    private readonly folder: string,
    private readonly origin: string,
    private readonly shell: RunningShell,
    private readonly browser: RunningBrowser,
    private readonly random: () => number,
  ) {}

  get keptCount(): number {
    return this.#told.keptCount;
  }

  /** The first window opens at an address with a code, like every other first one. */
  async fill(): Promise<void> {
    const first = await this.#opened('first', this.browser.page, await this.shell.startAddress());
    const { page } = first;
    const file = `${this.folder}.csv`;
    writeFileSync(file, madeUpBooks(THINGS));
    await goTo(page, '/import');
    await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
    await importFile(page, file);
    await untilSent(page);
    await goTo(page, '/library');
    this.#windows = [first, await this.#beside('last')];
  }

  async round(total: FaultTotal): Promise<void> {
    const before = this.#told.shownCount;
    const windows = this.#windows.map((window) => ({ window, before: window.shownCount }));
    for (const { page, half } of this.#windows) {
      await within(STEP_MS, 'a window shows the library', page.getByRole('grid').waitFor());
      await rateOn(page, this.#next[half], HALVES[half]);
    }
    await answerWithin(STEP_MS, 'both windows show a rating', () =>
      windows.every(({ window, before: shown }) => window.shownCount > shown) ? true : null,
    );
    await wait(this.random() * LONGEST_MS);
    const killed = await this.#killOne();
    const other = this.#windows.find((window) => window !== killed);
    if (other === undefined) throw new Error('There is no other window.');
    const rated = other.shownCount;
    await answerWithin(STEP_MS, 'the other window shows ratings after the kill', () =>
      other.shownCount >= rated + ON_MORE ? true : null,
    );
    await within(STEP_MS, 'the other window has shown all that was begun in it', endRating(other.page));
    total.acknowledged += this.#told.shownCount - before;

    await within(STEP_MS, 'the killed window closes', killed.page.close());
    const again = await this.#beside(killed.half);
    this.#windows = [other, again];
    for (const { page } of [other, again])
      await within(
        2 * STEP_MS,
        'both windows have everything, and the host as well',
        compareWithTold(page, this.#told, this.#told.shown, THINGS, total),
      );
    const { ratings } = await storedRatings(other.page);
    for (const [name, { page }] of [
      ['the other window', other],
      ['the new window', again],
    ] as const) {
      let found = 'nothing';
      const isRight = async (): Promise<true | null> => {
        const shown = [...(await shownRatings(page))];
        const wrong = shown.filter(([title, digit]) => digit !== ratings.get(title));
        found = wrong.map(([title, digit]) => `${title}: ${String(digit)}, not ${String(ratings.get(title))}`).join();
        return shown.length > 0 && wrong.length === 0 ? true : null;
      };
      await answerWithin(SHOWN_MS, `${name} shows what the database holds`, isRight).catch((error: unknown) => {
        throw new Error(`${String(error)}; it showed ${found}`, { cause: error });
      });
    }
  }

  /** What the host had answered is in its journal. */
  async end(total: FaultTotal): Promise<void> {
    await this.shell.process.kill();
    total.lost += await lostFromJournal(this.folder, this.#told);
  }

  /** Ends the process of one of the windows as nothing else does. Which of them has it, the browser does not say. */
  async #killOne(): Promise<OpenWindow> {
    const session = await this.browser.connection.newBrowserCDPSession();
    const { processInfo } = await within(
      STEP_MS,
      'the browser lists its processes',
      session.send('SystemInfo.getProcessInfo'),
    );
    await session.detach();
    const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
    if (this.random() < 0.5) renderers.reverse();
    for (const id of renderers) {
      process.kill(id, 'SIGKILL');
      // One that no window has, but that is kept ready for the next, is missed by nobody.
      const crashed = await answerWithin(
        CRASH_MS,
        'a window crashes',
        () => this.#windows.find(({ isCrashed }) => isCrashed) ?? null,
      ).catch(() => null);
      if (crashed === null) continue;
      if (this.#windows.every(({ isCrashed }) => isCrashed))
        throw new Error('Both windows lived in one process: there was no other window.');
      return crashed;
    }
    throw new Error(`None of ${String(renderers.length)} processes was a window’s.`);
  }

  /** As a window that is opened beside another: by its cookie. */
  async #beside(half: Half): Promise<OpenWindow> {
    const page = await within(STEP_MS, 'a window opens', this.browser.newWindow());
    return await within(STEP_MS, 'a window shows the page', this.#opened(half, page, `${this.origin}/#/library`));
  }

  async #opened(half: Half, page: Page, address: string): Promise<OpenWindow> {
    const window: OpenWindow = { page, half, shownCount: 0, isCrashed: false };
    page.once('crash', () => {
      window.isCrashed = true;
    });
    await listen(page, this.#told);
    page.on('console', (message) => {
      const [what, , attempt] = message.text().split('|');
      if (what === 'shown') window.shownCount += 1;
      if (what === 'begun') this.#next[half] = Math.max(this.#next[half], Number(attempt) + 1);
    });
    await page.goto(address, { waitUntil: 'commit' });
    await page.waitForURL((url) => url.origin === this.origin && url.pathname === '/');
    await page.locator('h1').first().waitFor();
    return window;
  }
}

/** @returns one row */
export async function windowRounds(count: number, say: (line: string) => void): Promise<readonly FaultRow[]> {
  const total = totalOf('the process of one of two windows killed at random under load');
  const place = mkdtempSync(join(tmpdir(), 'handpicked-kill-window-'));
  try {
    const program = await bundledProgram('shell-program', join(place, 'program'));
    const [folder, port] = [join(place, 'data'), await freePort()];
    mkdirSync(folder, { mode: 0o700 });
    const shell = await startShell(program, folder, port, BUILD);
    const browser = await startBrowser(folder);
    try {
      const origin = `http://127.0.0.1:${String(port)}`;
      const windows = new TwoWindows(folder, origin, shell, browser, randomFrom(count));
      await within(4 * STEP_MS, 'two windows of a library', windows.fill());
      for (let round = 0; round < count; round += 1) {
        total.rounds += 1;
        await windows.round(total);
      }
      await windows.end(total);
      say(`${String(count)} rounds, ${String(windows.keptCount)} ratings answered by the host`);
    } catch (error) {
      say(error instanceof Error ? (error.stack ?? error.message) : String(error));
      total.helpNeeded += 1;
    } finally {
      await shell.process.kill();
      await browser.process.kill();
      await within(STEP_MS, 'the connection to the browser ends', browser.connection.close()).catch(() => undefined);
    }
  } finally {
    rmSync(place, { recursive: true, force: true, maxRetries: 20 });
  }
  return [total];
}
