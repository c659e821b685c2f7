import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { JOURNALED_TABLES } from '../../renderer/src/data/schema';
import { freePort } from '../free-port';
import { damagedDatabaseText } from '../../renderer/src/text/damaged-database';
import { importFile, goTo } from './journey-steps';
import { startRealShell, until, type RealShell } from './real-shell';

/**
 * Breaks files of the browser's database and has the program bring everything back, as a person would: real Chromium,
 * real browser shell, one data folder that is filled once and copied for each damage.
 */

const DATABASES = 'browser-profile/Default/IndexedDB';
/** Enough that Chromium keeps sorted tables (.ldb) beside its log, and large values in files of their own. */
const THINGS = 2_000;
const REVIEW_LETTERS = 3_000;
/** More than this is help. */
export const MOST_CLICKS = 2;
const PATIENCE_MS = 60_000;
const BROUGHT_IN = /^Brought in changes up to /;

export interface FilledFolder {
  readonly folder: string;
  /** A database belongs to its port. */
  readonly port: number;
  /** Digest of every row that a person entered, by table and key. */
  readonly rows: ReadonlyMap<string, string>;
  /** Paths of the database's files below `DATABASES`; Chromium's log messages and its lock are none. */
  readonly files: readonly string[];
}

/**
 * Fills an empty folder with a library.
 * @param size small: the sample library, in seconds; large: with sorted tables, too
 */
export async function filledFolder(folder: string, size: 'small' | 'large'): Promise<FilledFolder> {
  const port = await freePort();
  mkdirSync(folder, { mode: 0o700 });
  const shell = await startRealShell(folder, port);
  try {
    const page = await shell.nextWindow();
    await page.locator('h1').first().waitFor();
    await goTo(page, '/settings');
    await page.getByRole('button', { name: 'Add the sample library' }).click();
    await page.getByRole('button', { name: 'Remove the sample library' }).waitFor();
    if (size === 'large') {
      const file = join(folder, '..', `${basename(folder)}.csv`);
      writeFileSync(file, manyThings());
      await goTo(page, '/import');
      await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
      await importFile(page, file);
      await goTo(page, '/settings');
    }
    await page.getByText(/^everything, last written /).waitFor();
    const rows = await rowsOf(page);
    await shell.close();
    return { folder, port, rows, files: databaseFiles(folder) };
  } finally {
    await shell.close();
  }
}

function manyThings(): string {
  const rows = Array.from({ length: THINGS }, (_, n) => {
    // No two alike: equal text would be compressed to nothing.
    const review = Array.from({ length: REVIEW_LETTERS / 8 }, (_each, at) =>
      ((n * 7_919 + at * 104_729) >>> 0).toString(36),
    );
    return `${String(n)},Made-up book ${String(n)},Author ${String(n % 50)},${String((n % 5) + 1)},read,${review.join(' ')}`;
  });
  return ['Book Id,Title,Author,My Rating,Exclusive Shelf,My Review', ...rows].join('\n');
}

function databaseFiles(folder: string): readonly string[] {
  return readdirSync(join(folder, DATABASES), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^LO(?:G|CK)/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, DATABASES).length + 1))
    .toSorted();
}

/** What is done to a file; `at` says where, 0 to below 1. */
export const HARMS: Readonly<Record<string, (file: string, at: number) => void>> = {
  deleted: (file) => {
    rmSync(file);
  },
  halved: (file) => {
    truncateSync(file, Math.floor(readFileSync(file).length / 2));
  },
  emptied: (file) => {
    truncateSync(file, 0);
  },
  flipped: (file, at) => {
    const bytes = readFileSync(file);
    const position = Math.floor(bytes.length * at);
    bytes[position] = (bytes[position] ?? 0) ^ 0x10;
    writeFileSync(file, bytes);
  },
};

/** What Chromium cannot open, and does not begin anew either. @param profile that no browser has open */
export function removeManifest(profile: string): void {
  const databases = join(profile, 'Default/IndexedDB');
  for (const entry of readdirSync(databases, { recursive: true }).map(String))
    if (/MANIFEST-\d+$/.test(entry)) rmSync(join(databases, entry));
}

export interface Recovered {
  /** Times that the person had to click until everything was back. */
  readonly clicks: number;
  /** Rows that are not what they were. */
  readonly lost: number;
  /** False: something was brought back, and nothing was said. */
  readonly isTold: boolean;
  /** Sentences of the pages that asked for a click. */
  readonly shown: readonly string[];
  /** Names of what lies in `set-aside`. */
  readonly setAside: readonly string[];
}

