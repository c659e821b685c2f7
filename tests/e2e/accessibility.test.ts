import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { seriousViolations, switchColours } from './accessibility';
import { dropFiles, fixturePath, openApp } from './harness';
import { PAGES } from './journey-steps';

async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `/${path}`);
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[class*=Loader-root], [class*=Skeleton-root]') === null);
}

/**
 * Serious and critical violations as "rule: place", so that a failure says what to mend: in the colours there are, then
 * in the others, where only the colours are looked at, because nothing else differs and every rule takes time.
 */
async function violations(page: Page, place: string): Promise<string[]> {
  const found = (await seriousViolations(page)).map((line) => `${place}: ${line}`);
  const isDark = await page.evaluate(() => document.documentElement.dataset['mantineColorScheme'] === 'dark');
  await switchColours(page, isDark ? 'light' : 'dark');
  const inOthers = await seriousViolations(page, { rules: ['color-contrast'] });
  return [...found, ...inOthers.map((line) => `${isDark ? 'light' : 'dark'} ${place}: ${line}`)];
}

it('no empty page has a serious violation', async () => {
  const { page } = await openApp({ path: '/#/library' });
  const found: string[] = [];
  for (const path of PAGES) {
    await go(page, path);
    found.push(...(await violations(page, `empty ${path}`)));
  }
  expect(found).toEqual([]);
});

it('no full page has a serious violation', async () => {
  const { page } = await openApp({ path: '/#/settings' });
  const found: string[] = [];
  await page.getByRole('button', { name: 'Add the sample library' }).click();
  await page.getByRole('button', { name: 'Remove the sample library' }).waitFor();
  for (const path of PAGES) {
    await go(page, path);
    found.push(...(await violations(page, `full ${path}`)));
  }
  for (const [from, prefix] of [
    ['library', '#/item/'],
    ['friends', '#/friends/'],
  ] as const) {
    await go(page, from);
    const address = await page.locator(`main a[href^="${prefix}"]`).first().getAttribute('href');
    await go(page, (address ?? '').replace('#/', ''));
    found.push(...(await violations(page, prefix)));
    if (from !== 'friends') continue;
    await go(page, `${(address ?? '').replace('#/', '')}/which`);
    found.push(...(await violations(page, 'which would they pick')));
  }
  expect(found).toEqual([]);
});

it('no dialog has a serious violation', async () => {
  const { page } = await openApp({ path: '/#/library' });
  const found: string[] = [];
  await page.locator('h1').waitFor();
  for (const [key, title] of [
    ['n', 'Add to the library'],
    ['?', 'Keyboard shortcuts'],
  ] as const) {
    await page.keyboard.press(key);
    await page.getByRole('dialog', { name: title }).waitFor();
    found.push(...(await violations(page, title)));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  expect(found).toEqual([]);
});

it('no step of an import has a serious violation', async () => {
  const { page } = await openApp({ path: '/#/import' });
  const found: string[] = [];
  await go(page, 'import');
  await dropFiles(page, '.mantine-Dropzone-root', [
    fixturePath('window/in-doubt.csv'),
    fixturePath('exports/netflix/ViewingActivity.csv'),
    fixturePath('window/cellar.csv'),
  ]);
  await page.getByRole('button', { name: /^Import \d/ }).waitFor();
  // All of it: doubtful rows, joined ones, cells that were not read, rows that are left out, a question, a mapping.
  const folded = page.locator('main [aria-expanded=false][aria-controls]').first();
  while (await folded.isVisible()) await folded.click();
  await page.getByRole('combobox', { name: 'Private note' }).waitFor();
  found.push(...(await violations(page, 'preview')));
  await page.getByRole('button', { name: /^Import \d/ }).click();
  await page.getByRole('link', { name: 'Look at them' }).waitFor();
  found.push(...(await violations(page, 'imported')));
  await page.getByRole('link', { name: 'Look at them' }).click();
  await page.getByRole('table').waitFor();
  found.push(...(await violations(page, 'two that could be the same')));
  await go(page, 'import');
  await page.getByRole('heading', { name: 'Imports so far' }).waitFor();
  found.push(...(await violations(page, 'imports so far')));
  expect(found).toEqual([]);
});

it('at 200 % zoom of a small window nothing is cut off sideways', async () => {
  const { page } = await openApp({ viewport: { width: 450, height: 300 }, path: '/#/settings' });
  await page.getByRole('button', { name: 'Add the sample library' }).click();
  await page.getByRole('button', { name: 'Remove the sample library' }).waitFor();
  const wide: string[] = [];
  for (const path of PAGES) {
    await go(page, path);
    const overflow = await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth);
    if (overflow > 1) wide.push(`${path}: ${String(overflow)} px`);
  }
  expect(wide).toEqual([]);
});
