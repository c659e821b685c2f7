import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { seriousViolations } from './accessibility';
import { openApp } from './harness';
import { cards, goTo } from './journey-steps';

/** "Which would they pick?": a friend's taste by keyboard alone. */

const things = (page: Page): Promise<string[]> =>
  page
    .getByRole('group', { name: /, or / })
    .getByRole('button')
    .evaluateAll((buttons) => buttons.map((button) => button.textContent));
const place = (page: Page, at: number, of = 12) => page.getByText(`${String(at)} of ${String(of)}`, { exact: true });
/** Waits until the pair may be answered. */
const ready = async (page: Page, at: number): Promise<void> => {
  await place(page, at).waitFor();
  await page.locator('fieldset button[aria-disabled=false]').first().waitFor();
};

async function addFriend(page: Page, name: string): Promise<void> {
  await goTo(page, '/friends');
  await page.getByRole('button', { name: 'Add a friend' }).press('Enter');
  await page.getByRole('dialog', { name: 'Add a friend' }).waitFor();
  await page.keyboard.type(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Which would they pick?' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: `Which would ${name} pick?` }).waitFor();
}

it('asks for twelve pairs, takes keys, skips, goes back, and gives the answers to the picks', async () => {
  const { page } = await openApp();
  await page.getByRole('button', { name: 'Try the sample library' }).press('Enter');
  await cards(page).first().waitFor();
  await addFriend(page, 'Ida');
  await ready(page, 1);
  await page.getByText('Nothing is known of Ida’s taste yet').waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  const first = await things(page);
  expect(first).toHaveLength(2);

  await page.keyboard.press('ArrowLeft');
  await ready(page, 2);
  const second = await things(page);
  for (const thing of second) expect(first).not.toContain(thing);
  // Each pair is read out.
  await expect.poll(async () => await page.locator('output').first().innerText()).toMatch(/^2 of 12: .*, or .*\?/);
  await page.keyboard.press('s');
  await ready(page, 3);
  await page.keyboard.press('Backspace');
  await ready(page, 2);
  expect(await things(page)).toEqual(second);
  // Taken back: written nowhere any more, and asked again.
  await page.keyboard.press('Control+z');
  await ready(page, 1);
  expect(await things(page)).toEqual(first);

  const shown = new Set<string>();
  for (let at = 1; at <= 12; at += 1) {
    await ready(page, at);
    for (const thing of await things(page)) shown.add(thing);
    await page.keyboard.press(at % 2 === 0 ? '1' : '2');
  }
  expect(shown.size).toBe(24);
  await page.getByRole('heading', { name: '12 answers noted' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Ida', exact: true }).waitFor();
  await expect.poll(async () => await page.getByText('would choose').count()).toBe(12);
  await cards(page).first().waitFor();
  // What somebody guessed is not told as something Ida said, least of all to herself.
  const said = (await cards(page).allInnerTexts()).join('\n');
  expect(said).toMatch(/Because Ida would pick /);
  expect(said).not.toMatch(/(?:Ida|[Yy]ou) (?:loved|liked) /);
});

it('says so where too few things are well known, and leads to typing', async () => {
  const { page } = await openApp({ path: '/#/friends' });
  await page.locator('h1').waitFor();
  await addFriend(page, 'Noor');
  await page.getByRole('heading', { name: 'Too few well-known things' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Noor', exact: true }).waitFor();
  await expect
    .poll(async () => await page.evaluate(() => document.activeElement?.getAttribute('placeholder')))
    .toBe('Title…');
});

it('asks about famous films and books of the catalogue where there is no library, and undo leaves nothing', async () => {
  const { page } = await openApp({ path: '/#/friends', catalogue: true });
  await page.locator('h1').waitFor();
  await addFriend(page, 'Noor');
  await ready(page, 1);
  await page.getByText('Famous things stand in').waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  const stored = async (): Promise<readonly [number, number]> =>
    await page.evaluate(
      async () =>
        await new Promise<readonly [number, number]>((resolve, reject) => {
          const opening = indexedDB.open('handpicked');
          opening.addEventListener('success', () => {
            const database = opening.result;
            const reading = database.transaction(['items', 'events']);
            const [items, events] = [reading.objectStore('items').count(), reading.objectStore('events').count()];
            reading.addEventListener('complete', () => {
              database.close();
              resolve([items.result, events.result]);
            });
          });
          opening.addEventListener('error', () => {
            reject(new Error('The database could not be opened.'));
          });
        }),
    );
  // Shown is not kept.
  expect(await stored()).toEqual([0, 0]);
  const first = await things(page);
  await page.keyboard.press('ArrowLeft');
  await ready(page, 2);
  expect(await stored()).toEqual([2, 1]);
  await page.keyboard.press('Backspace');
  await ready(page, 1);
  expect(await things(page)).toEqual(first);
  expect(await stored()).toEqual([0, 0]);

  const shown = new Set<string>();
  for (let at = 1; at <= 12; at += 1) {
    await ready(page, at);
    for (const thing of await things(page)) shown.add(thing);
    await page.keyboard.press(at % 2 === 0 ? '1' : '2');
  }
  expect(shown.size).toBe(24);
  await page.getByRole('heading', { name: '12 answers noted' }).waitFor();
  expect(await stored()).toEqual([24, 12]);
});
