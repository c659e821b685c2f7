import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { itemId } from '../../renderer/src/domain/ids';
import { completeItem } from '../../renderer/src/domain/item';
import { dropFiles, fixturePath, openApp } from './harness';

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

it('says that the data is from a newer version instead of showing a blank page, and leaves it alone', async () => {
  const app = await openApp({ ownBrowser: true, path: '/#/library' });
  await app.page.getByRole('heading', { level: 1 }).waitFor();
  // As a later version of the program would leave it, far above any number this one can reach.
  const newer = await app.page.evaluate(async () => {
    const database = (await indexedDB.databases()).find(({ name }) => name === 'handpicked');
    const name = database?.name ?? '';
    const version = (database?.version ?? 0) * 100;
    await new Promise<void>((settle, fail) => {
      const opening = indexedDB.open(name, version);
      opening.addEventListener('success', () => {
        opening.result.close();
        settle();
      });
      opening.addEventListener('error', () => {
        fail(new Error(opening.error?.message ?? 'not opened'));
      });
    });
    return { name, version };
  });
  const again = await app.restart();
  await again.page.getByRole('heading', { name: 'Handpicked could not start' }).waitFor();
  await again.page
    .getByText(/newer version of Handpicked/)
    .first()
    .waitFor();
  expect(
    await again.page.evaluate(async () =>
      (await indexedDB.databases())
        .filter(({ name }) => name === 'handpicked')
        .map(({ name, version }) => ({ name, version })),
    ),
  ).toEqual([newer]);
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
