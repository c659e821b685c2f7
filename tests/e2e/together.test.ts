import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openApp } from './harness';
import { cards, goTo } from './journey-steps';

/**
 * Deciding together from the sample library: who, by which rule, with how much each will like it; and more like a
 * thing.
 */

const things = (page: Page) => page.getByRole('list', { name: /^Things for / }).getByRole('heading', { level: 3 });

it('asks for a friend first', async () => {
  const { page } = await openApp({ path: '/#/together' });
  await page.getByRole('heading', { name: 'It takes at least two' }).waitFor();
  await page.getByRole('link', { name: 'Go to your friends' }).click();
  await page.getByRole('heading', { level: 1, name: 'Friends' }).waitFor();
});

it('decides for two friends by keyboard, says how much each will like it, and still knows the choice after a look', async () => {
  const { page } = await openApp();
  await page.getByRole('button', { name: 'Try the sample library' }).click();
  await cards(page).first().waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Decide together' }).click();
  await page.getByText('Choose at least two people').waitFor();

  const who = page.getByRole('group', { name: 'Who decides?' });
  await who.getByRole('checkbox', { name: 'Me', exact: true }).focus();
  await page.keyboard.press('Space');
  for (const name of ['Jonas', 'Mira']) {
    await who.getByRole('checkbox', { name }).focus();
    await page.keyboard.press('Space');
  }
  await page.getByRole('heading', { level: 2, name: 'For Jonas and Mira' }).waitFor();
  await things(page).nth(4).waitFor();
  expect(await things(page).count()).toBe(5);
  const fits = page.getByRole('list', { name: /^How well .* fits each$/ });
  expect(await fits.count()).toBe(5);
  for (const name of ['Jonas', 'Mira'])
    expect(await fits.first().innerText()).toMatch(new RegExp(`${name}[\\s\\S]*(?:in (?:10|20) to like it|fit|shot)`));

  await page.getByRole('radio', { name: 'A fair mix' }).focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.getByRole('radio', { name: 'Nobody suffers' }).isChecked()).toBe(true);
  await page.getByText('pleases the one it pleases least').waitFor();

  const [title = ''] = await things(page).allInnerTexts();
  await things(page).first().getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  const similar = page.getByRole('region', { name: 'More like this' }).getByRole('link');
  await similar.first().waitFor();
  expect(await similar.count()).toBeLessThanOrEqual(6);
  expect(await similar.allInnerTexts()).not.toContain(title);
  await page.goBack();
  await page.getByRole('heading', { level: 2, name: 'For Jonas and Mira' }).waitFor();
  expect(await page.getByRole('radio', { name: 'Nobody suffers' }).isChecked()).toBe(true);
});

it('shares one thing with all of them at once, and goes on with what is left', async () => {
  const { page } = await openApp();
  await page.getByRole('button', { name: 'Try the sample library' }).click();
  await cards(page).first().waitFor();
  await goTo(page, '/together');
  const who = page.getByRole('group', { name: 'Who decides?' });
  await who.getByRole('checkbox', { name: 'Me', exact: true }).focus();
  await page.keyboard.press('Space');
  for (const name of ['Jonas', 'Mira']) await who.getByText(name, { exact: true }).click();
  await things(page).nth(4).waitFor();
  const [title = ''] = await things(page).allInnerTexts();
  await page
    .getByRole('button', { name: /^Share with Jonas and Mira…/ })
    .first()
    .press('Enter');
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByRole('textbox', { name: 'Message' }).inputValue()).toMatch(
    new RegExp(`Jonas[\\s\\S]*Mira[\\s\\S]*${title.slice(0, 12)}`),
  );
  // Closed and opened again, the focus is where it was.
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'I told them' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(async () => await things(page).allInnerTexts()).not.toContain(title);
  await expect
    .poll(async () => await page.evaluate(() => document.activeElement?.textContent))
    .toContain('Share with Jonas and Mira…');
  await goTo(page, '/shared');
  await expect.poll(async () => await page.getByRole('link', { name: title }).count()).toBe(2);
});

it('offers what the owner wants once the owner decides too, and nothing that the owner knows', async () => {
  const { page } = await openApp();
  await page.getByRole('button', { name: 'Try the sample library' }).click();
  await cards(page).first().waitFor();
  await goTo(page, '/together');
  await page.getByRole('group', { name: 'Who decides?' }).getByText('Carmen', { exact: true }).click();
  await page.getByRole('heading', { level: 2, name: 'For Carmen and you' }).waitFor();
  await things(page).first().waitFor();
  await things(page).first().getByRole('link').click();
  // Neither finished nor rated: the sample's owner has rated everything else.
  await page.getByRole('heading', { name: 'Your take' }).waitFor();
  expect(await page.getByRole('combobox', { name: 'Status' }).inputValue()).toMatch(
    /^(?:Want to|In progress|No status)$/,
  );
});
