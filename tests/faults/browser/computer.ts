import { mkdirSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { goTo, importFile } from '../../e2e/journey-steps';
import { until } from '../../e2e/real-shell';
import type { FaultTotal } from '../fault';
import { startBrowser, startShell, type RunningBrowser, type RunningShell } from './processes';
import { listen, rateOn, untilSent, type Told } from './rating-load';
import { compareWithTold, lostFromJournal, madeUpBooks } from './told-ratings';

const BUILD = join(resolve(import.meta.dirname, '../../..'), 'out/renderer');
const THINGS = 12;
/** Something is killed at a random moment of so many milliseconds after the first rating. */
export const LONGEST_MS = 1_500;
/** After the shell alone was killed, the window is rated in for so long. */
const ALONE_MS = 200;

export type Victim = 'browser' | 'shell' | 'both';

/** One data folder with what runs on it. */
export class Computer {
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
    // Its things have the names of those of the one before.
    for (const said of [told.begun, told.shown, told.kept]) said.clear();
  }

  async fill(): Promise<void> {
    mkdirSync(this.folder, { mode: 0o700 });
    const file = `${this.folder}.csv`;
    writeFileSync(file, madeUpBooks(THINGS));
    const page = await this.#started('/import');
    await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
    await importFile(page, file);
    await untilSent(page);
  }

  /** Starts what does not run, compares, rates, and kills. */
  async round(victim: Victim, after: number, total: FaultTotal): Promise<void> {
    const page = await this.#compared(this.told.shown, total);
    const before = this.told.shownCount;
    await rateOn(page, this.#next);
    await this.#untilShown(before + 1);
    await wait(after);
    if (victim === 'shell' || victim === 'both') await this.#killShell();
    if (victim === 'shell') await wait(ALONE_MS);
    if (victim === 'shell' && after >= LONGEST_MS / 2) {
      // The browser stays, and shows the window of the next shell.
      await page.close();
    } else await this.#killBrowser();
    this.#note(before, total);
    if (this.#shell === null) total.lost += await lostFromJournal(this.folder, this.told);
  }

  /**
   * What a browser that is killed within a write leaves of it, upon which the next session of the window goes on; that
   * one has no shell, and its browser is killed, too.
   * @param bytes so many are cut off the log of the browser's database
   */
  async roundUponCutLog(bytes: number, total: FaultTotal): Promise<void> {
    await this.#compared(this.told.shown, total);
    await this.end();
    for (const log of this.#databaseLogs()) truncateSync(log, statSync(log).size - bytes);
    const page = await this.#compared(this.told.shown, total);
    const before = this.told.shownCount;
    await this.#killShell();
    await rateOn(page, this.#next);
    await this.#untilShown(before + 1);
    await wait(ALONE_MS);
    await this.#killBrowser();
    this.#note(before, total);
    await this.#compared(this.told.shown, total);
  }

  #note(shownBefore: number, total: FaultTotal): void {
    this.#next = Math.max(this.#next, ...[...this.told.begun.values()].flat()) + 1;
    total.acknowledged += this.told.shownCount - shownBefore;
  }

  get #databases(): string {
    return join(this.folder, 'browser-profile/Default/IndexedDB');
  }

  #databaseLogs(): readonly string[] {
    return readdirSync(this.#databases, { recursive: true })
      .map(String)
      .filter((name) => /\d+\.log$/.test(name))
      .map((name) => join(this.#databases, name));
  }

  async #untilShown(count: number): Promise<void> {
    await until(() => Promise.resolve(this.told.shownCount >= count ? true : null), []);
  }

  /** What the host had answered must come back without the browser's database. */
  async checkWithoutDatabase(total: FaultTotal): Promise<void> {
    await this.end();
    rmSync(this.#databases, { recursive: true });
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
    const page = isNew ? this.#browser.page : await this.#browser.newWindow();
    await listen(page, this.told);
    await page.goto(await this.#shell.startAddress(), { waitUntil: 'commit' });
    await page.waitForURL(`http://127.0.0.1:${String(this.port)}/`);
    await page.locator('h1').first().waitFor();
    await goTo(page, path);
    return page;
  }

  /**
   * A window in which everything is there, and outside as well.
   * @param expected the attempts that must be there, or later ones
   */
  async #compared(expected: ReadonlyMap<string, number>, total: FaultTotal): Promise<Page> {
    const page = await this.#started('/library');
    await compareWithTold(page, this.told, expected, THINGS, total);
    return page;
  }
}
