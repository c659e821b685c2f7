import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { dropFiles, openApp } from './harness';
import { cards, goTo, pickItem } from './journey-steps';

/** A thing of a list file. */
const ITEM = {
  kind: 'book',
  originalTitle: null,
  creators: ['Ann Vole'],
  year: 2001,
  length: null,
  tags: [],
  series: null,
  crowd: null,
  identifiers: {},
  url: null,
  ownRating: null,
  status: 'finished',
  finishedAt: null,
  note: null,
  privateNote: null,
};
const CHOSEN = ['Piranesi', 'Severance', 'Middlemarch'];

/** A list of three things from the sample library, made by hand. */
async function makeList(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try the sample library' }).click();
  await cards(page).first().waitFor();
  await goTo(page, '/lists');
  await page.getByRole('button', { name: 'New list' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Three for winter');
  await dialog.getByRole('textbox', { name: 'Description' }).fill('Read by the fire.');
  await dialog.getByRole('button', { name: 'Create list' }).click();
  await page.getByRole('heading', { name: 'Three for winter', level: 1 }).waitFor();
  for (const title of CHOSEN) {
    await pickItem(page.getByRole('main'), 'Add something to the list', title);
    await page.getByRole('button', { name: `Drag ${title}` }).waitFor();
  }
}

const order = (page: Page): Promise<string[]> =>
  page.getByRole('list', { name: 'Three for winter' }).getByRole('listitem').getByRole('link').allInnerTexts();
const untilOrder = async (page: Page, titles: readonly string[]): Promise<void> => {
  await expect.poll(() => order(page)).toEqual(titles);
};

async function exported(page: Page, format: string): Promise<{ readonly name: string; readonly text: string }> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: format }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

it('moves one place with each press of an arrow, however tall the rows are', async () => {
  const path = join(tmpdir(), `tall-rows-${String(process.pid)}.json`);
  const tall = `Tall ${'and taller '.repeat(30)}`.trim();
  const titles = ['Aa', tall, 'Cc', 'Dd', 'Ee'];
  const entries = titles.map((title) => ({
    item: { ...ITEM, title },
    annotation: title === tall ? 'A note that goes on and on. '.repeat(18) : '',
  }));
  await writeFile(
    path,
    JSON.stringify({
      format: 'handpicked-list',
      version: 1,
      list: { title: 'Three for winter', description: '', entries },
    }),
  );
  const { page } = await openApp({ path: '/#/import', viewport: { width: 900, height: 800 } });
  await page.getByRole('button', { name: 'Choose files' }).waitFor();
  await dropFiles(page, '.mantine-Dropzone-root', [path]);
  await rm(path);
  await page.getByRole('button', { name: 'It is my list' }).click();
  await untilOrder(page, titles);
  /** Each press is answered before the next. */
  const press = async (title: string, from: number, key: 'ArrowDown' | 'ArrowUp', times: number): Promise<void> => {
    await page.getByRole('button', { name: `Drag ${title}` }).focus();
    await page.keyboard.press('Space');
    await page.getByText(`${title} would be number ${String(from)} of 5.`).waitFor({ state: 'attached' });
    // It hears the arrows a moment after that.
    await page.waitForTimeout(100);
    for (let done = 1; done <= times; done += 1) {
      await page.keyboard.press(key);
      const place = key === 'ArrowDown' ? from + done : from - done;
      await page.getByText(`${title} would be number ${String(place)} of 5.`).waitFor({ state: 'attached' });
    }
    await page.keyboard.press('Space');
  };
  await press('Aa', 1, 'ArrowDown', 1);
  await untilOrder(page, [tall, 'Aa', 'Cc', 'Dd', 'Ee']);
  await press('Dd', 4, 'ArrowUp', 3);
  await untilOrder(page, ['Dd', tall, 'Aa', 'Cc', 'Ee']);
  await press('Dd', 1, 'ArrowDown', 2);
  await untilOrder(page, [tall, 'Aa', 'Dd', 'Cc', 'Ee']);
  // Escape puts it back.
  await page.getByRole('button', { name: 'Drag Dd' }).focus();
  for (const key of ['Space', 'ArrowDown', 'Escape']) await page.keyboard.press(key);
  await untilOrder(page, [tall, 'Aa', 'Dd', 'Cc', 'Ee']);
});

it('orders by buttons, by keyboard and by pointer, says so, and keeps it', async () => {
  const app = await openApp({ ownBrowser: true });
  const { page } = app;
  await makeList(page);
  await untilOrder(page, CHOSEN);
  await page.getByRole('button', { name: 'Move Middlemarch up' }).click();
  await untilOrder(page, ['Piranesi', 'Middlemarch', 'Severance']);
  await page
    .getByRole('status')
    .filter({ hasText: 'Middlemarch is now number 2 of 3.' })
    .waitFor({ state: 'attached' });

  await page.getByRole('button', { name: 'Drag Piranesi' }).focus();
  for (const key of ['Space', 'ArrowDown', 'ArrowDown', 'Space']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(150);
  }
  await untilOrder(page, ['Middlemarch', 'Severance', 'Piranesi']);

  const handle = await page.getByRole('button', { name: 'Drag Piranesi' }).boundingBox();
  const top = await page.getByRole('button', { name: 'Drag Middlemarch' }).boundingBox();
  if (handle === null || top === null) throw new Error('no handles to drag');
  await page.mouse.move(handle.x + 8, handle.y + 8);
  await page.mouse.down();
  await page.mouse.move(top.x + 8, top.y + 30, { steps: 8 });
  await page.mouse.move(top.x + 8, top.y - 2, { steps: 4 });
  await page.mouse.up();
  await untilOrder(page, ['Piranesi', 'Middlemarch', 'Severance']);

  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await untilOrder(page, ['Middlemarch', 'Severance', 'Piranesi']);

  const address = new URL(page.url()).hash.slice(1);
  const again = await app.restart();
  await goTo(again.page, address);
  await untilOrder(again.page, ['Middlemarch', 'Severance', 'Piranesi']);
});

it('annotates, removes, exports every format, and reads its own file back', async () => {
  const { page } = await openApp();
  await makeList(page);
  await page.getByRole('textbox', { name: 'Your line on Severance' }).fill('=Nine to five, twice');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Remove Middlemarch from the list' }).click();
  await untilOrder(page, ['Piranesi', 'Severance']);

  const markdown = await exported(page, 'Markdown');
  expect(markdown.name).toBe('Three-for-winter.md');
  expect(markdown.text).toContain('Nine to five, twice');
  expect((await exported(page, 'Plain text')).text).toContain('Severance');
  expect((await exported(page, 'Web page (HTML)')).text).toMatch(/schema\.org[\s\S]*ItemList/);
  // A cell that begins like a formula is made harmless for a spreadsheet.
  const sheet = await exported(page, 'Spreadsheet (CSV)');
  expect(sheet.text).toContain('Nine to five, twice');
  expect(sheet.text).not.toMatch(/(?:^|,|")=Nine/m);
  const json = await exported(page, 'Handpicked list (JSON)');

  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Copy as text' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('Piranesi');

  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Move list to trash' }).click();
  await page.getByRole('heading', { name: 'No lists yet' }).waitFor();

  const file = join(tmpdir(), `handpicked-list-${String(process.pid)}.json`);
  await writeFile(file, json.text);
  await page.getByRole('button', { name: 'Import a list file' }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('menuitem', { name: /^One of mine/ }).click(),
  ]);
  await chooser.setFiles(file);
  await page.getByRole('heading', { name: 'Three for winter', level: 1 }).waitFor();
  await rm(file);
  await untilOrder(page, ['Piranesi', 'Severance']);
  expect(await page.getByRole('textbox', { name: 'Your line on Severance' }).inputValue()).toBe('=Nine to five, twice');
});
