import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { dropFiles, fixturePath, openApp } from './harness';
import { temporaryFolder } from '../unit/electron/temporary-folder';
import { goTo } from './journey-steps';

const GOODREADS = fixturePath('exports/goodreads-24-columns.csv');
const drop = (page: Page, ...paths: string[]): Promise<void> => dropFiles(page, '.mantine-Dropzone-root', paths);
const rowCount = async (page: Page): Promise<string | null> => {
  await goTo(page, '/library');
  return page.getByRole('grid').getAttribute('aria-rowcount');
};
const goImport = (page: Page): Promise<void> => goTo(page, '/import');

it('previews a dropped export from any page, imports it, changes nothing the second time, and takes it back in one undo', async () => {
  const { page } = await openApp({ path: '/#/help' });
  await page.getByRole('heading', { level: 1, name: 'Help' }).waitFor();
  await drop(page, GOODREADS);
  await page.getByRole('heading', { name: 'Goodreads library export' }).waitFor();
  // Nothing is written before the button.
  await page.getByRole('button', { name: /will be skipped/ }).click();
  await page.getByText(/^Line \d+: /).waitFor();
  await page.getByText('The Glass Harbour').waitFor();
  await page.getByRole('button', { name: 'Import 5 things' }).click();
  await page.getByRole('heading', { name: 'Imported' }).waitFor();
  await page.getByRole('link', { name: 'Pick for a friend' }).waitFor();
  expect(await rowCount(page)).toBe('5');

  await goImport(page);
  await drop(page, GOODREADS);
  await page.getByText('Everything in these files is in your library already.').waitFor();
  expect(await page.getByRole('button', { name: 'Nothing new to import' }).isDisabled()).toBe(true);

  await goTo(page, '/library');
  await page.getByRole('grid').waitFor();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await page.getByRole('heading', { name: 'Your library is empty' }).waitFor();
});

it('asks what the columns of an unknown table mean, with a guess filled in', async () => {
  const { page } = await openApp({ path: '/#/import' });
  await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
  await drop(page, fixturePath('window/cellar.csv'));
  await page.getByRole('heading', { name: /What do the columns of cellar\.csv mean/ }).waitFor();
  await page.getByRole('combobox', { name: 'Title', exact: true }).click();
  await page.getByRole('option', { name: 'Bottle' }).click();
  expect(await page.getByRole('combobox', { name: 'Your rating' }).inputValue()).toBe('My score');
  expect(await page.getByLabel('Best rating in this file').inputValue()).toBe('100');
  await page.getByLabel('What these things are').first().fill('Wine');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Read with these columns' }).click();
  await page.getByRole('button', { name: /1 row that will be skipped/ }).click();
  await page.getByText('Line 5: no title').waitFor();
  await page.getByRole('button', { name: 'Import 4 things' }).click();
  await page.getByRole('heading', { name: 'Imported' }).waitFor();
  expect(await rowCount(page)).toBe('4');
  await page.getByRole('link', { name: 'Ridge Monte Bello' }).click();
  await page.getByText('Wine').first().waitFor();
});

it('names games that have only numbers from the catalogue, and says how many it does not know', async () => {
  const { page } = await openApp({ path: '/#/import', catalogue: true });
  await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
  const owned = join(temporaryFolder(), 'owned.json');
  // Team Fortress 2, and a number that no game has.
  const games = [440, 4_000_000_001].map((appid) => ({ appid, playtime_forever: 90 }));
  writeFileSync(owned, JSON.stringify({ response: { game_count: 2, games } }));
  await drop(page, owned);
  await page.getByText('1 row has a number in place of a title, and was named from the catalogue').waitFor();
  await page.getByText(/1 row has a number in place of a title, and is left out: .* include_appinfo=1/).waitFor();
  await page.getByRole('button', { name: 'Import 1 thing' }).click();
  await page.getByRole('heading', { name: 'Imported' }).waitFor();
  expect(await rowCount(page)).toBe('1');
  await page.getByRole('link', { name: 'Team Fortress 2' }).waitFor();
});

it('says why a file cannot be read, and stays usable', async () => {
  const { page } = await openApp({ path: '/#/import' });
  await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
  const picture = join(temporaryFolder(), 'holiday.png');
  writeFileSync(picture, Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]));
  await drop(page, picture);
  await page.getByText('holiday.png cannot be imported').waitFor();
  await page.getByRole('button', { name: 'Choose other files' }).click();
  await page.getByRole('button', { name: 'Choose files' }).waitFor();
});

it('scrolls a library of 20,000 things with only the rows in sight in the page', async () => {
  const { page } = await openApp({ path: '/#/import' });
  await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
  const [header = ''] = readFileSync(GOODREADS, 'utf8').split('\n');
  const columns = header.trim().split(',').length;
  const lines = Array.from({ length: 20_000 }, (_, index) =>
    [
      String(900_000 + index),
      `Volume ${String(index)}`,
      `Author ${String(index % 800)}`,
      ...Array.from({ length: columns - 3 }, () => ''),
    ].join(','),
  );
  await page.evaluate(
    ([text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text ?? ''], 'large.csv'));
      const target = document.querySelector('.mantine-Dropzone-root');
      for (const type of ['dragenter', 'dragover', 'drop'])
        target?.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [[header.trim(), ...lines].join('\n')],
  );
  await page.getByRole('button', { name: 'Import 20,000 things' }).click({ timeout: 60_000 });
  await page.getByRole('heading', { name: 'Imported' }).waitFor({ timeout: 60_000 });
  expect(await rowCount(page)).toBe('20000');
  expect(await page.getByRole('row').count()).toBeLessThan(60);
  const started = Date.now();
  await page.getByRole('grid').focus();
  await page.keyboard.press('End');
  await expect.poll(() => page.locator('[role=row][aria-rowindex="20000"]').count()).toBe(1);
  expect(Date.now() - started).toBeLessThan(3000);
  await page.keyboard.press('/');
  await page.keyboard.type('volume 19999');
  await page.getByRole('link', { name: 'Volume 19999' }).waitFor();
});

it('takes a list that this program exported, dropped on the window', async () => {
  const { page } = await openApp({ path: '/#/import' });
  await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
  await drop(page, fixturePath('window/winter-list.json'));
  await page.getByRole('heading', { name: 'A Handpicked list: For a long winter' }).waitFor();
  await page.getByRole('button', { name: /somebody else/ }).click();
  await page.getByRole('heading', { level: 1, name: 'For a long winter' }).waitFor();
  await page.getByText('Tove Jansson').first().waitFor();
  await goTo(page, '/library');
  await expect
    .poll(() => page.getByRole('slider', { name: 'Rating of The Summer Book' }).getAttribute('aria-valuetext'))
    .toBe('Not rated');
});

it('imports a list and an export together, once it is said whose the list is', async () => {
  const { page } = await openApp({ path: '/#/import' });
  await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
  await drop(page, fixturePath('window/winter-list.json'), GOODREADS);
  await page.getByRole('button', { name: 'Import 5 things', exact: true }).waitFor();
  await page.getByRole('button', { name: 'It is my list' }).click();
  await page.getByRole('button', { name: 'Import 7 things and 1 list' }).click();
  await page.getByText('Imported the list For a long winter').first().waitFor();
  await page.getByRole('link', { name: 'Open the list' }).click();
  await page.getByRole('heading', { level: 1, name: 'For a long winter' }).waitFor();
  expect(await rowCount(page)).toBe('7');
});
