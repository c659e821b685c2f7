import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { itemId } from '../../renderer/src/domain/ids';
import { completeItem } from '../../renderer/src/domain/item';
import { allViolations, seriousViolations, switchColours } from './accessibility';
import { dropFiles, fixturePath, openApp } from './harness';
import { makeNewer } from './newer-database';

const goLibrary = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.location.hash = '/library';
  });
const KITE = { kind: 'book', title: 'Kite Weather', source: 'goodreads' };

/** Puts rows into tables of the database, past the program. */
async function putRows(page: Page, rows: Readonly<Record<string, readonly object[]>>): Promise<void> {
  await page.evaluate(async (tables) => {
    const found = (await indexedDB.databases()).find(({ name }) => name === 'handpicked');
    await new Promise<void>((settle, fail) => {
      const opening = indexedDB.open(found?.name ?? '');
      opening.addEventListener('success', () => {
        const database = opening.result;
        const writing = database.transaction(Object.keys(tables), 'readwrite');
        for (const [table, added] of Object.entries(tables))
          for (const row of added) writing.objectStore(table).put(row);
        writing.addEventListener('complete', () => {
          database.close();
          settle();
        });
        writing.addEventListener('error', () => {
          fail(new Error(writing.error?.message ?? 'not written'));
        });
      });
    });
  }, rows);
}

interface StoredDatabase {
  readonly version: number;
  readonly tables: Readonly<Record<string, { readonly indexes: readonly string[]; readonly rows: readonly unknown[] }>>;
}

/** All that the database holds, read without the program. */
async function storedDatabase(page: Page): Promise<StoredDatabase> {
  return await page.evaluate(
    () =>
      new Promise<StoredDatabase>((settle, fail) => {
        const opening = indexedDB.open('handpicked');
        opening.addEventListener('error', () => {
          fail(new Error(opening.error?.message ?? 'not opened'));
        });
        opening.addEventListener('success', () => {
          const database = opening.result;
          const reading = database.transaction([...database.objectStoreNames], 'readonly');
          const tables: Record<string, { indexes: readonly string[]; rows: readonly unknown[] }> = {};
          for (const name of database.objectStoreNames) {
            const store = reading.objectStore(name);
            const asked = store.getAll();
            asked.addEventListener('success', () => {
              tables[name] = { indexes: [...store.indexNames], rows: asked.result };
            });
          }
          reading.addEventListener('complete', () => {
            database.close();
            settle({ version: database.version, tables });
          });
        });
      }),
  );
}

it('shows a library of a newer version to look at and to search, in both colours, wide and small, by keyboard', async () => {
  const app = await openApp({ ownBrowser: true, path: '/#/settings' });
  await app.page.getByRole('button', { name: 'Add the sample library' }).click();
  await app.page.getByText(/^everything, last written /).waitFor();
  await makeNewer(app.page);
  const newer = await storedDatabase(app.page);
  const { page } = await app.restart();
  const look = page.getByRole('region', { name: 'What is in it' });
  const list = look.getByRole('region', { name: 'Things' });
  await list.getByRole('listitem').first().waitFor();
  await look.getByText(/^1 record cannot be read by this version and is not shown\./).waitFor();
  const own = (newer.tables['items']?.rows ?? []).filter(
    (row) => (row as { readonly inLibrary?: boolean }).inLibrary !== false && 'kind' in (row as object),
  );
  await look.getByRole('radio', { name: `Things (${String(own.length)})` }).waitFor();
  for (const size of [
    { width: 1280, height: 800 },
    { width: 900, height: 600 },
  ])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize(size);
      await switchColours(page, colorScheme);
      expect(await allViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.querySelector('main')?.scrollWidth)).toBeLessThanOrEqual(size.width);
    }

  // With keys alone: try again, save, search, which, the list.
  for (let tab = 0; tab < 3; tab += 1) await page.keyboard.press('Tab');
  await page.keyboard.type('piranesi CLARKE');
  await look.getByText(`1 of ${String(own.length)}`).waitFor();
  const row = list.getByRole('listitem');
  await row.getByText('Susanna Clarke · 2020 · Book · your rating 5/5').waitFor();
  await row.getByText('Best read knowing nothing at all.').waitFor();
  expect(await row.count()).toBe(1);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('no such words');
  await look.getByText('Nothing here has all of these words.').waitFor();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  await list.getByRole('listitem').first().waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await look.getByRole('region', { name: 'Friends' }).getByText('Mira').waitFor();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Tab');
  await page.keyboard.press('End');
  await list.locator(`[aria-posinset="${String(own.length)}"]`).waitFor();
  expect(await storedDatabase(page)).toEqual(newer);
});

