import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openApp } from './harness';
import { goTo } from './journey-steps';

const option = (page: Page, name: string | RegExp): Locator => page.getByRole('option', { name });
const marked = (page: Page): Locator => page.locator('[role=option][data-combobox-selected]');

/** Serious and critical violations on the page as it is now. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/** The form for a friend of this name, with what they love to be said next. */
async function newFriend(page: Page, name: string): Promise<Locator> {
  await goTo(page, '/friends');
  await page.getByRole('main').getByRole('button', { name: 'Add a friend' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  return dialog;
}

/** Types as a person does, and waits until the first thing offered has these words. */
async function typeUntil(page: Page, field: Locator, text: string, first: RegExp): Promise<void> {
  await field.focus();
  await page.keyboard.type(text);
  await marked(page).filter({ hasText: first }).waitFor();
}

it('completes what a friend loves in a few letters, with its facts, by the keyboard alone', async () => {
  const { page } = await openApp({ catalogue: true });
  const dialog = await newFriend(page, 'Chihiro');
  const loves = dialog.getByRole('textbox', { name: 'Loves' });
  // With Enter, eight keys.
  await typeUntil(page, loves, 'spirite', /Spirited Away/);
  expect(await marked(page).innerText()).toMatch(/2001/);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Remove Spirited Away' }).waitFor();
  expect(await loves.inputValue()).toBe('');
  await dialog.getByRole('button', { name: 'Add friend' }).click();
  await page.getByRole('link', { name: 'Spirited Away' }).click();
  const main = page.getByRole('main');
  await page.getByRole('heading', { level: 1, name: 'Spirited Away' }).waitFor();
  await main.getByText('Film', { exact: true }).first().waitFor();
  await main.getByText('2001', { exact: true }).first().waitFor();
});

it('takes a title that is typed in full and left in the field for the one thing of that title', async () => {
  const { page } = await openApp({ catalogue: true });
  const dialog = await newFriend(page, 'Ariadne');
  const loves = dialog.getByRole('textbox', { name: 'Loves' });
  await typeUntil(page, loves, 'inception', /Inception/);
  // Closed without a choice; then the form is sent.
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Add friend' }).click();
  await page.getByRole('link', { name: 'inception' }).click();
  await page.getByRole('main').getByText('Christopher Nolan').first().waitFor();
});

it('always offers what was typed as it stands, and takes it plain', async () => {
  const { page } = await openApp({ catalogue: true });
  const dialog = await newFriend(page, 'Ida');
  const never = dialog.getByRole('textbox', { name: 'Never again' });
  await typeUntil(page, never, 'the thing', /The Thing/);
  expect(await option(page, /The Thing/).count()).toBeGreaterThan(1);
  await page.keyboard.press('ArrowUp');
  await marked(page).filter({ hasText: 'Add “the thing” as a new book' }).waitFor();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Remove the thing' }).waitFor();
});

it('puts a thing on a list once, whether it is the library’s or the catalogue’s', async () => {
  const { page } = await openApp({ catalogue: true });
  await goTo(page, '/lists');
  await page.getByRole('button', { name: 'New list' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Title' }).fill('For winter');
  await dialog.getByRole('button', { name: 'Create list' }).click();
  const field = page.getByRole('textbox', { name: 'Add something to the list' });
  await typeUntil(page, field, 'pulp f', /Pulp Fiction/);
  await page.keyboard.press('Enter');
  const link = page.getByRole('main').getByRole('link', { name: 'Pulp Fiction' });
  await link.waitFor();
  // Typed again it is the library's.
  await typeUntil(page, field, 'pulp fic', /In your library/);
  await page.keyboard.press('Enter');
  expect(await link.count()).toBe(1);
  await goTo(page, '/library');
  await page.getByText('1 thing', { exact: true }).waitFor();
});

it('works without completion where the catalogue is switched off, and does not read it', async () => {
  const { page } = await openApp({ catalogue: true });
  const read: string[] = [];
  page.context().on('request', (request) => {
    if (/\/catalogue-[\w-]+\.bin$/.test(request.url())) read.push(request.url());
  });
  await page.evaluate(
    async () =>
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('handpicked');
        opening.addEventListener('error', () => {
          reject(new Error('The database cannot be opened.'));
        });
        opening.addEventListener('success', () => {
          const writing = opening.result.transaction('settings', 'readwrite');
          writing.objectStore('settings').put({ key: 'settings', value: { catalogue: false } });
          writing.addEventListener('complete', () => {
            opening.result.close();
            resolve();
          });
        });
      }),
  );
  await page.reload();
  const dialog = await newFriend(page, 'Ida');
  await dialog.getByRole('textbox', { name: 'Loves' }).pressSequentially('spirited away');
  await marked(page).filter({ hasText: 'Add “spirited away” as a new book' }).waitFor();
  expect(await page.getByRole('option').count()).toBe(1);
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Remove spirited away' }).waitFor();
  expect(read).toEqual([]);
});
