import { readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { dropFiles, fixturePath, openApp } from './harness';
import { goTo } from './journey-steps';

const titles = (page: Page): Promise<string[]> => page.locator('[role=row] a').allTextContents();

async function add(page: Page, title: string): Promise<void> {
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'Add to the library' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill(title);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: title }).waitFor();
}

/** Takes a snapshot in Settings, and waits for that one: a window takes some by itself as well. */
async function takeSnapshot(page: Page): Promise<void> {
  const section = page.getByRole('region', { name: 'Snapshots' });
  const asked = section.locator('dd').filter({ hasText: /^asked for/ });
  await section.getByRole('button', { name: 'Take one now' }).waitFor();
  const before = await asked.count();
  await section.getByRole('button', { name: 'Take one now' }).press('Enter');
  await asked.nth(before).waitFor({ timeout: 60_000 });
  await section.getByRole('button', { name: 'Take one now' }).waitFor();
  await section.getByText(/^restored on trial and found complete: /).waitFor({ timeout: 60_000 });
}

async function showLibrary(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await goTo(page, '/library');
}

function levelDb(profile: string): string {
  const folder = join(profile, 'Default/IndexedDB');
  return join(folder, readdirSync(folder).find((name) => name.endsWith('.leveldb')) ?? '');
}

/** Every file that may be damaged, and how: the suite `corrupt` of `npm run faults`. */
const FOLDER_GONE = 'its folder is gone';
const BROKEN: Readonly<Record<string, (profile: string) => void>> = {
  [FOLDER_GONE]: (profile) => {
    rmSync(join(profile, 'Default/IndexedDB'), { recursive: true });
  },
  'most of its log is gone': (profile) => {
    for (const name of readdirSync(levelDb(profile)).filter((each) => each.endsWith('.log'))) {
      const file = join(levelDb(profile), name);
      truncateSync(file, Math.floor(statSync(file).size / 8));
    }
  },
};

describe('the browser’s database', () => {
  it.each(Object.entries(BROKEN))(
    'may be lost (%s): everything is back, and the person is told of what was lost',
    async (how, harm) => {
      const app = await openApp({
        ownBrowser: true,
        path: '/#/library',
        allowedConsoleErrors: [/backing store|indexedDB/i],
      });
      await app.page.getByRole('heading', { name: 'Your library is empty' }).waitFor();
      await add(app.page, 'The Summer Book');
      await app.page.getByRole('grid').focus();
      await app.page.keyboard.press('4');
      await expect
        .poll(() => app.page.getByRole('slider', { name: 'Rating of The Summer Book' }).getAttribute('aria-valuetext'))
        .toBe('4/5');
      await goTo(app.page, '/settings');
      await app.page.getByText(/^everything, last written /).waitFor();
      const { page } = await app.restart(harm);
      // How much of it stood in the log alone is Chromium's own affair; what a damaged one loses is measured by
      // `npm run faults -- --only corrupt`.
      if (how === FOLDER_GONE)
        await page
          .getByText(/^Brought in changes up to/)
          .first()
          .waitFor();
      await showLibrary(page);
      await expect.poll(() => titles(page)).toEqual(['The Summer Book']);
      const rating = page.getByRole('slider', { name: 'Rating of The Summer Book' });
      expect(await rating.getAttribute('aria-valuetext')).toBe('4/5');
    },
  );
});

it('says so while the journal outside does not answer, and catches up by itself', async () => {
  const { page } = await openApp({ path: '/#/library', allowedConsoleErrors: [/Failed to load resource/] });
  await page.getByRole('heading', { name: 'Your library is empty' }).waitFor();
  await page.route('**/host/journal*', (route) => route.abort());
  await add(page, 'The Summer Book');
  await page
    .getByText(/^What you entered last is kept in this window alone\. Handpicked is no longer running/)
    .waitFor();
  await page.unroute('**/host/journal*');
  await page.getByText(/^What you entered last/).waitFor({ state: 'detached', timeout: 15_000 });
  await goTo(page, '/settings');
  await page.getByText(/^everything, last written /).waitFor();
});

