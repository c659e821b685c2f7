import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { seriousViolations } from './accessibility';
import { openApp } from './harness';
import { cards, goTo, pickTitles, untilPicksChange } from './journey-steps';

/** On a friend's page: why a pick stands there, the wildcard, the dials, what was learned, and how long a draft is. */

async function openCarmen(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: 'Try the sample library' }).click();
  await cards(page).first().waitFor();
  await goTo(page, '/friends');
  await page.getByRole('main').getByRole('link', { name: 'Carmen', exact: true }).click();
  await page.getByRole('heading', { name: 'Picks for Carmen' }).waitFor();
  await cards(page).nth(4).waitFor();
  return await pickTitles(page);
}

/** "+0.4", "−1.2" → tenths. */
const tenths = (figure: string): number => Math.round(Number(figure.trim().replace('−', '-')) * 10);

const learnedSection = (page: Page): Locator => page.getByRole('region', { name: 'What was learned about Carmen' });

/** How many slates are on record. */
const slatesOnRecord = (page: Page): Promise<number> =>
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
    const count = await new Promise<number>((resolve) => {
      const counting = database.transaction('slates').objectStore('slates').count();
      counting.addEventListener('success', () => {
        resolve(counting.result);
      });
    });
    database.close();
    return count;
  });

it('takes a score apart by keyboard: lines that add up, the chance in words, and the focus back on the card', async () => {
  const { page } = await openApp();
  const [title = ''] = await openCarmen(page);
  await cards(page).first().focus();
  await page.keyboard.press('w');
  const dialog = page.getByRole('dialog', { name: `Why ${title}?` });
  // What the chance is made of, and what orders the list: the lines of each add up to its last.
  for (const heading of ['Would Carmen like it?', 'Would Carmen choose it?']) {
    const sum = dialog.getByRole('table').filter({ has: page.getByRole('columnheader', { name: heading }) });
    await sum.waitFor();
    const lines = await sum.locator('tbody tr td').allInnerTexts();
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.map(tenths).reduce((total, value) => total + value, 0)).toBe(
      tenths(await sum.locator('tfoot td').innerText()),
    );
  }
  expect(await dialog.innerText()).toMatch(/Which means for Carmen: .*like.*, (?:about \d in 10|fewer than|more than)/);
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.closest('article')?.querySelector('h3')?.textContent)).toBe(
    title,
  );
  expect(await cards(page).first().innerText()).toMatch(/in (?:10|20) to like it/);
});

it('labels one wildcard where they are switched on, says how it was drawn, shows it again and records it once', async () => {
  const { page } = await openApp();
  await openCarmen(page);
  expect(await page.getByText('Wildcard: to find out something new').count()).toBe(0);
  await goTo(page, '/settings');
  const wildcards = page.getByRole('switch', { name: 'One pick in five is a wildcard' });
  await wildcards.click();
  // It shows what is stored, a moment later.
  await expect.poll(async () => await wildcards.isChecked()).toBe(true);
  await goTo(page, '/friends');
  await page.getByRole('main').getByRole('link', { name: 'Carmen', exact: true }).click();
  await cards(page).nth(4).waitFor();
  const first = await pickTitles(page);
  const label = page.getByText('Wildcard: to find out something new');
  expect(await label.count()).toBe(1);
  await page.getByRole('button', { name: 'How it was drawn' }).click();
  await page.getByText(/chance of being drawn: (?:about|fewer)/).waitFor();
  await expect.poll(async () => await slatesOnRecord(page)).toBe(1);
  await goTo(page, '/library');
  await goTo(page, '/friends');
  await page.getByRole('main').getByRole('link', { name: 'Carmen', exact: true }).click();
  await cards(page).nth(4).waitFor();
  expect(await pickTitles(page)).toEqual(first);
  expect(await slatesOnRecord(page)).toBe(1);
});

it('follows the dials, shows what is set, and goes back to usual', async () => {
  const { page } = await openApp();
  const first = await openCarmen(page);
  await page.getByRole('button', { name: 'Dials: as usual' }).click();
  await page.getByRole('slider', { name: 'Popular or hidden gems' }).press('End');
  const second = await untilPicksChange(page, first);
  await page.getByRole('button', { name: 'Set back: hidden gems' }).waitFor();
  await page.getByText('rainy day', { exact: true }).click();
  await page.getByRole('button', { name: 'Set back: rainy day' }).waitFor();
  await page.getByRole('slider', { name: 'Short or long' }).press('Home');
  await page.getByRole('button', { name: 'Set back: short' }).waitFor();
  await page.getByText('Moves only what has a known length').waitFor();
  const short = await pickTitles(page);
  await page.getByRole('slider', { name: 'Short or long' }).press('End');
  await page.getByRole('button', { name: 'Set back: long' }).waitFor();
  await untilPicksChange(page, short);
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Set back to usual' }).click();
  await page.getByRole('button', { name: 'Dials: as usual' }).waitFor();
  expect(second).not.toEqual(first);
  await expect.poll(async () => await pickTitles(page)).toEqual(first);
});

