import type { Page } from 'playwright-core';
import { dropFiles, fixturePath } from './harness';
import { goTo } from './journey-steps';

/** The steps of an import, one picture each, from a window that is empty. */

const DROP_TARGET = '.mantine-Dropzone-root';
const IMPORT = /^Import \d/;
const LARGE = 20_000;

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();

async function drop(page: Page, ...fixtures: readonly string[]): Promise<void> {
  await dropFiles(
    page,
    DROP_TARGET,
    fixtures.map((name) => fixturePath(name)),
  );
}

/** @param shoot takes a picture under a name, after the page has come to rest */
export async function importPictures(page: Page, shoot: (name: string) => Promise<void>): Promise<void> {
  await goTo(page, '/import');
  await shoot('import-choose');
  await button(page, /^Goodreads/).click();
  await button(page, /^Steam/).click();
  await button(page, /^Steam/).scrollIntoViewIfNeeded();
  await shoot('import-sources');

  await drop(page, 'window/in-doubt.csv', 'exports/netflix/ViewingActivity.csv');
  await button(page, IMPORT).waitFor();
  await shoot('import-questions');
  await page.getByRole('heading', { name: 'Goodreads library export' }).evaluate((heading) => {
    heading.scrollIntoView();
  });
  await shoot('import-preview');
  for (const [words, name] of [
    [/joined with it/, 'joined'],
    [/understood/, 'unread'],
    [/skipped/, 'left-out'],
  ] as const) {
    const part = button(page, words);
    await part.click();
    await part.evaluate((control) => {
      control.scrollIntoView({ block: 'center' });
    });
    await shoot(`import-${name}`);
  }
  await button(page, /^Go through/).click();
  await page.getByRole('table').waitFor();
  await shoot('import-twins');
  await page.keyboard.press('s');
  await page.keyboard.press('l');
  await page.getByRole('heading', { name: 'All gone through' }).waitFor();
  await shoot('import-twins-over');
  await button(page, 'Back to the preview').click();
  await button(page, IMPORT).click();
  await page.getByRole('heading', { name: 'Imported', exact: true }).waitFor();
  await shoot('import-done');
  await button(page, 'Undo this import').click();
  await page.getByText('Taken back').first().waitFor();
  await shoot('import-undone');
  await button(page, 'Import more').click();

  await drop(page, 'window/cellar.csv');
  await button(page, 'Read with these columns').waitFor();
  await shoot('import-mapping');
  await button(page, 'Read with these columns').evaluate((control) => {
    control.scrollIntoView();
  });
  await shoot('import-mapping-end');
  await button(page, 'Choose other files').click();
  await drop(page, 'exports/titles/plain.txt');
  await button(page, 'Look them up').waitFor();
  await shoot('import-titles');
  await button(page, 'Choose other files').click();
  await drop(page, 'window/winter-list.json');
  await button(page, 'It is my list').waitFor();
  await shoot('import-list');
  await button(page, 'Choose other files').click();

  const rows = Array.from({ length: LARGE }, (_, at) => `Volume ${String(at)},Author ${String(at % 800)},book`);
  await page.evaluate(
    ([selector, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text ?? ''], 'large.csv'));
      data.items.add(new File([new Uint8Array(64)], 'holiday.png'));
      for (const type of ['dragenter', 'dragover', 'drop'])
        document
          .querySelector(selector ?? '')
          ?.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [DROP_TARGET, ['Title,Author,Type', ...rows].join('\n')],
  );
  await button(page, 'Read with these columns').click({ timeout: 60_000 });
  await button(page, IMPORT).waitFor({ timeout: 60_000 });
  await shoot('import-refused');
  await button(page, IMPORT).click();
  await page.getByRole('progressbar').waitFor();
  await shoot('import-under-way');
  await page.getByRole('heading', { name: 'Imported', exact: true }).waitFor({ timeout: 120_000 });
  await button(page, 'Import more').click();
  await page.getByRole('heading', { name: 'Imports so far' }).waitFor();
  await shoot('import-past');
}