it('two windows share every change: a file imported in both is there once', async () => {
  const { page, context, origin } = await openApp({ path: '/#/import' });
  const other = await context.newPage();
  await other.goto(`${origin}/#/import`);
  for (const window of [page, other]) {
    await window.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
    await dropFiles(window, '.mantine-Dropzone-root', [fixturePath('exports/goodreads-24-columns.csv')]);
    await window.getByRole('button', { name: /^Import \d/ }).waitFor();
  }
  await page.getByRole('button', { name: /^Import \d/ }).click();
  await page.getByRole('heading', { name: 'Imported' }).waitFor();
  await showLibrary(page);
  await expect.poll(async () => (await titles(page)).length).toBeGreaterThan(0);
  const imported = (await titles(page)).toSorted();
  await other.getByRole('button', { name: /^Import \d/ }).click();
  await other.getByRole('heading', { name: 'Imported' }).waitFor();
  await showLibrary(other);
  await expect.poll(async () => (await titles(other)).toSorted()).toEqual(imported);
  expect((await titles(page)).toSorted()).toEqual(imported);
  await add(page, 'The Summer Book');
  await other.getByRole('link', { name: 'The Summer Book' }).waitFor();
});

it('shows and sends what another window did that ended before it could say', async () => {
  const { page, context, origin, durable } = await openApp({
    path: '/#/library',
    allowedConsoleErrors: [/Failed to load resource/],
  });
  await page.getByRole('heading', { name: 'Your library is empty' }).waitFor();
  const dumb = await context.newPage();
  await dumb.addInitScript(() => {
    window.BroadcastChannel = class extends BroadcastChannel {
      override postMessage(message: unknown): void {
        // A channel has no target: its origin is the page's own.
        // oxlint-disable-next-line unicorn/require-post-message-target-origin
        if (this.name === 'handpicked-windows') super.postMessage(message);
      }
    };
  });
  await dumb.route('**/host/journalAppend', async (route) => {
    await route.abort();
  });
  await dumb.goto(`${origin}/#/library`);
  await dumb.getByRole('heading', { name: 'Your library is empty' }).waitFor();
  await add(dumb, 'Fair Play');
  await dumb.getByRole('link', { name: 'Fair Play' }).waitFor();
  await page.getByRole('heading', { name: 'Your library is empty' }).waitFor();
  const kept = async (): Promise<number> => (await durable.journalStatus()).lastSequence;
  const before = await kept();
  await dumb.close();
  await page.getByRole('link', { name: 'Fair Play' }).waitFor();
  await expect.poll(kept).toBeGreaterThan(before);
});

it('is back from its newest snapshot where the database and the journal are both gone', async () => {
  const app = await openApp({
    ownBrowser: true,
    path: '/#/library',
    allowedConsoleErrors: [/Failed to load resource/],
  });
  await app.page.getByRole('heading', { name: 'Your library is empty' }).waitFor();
  await add(app.page, 'The Summer Book');
  await goTo(app.page, '/settings');
  await takeSnapshot(app.page);
  const { page } = await app.restart((profile) => {
    rmSync(join(profile, 'Default/IndexedDB'), { recursive: true });
    rmSync(join(profile, '../journal'), { recursive: true });
  });
  await page
    .getByText(/^Restored the library of /)
    .first()
    .waitFor({ timeout: 60_000 });
  await showLibrary(page);
  await expect.poll(() => titles(page)).toEqual(['The Summer Book']);
});

