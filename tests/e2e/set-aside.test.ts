import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allViolations, switchColours } from './accessibility';
import { testBrowser } from './browser';
import {
  filledFolder,
  HARMS,
  recovered,
  removed,
  removeManifest,
  type FilledFolder,
  type Recovered,
} from './damaged-database';
import { openApp, type AppUnderTest, type OpenAppOptions } from './harness';
import { goTo } from './journey-steps';

/** What Chromium cannot open at all. `npm run faults -- --only corrupt` does the same to every file, in every way. */
describe.skipIf(!testBrowser().hasWindows)('a database that the browser cannot open', () => {
  let filled: FilledFolder;
  const place = mkdtempSync(join(tmpdir(), 'handpicked-aside-'));
  beforeAll(async () => {
    filled = await filledFolder(join(place, 'data'), 'small');
  });
  afterAll(async () => {
    await removed(place);
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

/** Opens the app and adds a thing, until it is in both places. */
async function withOneThing(options: OpenAppOptions): Promise<AppUnderTest> {
  const app = await openApp({ ...options, path: '/#/library' });
  const { page } = app;
  await page.getByRole('heading', { name: 'Your library is empty' }).waitFor();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'Add to the library' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('The Summer Book');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await goTo(page, '/settings');
  await page.getByText(/^everything, last written /).waitFor();
  return app;
}

async function everythingIsBack(page: Page): Promise<void> {
  await page
    .getByText(/^Brought in changes up to/)
    .first()
    .waitFor();
  await goTo(page, '/library');
  await page.getByRole('link', { name: 'The Summer Book' }).waitFor();
}

describe('the page that says so', () => {
  it('is read and used by keyboard, and says truthfully where it is not the shell’s own window', async () => {
    const whole = await withOneThing({ ownBrowser: true, allowedConsoleErrors: [/backing store|indexedDB/i] });
    const app = await whole.restart(removeManifest);
    const { page } = app;
    await page.getByRole('heading', { level: 1, name: 'The browser’s database is damaged' }).waitFor();
    await page.getByRole('button', { name: 'Set it aside and bring everything back' }).waitFor();
    expect(await allViolations(page)).toEqual([]);
    await switchColours(page, 'dark');
    expect(await allViolations(page, { rules: ['color-contrast'] })).toEqual([]);
    expect(await focused(page)).toBe('The browser’s database is damaged');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Set it aside and bring everything back');
    await page.keyboard.press('Enter');
    await page.getByText('It will be done at the next start.').waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
    await everythingIsBack((await app.restart()).page);
  });

  it('takes the place of a window whose database the browser throws away: never an empty library', async () => {
    const { page, context, origin } = await withOneThing({});
    const devices = await context.newCDPSession(page);
    await devices.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
    await page.getByRole('heading', { level: 1, name: 'The browser’s database is damaged' }).waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await everythingIsBack(page);
  });
});

async function focused(page: Page): Promise<string> {
  return await page.evaluate(() => document.activeElement?.textContent ?? '');
}
