import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { seriousViolations } from './accessibility';
import { fixturePath, openApp } from './harness';
import { chooseByKeys, goTo } from './journey-steps';

/** An import without a mouse, from the files to taking it back later; the focus is never lost on the way. */

/** What has the focus, in words: nothing but the page itself would be a dead end for whoever cannot see it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) return 'nothing';
    if (activeElement.matches('main')) return 'the page';
    return activeElement.getAttribute('aria-label') ?? activeElement.textContent;
  });

/** Presses Tab until it is on what has these words; says where it led instead. */
async function tabTo(page: Page, words: string): Promise<void> {
  const passed: string[] = [await focused(page)];
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    const reached = await focused(page);
    passed.push(reached.slice(0, 40));
    if (reached.includes(words)) return;
    if (reached === 'nothing') break;
  }
  throw new Error(`Tab does not lead to “${words}” but over: ${passed.join(' | ')}.`);
}

/** A ring of two pixels or more around what has the focus. */
const ringWidth = (page: Page): Promise<number> =>
  page.evaluate(() => Number.parseFloat(getComputedStyle(document.activeElement ?? document.body).outlineWidth));

async function choose(page: Page, ...files: readonly string[]): Promise<void> {
  // Asked for before the keys are pressed: the browser takes a while to hand over what it would open.
  const chooser = page.waitForEvent('filechooser');
  await tabTo(page, 'Choose files');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(files.map((name) => fixturePath(name)));
}

it('leads from the files to the library and back by keys alone, and the focus is never lost', async () => {
  const { page } = await openApp({ path: '/#/import' });
  await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
  await choose(page, 'window/in-doubt.csv', 'exports/netflix/ViewingActivity.csv');
  const importing = page.getByRole('button', { name: /^Import \d/ });
  await importing.waitFor();
  expect(await focused(page)).not.toBe('nothing');
  expect(await seriousViolations(page)).toEqual([]);

  // The question of a source: its preview stays, and so does the focus.
  await tabTo(page, 'Go through 2 doubtful ones');
  const question = page.getByRole('combobox', { name: /profile/i });
  const before = await importing.innerText();
  await chooseByKeys(question, 'Bo');
  await expect.poll(() => importing.innerText()).not.toBe(before);
  await expect.poll(() => question.evaluate((field) => field === document.activeElement)).toBe(true);

  // Doubtful rows, and Escape back to the preview.
  await page.getByRole('button', { name: 'Go through 2 doubtful ones' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('1 of 2', { exact: true }).waitFor();
  expect(await focused(page)).toContain('one thing, or two?');
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('s');
  await page.getByText('2 of 2', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Go through 1 doubtful one' }).waitFor();
  await expect.poll(() => focused(page)).not.toBe('nothing');

  // Each part of the preview unfolds.
  await tabTo(page, 'Import ');
  expect(await ringWidth(page)).toBeGreaterThanOrEqual(2);
  await tabTo(page, 'cells could not be understood');
  await page.keyboard.press('Enter');
  await page.getByText('line 8: “last summer”').waitFor();
  await importing.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Imported', exact: true }).waitFor();
  await expect.poll(() => focused(page)).not.toBe('nothing');
  await tabTo(page, 'Undo this import');
  await page.keyboard.press('Enter');
  await page.getByText('Taken back').first().waitFor();
  await expect.poll(() => focused(page)).not.toBe('nothing');
  await tabTo(page, 'Import more');
  await page.keyboard.press('Enter');

  // The list of imports: one is taken back already, the other is now.
  await page.getByRole('heading', { name: 'Imports so far' }).waitFor();
  await expect.poll(() => focused(page)).not.toBe('nothing');
  const past = page.getByRole('region', { name: 'Imports so far' }).getByRole('listitem');
  await expect.poll(() => past.count()).toBe(2);
  await expect.poll(() => past.filter({ hasText: 'Taken back' }).count()).toBe(1);
  expect(await seriousViolations(page)).toEqual([]);
  await tabTo(page, 'Undo: Imported');
  await page.keyboard.press('Enter');
  await expect.poll(() => past.filter({ hasText: 'Taken back' }).count()).toBe(2);
  await expect.poll(() => focused(page)).not.toBe('nothing');
  await goTo(page, '/library');
  await page.getByRole('heading', { name: 'Your library is empty' }).waitFor();
});

it('maps an unknown table, whose guesses are explained, without a serious violation', async () => {
  const { page } = await openApp({ path: '/#/import' });
  await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
  await choose(page, 'window/cellar.csv');
  await page.getByText('Choose the column that has the title first.').waitFor();
  await expect.poll(() => focused(page)).not.toBe('nothing');
  await page.getByText('Its header says “my score”').waitFor();
  await tabTo(page, 'What else a column can say');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Private note' }).waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  const title = page.getByRole('combobox', { name: 'Title', exact: true });
  await title.focus();
  await page.keyboard.type('Bottle');
  await chooseByKeys(title, 'Bottle');
  await tabTo(page, 'Read with these columns');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Import 4 things' }).waitFor();
  await expect.poll(() => focused(page)).not.toBe('nothing');
});

it('finds a service by a word, and says what to do where it is not known', async () => {
  const { page } = await openApp({ path: '/#/import' });
  const search = page.getByRole('textbox', { name: 'Find a service' });
  await search.fill('board games');
  await page.getByRole('button', { name: /^BoardGameGeek/ }).waitFor();
  expect(await page.getByRole('button', { name: /^Goodreads/ }).count()).toBe(0);
  await search.fill('Myspace');
  await page.getByText('Handpicked does not know this service by name.').waitFor();
});
