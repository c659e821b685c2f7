import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openApp } from './harness';
import { cards, goTo } from './journey-steps';

/** What next, from the sample owner's own pile: begin, put off, refuse, take back. */

const next = (page: Page) => page.locator('article[data-next]');
const titles = (page: Page): Promise<string[]> => page.locator('article[data-next] h3').allInnerTexts();

it('says that the pile is empty, and where to fill it', async () => {
  const { page } = await openApp({ path: '/#/next' });
  await page.getByRole('heading', { name: 'Your pile is empty' }).waitFor();
  await page.getByRole('link', { name: 'Open the library' }).click();
  await page.getByRole('heading', { level: 1, name: 'Library' }).waitFor();
});

it('suggests five of the owner’s own pile with reasons, and takes every answer, with an undo', async () => {
  const { page } = await openApp();
  await page.getByRole('button', { name: 'Try the sample library' }).click();
  await cards(page).first().waitFor();
  await page.getByRole('main').getByRole('link', { name: 'What next for me?' }).click();
  await page.getByRole('heading', { level: 1, name: 'What next' }).waitFor();
  await next(page).nth(4).waitFor();
  const first = await titles(page);
  expect(first).toHaveLength(5);
  expect(await next(page).first().innerText()).toMatch(/(?:fit|shot|try)\s[\s\S]*in (?:10|20) to like it/);
  expect(await next(page).first().getByRole('list').innerText()).not.toBe('');

  // Why, by keyboard, in words to the reader; the focus comes back to the card.
  await next(page)
    .first()
    .getByRole('button', { name: /^Why this\?/ })
    .press('Enter');
  const why = page.getByRole('dialog');
  await why
    .getByRole('row', { name: /^In sum/ })
    .first()
    .waitFor();
  expect(await why.getByRole('row', { name: /^You (?:loved|liked|found|did not like|know) / }).count()).toBeGreaterThan(
    0,
  );
  await page.keyboard.press('Escape');
  await why.waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.querySelector('h3')?.textContent)).toBe(first[0]);

  // Put off by keyboard: it goes, the focus stays in the list, an undo brings it back.
  await next(page)
    .nth(1)
    .getByRole('button', { name: /^Not now/ })
    .press('Enter');
  await expect.poll(async () => await titles(page)).not.toContain(first[1]);
  expect(await page.evaluate(() => document.activeElement?.closest('article') !== null)).toBe(true);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => await titles(page)).toContain(first[1]);

  await page
    .locator('article[data-next]', { hasText: first[0] ?? '' })
    .first()
    .getByRole('button', { name: /^Not for me/ })
    .click();
  await expect.poll(async () => await titles(page)).not.toContain(first[0]);

  const start = page.getByRole('button', { name: /^Start it/ }).first();
  const started = (await start.innerText()).replace(/^Start it[:\s]*/, '').trim();
  await start.click();
  await page.locator('article[data-next]', { hasText: started }).first().getByText('Begun').waitFor();
  await goTo(page, '/library');
  await page.getByRole('textbox', { name: 'Search the library' }).fill(started);
  await page
    .getByRole('row', { name: new RegExp(started.slice(0, 12)) })
    .first()
    .getByText('In progress')
    .waitFor();
});
