import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { dropFiles, fixturePath, openApp } from './harness';

const PAGES = [
  '',
  'next',
  'library',
  'friends',
  'together',
  'shared',
  'lists',
  'import',
  'gaps',
  'paste',
  'trust',
  'settings',
  'trash',
  'help',
];

async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `/${path}`);
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[class*=Loader-root], [class*=Skeleton-root]') === null);
}

/**
 * Serious and critical violations as "rule: place", so that a failure says what to mend.
 * @param scheme of dark pages only the colours are looked at: they differ in nothing else, and every rule takes time.
 */
async function violations(page: Page, place: string, scheme: 'light' | 'dark'): Promise<string[]> {
  const builder = new AxeBuilder({ page });
  const { violations: found } = await (scheme === 'dark' ? builder.withRules('color-contrast') : builder).analyze();
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 4).map((node) => `${place}: ${id}: ${node.html.slice(0, 160)} (${node.any[0]?.message ?? ''})`),
    );
}

describe.each(['light', 'dark'] as const)('%s', (colourScheme) => {
  it('no page has a serious violation, empty or full', async () => {
    const { page } = await openApp({ colourScheme, path: '/#/library' });
    const found: string[] = [];
    for (const path of PAGES) {
      await go(page, path);
      found.push(...(await violations(page, `empty ${path}`, colourScheme)));
    }
    await go(page, 'settings');
    await page.getByRole('button', { name: 'Add the sample library' }).click();
    await page.getByRole('button', { name: 'Remove the sample library' }).waitFor();
    for (const path of PAGES) {
      await go(page, path);
      found.push(...(await violations(page, `full ${path}`, colourScheme)));
    }
    for (const [from, prefix] of [
      ['library', '#/item/'],
      ['friends', '#/friends/'],
    ] as const) {
      await go(page, from);
      const address = await page.locator(`main a[href^="${prefix}"]`).first().getAttribute('href');
      await go(page, (address ?? '').replace('#/', ''));
      found.push(...(await violations(page, prefix, colourScheme)));
      if (from !== 'friends') continue;
      await go(page, `${(address ?? '').replace('#/', '')}/which`);
      found.push(...(await violations(page, 'which would they pick', colourScheme)));
    }
    expect(found).toEqual([]);
  });

  it('no dialog or preview has a serious violation', async () => {
    const { page } = await openApp({ colourScheme, path: '/#/library' });
    const found: string[] = [];
    await page.locator('h1').waitFor();
    for (const [key, title] of [
      ['n', 'Add to the library'],
      ['?', 'Keyboard shortcuts'],
    ] as const) {
      await page.keyboard.press(key);
      await page.getByRole('dialog', { name: title }).waitFor();
      found.push(...(await violations(page, title, colourScheme)));
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await go(page, 'import');
    await dropFiles(page, '.mantine-Dropzone-root', [
      fixturePath('exports/goodreads-24-columns.csv'),
      fixturePath('window/cellar.csv'),
    ]);
    await page.getByRole('button', { name: /^Import \d/ }).waitFor();
    found.push(...(await violations(page, 'preview', colourScheme)));
    expect(found).toEqual([]);
  });
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
