import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { z } from 'zod';
import { DATABASE_NAME } from '../../renderer/src/data/database';
import { draggedFiles, launchApp } from '../e2e/harness';
import { goTo } from '../e2e/journey-steps';
import { generatedGoodreads } from './goodreads-file';
import type { Measure } from './kernels';
import { tracedTasks } from './traced-tasks';

const DROP_TARGET = '.mantine-Dropzone-fullScreen, .mantine-Dropzone-root';
/** A machine that is busy with other things takes its time. */
const PATIENCE = 3_600_000;
/** What follows an import: search, recommender, catalogue. */
const SETTLING = 30_000;

/**
 * An export imported in the window into an empty library, for each number of rows: from the drop to the preview, from
 * the click to what was done, and what follows; beside the longest task of the page meanwhile, and a bare bulk write of
 * the same rows.
 */
export async function importingMeasures(
  build: string,
  sizes: readonly number[],
  say: (line: string) => void,
): Promise<readonly Measure[]> {
  const measures: Measure[] = [];
  for (const rows of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'handpicked-bench-'));
    const app = await launchApp({ build, ownBrowser: true });
    try {
      const file = join(folder, 'goodreads_library_export.csv');
      writeFileSync(file, generatedGoodreads(rows));
      app.page.setDefaultTimeout(PATIENCE);
      const session = await app.context.newCDPSession(app.page);
      measures.push(...(await oneSize(app.page, session, file, rows)));
      say(`An import of ${String(rows)} rows is measured.`);
    } finally {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return measures;
}

/** The longest task of the page, milliseconds: by the clock, and of the processor, which others may have taken. */
interface LongestTask {
  readonly clock: number;
  readonly processor: number;
}

async function oneSize(page: Page, session: CDPSession, file: string, rows: number): Promise<readonly Measure[]> {
  await goTo(page, '/import');
  await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
  const confirm = page.getByRole('button', { name: /^Import [\d,. ]+ things?$/ });
  const timed = async (
    work: () => Promise<void>,
  ): Promise<{ readonly milliseconds: number; readonly task: LongestTask }> => {
    let milliseconds = 0;
    const tasks = await tracedTasks(session, async () => {
      const start = performance.now();
      await work();
      milliseconds = performance.now() - start;
    });
    const longest = (of: 'dur' | 'tdur'): number => tasks.reduce((most, task) => Math.max(most, task[of]), 0) / 1000;
    return { milliseconds, task: { clock: longest('dur'), processor: longest('tdur') } };
  };
  // What a person drags is in the page before it is dropped.
  const drop = await draggedFiles(page, DROP_TARGET, [file]);
  const read = await timed(async () => {
    await drop();
    await confirm.waitFor();
  });
  const written = await timed(async () => {
    await confirm.click();
    await page.getByRole('heading', { name: 'Imported' }).waitFor();
  });
  const after = await timed(async () => {
    await page.waitForTimeout(SETTLING);
  });
  const sent = await timed(async () => {
    await goTo(page, '/settings');
    await page.getByText(/^everything, last written /).waitFor();
  });
  const bare = await bareWrite(page);
  const longest = (...tasks: readonly LongestTask[]): Measure['beside'] => [
    {
      name: 'the longest task of the page meanwhile',
      milliseconds: Math.max(...tasks.map(({ clock }) => clock)),
    },
    { name: 'the most processor time of one', milliseconds: Math.max(...tasks.map(({ processor }) => processor)) },
  ];
  const whole = read.milliseconds + written.milliseconds;
  const measure = (what: string, milliseconds: number, beside: Measure['beside']): Measure => ({
    name: `${String(rows)} rows of an export ${what}`,
    milliseconds,
    runs: 1,
    beside,
  });
  return [
    measure('imported, from the drop on', whole, [
      { name: 'a bare bulk write of the same rows', milliseconds: bare },
      ...longest(read.task, written.task),
    ]),
    measure('dropped to previewed', read.milliseconds, longest(read.task)),
    measure('confirmed to imported', written.milliseconds, longest(written.task)),
    measure('done: what follows', SETTLING + sent.milliseconds, longest(after.task, sent.task)),
  ];
}

/**
 * Milliseconds that Dexie takes to write the rows of the library into another database with the same tables and
 * indexes: one transaction, nothing checked and nothing remembered.
 */
async function bareWrite(page: Page): Promise<number> {
  // As a script of the debugger, which the page's content security policy does not concern.
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('dexie/dist/dexie.min.js'), 'utf8'));
  return z.number().parse(await page.evaluate(BARE_WRITE));
}

const BARE_WRITE = `(async () => {
  const library = await new Dexie('${DATABASE_NAME}').open();
  const rows = { items: await library.table('items').toArray(), events: await library.table('events').toArray() };
  const bare = new Dexie('bare-write', { chromeTransactionDurability: 'strict' });
  bare.version(1).stores(Object.fromEntries(['items', 'events'].map((name) => {
    const { primKey, indexes } = library.table(name).schema;
    return [name, [primKey, ...indexes].map(({ src }) => src).join()];
  })));
  await bare.open();
  const start = performance.now();
  await bare.transaction('rw', 'items', 'events', async () => {
    await bare.table('items').bulkAdd(rows.items);
    await bare.table('events').bulkAdd(rows.events);
  });
  const milliseconds = performance.now() - start;
  library.close();
  await bare.delete();
  return milliseconds;
})()`;
