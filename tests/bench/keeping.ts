import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openDurableStore } from '../../electron/host/durable-store';
import { dropFiles, launchApp } from '../e2e/harness';
import { goTo } from '../e2e/journey-steps';
import { eventOf, inventedArchive } from './invented-library';
import type { Measure } from './kernels';
import { forgetTasks, longTasks, usedHeapBytes, WATCH_TASKS } from './watched-tasks';

const DROP_TARGET = '.mantine-Dropzone-fullScreen, .mantine-Dropzone-root';
/** A machine that is busy with other things takes its time. */
const PATIENCE = 3_600_000;
/** After a start, milliseconds. */
const SETTLING = 30_000;
const MEGABYTE = 1024 * 1024;
const RECORDS_AT_ONCE = 1_000;

/**
 * What keeping a large library safe costs in the window: looking into an archive, going back to it, sending everything
 * to the journal, starting, a snapshot with its proof; and in the host, reading the journal and shortening it. Beside
 * each, the longest task of the page meanwhile.
 */
export async function keepingMeasures(
  build: string,
  things: number,
  events: number,
  say: (line: string) => void,
): Promise<readonly Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'handpicked-bench-'));
  const file = join(folder, 'Invented.handpicked');
  const archive = inventedArchive(things, events);
  writeFileSync(file, archive);
  say(`An archive of ${String(things)} things and ${String(events)} events has ${megabytes(archive.byteLength)}.`);
  let app = await launchApp({ build, ownBrowser: true });
  const measures: Measure[] = [];
  const step = async (name: string, work: (page: Page) => Promise<void>): Promise<void> => {
    const { page } = app;
    await forgetTasks(page);
    const start = performance.now();
    await work(page);
    measures.push(await measured(name, performance.now() - start, page, say));
  };
  try {
    await app.context.addInitScript({ content: WATCH_TASKS });
    await app.page.reload();
    app.page.setDefaultTimeout(PATIENCE);
    await goTo(app.page, '/import');
    await app.page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
    await step('an archive looked into', async (page) => {
      await dropFiles(page, DROP_TARGET, [file]);
      await page.getByRole('button', { name: 'Restore it' }).waitFor();
    });
    await step('went back to it', async (page) => {
      await page.getByRole('button', { name: 'Restore it' }).click();
      await page
        .getByText(/^Restored the library of /)
        .first()
        .waitFor();
    });
    await step('all of it written to the journal', async (page) => {
      await goTo(page, '/settings');
      await page.getByText(/^everything, last written /).waitFor();
    });
    await step('a snapshot taken and proved', async (page) => {
      await page.getByRole('button', { name: 'Take one now' }).click();
      await page.getByText('being restored on trial now…').waitFor();
      await page.getByText(/^restored on trial and found complete: /).waitFor();
    });
    app = await app.restart();
    await app.context.addInitScript({ content: WATCH_TASKS });
    app.page.setDefaultTimeout(PATIENCE);
    await goTo(app.page, '/library');
    const start = performance.now();
    await app.page.reload();
    await app.page.locator('[role=row] a').first().waitFor();
    const milliseconds = performance.now() - start;
    // What follows a start belongs to it: the search, the recommender, the first look at what there is.
    await app.page.waitForTimeout(SETTLING);
    measures.push(await measured('a start, to the library on the screen', milliseconds, app.page, say));
    return [...measures, ...(await journalMeasures(join(folder, 'host'), things + events))];
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measured(what: string, milliseconds: number, page: Page, say: (line: string) => void): Promise<Measure> {
  const tasks = await longTasks(page);
  const heap = megabytes(await usedHeapBytes(page));
  say(`${what}: the page then holds ${heap}; ${String(tasks.length)} tasks of 50 ms or more.`);
  return {
    name: what,
    milliseconds,
    runs: 1,
    beside: [{ name: 'the longest task of the page meanwhile', milliseconds: Math.max(0, ...tasks) }],
  };
}

/** A journal of so many records of one row, opened and shortened to its newest file by the host. */
async function journalMeasures(folder: string, records: number): Promise<readonly Measure[]> {
  mkdirSync(folder);
  let store = openDurableStore(folder);
  for (let from = 0; from < records; from += RECORDS_AT_ONCE)
    await store.journalAppend(
      Array.from({ length: Math.min(RECORDS_AT_ONCE, records - from) }, (_, index) => ({
        id: `record-${String(from + index)}`,
        at: from + index,
        text: JSON.stringify(eventOf(from + index)),
      })),
    );
  await store.close();
  store = openDurableStore(folder);
  const timed = async (name: string, work: () => Promise<unknown>): Promise<Measure> => {
    const start = performance.now();
    await work();
    return { name, milliseconds: performance.now() - start, runs: 1, beside: [] };
  };
  try {
    return [
      await timed(`a journal of ${String(records)} records opened`, () => store.journalStatus()),
      await timed('the same shortened to its newest file', () => store.journalCompact(records, records)),
    ];
  } finally {
    await store.close();
  }
}

const megabytes = (bytes: number): string => `${(bytes / MEGABYTE).toFixed(1)} MB`;
