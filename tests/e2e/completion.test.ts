import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { seriousViolations } from './accessibility';
import { openApp } from './harness';
import { goTo } from './journey-steps';

const option = (page: Page, name: string | RegExp): Locator => page.getByRole('option', { name });
const marked = (page: Page): Locator => page.locator('[role=option][data-combobox-selected]');

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

it('completes what a friend loves in a few letters, takes a title left in its field, and what was typed as it stands', async () => {
  const { page } = await openApp({ catalogue: true });
  const dialog = await newFriend(page, 'Chihiro');
  const loves = dialog.getByRole('textbox', { name: 'Loves' });
  // With Enter, eight keys.
  await typeUntil(page, loves, 'spirite', /Spirited Away/);
  expect(await marked(page).innerText()).toMatch(/2001/);
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Remove Spirited Away' }).waitFor();
  expect(await loves.inputValue()).toBe('');
  await dialog.getByRole('button', { name: 'Add friend' }).click();
  await page.getByRole('link', { name: 'Spirited Away' }).click();
  const main = page.getByRole('main');
  await page.getByRole('heading', { level: 1, name: 'Spirited Away' }).waitFor();
  await main.getByText('Film', { exact: true }).first().waitFor();
  await main.getByText('2001', { exact: true }).first().waitFor();

  // Typed in full and closed without a choice; then the form is sent.
  await newFriend(page, 'Ariadne');
  await typeUntil(page, loves, 'inception', /Inception/);
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Add friend' }).click();
  await page.getByRole('link', { name: 'inception' }).click();
  await main.getByText('Christopher Nolan').first().waitFor();

  await newFriend(page, 'Ida');
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
  const { page } = await openApp({ catalogue: true, path: '/#/settings' });
  const onOff = page.getByRole('switch', { name: 'Look things up in the catalogue' });
  await onOff.press('Space');
  await expect.poll(() => onOff.isChecked()).toBe(false);
  // What the window read before does not count.
  const home = new URL('/', page.url()).href;
  await page.goto('about:blank');
  const read: string[] = [];
  page.context().on('request', (request) => {
    if (/\/catalogue-[\w-]+\.bin$/.test(request.url())) read.push(request.url());
  });
  await page.goto(home);
  const dialog = await newFriend(page, 'Ida');
  await dialog.getByRole('textbox', { name: 'Loves' }).pressSequentially('spirited away');
  await marked(page).filter({ hasText: 'Add “spirited away” as a new book' }).waitFor();
  expect(await page.getByRole('option').count()).toBe(1);
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Remove spirited away' }).waitFor();
  expect(read).toEqual([]);
});

it('fills in the form for a new thing, says so, and never goes over what was typed', async () => {
  const { page } = await openApp({ catalogue: true });
  await page.locator('h1').first().waitFor();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog');
  const title = dialog.getByRole('textbox', { name: 'Title' });
  await dialog.getByRole('textbox', { name: 'Creators' }).fill('Miyazaki');
  await typeUntil(page, title, 'spirite', /Spirited Away/);
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await dialog.getByText(/^Filled in from the catalogue: kind, year, original title, tags/).waitFor();
  expect(await title.inputValue()).toBe('Spirited Away');
  expect(await dialog.getByLabel('Kind').inputValue()).toBe('Film');
  expect(await dialog.getByLabel('Year').inputValue()).toBe('2001');
  expect(await dialog.getByRole('textbox', { name: 'Creators' }).inputValue()).toBe('Miyazaki');
  // Taken out and put in again; then Enter adds.
  await dialog.getByRole('button', { name: 'Take these out' }).click();
  expect(await dialog.getByLabel('Year').inputValue()).toBe('');
  await title.fill('');
  await typeUntil(page, title, 'spirite', /Spirited Away/);
  await page.keyboard.press('Enter');
  await dialog.getByText(/^Filled in from the catalogue/).waitFor();
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  // Typed again, it is the library's: its page opens, and no second one is made.
  await page.keyboard.press('n');
  await typeUntil(page, title, 'spirited aw', /In your library/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Spirited Away' }).waitFor();
  await page.getByRole('main').getByText('Miyazaki', { exact: true }).first().waitFor();
});

it('takes out what the catalogue filled in where it is another thing, and offers its others', async () => {
  const { page } = await openApp({ catalogue: true });
  const dialog = await newFriend(page, 'Paul');
  await typeUntil(page, dialog.getByRole('textbox', { name: 'Loves' }), 'dune', /1965/);
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Remove Dune' }).waitFor();
  await dialog.getByRole('button', { name: 'Add friend' }).click();
  await page.getByRole('link', { name: 'Dune' }).click();
  const main = page.getByRole('main');
  await main.getByText('Frank Herbert').first().waitFor();
  await main.getByText(/^Filled in from the catalogue: kind, creators/).waitFor();
  await main.getByRole('button', { name: 'Not this one' }).click();
  await main.getByText('Which one is it?').waitFor();
  expect(await main.getByText(/1965/).count()).toBe(0);
  expect(await seriousViolations(page, { within: 'section[tabindex="-1"]' })).toEqual([]);
  await main.getByRole('button', { name: /2021 · Denis Villeneuve/ }).click();
  await main.getByText('Denis Villeneuve').first().waitFor();
  // The answers are two actions, each of which can be undone.
  await page.keyboard.press('Control+z');
  await main.getByRole('button', { name: 'Choose another one from the catalogue' }).waitFor();
  await page.keyboard.press('Control+z');
  await main.getByText('Frank Herbert').first().waitFor();
});

it('offers what a search does not find in the library, and adds it with its facts', async () => {
  const { page } = await openApp({ catalogue: true });
  await page.locator('h1').first().waitFor();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Heron Days');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await goTo(page, '/library');
  const search = page.getByRole('textbox', { name: 'Search the library' });
  await search.focus();
  await page.keyboard.type('pulp fic');
  const add = page.getByRole('button', { name: 'Add Pulp Fiction to your library' });
  await add.waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  expect(await add.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await page.getByRole('row', { name: /Pulp Fiction/ }).waitFor();
  expect(await add.count()).toBe(0);
  // What nobody knows is added by hand.
  await search.fill('qqxx');
  await page.getByRole('button', { name: 'Add “qqxx” by hand' }).click();
  expect(await dialog.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('qqxx');
});