it('says that the library is from a newer version, saves all of it as a file, and never writes to it', async () => {
  const app = await openApp({ ownBrowser: true, path: '/#/settings' });
  await app.page.getByRole('button', { name: 'Add the sample library' }).click();
  await app.page.getByText(/^everything, last written /).waitFor();
  await makeNewer(app.page);
  const newer = await storedDatabase(app.page);
  const { page } = await app.restart();
  await page.getByRole('heading', { name: 'Your library is from a newer version of Handpicked' }).waitFor();
  expect(await seriousViolations(page)).toEqual([]);

  // With keys alone.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toMatch(/\.handpicked$/);
  await page.getByText(/^Saved Handpicked .*\.handpicked\. \d+ things, /).waitFor();
  const members = unzipSync(readFileSync(await download.path()));
  const text = (name: string): string => strFromU8(members[name] ?? new Uint8Array());
  const inFile = Object.fromEntries(
    Object.keys(members)
      .filter((name) => name.endsWith('.jsonl'))
      .map((name) => [
        name.replace('.jsonl', ''),
        text(name)
          .split('\n')
          .flatMap((line): unknown[] => (line === '' ? [] : [JSON.parse(line)])),
      ]),
  );
  const { actions: _undo, actionChanges: _images, outbox: _waiting, outside: _standing, ...library } = newer.tables;
  expect(inFile).toEqual({
    ...Object.fromEntries(Object.entries(library).map(([name, { rows }]) => [name, rows])),
    damaged: [],
  });
  expect(JSON.parse(text('manifest.json'))).toMatchObject({ databaseVersion: Math.floor(newer.version / 10) });
  expect(await storedDatabase(page)).toEqual(newer);
});

it('starts with a damaged row in its database, says so, and shows the rest', async () => {
  const app = await openApp({ ownBrowser: true, path: '/#/library' });
  await app.page.getByRole('heading', { level: 1 }).waitFor();
  await putRows(app.page, { items: [{ id: 'damaged', kind: 'book', title: 7 }] });
  const again = await app.restart();
  await again.page.getByText('Some of your data cannot be read').waitFor();
  await again.page.getByText('One record is damaged and left out.', { exact: false }).first().waitFor();
  await again.page.getByRole('heading', { level: 1, name: 'Library' }).waitFor();
});

it('moves shelves that an older version kept as tags, says so once, and takes it back', async () => {
  const app = await openApp({ ownBrowser: true, path: '/#/import' });
  await app.page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
  await dropFiles(app.page, '.mantine-Dropzone-root', [fixturePath('exports/goodreads-23-columns.csv')]);
  await app.page.getByRole('button', { name: 'Import 2 things' }).click();
  await app.page.getByRole('heading', { name: 'Imported' }).waitFor();
  // What the upgrade leaves of a library of version 4: a book with its shelves as tags, and the request to move them.
  await putRows(app.page, {
    items: [{ ...completeItem(KITE, itemId('kite'), 1), tags: ['fantasy', 'to-buy', 'read-2019'] }],
    settings: [{ key: 'shelves-in-tags', value: 'to be moved' }],
  });
  const again = await app.restart();
  const toast = again.page.getByText('2 shelves of your Goodreads import were kept as tags. They are shelves now.');
  await toast.first().waitFor();
  await goLibrary(again.page);
  await again.page.getByRole('combobox', { name: 'Shelf' }).click();
  await again.page.getByRole('option', { name: 'to-buy (1)' }).click();
  await again.page.getByText('1 thing of 3').waitFor();
  await again.page.getByRole('button', { name: 'Undo' }).click();
  await again.page.getByText('Undone: Moved 2 shelves of Kite Weather out of the tags').first().waitFor();
  await again.page.getByRole('button', { name: 'Clear filters' }).first().click();
  await again.page.getByRole('combobox', { name: 'Tag' }).click();
  await again.page.getByRole('option', { name: 'read-2019 (1)' }).waitFor();
  const later = await again.restart();
  await goLibrary(later.page);
  await later.page.getByRole('combobox', { name: 'Tag' }).click();
  await later.page.getByRole('option', { name: 'to-buy (1)' }).waitFor();
  expect(await later.page.getByText('They are shelves now').count()).toBe(0);
});

it('leads from an unknown address back home', async () => {
  const { page } = await openApp({ path: '/#/nowhere' });
  await page.getByRole('heading', { level: 1, name: 'There is no such page' }).waitFor();
  await page.getByRole('link', { name: 'Go to Home' }).click();
  await page.getByRole('heading', { level: 1, name: /Welcome/ }).waitFor();
});

it('reaches every page by keyboard, and names the window after it', async () => {
  const { page } = await openApp();
  await page.getByRole('heading', { level: 1 }).waitFor();
  for (const [keys, title] of [
    ['gw', 'What next'],
    ['gl', 'Library'],
    ['gf', 'Friends'],
    ['gd', 'Decide together'],
    ['gs', 'Shared'],
    ['gt', 'Lists'],
    ['gi', 'Import'],
    ['go', 'Settings'],
  ] as const) {
    for (const key of keys) await page.keyboard.press(key);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await expect.poll(() => page.title()).toBe(`${title} · Handpicked`);
    expect(await page.getByRole('navigation', { name: 'Main' }).locator('[aria-current=page]').innerText()).toBe(title);
  }
});
