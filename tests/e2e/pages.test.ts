import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openApp } from './harness';
import { cards, goTo, pickTitles } from './journey-steps';

/** What stands around the picks: the home page, keys on arrival, the toast, and words that are typed and not used. */

async function withSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try the sample library' }).click();
  await cards(page).nth(4).waitFor();
}

const toast = (page: Page) => page.locator('[data-toast]');
const focusedCard = (page: Page): Promise<number> =>
  page.evaluate(() => [...document.querySelectorAll('article')].findIndex((card) => card === document.activeElement));

it('shows two whole cards at home, moves by J and K on arrival, and asks how it went only days later', async () => {
  const { page } = await openApp({ viewport: { width: 1280, height: 800 } });
  await withSample(page);
  const bottom = await cards(page)
    .nth(1)
    .evaluate((card) => card.getBoundingClientRect().bottom);
  // With the row of a toast below the page.
  expect(bottom).toBeLessThan(800 - 48);
  expect(await cards(page).first().locator('p a').first().getAttribute('href')).toMatch(/^#\/item\//);

  await goTo(page, '/friends');
  await page.getByRole('heading', { level: 1, name: 'Friends' }).waitFor();
  await goTo(page, '/');
  await cards(page).nth(4).waitFor();
  for (const [key, place] of [
    ['j', 0],
    ['j', 1],
    ['k', 0],
  ] as const) {
    await page.keyboard.press(key);
    expect(await focusedCard(page)).toBe(place);
  }
  const sections = await page.locator('main h2').allInnerTexts();
  expect(sections).toEqual(['Worth passing on', 'How did it go?']);
  const thing = await cards(page).first().locator('p a').first().innerText();
  await page.keyboard.press('s');
  await page.getByRole('button', { name: 'I told them' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await page.getByRole('group', { name: `How did ${thing} go` }).count()).toBe(0);

  for (const path of ['/next', '/friends']) {
    await goTo(page, path);
    if (path === '/friends') await page.getByRole('main').getByRole('link', { name: 'Mira', exact: true }).click();
    await page.locator('article').nth(4).waitFor();
    await page.keyboard.press('j');
    expect(await focusedCard(page)).toBe(0);
  }
});

it('shows one toast at a time, beside every page and over none, and none that undoes what is undone', async () => {
  const { page } = await openApp({ viewport: { width: 900, height: 600 } });
  await withSample(page);
  await cards(page).first().getByRole('button', { name: 'Later' }).click();
  await toast(page).getByRole('button', { name: 'Undo' }).waitFor();
  // The pointer on it keeps it there.
  await toast(page).hover();
  for (const path of ['', 'next', 'library', 'friends', 'together', 'shared', 'lists', 'import', 'trust', 'settings']) {
    await goTo(page, `/${path}`);
    await page.locator('h1').first().waitFor();
    const gap = await page.evaluate(() => {
      const main = document.querySelector('main')?.getBoundingClientRect();
      const bar = document.querySelector('[data-toast]')?.getBoundingClientRect();
      return main === undefined || bar === undefined ? null : [main.bottom - bar.top, bar.bottom - window.innerHeight];
    });
    expect(gap).toEqual([0, 0]);
  }
  await page.keyboard.press('Control+z');
  await toast(page).filter({ hasText: 'Undone' }).waitFor();
  expect(await toast(page).count()).toBe(1);
  expect(await toast(page).getByRole('button', { name: 'Undo' }).count()).toBe(0);
});

it('takes a love that was typed without Enter, and keeps what was typed until it is discarded', async () => {
  const { page } = await openApp({ path: '/#/friends' });
  const dialog = page.getByRole('dialog');
  const open = async (): Promise<void> => {
    await page.getByRole('main').getByRole('button', { name: 'Add a friend' }).first().click();
    await dialog.waitFor();
  };
  await open();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Zoë');
  await dialog.getByRole('textbox', { name: 'Loves' }).fill('The Left Hand of Darkness');
  await dialog.getByLabel('Likes').first().pressSequentially('jazz');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  // The keyboard goes on where it was.
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Add a friend');

  await open();
  await dialog.getByText('Kept from before').waitFor();
  expect(await dialog.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Zoë');
  expect(await dialog.getByRole('textbox', { name: 'Loves' }).inputValue()).toBe('The Left Hand of Darkness');
  expect(await dialog.innerText()).toContain('jazz');
  await dialog.getByRole('button', { name: 'Discard' }).click();
  await dialog.waitFor({ state: 'detached' });

  await open();
  expect(await dialog.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Zoë');
  await dialog.getByRole('textbox', { name: 'Loves' }).fill('The Left Hand of Darkness');
  await dialog.getByRole('button', { name: 'Add friend' }).click();
  await page.getByRole('heading', { level: 1, name: 'Zoë' }).waitFor();
  await page.getByRole('link', { name: 'The Left Hand of Darkness' }).waitFor();
});

it('takes with Enter what was meant: a title that was pasted, a new thing where no title is like the words', async () => {
  const { page } = await openApp();
  await withSample(page);
  await goTo(page, '/friends');
  await page.getByRole('main').getByRole('button', { name: 'Add a friend' }).first().click();
  const dialog = page.getByRole('dialog');
  const loves = dialog.getByRole('textbox', { name: 'Loves' });
  const marked = page.locator('[data-combobox-selected]');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Horace');
  // One change, as by pasting: what was found is marked as soon as it is there.
  await loves.fill('left hand of');
  await marked.filter({ hasText: 'The Left Hand of Darkness' }).waitFor();
  await loves.press('Enter');
  await dialog.getByRole('button', { name: 'Remove The Left Hand of Darkness' }).waitFor();
  // "Darkness" is found, and is not what was typed.
  await loves.fill('The Dark');
  await marked.filter({ hasText: 'Add “The Dark” as a new book' }).waitFor();
  await loves.press('Enter');
  await dialog.getByRole('button', { name: 'Remove The Dark', exact: true }).waitFor();
  // With the list closed the form is not sent without it, either.
  await loves.fill('Misery');
  await loves.press('Escape');
  await loves.press('Enter');
  await dialog.getByRole('button', { name: 'Remove Misery' }).waitFor();
});

it('leads from "little is known" to the field that mends it, whose button takes what was typed', async () => {
  const { page } = await openApp();
  await withSample(page);
  await goTo(page, '/friends');
  await page.getByRole('main').getByRole('button', { name: 'Add a friend' }).first().click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Ida');
  await page.getByRole('dialog').getByRole('button', { name: 'Add friend' }).click();
  await page.getByRole('button', { name: 'Say what Ida loves' }).click();
  await page.keyboard.type('Stoner');
  expect(await page.getByRole('textbox', { name: 'Add a love' }).inputValue()).toBe('Stoner');
  await goTo(page, '/library');
  await page.getByRole('heading', { level: 1, name: 'Library' }).waitFor();
  await page.goBack();
  await page.getByRole('button', { name: 'Add “Stoner”' }).click();
  await page.getByRole('link', { name: 'Stoner' }).waitFor();
});

it('keeps a note through a detour, a closed dialog and a page left by a key, and shows that it was copied', async () => {
  const { page } = await openApp();
  await withSample(page);
  await page.keyboard.press('j');
  await page.keyboard.press('e');
  await page.keyboard.type(' In my words.');
  await goTo(page, '/library');
  await page.getByRole('heading', { level: 1, name: 'Library' }).waitFor();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Title' }).fill('The Summer Book');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.keyboard.press('n');
  expect(await dialog.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('The Summer Book');
  await dialog.getByRole('button', { name: 'Discard' }).click();

  await goTo(page, '/');
  await cards(page).nth(4).waitFor();
  const titles = await pickTitles(page);
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  expect(await dialog.getByRole('textbox', { name: 'Message' }).inputValue()).toContain('In my words.');
  await dialog.getByRole('button', { name: 'Copy message' }).click();
  await dialog.getByRole('button', { name: 'Copied' }).waitFor();
  await dialog.waitFor({ state: 'detached' });
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('In my words.');
  await expect.poll(async () => (await cards(page).allInnerTexts()).join(' ')).not.toContain('In my words.');
  expect(titles).toHaveLength(5);

  await cards(page).first().locator('p a').first().click();
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('Read it twice.');
  await page.goBack();
  await cards(page).first().waitFor();
  await page.goForward();
  await expect
    .poll(async () => await page.getByRole('textbox', { name: 'Note', exact: true }).inputValue())
    .toBe('Read it twice.');
});

it('keeps a rating typed as a number of 100 though its page is left without a further key', async () => {
  const { page } = await openApp();
  await withSample(page);
  await goTo(page, '/settings');
  await page.getByRole('combobox', { name: 'Rating scale' }).click();
  await page.getByRole('option', { name: '100 points' }).click();
  await goTo(page, '/');
  await cards(page).first().locator('p a').first().click();
  const rating = page.getByRole('textbox', { name: 'Your rating' });
  await rating.fill('87');
  await page.goBack();
  await cards(page).first().waitFor();
  await page.goForward();
  await expect.poll(async () => await rating.inputValue()).toBe('87 / 100');
});