const whatMoved = (page: Page): Locator => page.getByRole('region', { name: 'What moved, and why' });

it('says in words what each answer teaches, takes it back with undo, and shows what moved', async () => {
  const { page } = await openApp();
  let titles = await openCarmen(page);
  const says = async (sentence: string): Promise<void> => {
    await whatMoved(page).getByText(sentence).waitFor();
    expect(await whatMoved(page).innerText()).not.toMatch(/[+−]\d\.\d/);
  };
  for (const [button, sentence] of [
    ['Not for them', (title: string) => `You said no to ${title} for Carmen: fewer like it.`],
    ['Knows it already', (title: string) => `Carmen knows ${title} already: what else Carmen may know`],
    ['Later', (title: string) => `${title} can wait for Carmen: it may come up again in a month`],
  ] as const) {
    const [first = ''] = titles;
    await cards(page).first().getByRole('button', { name: button }).click();
    titles = await untilPicksChange(page, titles);
    await says(sentence(first));
  }
  expect(await page.locator('article[data-pick]').getByText('new', { exact: true }).count()).toBeGreaterThan(0);
  await page.keyboard.press('Control+z');
  await untilPicksChange(page, titles);
  await whatMoved(page).getByText('Carmen knows').waitFor();
  await whatMoved(page).getByRole('button', { name: 'Hide what moved' }).click();
  await whatMoved(page).waitFor({ state: 'detached' });

  await page
    .getByRole('group', { name: /^How did .+ go with Carmen/ })
    .first()
    .getByRole('button', { name: 'Meh' })
    .click();
  await whatMoved(page)
    .getByText(/^Carmen found .+ so-so: a little less like it\.$/)
    .waitFor();
});

it('lets a weight be set, kept and let go behind “Advanced”, and forgets on request', async () => {
  const { page } = await openApp();
  let titles = await openCarmen(page);
  for (let answered = 0; answered < 3; answered += 1) {
    await cards(page).first().getByRole('button', { name: 'Not for them' }).click();
    titles = await untilPicksChange(page, titles);
  }
  const advanced = learnedSection(page).getByRole('button', { name: 'Advanced: the weights' });
  expect(await advanced.getAttribute('aria-expanded')).toBe('false');
  expect(await learnedSection(page).getByRole('table').count()).toBe(0);
  await advanced.focus();
  await page.keyboard.press('Enter');
  expect(await advanced.getAttribute('aria-expanded')).toBe('true');

  const field = learnedSection(page).getByRole('textbox').first();
  const name = ((await field.getAttribute('aria-label')) ?? '').replace(/^Weight of (.*), −3 to 3$/, '$1');
  const row = learnedSection(page).getByRole('row', { name });
  await field.fill('-2');
  await field.press('Enter');
  await row.first().getByText('set by you').waitFor();
  expect(await row.first().innerText()).toContain('−2.00');
  expect(await seriousViolations(page)).toEqual([]);
  await row
    .first()
    .getByRole('button', { name: `Let ${name} be learned again`, pressed: true })
    .click();
  await row.first().getByText('set by you').waitFor({ state: 'detached' });

  await learnedSection(page).getByRole('button', { name: 'Forget what was learned…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Forget it' }).click();
  const evidence = learnedSection(page)
    .getByText(/(?:little|some|much) evidence/)
    .first();
  await evidence.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  // What comes back comes back closed.
  await advanced.click();
  await evidence.waitFor();
});

it('drafts in three lengths, and never over the sender’s own words', async () => {
  const { page } = await openApp();
  await openCarmen(page);
  const card = cards(page).first();
  await card.focus();
  await page.keyboard.press('e');
  const words = card.getByRole('textbox');
  const usual = await words.inputValue();
  await card.getByText('Short', { exact: true }).click();
  const short = await words.inputValue();
  expect(short).toMatch(/^Hi Carmen, [a-zI]/);
  await card.getByText('Long', { exact: true }).click();
  expect((await words.inputValue()).length).toBeGreaterThanOrEqual(usual.length);
  await words.fill('Mine.');
  expect(await card.getByRole('radio').count()).toBe(0);
  await card.getByRole('button', { name: 'Draft again' }).click();
  await card.getByText('Short', { exact: true }).click();
  await card.getByRole('button', { name: 'Done' }).click();
  // The card gets shorter, and the button below comes up.
  await words.waitFor({ state: 'detached' });
  await card.getByRole('button', { name: 'Share…' }).click();
  expect(await page.getByRole('dialog').getByRole('textbox', { name: 'Message' }).inputValue()).toBe(short);
});
