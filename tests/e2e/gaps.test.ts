import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { seriousViolations } from './accessibility';
import { dropFiles, fixturePath, openApp } from './harness';
import { goTo } from './journey-steps';

/** "Fill in the gaps": from an import to facts of the catalogue, by keyboard alone. */

/** Seven things, half of whose facts are missing; of one the catalogue knows nothing. */
async function importHalfKnown(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
  await dropFiles(page, '.mantine-Dropzone-root', [fixturePath('window/half-known.csv')]);
  await page.getByRole('button', { name: 'Read with these columns' }).press('Enter');
  await page.getByRole('button', { name: 'Import 7 things' }).press('Enter');
  await page.getByRole('heading', { name: 'Imported' }).waitFor();
}

/** Lacking, fillable: the figures of a field's row. */
const figures = async (page: Page, field: string): Promise<readonly string[]> =>
  await page
    .getByRole('row')
    .filter({ has: page.getByRole('checkbox', { name: field }) })
    .getByRole('cell')
    .allInnerTexts()
    .then((cells) => cells.slice(1));

const question = (page: Page, title: string) => page.getByRole('heading', { level: 2, name: `“${title}”` });

it('says after an import of how many things more is known, and fills it in as one action', async () => {
  const { page } = await openApp({ catalogue: true, path: '/#/import' });
  await importHalfKnown(page);
  await page.getByText('The catalogue knows more of 4 of these 7 things.').waitFor();
  await page.getByRole('link', { name: 'Fill in the gaps' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Fill in the gaps' }).waitFor();
  await page.getByRole('button', { name: 'Fill in 3 things' }).waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  expect(await figures(page, 'Creators')).toEqual(['6', '3']);
  expect(await figures(page, 'Year')).toEqual(['5', '2']);

  // What is not wanted stays blank.
  await page.getByRole('checkbox', { name: 'Tags' }).press('Space');
  await page.getByRole('button', { name: 'Fill in 3 things' }).press('Enter');
  await page.getByText('Filled in 3 things from the catalogue').first().waitFor();
  expect(await figures(page, 'Creators')).toEqual(['4', '1']);
  expect(await figures(page, 'Tags')).toEqual(['7', '4']);
  await page.keyboard.press('Control+z');
  await page.getByText('Undone: Filled in 3 things from the catalogue').first().waitFor();
  expect(await figures(page, 'Creators')).toEqual(['6', '3']);
});

it('fills in what is recognised by its title alone only where it is chosen', async () => {
  const { page } = await openApp({ catalogue: true, path: '/#/import' });
  await importHalfKnown(page);
  await goTo(page, '/gaps');
  const byTitle = page.getByRole('region', { name: /^\d+ things? recognised by the title alone/ });
  expect(await byTitle.getByRole('button', { name: 'None chosen' }).isDisabled()).toBe(true);
  await byTitle.getByRole('checkbox', { name: 'The Matrix' }).press('Space');
  await byTitle.getByRole('button', { name: 'Fill in this' }).press('Enter');
  await page.getByText('Filled in The Matrix from the catalogue').first().waitFor();
  await byTitle.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: '2 things that could be one or another' }).waitFor();
});

it('goes through what is doubtful with one key each, remembers the answers, and takes them back', async () => {
  const { page } = await openApp({ catalogue: true, path: '/#/import' });
  await importHalfKnown(page);
  await goTo(page, '/gaps');
  await page.getByRole('button', { name: 'Go through them' }).press('Enter');
  await question(page, 'King Kong').waitFor();
  await page.getByText('1 of 2', { exact: true }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('King Kong');
  expect(await page.getByRole('group', { name: 'It could be' }).getByRole('button').allInnerTexts()).toMatchObject([
    expect.stringContaining('2005'),
    expect.stringContaining('1976'),
    expect.stringContaining('1933'),
  ]);
  expect(await seriousViolations(page)).toEqual([]);

  // More candidates than three: a key of none of them does nothing.
  await page.keyboard.press('9');
  await page.keyboard.press('l');
  await question(page, 'Dune').waitFor();
  await page.keyboard.press('Backspace');
  await question(page, 'King Kong').waitFor();
  await page.keyboard.press('3');
  await question(page, 'Dune').waitFor();
  await page.getByText('2 of 2', { exact: true }).waitFor();
  await page.keyboard.press('n');
  await page.getByRole('heading', { name: 'All gone through' }).waitFor();
  // One back: asked again, and nothing of the answer is left.
  await page.keyboard.press('Backspace');
  await question(page, 'Dune').waitFor();
  await page.keyboard.press('0');
  await page.getByRole('heading', { name: 'All gone through' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'What is missing' }).waitFor();
  expect(await page.getByRole('button', { name: 'Go through them' }).count()).toBe(0);

  await goTo(page, '/library');
  await page.getByRole('link', { name: 'King Kong' }).click();
  await page.getByText('1933').first().waitFor();
  await goTo(page, '/gaps');
  await page.getByRole('button', { name: 'Fill in 3 things' }).waitFor();
  expect(await page.getByRole('button', { name: 'Go through them' }).count()).toBe(0);
});

it('says so where there is no catalogue, and after an import says nothing', async () => {
  const { page } = await openApp({ path: '/#/import' });
  await importHalfKnown(page);
  await goTo(page, '/gaps');
  await page.getByRole('heading', { name: 'The catalogue cannot be read' }).waitFor();
  await goTo(page, '/import');
  expect(await page.getByText('The catalogue knows more').count()).toBe(0);
});
