import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { fixturePath, openApp } from './harness';
import { cards, goTo, importFile, pickItem, pickTitles, quickAddItem, untilPicksChange } from './journey-steps';

/** The whole journey on a hand-written Goodreads file, in an ordinary Chromium that reaches no network. */
it('goes from an export to a shared pick, an outcome, another order and an exported list', async () => {
  const app = await openApp({ ownBrowser: true });
  const { page } = app;

  // In: 44 books and one row without a title, which is told and not lost silently.
  await page.getByRole('heading', { name: 'Welcome to Handpicked' }).waitFor();
  await importFile(page, fixturePath('journey/goodreads-library.csv'), ['44 new things', '1 row that will be skipped']);

  // A friend with two loves from the library, one thing the library does not hold, and a never-again.
  await goTo(page, '/friends');
  await page.getByRole('main').getByRole('button', { name: 'Add a friend' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Ada');
  await pickItem(dialog, 'Loves', 'The Dispossessed');
  await pickItem(dialog, 'Loves', 'Kindred');
  await quickAddItem(dialog, 'Loves', 'The Sparrow');
  await pickItem(dialog, 'Never again', 'The Da Vinci Code');
  await dialog.getByRole('button', { name: 'Add friend' }).click();

  // Five explained picks from the bundled model.
  await cards(page).nth(4).waitFor();
  const first = await pickTitles(page);
  expect(first).toHaveLength(5);
  expect(new Set(first).size).toBe(5);
  for (const known of ['The Dispossessed', 'Kindred', 'The Sparrow', 'The Da Vinci Code'])
    expect(first).not.toContain(known);
  expect(await page.locator('[data-engine]').getAttribute('data-engine')).toMatch(/^(?:wasm|webgpu)$/);
  const reasons = await page.locator('article[data-pick] li').allInnerTexts();
  expect(
    reasons.some((reason) =>
      /^(?:Because Ada loved|People who love) (?:The Dispossessed|Kindred|The Sparrow)/.test(reason),
    ),
  ).toBe(true);
  for (const card of await cards(page).all()) expect(await card.getByRole('listitem').count()).toBeGreaterThan(0);
  expect(await cards(page).allInnerTexts()).not.toContainEqual(expect.stringContaining('PRIVATE'));

  // Share the first one: the message is on the clipboard, the share is remembered, the slot is filled again.
  await cards(page).first().getByRole('button', { name: 'Share…' }).click();
  const message = await dialog.getByRole('textbox', { name: 'Message' }).inputValue();
  expect(message).toMatch(/^Hi Ada,/);
  expect(message).toContain(first[0]);
  await dialog.getByRole('button', { name: 'Copy message' }).click();
  const second = await untilPicksChange(page, first);
  expect(second).not.toContain(first[0]);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(message);
  await page.getByRole('article').getByText('new', { exact: true }).first().waitFor();

  // The answer: she did not like it. The next picks differ, and what moved is shown and announced.
  await page
    .getByRole('group', { name: `How did ${first[0] ?? ''} go with Ada?` })
    .getByRole('button', { name: 'No', exact: true })
    .click();
  const third = await untilPicksChange(page, second);
  expect(third).not.toEqual(second);
  expect(third).not.toContain(first[0]);
  await page.getByRole('status').filter({ hasText: 'Picks for Ada updated.' }).waitFor({ state: 'attached' });
  expect(await page.locator('article[data-pick] .mantine-Badge-label').allInnerTexts()).toContainEqual(
    expect.stringMatching(/^(?:new|↑\d|↓\d)$/),
  );

  // Into a new list, then out as Markdown.
  await cards(page).first().getByRole('button', { name: 'Share…' }).click();
  await dialog.getByRole('button', { name: 'Add to a list' }).click();
  await page.getByRole('menuitem', { name: 'New list…' }).click();
  const naming = page.getByRole('dialog', { name: 'New list' });
  await naming.getByRole('textbox', { name: 'Title' }).fill('For Ada');
  await naming.getByRole('button', { name: 'Create list' }).click();
  await untilPicksChange(page, third);
  await goTo(page, '/lists');
  await page.getByRole('link', { name: 'For Ada' }).click();
  await page.getByRole('heading', { name: 'For Ada', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Markdown' }).click(),
  ]);
  const markdown = await readFile(await download.path(), 'utf8');
  expect(download.suggestedFilename()).toBe('For-Ada.md');
  expect(markdown).toContain('For Ada');
  expect(markdown.replaceAll('\\', '')).toContain(third[0]);
  expect(markdown).not.toContain('PRIVATE');

  // A new browser on the same profile: everything is still there.
  const again = await app.restart();
  await goTo(again.page, '/shared');
  await again.page
    .getByRole('group', { name: `How did ${first[0] ?? ''} go with Ada?` })
    .getByRole('button', { name: 'No', exact: true, pressed: true })
    .waitFor();
  await goTo(again.page, '/lists');
  await again.page.getByRole('link', { name: 'For Ada' }).waitFor();
  await goTo(again.page, '/friends');
  await again.page.getByRole('main').getByRole('link', { name: 'Ada' }).click();
  await cards(again.page).nth(4).waitFor();
});
