import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openApp } from './harness';
import { goTo } from './journey-steps';

async function withSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try the sample library' }).click();
  await page.getByRole('grid').waitFor();
}
const rows = (page: Page) => page.getByRole('row');
const shownTitles = async (page: Page): Promise<string[]> => page.locator('[role=row] a').allTextContents();

it('adds, rates, undoes and keeps it over a restart', async () => {
  const app = await openApp({ ownBrowser: true, path: '/#/library' });
  const { page } = app;
  await page.getByRole('heading', { name: 'Your library is empty' }).waitFor();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'Add to the library' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('The Summer Book');
  await dialog.getByRole('textbox', { name: 'Creators' }).fill('Tove Jansson');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect.poll(() => shownTitles(page)).toEqual(['The Summer Book']);

  await page.getByRole('grid').focus();
  await page.keyboard.press('4');
  const rating = page.getByRole('slider', { name: 'Rating of The Summer Book' });
  await expect.poll(() => rating.getAttribute('aria-valuetext')).toBe('4/5');
  await page.keyboard.press('Control+z');
  await expect.poll(() => rating.getAttribute('aria-valuetext')).toBe('Not rated');
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => rating.getAttribute('aria-valuetext')).toBe('4/5');

  const again = await app.restart();
  await goTo(again.page, '/library');
  await expect
    .poll(() => again.page.getByRole('slider', { name: 'Rating of The Summer Book' }).getAttribute('aria-valuetext'))
    .toBe('4/5');
});

it('finds, filters and orders', async () => {
  const { page } = await openApp({ path: '/#/library' });
  await withSample(page);
  await page.keyboard.press('/');
  await page.keyboard.type('ishiguro');
  await expect
    .poll(async () => (await shownTitles(page)).toSorted())
    .toEqual(['Klara and the Sun', 'Never Let Me Go', 'The Remains of the Day']);
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: /^Comics/ }).click();
  await expect.poll(async () => (await shownTitles(page)).toSorted()).toEqual(['Maus', 'Persepolis']);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByRole('combobox', { name: 'Order' }).click();
  await page.getByRole('option', { name: 'Your rating' }).click();
  await expect.poll(() => page.getByRole('slider').first().getAttribute('aria-valuetext')).toBe('5/5');
});

it('selects by keyboard and with Shift, tags and trashes several at once, and takes each back', async () => {
  const { page } = await openApp({ path: '/#/library' });
  await withSample(page);
  const all = await page.getByRole('grid').getAttribute('aria-rowcount');
  await page.getByRole('grid').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(() => page.locator('[role=row][aria-selected=true]').count()).toBe(3);
  await page
    .getByRole('checkbox')
    .nth(5)
    .click({ modifiers: ['Shift'] });
  await page.getByText('6 things selected').waitFor();

  await page.getByRole('button', { name: 'Add tags' }).click();
  await page.getByRole('dialog').getByLabel('Tags').first().fill('for the cabin');
  await page.getByRole('dialog').getByRole('button', { name: 'Apply' }).click();
  await expect.poll(() => rows(page).filter({ hasText: 'for the cabin' }).count()).toBe(6);

  await page.getByRole('button', { name: 'Move to trash' }).click();
  await expect.poll(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(Number(all) - 6));
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect.poll(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe(all);
});

it('suggests tags for a thing that came without, and adds one only when asked', async () => {
  const { page } = await openApp({ path: '/#/library' });
  await page.getByRole('heading', { name: 'Your library is empty' }).waitFor();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'Add to the library' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Dune');
  await dialog.getByRole('textbox', { name: 'Creators' }).fill('Frank Herbert');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('link', { name: 'Dune' }).click();

  const suggestions = page.getByRole('region', { name: 'Likely tags' }).getByRole('button');
  await suggestions.first().waitFor();
  const ownTags = page.locator('dl dt', { hasText: /^Tags$/ });
  expect(await ownTags.count()).toBe(0);
  const name = await suggestions.first().innerText();
  await suggestions.first().press('Enter');
  await ownTags.waitFor();
  await expect.poll(() => suggestions.filter({ hasText: name }).count()).toBe(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await ownTags.waitFor({ state: 'detached' });
  await suggestions.filter({ hasText: name }).waitFor();
});

it('edits an item’s facts and notes, and restores it from the trash', async () => {
  const { page } = await openApp({ path: '/#/library' });
  await withSample(page);
  await page.getByRole('textbox', { name: 'Search the library' }).fill('piranesi');
  await page.getByRole('link', { name: 'Piranesi' }).click();
  await page.getByRole('heading', { level: 1, name: 'Piranesi' }).waitFor();
  await page.getByRole('button', { name: 'Edit facts' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Title', exact: true }).fill('Piranesi (again)');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Length in pages' }).fill('272');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { level: 1, name: 'Piranesi (again)' }).waitFor();
  await page.getByText('272 pages').waitFor();
  await page.getByRole('textbox', { name: 'Private note' }).fill('Lent to Mira');
  await page.getByRole('textbox', { name: 'Note', exact: true }).focus();
  await page.getByText('Edited Piranesi (again)').first().waitFor();
  await page.getByRole('button', { name: 'Move to trash' }).click();
  await page.getByRole('heading', { level: 1, name: 'Library' }).waitFor();
  await page.getByRole('navigation').getByRole('link', { name: 'Trash' }).click();
  await page.getByRole('button', { name: 'Restore Piranesi (again)' }).click();
  await page.getByRole('heading', { name: 'The trash is empty' }).waitFor();
  await page.goBack();
  await goTo(page, '/library');
  await page.getByRole('link', { name: 'Piranesi (again)' }).click();
  await expect.poll(() => page.getByRole('textbox', { name: 'Private note' }).inputValue()).toBe('Lent to Mira');
});
