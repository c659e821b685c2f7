import type { Locator, Page } from 'playwright-core';
import { dropFiles } from './harness';

/** Steps that several journeys share, in the words of the window. */

/** Where each page is, after "#/". */
export const PAGES = [
  '',
  'next',
  'library',
  'friends',
  'together',
  'shared',
  'lists',
  'import',
  'gaps',
  'twins',
  'paste',
  'trust',
  'settings',
  'trash',
  'help',
] as const;

export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, path);
  // Until the next page is drawn, the one before it stays.
  await page.locator(`main[data-page="${path}"]`).waitFor();
}

/** Drops a file on the window, waits for the words the preview must hold, and imports it. */
export async function importFile(page: Page, path: string, previewed: readonly string[] = []): Promise<void> {
  // The drop target covers the window only while something is dragged over it.
  await dropFiles(page, '.mantine-Dropzone-fullScreen, .mantine-Dropzone-root', [path]);
  for (const words of previewed) await page.getByText(words).first().waitFor();
  await page.getByRole('button', { name: /^Import [\d,]+ things?$/ }).click();
  await page.getByRole('heading', { name: 'Imported' }).waitFor();
}

/**
 * Chooses an option of a list by keys alone, as a person does who looks: the next key is pressed once the last has done
 * something. Letters that narrow the list may have been typed before.
 */
export async function chooseByKeys(field: Locator, option: string): Promise<void> {
  const page = field.page();
  const options = page.getByRole('option');
  /** Drawn as it is after the last key. */
  const marked = async (): Promise<readonly string[]> => {
    await page.evaluate(
      () =>
        new Promise((settle) => {
          requestAnimationFrame(() => setTimeout(settle, 0));
        }),
    );
    return await page.locator('[role=option][data-combobox-selected]').allInnerTexts();
  };
  await field.press('ArrowDown');
  await options.first().waitFor();
  // A list that opened late has no mark yet; the next key sets it.
  for (let most = await options.count(); !(await marked()).includes(option); most -= 1) {
    if (most < 0) throw new Error(`The keys do not lead to the option “${option}”.`);
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await page.waitForFunction(({ input, text }) => (input as HTMLInputElement).value === text, {
    input: await field.elementHandle(),
    text: option,
  });
}

/** Chooses an existing thing by typing into a picker. */
export async function pickItem(scope: Locator, label: string, title: string): Promise<void> {
  const page = scope.page();
  await scope.getByRole('textbox', { name: label }).fill(title);
  await page.getByRole('option', { name: title }).first().click();
}

/** Writes down a thing that is not in the library. */
export async function quickAddItem(scope: Locator, label: string, title: string): Promise<void> {
  const page = scope.page();
  await scope.getByRole('textbox', { name: label }).fill(title);
  await page.getByRole('option', { name: `“${title}”` }).click();
}

export const cards = (page: Page): Locator => page.locator('article[data-pick]');

/** What the cards show, by title. */
export async function pickTitles(page: Page): Promise<string[]> {
  return await page.locator('article[data-pick] h3').allInnerTexts();
}

/** Waits until the first pick is another than before: the next slate has come. */
export async function untilPicksChange(page: Page, before: readonly string[]): Promise<string[]> {
  await page.waitForFunction((titles) => {
    const shown = [...document.querySelectorAll('article[data-pick] h3')].map((heading) => heading.textContent);
    return shown.length === 5 && shown.join('|') !== titles.join('|');
  }, before);
  return await pickTitles(page);
}
