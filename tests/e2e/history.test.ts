import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { seriousViolations } from './accessibility';
import { openApp } from './harness';
import { goTo } from './journey-steps';

/** A thing rated 3, then 5, then with a note; its page is open. */
async function ratedTwice(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Your library is empty' }).waitFor();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'Add to the library' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('The Summer Book');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await kept(page);
  await page.getByRole('link', { name: 'The Summer Book' }).click();
  const rating = ratingOf(page);
  for (const stars of ['3', '5']) {
    await rating.focus();
    await page.keyboard.press(stars);
    await expect.poll(() => rating.getAttribute('aria-valuetext')).toBe(`${stars}/5`);
    await kept(page);
  }
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('An island.');
  await page.keyboard.press('Tab');
  await page.getByText('Edited The Summer Book').first().waitFor();
  await kept(page);
}

const ratingOf = (page: Page): Locator => page.getByRole('slider', { name: 'Your rating' });

/** Waits until nothing is left to be written to the journal: what is entered in haste may share a record. */
async function kept(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      new Promise<boolean>((settle) => {
        const opening = indexedDB.open('handpicked');
        opening.onsuccess = () => {
          const database = opening.result;
          const asked = database.transaction('outbox').objectStore('outbox').count();
          asked.onsuccess = () => {
            database.close();
            settle(asked.result === 0);
          };
        };
      }),
  );
}

/** Versions as they are listed: what changed, then what may be done. */
async function versions(dialog: Locator): Promise<string[][]> {
  return (await dialog.getByRole('listitem').allInnerTexts()).map((text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .slice(1),
  );
}

it('shows what a thing was before, brings an earlier version back, and Undo takes that back', async () => {
  const { page } = await openApp({ path: '/#/library' });
  await ratedTwice(page);
  // With keys alone.
  await page.getByRole('button', { name: 'Earlier versions…' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Earlier versions of The Summer Book' });
  await dialog.getByText('As it is now').waitFor();
  expect(await versions(dialog)).toEqual([
    ['Note: An island.', 'As it is now'],
    ['Your rating: 3/5 → 5/5', 'Bring this back'],
    ['Your rating: 3/5', 'Bring this back'],
    ['Added', 'Bring this back'],
  ]);
  await dialog.getByText('Nothing older is kept.').waitFor();
  expect(await seriousViolations(page)).toEqual([]);

  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Earlier versions…');
  await page.keyboard.press('Enter');
  await dialog
    .getByRole('button', { name: /^Bring this back/ })
    .nth(1)
    .focus();
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page
    .getByText(/^Brought back The Summer Book as of /)
    .first()
    .waitFor();
  expect(await ratingOf(page).getAttribute('aria-valuetext')).toBe('3/5');
  expect(await page.getByRole('textbox', { name: 'Note', exact: true }).inputValue()).toBe('');

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => ratingOf(page).getAttribute('aria-valuetext')).toBe('5/5');
  expect(await page.getByRole('textbox', { name: 'Note', exact: true }).inputValue()).toBe('An island.');
  await kept(page);
  await page.getByRole('button', { name: 'Earlier versions…' }).click();
  await dialog.getByText('As it is now').first().waitFor();
  expect((await versions(dialog)).slice(0, 2)).toEqual([
    ['Your rating: 3/5 → 5/5', 'Note: An island.', 'As it is now'],
    ['Your rating: 5/5 → 3/5', 'Note removed', 'Bring this back'],
  ]);
});

it('brings a deleted thing back from the trash as it was, and a friend, too', async () => {
  const { page } = await openApp({ path: '/#/library' });
  await ratedTwice(page);
  await page.getByRole('button', { name: 'Move to trash' }).click();
  await page.getByText('Moved The Summer Book to the trash').first().waitFor();
  await kept(page);
  await goTo(page, '/trash');
  await page.getByRole('button', { name: 'Earlier versions of The Summer Book' }).click();
  const dialog = page.getByRole('dialog', { name: 'Earlier versions of The Summer Book' });
  await dialog.getByText('Moved to the trash').waitFor();
  await dialog
    .getByRole('button', { name: /^Bring this back/ })
    .nth(2)
    .click();
  await page.getByRole('heading', { name: 'The trash is empty' }).waitFor();
  await goTo(page, '/library');
  await page.getByRole('link', { name: 'The Summer Book' }).click();
  await expect.poll(() => ratingOf(page).getAttribute('aria-valuetext')).toBe('3/5');

  await goTo(page, '/friends');
  await page.getByRole('main').getByRole('button', { name: 'Add a friend' }).first().click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Name' }).fill('Ada');
  await form.getByRole('button', { name: 'Add friend' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ada' }).waitFor();
  await kept(page);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await form.getByRole('textbox', { name: 'Name' }).fill('Adelaide');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { level: 1, name: 'Adelaide' }).waitFor();
  await kept(page);
  await page.getByRole('button', { name: 'More about Adelaide' }).click();
  await page.getByRole('menuitem', { name: 'Earlier versions…' }).click();
  await form.getByText('Name: Ada → Adelaide').waitFor();
  await form.getByRole('button', { name: /^Bring this back/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Ada', exact: true }).waitFor();
});

it('says that nothing older is kept where the page runs without its program', async () => {
  const { page } = await openApp({ path: '/#/library' });
  await ratedTwice(page);
  await page.evaluate(() => {
    window.localStorage.clear();
  });
  await page.reload();
  await page.getByRole('button', { name: 'Earlier versions…' }).click();
  await page
    .getByRole('dialog')
    .getByText(
      /^Earlier versions are in the journal that Handpicked keeps in your data folder\. This page runs without/,
    )
    .waitFor();
});
