import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { seriousViolations } from './accessibility';
import { dropFiles, openApp } from './harness';
import { goTo } from './journey-steps';

const FOLDER = mkdtempSync(join(tmpdir(), 'handpicked-archive-'));
afterAll(() => {
  rmSync(FOLDER, { recursive: true });
});

const section = (page: Page) => page.getByRole('region', { name: 'Everything as one file' });
const drop = (page: Page, path: string): Promise<void> => dropFiles(page, '.mantine-Dropzone-root', [path]);

/** Presses the button by keyboard; the file, copied to where it stays. */
async function saved(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    section(page).getByRole('button', { name: 'Save everything as one file' }).press('Enter'),
  ]);
  expect(download.suggestedFilename()).toMatch(/^Handpicked \d{4}-\d\d-\d\d\.handpicked$/);
  const path = join(FOLDER, download.suggestedFilename());
  copyFileSync(await download.path(), path);
  return path;
}

async function openWithSample(): Promise<Page> {
  const { page } = await openApp({ path: '/#/settings' });
  await page.getByRole('button', { name: 'Add the sample library' }).click();
  await page.getByRole('button', { name: 'Remove the sample library' }).waitFor();
  return page;
}

it('saves everything as one file, and says of a dropped one what restoring it would change', async () => {
  const page = await openWithSample();
  const path = await saved(page);
  await section(page)
    .getByText(/^Saved Handpicked .*\.handpicked\. \d+ things, 4 people/)
    .waitFor();
  expect(await seriousViolations(page)).toEqual([]);

  await drop(page, path);
  const preview = page.getByRole('region', { name: /\.handpicked$/ });
  await preview.getByText('Nothing: your library holds exactly what this file holds.').waitFor();
  await preview.getByRole('button', { name: 'Restore it' }).waitFor();
  expect(await seriousViolations(page)).toEqual([]);

  await goTo(page, '/settings');
  await page.getByRole('button', { name: 'Remove the sample library' }).click();
  await page.getByRole('button', { name: 'Add the sample library' }).waitFor();
  await drop(page, path);
  await preview.getByText(/^Things: \d+ added$/).waitFor();
  await preview.getByText(/^People: 3 added/).waitFor();
  await preview.getByRole('button', { name: 'Choose other files' }).press('Enter');
  await page.getByRole('button', { name: 'Choose files' }).waitFor();
});

it('locks the file with a passphrase, which alone opens it, by keyboard', async () => {
  const page = await openWithSample();
  await section(page).getByRole('checkbox', { name: 'Lock it with a passphrase' }).press('Space');
  await section(page)
    .getByText(/Whoever loses the passphrase has lost the file/)
    .waitFor();
  const button = section(page).getByRole('button', { name: 'Save everything as one file' });
  expect(await button.isDisabled()).toBe(true);
  await section(page).getByLabel('Passphrase', { exact: true }).fill('correct horse');
  await section(page).getByLabel('The passphrase again').fill('correct hors');
  await section(page).getByText('These are not the same.').waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await section(page).getByLabel('The passphrase again').fill('correct horse');
  const path = await saved(page);
  await section(page)
    .getByText(/locked with your passphrase/)
    .waitFor();
  expect(readFileSync(path).subarray(0, 16).toString()).toBe('handpicked-lock1');

  await drop(page, path);
  const locked = page.getByRole('region', { name: /is locked$/ });
  await locked.waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.type('wrong');
  await page.keyboard.press('Enter');
  await locked.getByText(/does not open it/).waitFor();
  await locked.getByLabel('Passphrase').fill('correct horse');
  await page.keyboard.press('Enter');
  await page.getByText('Nothing: your library holds exactly what this file holds.').waitFor();
});

it('says of a damaged file where it is damaged, and stays usable', async () => {
  const page = await openWithSample();
  const bytes = readFileSync(await saved(page));
  // Within what is packed of the things: which part stands in the middle of the file depends on its ids.
  const damaged = bytes.indexOf('items.jsonl') + 'items.jsonl'.length + 200;
  bytes[damaged] = (bytes[damaged] ?? 0) ^ 1;
  const path = join(FOLDER, 'damaged.handpicked');
  writeFileSync(path, bytes);
  await drop(page, path);
  await page.getByText('damaged.handpicked cannot be used').waitFor();
  await page.getByText(/This file is damaged \(\w+\.jsonl.*Nothing was changed\./).waitFor();
  await page.getByRole('button', { name: 'Choose other files' }).click();
  await page.getByRole('button', { name: 'Choose files' }).waitFor();
});