it('goes back to a snapshot from Settings in two steps, and Undo takes that back', async () => {
  const { page } = await openApp({ path: '/#/library' });
  await page.getByRole('heading', { name: 'Your library is empty' }).waitFor();
  await add(page, 'The Summer Book');
  const settings = async (): Promise<void> => {
    await goTo(page, '/settings');
    await page.getByRole('button', { name: 'Take one now' }).waitFor();
  };
  await settings();
  await takeSnapshot(page);
  await showLibrary(page);
  await add(page, 'Fair Play');
  await expect.poll(async () => (await titles(page)).toSorted()).toEqual(['Fair Play', 'The Summer Book']);
  await settings();
  await page
    .getByRole('button', { name: /^Go back to it… / })
    .first()
    .click();
  await page.getByRole('button', { name: 'Restore it' }).click({ timeout: 60_000 });
  await page
    .getByText(/^Restored the library of /)
    .first()
    .waitFor({ timeout: 60_000 });
  await expect.poll(() => titles(page)).toEqual(['The Summer Book']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await titles(page)).toSorted()).toEqual(['Fair Play', 'The Summer Book']);
  await settings();
  await page.getByText('before going back').waitFor();
  // Until the person says so, no snapshot is thinned out.
  await page.getByRole('button', { name: 'Everything is as it should be' }).click();
  await page.getByText(/^You went back to an earlier library/).waitFor({ state: 'detached' });
});

it('stays on the page the person has gone to while a restore went on, and offers the way', async () => {
  const { page } = await openApp({ path: '/#/library' });
  await page.getByRole('heading', { name: 'Your library is empty' }).waitFor();
  await add(page, 'The Summer Book');
  await goTo(page, '/settings');
  await takeSnapshot(page);
  await page
    .getByRole('button', { name: /^Go back to it… / })
    .first()
    .click();
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((settle) => {
    goOn = settle;
  });
  await page.route('**/host/snapshotWrite', async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Restore it' }).click({ timeout: 60_000 });
  await page.getByText(/^Putting the library of .* in the place of yours…$/).waitFor();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Friends' }).click();
  await page.getByRole('heading', { level: 1, name: 'Friends' }).waitFor();
  goOn();
  const toast = page.getByRole('group', { name: /^Restored the library of / });
  await toast.getByRole('button', { name: 'Undo' }).waitFor({ timeout: 60_000 });
  await page.getByRole('heading', { level: 1, name: 'Friends' }).waitFor();
  await toast.getByRole('link', { name: 'Go to the library' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Library' }).waitFor();
  await expect.poll(() => titles(page)).toEqual(['The Summer Book']);
});

it('locks snapshots with a passphrase by keyboard, and asks for it before it goes back to one', async () => {
  const { page } = await openApp({ path: '/#/library' });
  await page.getByRole('heading', { name: 'Your library is empty' }).waitFor();
  await add(page, 'The Summer Book');
  await goTo(page, '/settings');
  await page.getByRole('checkbox', { name: 'Lock snapshots with a passphrase' }).press('Space');
  await page.getByText(/^Whoever loses the passphrase has lost what only the snapshots hold/).waitFor();
  const section = page.getByRole('region', { name: 'Snapshots' });
  await section.getByLabel('Passphrase', { exact: true }).fill('correct horse');
  const lock = section.getByRole('button', { name: 'Lock them from now on' });
  expect(await lock.isDisabled()).toBe(true);
  await section.getByLabel('The passphrase again').fill('correct horse');
  await section.getByLabel('The passphrase again').press('Enter');
  await section.getByText(/^Snapshots are locked with your passphrase/).waitFor();
  // Those from before are not locked: this one is asked for now.
  await takeSnapshot(page);
  const asked = section
    .locator('div')
    .filter({ hasText: /^asked for/ })
    .last();
  await asked.getByRole('button', { name: /^Go back to it… / }).press('Enter');
  // Settings, which is left, speaks of a passphrase too.
  const locked = page.getByRole('region', { name: /is locked$/ });
  await locked.getByLabel('Passphrase').fill('wrong horse');
  await locked.getByLabel('Passphrase').press('Enter');
  await page.getByText(/^This passphrase does not open it/).waitFor();
  await locked.getByLabel('Passphrase').fill('correct horse');
  await locked.getByLabel('Passphrase').press('Enter');
  await page.getByRole('button', { name: 'Restore it' }).waitFor();
});
