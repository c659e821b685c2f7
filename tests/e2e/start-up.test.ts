import { expect, it } from 'vitest';
import { openApp } from './harness';

it('says that the data is from a newer version instead of showing a blank page, and leaves it alone', async () => {
  const app = await openApp({ path: '/#/library' });
  await app.page.getByRole('heading', { level: 1 }).waitFor();
  // As a later version of the program would leave it, far above any number this one can reach.
  const newer = await app.page.evaluate(async () => {
    const [database] = await indexedDB.databases();
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
      (await indexedDB.databases()).map(({ name, version }) => ({ name, version })),
    ),
  ).toEqual([newer]);
});

it('starts with a damaged row in its database, says so, and shows the rest', async () => {
  const app = await openApp({ path: '/#/library' });
  await app.page.getByRole('heading', { level: 1 }).waitFor();
  await app.page.evaluate(async () => {
    const [found] = await indexedDB.databases();
    await new Promise<void>((settle, fail) => {
      const opening = indexedDB.open(found?.name ?? '');
      opening.addEventListener('success', () => {
        const database = opening.result;
        const writing = database.transaction('items', 'readwrite');
        writing.objectStore('items').add({ id: 'damaged', kind: 'book', title: 7 });
        writing.addEventListener('complete', () => {
          database.close();
          settle();
        });
        writing.addEventListener('error', () => {
          fail(new Error(writing.error?.message ?? 'not written'));
        });
      });
    });
  });
  const again = await app.restart();
  await again.page.getByText('Some of your data cannot be read').waitFor();
  await again.page.getByText('One record is damaged and left out.', { exact: false }).first().waitFor();
  await again.page.getByRole('heading', { level: 1, name: 'Library' }).waitFor();
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
