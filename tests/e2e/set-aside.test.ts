import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testBrowser } from './browser';
import { filledFolder, HARMS, recovered, type FilledFolder, type Recovered } from './damaged-database';
import { openApp } from './harness';

/** What Chromium cannot open at all. `npm run faults -- --only corrupt` does the same to every file, in every way. */
describe.skipIf(!testBrowser().hasWindows)('a database that the browser cannot open', () => {
  let filled: FilledFolder;
  const place = mkdtempSync(join(tmpdir(), 'handpicked-aside-'));
  beforeAll(async () => {
    filled = await filledFolder(join(place, 'data'), 'small');
  });
  afterAll(() => {
    rmSync(place, { recursive: true, force: true, maxRetries: 20 });
  });
  const afterHarm = async (name: RegExp, how: string): Promise<Recovered> => {
    const file = filled.files.find((each) => name.test(each)) ?? '';
    return await recovered(filled, (databases) => HARMS[how]?.(join(databases, file), 0.5));
  };

  it.each([
    ['CURRENT', /CURRENT$/, 'flipped'],
    ['MANIFEST', /MANIFEST-\d+$/, 'deleted'],
  ])('is set aside and brought back with one click (%s)', async (_file, name, how) => {
    const { clicks, lost, isTold, shown, setAside } = await afterHarm(name, how);
    expect({ clicks, lost, isTold }).toEqual({ clicks: 1, lost: 0, isTold: true });
    expect(shown[0]).toMatch(/Everything you entered up to .*20\d\d.* is kept outside it/);
    expect(setAside.some((each) => each.endsWith('.leveldb/CURRENT'))).toBe(true);
  });
});

function breakManifest(profile: string): void {
  const databases = join(profile, 'Default/IndexedDB');
  for (const entry of readdirSync(databases, { recursive: true }).map(String))
    if (/MANIFEST-\d+$/.test(entry)) rmSync(join(databases, entry));
}

describe('the page that says so', () => {
  const damaged = async (): Promise<Awaited<ReturnType<typeof openApp>>> => {
    const app = await openApp({
      ownBrowser: true,
      path: '/#/library',
      allowedConsoleErrors: [/backing store|indexedDB/i],
    });
    await app.page.getByRole('heading', { name: 'Your library is empty' }).waitFor();
    await app.page.keyboard.press('n');
    const dialog = app.page.getByRole('dialog', { name: 'Add to the library' });
    await dialog.getByRole('textbox', { name: 'Title' }).fill('The Summer Book');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await app.page.evaluate(() => {
      window.location.hash = '/settings';
    });
    await app.page.getByText(/^everything, last written /).waitFor();
    return await app.restart(breakManifest);
  };

  it('is read and used by keyboard, and says truthfully where it is not the shell’s own window', async () => {
    const app = await damaged();
    const { page } = app;
    await page.getByRole('heading', { level: 1, name: 'The browser’s database is damaged' }).waitFor();
    await page.getByRole('button', { name: 'Set it aside and bring everything back' }).waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    }
    expect(await focused(page)).toBe('The browser’s database is damaged');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Set it aside and bring everything back');
    await page.keyboard.press('Enter');
    await page.getByText('It will be done at the next start.').waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
    const again = await app.restart();
    await again.page
      .getByText(/^Brought in changes up to/)
      .first()
      .waitFor();
    await again.page.evaluate(() => {
      window.location.hash = '/library';
    });
    await again.page.getByRole('link', { name: 'The Summer Book' }).waitFor();
  });
});

async function focused(page: Page): Promise<string> {
  return await page.evaluate(() => document.activeElement?.textContent ?? '');
}
