import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openApp } from './harness';
import { cards, goTo, pickTitles, untilPicksChange } from './journey-steps';

/**
 * Picks from the sample library: every answer by keyboard, undo, the end of the day, the home page, an item's friends.
 */

async function withSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try the sample library' }).click();
  await cards(page).first().waitFor();
}

async function openFriend(page: Page, name: string): Promise<string[]> {
  await goTo(page, '/friends');
  await page.getByRole('main').getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { name: `Picks for ${name}` }).waitFor();
  await cards(page).nth(4).waitFor();
  return await pickTitles(page);
}

const focusedPick = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.closest('article')?.querySelector('h3')?.textContent);

it('shows five pairs after one click of the first start, each for a friend', async () => {
  const { page } = await openApp();
  await withSample(page);
  expect(await cards(page).count()).toBe(5);
  // The friend is the headline, the thing stands below it.
  for (const name of await pickTitles(page)) expect(['Carmen', 'Jonas', 'Mira']).toContain(name);
});

it('is driven by the keyboard alone: move, edit the note, decline, undo, share', async () => {
  const { page } = await openApp();
  await withSample(page);
  const first = await openFriend(page, 'Carmen');
  await cards(page).first().focus();
  await page.keyboard.press('j');
  expect(await focusedPick(page)).toBe(first[1]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('k');
  expect(await focusedPick(page)).toBe(first[1]);

  // A window shortcut with a second letter is not taken for "share".
  await page.keyboard.press('g');
  await page.keyboard.press('x');
  expect(await pickTitles(page)).toEqual(first);
  await page.waitForTimeout(1600);

  await page.keyboard.press('e');
  await page.keyboard.type(' Just a thought.');
  await page.keyboard.press('Escape');
  expect(await focusedPick(page)).toBe(first[1]);
  expect(await cards(page).nth(1).innerText()).toContain('Just a thought.');

  await page.keyboard.press('x');
  const second = await untilPicksChange(page, first);
  expect(second).not.toContain(first[1]);
  expect(await focusedPick(page)).toBeDefined();
  await page.keyboard.press('Control+z');
  expect(await untilPicksChange(page, second)).toEqual(first);

  await cards(page).nth(1).focus();
  await page.keyboard.press('s');
  const message = page.getByRole('dialog').getByRole('textbox', { name: 'Message' });
  expect(await message.inputValue()).toContain('Just a thought.');
  // The dialog stands before its focus trap moves the focus in.
  await expect.poll(async () => await message.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const third = await untilPicksChange(page, first);
  expect(third).not.toContain(first[1]);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Just a thought.');
  // The dialog shows that it was copied, then closes.
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(async () => await focusedPick(page)).toBeDefined();
});

it('sends one thing to two friends at once, each remembered, and drafts an e-mail through the host', async () => {
  const { page, openedLinks } = await openApp();
  await withSample(page);
  const [title = ''] = await openFriend(page, 'Carmen');
  await cards(page).first().getByRole('button', { name: 'Share…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('To', { exact: true }).first().click();
  await page.getByRole('option', { name: 'Mira' }).click();
  await page.keyboard.press('Escape');
  expect(await dialog.getByRole('textbox', { name: 'Message' }).inputValue()).toMatch(/^Hi Carmen and Mira,/);
  page.once('dialog', (question) => void question.accept());
  await dialog.getByRole('button', { name: 'E-mail draft' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(openedLinks).toHaveLength(1);
  expect(openedLinks[0]).toMatch(/^mailto:/);
  expect(decodeURIComponent(openedLinks[0] ?? '')).toContain(title);
  await goTo(page, '/shared');
  for (const name of ['Carmen', 'Mira']) await page.getByText(`to ${name} by e-mail, today`).waitFor();
});

it('says when the day is done, shows the soft cap before, and lets the person look anyway', async () => {
  const { page } = await openApp();
  await withSample(page);
  let titles = await openFriend(page, 'Jonas');
  for (let sent = 1; sent <= 5; sent += 1) {
    await cards(page).first().getByRole('button', { name: 'Share…' }).click();
    await page.getByRole('button', { name: 'I told them' }).click();
    if (sent < 5) titles = await untilPicksChange(page, titles);
    if (sent === 3) await page.getByRole('alert').filter({ hasText: 'Jonas was sent 3 things' }).waitFor();
  }
  await page.getByRole('heading', { name: 'That is all for today' }).waitFor();
  expect(await cards(page).count()).toBe(0);
  await page.getByRole('button', { name: 'Look anyway' }).click();
  await cards(page).nth(4).waitFor();
});

/** As a version that kept no ranking version left the settings. */
const forgetRankingSeen = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('handpicked');
      opening.addEventListener('success', () => {
        resolve(opening.result);
      });
      opening.addEventListener('error', () => {
        reject(new Error('The database cannot be opened.'));
      });
    });
    await new Promise<void>((resolve) => {
      const writing = database.transaction('settings', 'readwrite');
      writing.objectStore('settings').put({ key: 'settings', value: {} });
      writing.addEventListener('complete', () => {
        resolve();
      });
    });
    database.close();
  });

it('says once why picks changed with an update, and never in a new installation', async () => {
  const { page } = await openApp();
  const why = page.getByRole('region', { name: 'Why picks changed' });
  await withSample(page);
  expect(await why.count()).toBe(0);

  await forgetRankingSeen(page);
  await page.reload();
  await why.getByText(/^Picks changed with this update/).waitFor();
  const first = await openFriend(page, 'Carmen');
  await cards(page).first().getByRole('button', { name: 'Later' }).click();
  const second = await untilPicksChange(page, first);
  await why.getByRole('button', { name: 'Hide why picks changed' }).click();
  await why.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await untilPicksChange(page, second);
  expect(await why.count()).toBe(0);
  await page.reload();
  await cards(page).first().waitFor();
  expect(await why.count()).toBe(0);
});

it('asks how it went on the home page, and ranks friends on an item’s page', async () => {
  const { page } = await openApp();
  await withSample(page);
  const asked = page.getByRole('group', { name: /^How did .+ go with/ });
  const label = (await asked.first().getAttribute('aria-label')) ?? '';
  await asked.first().getByRole('button', { name: 'Loved it' }).click();
  await page.getByRole('group', { name: label }).waitFor({ state: 'detached' });
  await goTo(page, '/shared');
  await page.getByRole('group', { name: label }).getByRole('button', { name: 'Loved it', pressed: true }).waitFor();

  await openFriend(page, 'Mira');
  await cards(page).first().getByRole('link').first().click();
  await page.getByRole('heading', { name: 'Who would love this?' }).waitFor();
  await cards(page).first().waitFor();
  expect(await pickTitles(page)).toContain('Mira');
});
