import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { seriousViolations } from './accessibility';
import { dropFiles, fixturePath, openApp } from './harness';
import { goTo } from './journey-steps';

/** "Could be the same": from an import to one thing out of two, and back, by keyboard alone. */

const question = (page: Page, title: string) =>
  page.getByRole('heading', { level: 2, name: `“${title}”: one thing, or two?` });

const place = (page: Page, words: string) => page.getByText(words, { exact: true });

const inLibrary = async (page: Page): Promise<string> => {
  await goTo(page, '/library');
  return await page
    .getByText(/^\d+ things?/)
    .first()
    .innerText();
};

/** Nine things in which four pairs look alike. */
async function importLookAlikes(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
  await dropFiles(page, '.mantine-Dropzone-root', [fixturePath('window/look-alike.csv')]);
  await page.getByRole('button', { name: 'Read with these columns' }).press('Enter');
  await page.getByRole('button', { name: 'Import 9 things' }).press('Enter');
  await page.getByRole('heading', { name: 'Imported' }).waitFor();
}

it('leads from an import to its doubtful pairs, and answers them with one key each', async () => {
  const { page } = await openApp({ path: '/#/import' });
  await importLookAlikes(page);
  await page.getByText('8 new things could be the same as others').waitFor();
  await page.getByRole('link', { name: 'Look at them' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Could be the same' }).waitFor();
  await place(page, '1 of 4').waitFor();
  await question(page, 'Copper Road').waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Copper Road');
  const year = page.getByRole('row', { name: /^Year/ });
  expect(await year.innerText()).toMatch(/2001\s+2016/);
  expect(await year.getByRole('rowheader').innerText()).toContain('differs');
  expect(await seriousViolations(page)).toEqual([]);

  // Later, then back.
  await page.keyboard.press('l');
  await question(page, 'Kelp Station').waitFor();
  await page.keyboard.press('u');
  await question(page, 'Copper Road').waitFor();

  // The other one stays: then its year does.
  await page.getByRole('button', { name: 'Let this one stay' }).waitFor();
  await page.keyboard.press('x');
  expect(await year.innerText()).toMatch(/2016\s+2001/);
  await page.keyboard.press('s');
  await question(page, 'Kelp Station').waitFor();
  await place(page, '2 of 4').waitFor();
  await page.keyboard.press('d');
  await question(page, 'Tin Harbour').waitFor();
  await page.keyboard.press('Control+z');
  await question(page, 'Kelp Station').waitFor();
  await page.keyboard.press('d');
  await question(page, 'Tin Harbour').waitFor();
  await page.keyboard.press('l');
  await question(page, 'Poems').waitFor();
  await page.getByText(/^Two ratings/).waitFor();
  await page.keyboard.press('s');
  await page.getByRole('heading', { name: 'All gone through' }).waitFor();
  await page.getByText('You put 1 pair off for later').waitFor();
  expect(await seriousViolations(page)).toEqual([]);

  // What was said is kept: only what was put off is still there.
  expect(await inLibrary(page)).toContain('7 things');
  await page.getByRole('link', { name: '1 could be the same' }).press('Enter');
  await question(page, 'Tin Harbour').waitFor();
  await place(page, '1 of 1').waitFor();
});

it('answers all that are alike at once, and one undo takes it back', async () => {
  const { page } = await openApp({ path: '/#/import' });
  await importLookAlikes(page);
  await goTo(page, '/twins');
  await question(page, 'Copper Road').waitFor();
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog', { name: '3 pairs like this' });
  await dialog.getByText(/the titles are the same, the makers are the same/).waitFor();
  await dialog.getByText('Tin Harbour (Quill Works, 1999) ↔ Tin Harbour (Quill Works, 2013)').waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'All 3 are the same' }).press('Enter');
  await question(page, 'Poems').waitFor();
  expect(await inLibrary(page)).toContain('6 things');
  await page.keyboard.press('Control+z');
  await page.getByText('9 things').first().waitFor();
  await page.getByRole('link', { name: '4 could be the same' }).waitFor();
});

it('puts two together that were chosen in the library', async () => {
  const { page } = await openApp({ path: '/#/import' });
  await importLookAlikes(page);
  await goTo(page, '/library');
  const grid = page.getByRole('grid');
  await grid.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.getByRole('link', { name: 'Merge…' }).press('Enter');
  await page.getByRole('heading', { level: 2, name: /one thing, or two\?$/ }).waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('s');
  await page
    .getByText(/^Put together: /)
    .first()
    .waitFor();
  expect(await inLibrary(page)).toContain('8 things');
  await page.keyboard.press('Control+z');
  await page.getByText('9 things').first().waitFor();
});

it('settles doubtful rows in the preview, before anything is written', async () => {
  const { page } = await openApp({ path: '/#/import' });
  await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
  await dropFiles(page, '.mantine-Dropzone-root', [fixturePath('window/look-alike.csv')]);
  await page.getByRole('button', { name: 'Read with these columns' }).press('Enter');
  await page.getByRole('button', { name: 'Go through 4 doubtful ones' }).press('Enter');
  await question(page, 'Poems').waitFor();
  await place(page, '1 of 4').waitFor();
  await page.getByRole('columnheader', { name: 'In look-alike.csv, line 3' }).waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('s');
  await question(page, 'Tin Harbour').waitFor();
  await page.keyboard.press('d');
  await question(page, 'Copper Road').waitFor();
  await page.keyboard.press('u');
  await question(page, 'Tin Harbour').waitFor();
  await page.keyboard.press('d');
  await question(page, 'Copper Road').waitFor();
  await page.keyboard.press('l');
  await question(page, 'Kelp Station').waitFor();
  await page.keyboard.press('l');
  await page.getByText('Nothing is written yet. 2 rows stay in doubt').waitFor();
  await page.getByRole('button', { name: 'Back to the preview' }).press('Enter');
  await page.getByRole('button', { name: 'Import 8 things' }).press('Enter');
  await page.getByRole('heading', { name: 'Imported' }).waitFor();
  await page.getByText('4 new things could be the same as others').waitFor();

  // The same file again has nothing new.
  await page.getByRole('button', { name: 'Import more' }).press('Enter');
  await dropFiles(page, '.mantine-Dropzone-root', [fixturePath('window/look-alike.csv')]);
  await page.getByRole('button', { name: 'Read with these columns' }).press('Enter');
  await page
    .getByText(/Nothing new/)
    .first()
    .waitFor();
});