/** @param harm what is done to a copy of the folder before the start; `databases` is where its files are */
export async function recovered(filled: FilledFolder, harm: (databases: string) => void): Promise<Recovered> {
  const folder = `${filled.folder}-harmed`;
  await removed(folder);
  // The profile has links into the temporary folder, which are of the run before.
  cpSync(filled.folder, folder, { recursive: true, verbatimSymlinks: true });
  harm(join(folder, DATABASES));
  const shell = await startRealShell(folder, filled.port);
  try {
    const found = await broughtBack(shell);
    return { ...found, lost: lostRows(filled, found.rows), setAside: setAsideIn(folder) };
  } finally {
    await shell.close();
    await removed(folder);
  }
}

/** Removes a folder that a browser wrote to: some of its processes do so for a moment after it has ended. */
export async function removed(folder: string): Promise<void> {
  await until(() => {
    try {
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve(true);
    } catch {
      return Promise.resolve(null);
    }
  }, [folder]);
}

async function broughtBack(
  shell: RealShell,
): Promise<Pick<Recovered, 'clicks' | 'isTold' | 'shown'> & { readonly rows: ReadonlyMap<string, string> }> {
  const shown: string[] = [];
  for (let clicks = 0; ; clicks++) {
    const page = await shell.nextWindow();
    const rows = await openedRows(page);
    if (rows !== null) return { clicks, rows, shown, isTold: await isTold(page) };
    if (clicks === MOST_CLICKS) return { clicks: clicks + 1, rows: new Map(), shown, isTold: true };
    const button = page.getByRole('button', { name: damagedDatabaseText.bringBack });
    await button.waitFor({ timeout: PATIENCE_MS });
    shown.push(await page.locator('main').innerText());
    await button.click();
  }
}

/** The rows of a window; null where it shows that its database is damaged, at once or when it is read. */
async function openedRows(page: Page): Promise<ReadonlyMap<string, string> | null> {
  const isDamaged = page.getByRole('heading', { name: damagedDatabaseText.title });
  await page.locator('h1').first().waitFor({ timeout: PATIENCE_MS });
  if ((await isDamaged.count()) > 0) return null;
  const rows = await rowsOf(page).catch(() => null);
  // Found only by reading: the window says so then.
  if (rows === null) await isDamaged.waitFor({ timeout: PATIENCE_MS });
  return rows;
}

/** Whether the window says up to when it brought changes in, if it did. */
async function isTold(page: Page): Promise<boolean> {
  const actions = (await tableOf(page, 'actions')) as readonly { readonly label: string }[];
  if (!actions.some(({ label }) => BROUGHT_IN.test(label))) return true;
  return await page
    .getByText(BROUGHT_IN)
    .first()
    .waitFor({ timeout: PATIENCE_MS })
    .then(
      () => true,
      () => false,
    );
}

/** Digests of the rows that a person entered. Rejects where one cannot be read. */
async function rowsOf(page: Page): Promise<ReadonlyMap<string, string>> {
  const rows = new Map<string, string>();
  for (const table of JOURNALED_TABLES)
    for (const row of await tableOf(page, table)) {
      const digest = createHash('sha256').update(JSON.stringify(row, ordered)).digest('hex');
      rows.set(`${table} ${String(row['id'])}`, digest);
    }
  return rows;
}

function ordered(_key: string, value: unknown): unknown {
  return value instanceof Object && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value;
}

/** Rows of a table, read past the program. Rejects where one cannot be read. */
async function tableOf(page: Page, name: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return await page.evaluate(async (table) => {
    const database = await new Promise<IDBDatabase>((settle, fail) => {
      const opening = indexedDB.open('handpicked');
      opening.addEventListener('success', () => {
        settle(opening.result);
      });
      opening.addEventListener('error', () => {
        fail(new Error(opening.error?.message ?? 'not opened'));
      });
    });
    return await new Promise((settle, fail) => {
      const reading: IDBRequest<Record<string, unknown>[]> = database.transaction(table).objectStore(table).getAll();
      reading.addEventListener('success', () => {
        database.close();
        settle(reading.result);
      });
      reading.addEventListener('error', () => {
        database.close();
        fail(new Error(reading.error?.message ?? 'not read'));
      });
    });
  }, name);
}

function lostRows({ rows }: FilledFolder, found: ReadonlyMap<string, string>): number {
  return [...rows].filter(([key, digest]) => found.get(key) !== digest).length;
}

function setAsideIn(folder: string): readonly string[] {
  const place = join(folder, 'set-aside');
  return existsSync(place) ? readdirSync(place, { recursive: true }).map(String).toSorted() : [];
}
