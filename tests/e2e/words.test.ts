import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openApp } from './harness';
import { goTo } from './journey-steps';

async function quickAdd(page: Page, title: string, kind: string): Promise<void> {
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'Add to the library' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill(title);
  await dialog.getByLabel('Kind').fill(kind);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

// Every plain object answers to these names. The test fails on any error of the page.
it('shows kinds called constructor and __proto__ in Library, Home and What next', async () => {
  const app = await openApp({ ownBrowser: true, path: '/#/library' });
  const { page } = app;
  await page.getByRole('heading', { name: 'Your library is empty' }).waitFor();
  const kinds = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
  for (const kind of kinds) await quickAdd(page, `A thing of ${kind}`, kind);
  const again = (await app.restart()).page;
  for (const [path, heading] of [
    ['/library', 'Library'],
    ['/next', 'What next'],
    ['/settings', 'Settings'],
    ['/', null],
  ] as const) {
    await goTo(again, path);
    if (heading === null) await again.getByRole('main').getByRole('heading').first().waitFor();
    else await again.getByRole('heading', { level: 1, name: heading }).waitFor();
    expect(await again.getByRole('main').innerText()).not.toMatch(/native code|\[object/);
  }
  await goTo(again, '/library');
  await expect
    .poll(async () => (await again.locator('[role=row] a').allTextContents()).toSorted())
    .toEqual(kinds.map((kind) => `A thing of ${kind}`).toSorted());
});
