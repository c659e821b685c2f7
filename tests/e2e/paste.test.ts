import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { seriousViolations } from './accessibility';
import { openApp } from './harness';
import { goTo } from './journey-steps';

/** Pasted lines: read, decided and added by keyboard alone. */

const LINES = `Films and books:
1. Heat (1995) 9/10
2. Dune – Frank Herbert
3. King Kong
4. heat, 1995
5. Something Nobody Made`;

async function paste(page: Page, lines: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Lines' }).focus();
  await page.keyboard.insertText(lines);
  await page.keyboard.press('Control+Enter');
  await page.getByText(/^\d+ lines?: /).waitFor();
}
const rows = (page: Page) => page.getByRole('region', { name: 'What each line was taken for' }).getByRole('listitem');

it('reads a pasted list, asks what is doubtful, and adds all of it as one action', async () => {
  const { page } = await openApp({ catalogue: true, path: '/#/paste' });
  await page.getByRole('heading', { level: 1, name: 'Paste a list' }).waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await paste(page, LINES);
  await page.getByText('6 lines: 2 recognised, 1 in doubt, 1 as written, 1 named twice, 1 heading').waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  const said = await rows(page).allInnerTexts();
  expect(said).toHaveLength(6);
  expect(said[1]).toMatch(/Heat\s+Film · Michael Mann · 1995 · recognised · your rating/);
  expect(said[2]).toMatch(/Dune\s+Book · Frank Herbert · 1965 · recognised/);
  expect(said[4]).toContain('the same as line 2');

  await page.getByRole('button', { name: 'Decide 1 doubt' }).press('Enter');
  await page.getByRole('heading', { level: 2, name: '“3. King Kong”' }).waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  // The game of that title first, then the films of 2005, 1976 and 1933.
  await page.keyboard.press('4');
  await page.getByRole('heading', { name: 'All decided' }).waitFor();
  await page.keyboard.press('Backspace');
  await page.getByRole('heading', { level: 2, name: '“3. King Kong”' }).waitFor();
  await page.keyboard.press('4');
  await page.getByRole('heading', { name: 'All decided' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('3 recognised, 1 as written').waitFor();
  // One line letter for letter.
  await page.getByRole('combobox', { name: 'Line 6: 5. Something Nobody Made' }).selectOption('As typed');
  await page.getByRole('button', { name: 'Add 4 things' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Library' }).waitFor();
  await page.getByText('Added 4 things from a pasted list').first().waitFor();
  const grid = page.getByRole('grid');
  expect(await grid.getAttribute('aria-rowcount')).toBe('4');
  for (const words of ['1933', 'Frank Herbert', '1995', 'Something Nobody Made'])
    await grid.getByText(words).first().waitFor();

  // Once more: nothing is added twice.
  await page.getByRole('link', { name: 'Paste a list' }).press('Enter');
  await paste(page, 'Heat (1995)\nDune by Frank Herbert');
  await page.getByText('2 lines: 2 there already').waitFor();
  expect(await page.getByRole('button', { name: 'Nothing to add' }).isDisabled()).toBe(true);
  await goTo(page, '/library');
  await grid.waitFor();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await page.getByRole('heading', { name: 'Your library is empty' }).waitFor();
});

it('notes what a friend loves, without a catalogue and without filling the library', async () => {
  const { page } = await openApp({ path: '/#/friends' });
  await page.getByRole('button', { name: 'Add a friend' }).press('Enter');
  await page.getByRole('dialog', { name: 'Add a friend' }).waitFor();
  await page.keyboard.type('Ida');
  await page.getByRole('dialog').getByRole('button', { name: 'Add friend' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Ida' }).waitFor();
  await page.getByRole('link', { name: 'Paste a list of what they love' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Paste a list' }).waitFor();
  expect(await page.getByRole('combobox', { name: 'Where to' }).inputValue()).toBe('What Ida loves');
  await paste(page, '- Stand by Me (1986)\n- Middlemarch by George Eliot');
  await page.getByText('Lines are taken as they are written.').waitFor();
  await page.getByRole('button', { name: 'Note that Ida loves 2 things' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Ida' }).waitFor();
  await page.getByText('Noted: Ida loves 2').first().waitFor();
  await page.getByRole('link', { name: 'Middlemarch' }).waitFor();
  await goTo(page, '/library');
  await page.getByRole('heading', { name: 'Your library is empty' }).waitFor();
});
