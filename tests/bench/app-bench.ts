import type { Page } from 'playwright-core';
import { dropFiles, launchApp } from '../e2e/harness';
import { cards, goTo, quickAddItem } from '../e2e/journey-steps';
import type { Measure } from './kernels';
import { median } from './median';

/** Fewer than the answers after which the window says that it is enough for today. */
const WARM_PICKS = 9;
const DROP_TARGET = '.mantine-Dropzone-fullScreen, .mantine-Dropzone-root';

/**
 * Before the app's own scripts: remembers when picks were last asked of the worker. (`__name` is a helper that tsx
 * wraps around named functions and that a page does not have.)
 */
const PREPARE_PAGE = `
  globalThis.__name = (value) => value;
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message?.method === 'picks') globalThis.picksAskedAt = performance.now();
    return post.call(this, message, ...rest);
  };`;

/**
 * Times the built app from outside, through the real window, as a person would see it: an import, the first five picks
 * after it, and the next five after each answer. @param known two books of the export that the friend loves.
 */
export async function appMeasures(
  build: string,
  exportFile: string,
  known: readonly string[],
): Promise<readonly Measure[]> {
  const app = await launchApp({ build });
  try {
    const { page } = app;
    await page.addInitScript({ content: PREPARE_PAGE });
    await page.reload();
    const friend = await addFriend(page, known);
    await goTo(page, '/import');
    await page.getByRole('heading', { level: 1 }).first().waitFor();

    let start = performance.now();
    await dropFiles(page, DROP_TARGET, [exportFile]);
    const confirm = page.getByRole('button', { name: /^Import [\d,. ]+ things?$/ });
    await confirm.waitFor();
    const previewed = performance.now() - start;
    const books = Number((await confirm.innerText()).replaceAll(/\D/g, ''));

    start = performance.now();
    await confirm.click();
    await page.getByRole('heading', { name: 'Imported' }).waitFor();
    const imported = performance.now() - start;

    start = performance.now();
    await goTo(page, friend);
    await cards(page).nth(4).waitFor();
    const first = performance.now() - start;

    const warm: { readonly fromClick: number; readonly fromQuestion: number }[] = [];
    for (let answer = 0; answer < WARM_PICKS; answer++) warm.push(await nextPicks(page));
    const once = (name: string, milliseconds: number): Measure => ({ name, milliseconds, runs: 1, beside: [] });
    return [
      once(`Goodreads file of ${String(books)} books: dropped to previewed`, previewed),
      once(`Goodreads file of ${String(books)} books: confirmed to imported`, imported),
      once('first five picks after it', first),
      {
        name: 'next five picks, from the question to the screen',
        milliseconds: median(warm.map((times) => times.fromQuestion)),
        runs: warm.length,
        beside: [],
      },
      {
        name: 'the same from the click, with the answer written down',
        milliseconds: median(warm.map((times) => times.fromClick)),
        runs: warm.length,
        beside: [],
      },
    ];
  } finally {
    await app.close();
  }
}

/** Answers with the address of the friend's page. */
async function addFriend(page: Page, known: readonly string[]): Promise<string> {
  await goTo(page, '/friends');
  await page.getByRole('main').getByRole('button', { name: 'Add a friend' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Ada');
  for (const title of known) await quickAddItem(dialog, 'Loves', title);
  await dialog.getByRole('button', { name: 'Add friend' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ada' }).waitFor();
  return await page.evaluate(() => window.location.hash.replace(/^#/, ''));
}

/** Milliseconds from a click on "Later", and from the question it leads to, until five other picks are on screen. */
async function nextPicks(page: Page): Promise<{ readonly fromClick: number; readonly fromQuestion: number }> {
  return await page.evaluate(async () => {
    const shown = (): string =>
      [...document.querySelectorAll('article[data-pick]')].map((card) => card.getAttribute('data-pick')).join(' ');
    const before = shown();
    const later = [...document.querySelectorAll('article[data-pick] button')].find(
      (button) => button.textContent === 'Later',
    );
    if (!(later instanceof HTMLElement)) throw new Error('no pick with a button "Later"');
    const start = performance.now();
    later.click();
    await new Promise<void>((settle) => {
      const observer = new MutationObserver(() => {
        if (shown() === before || document.querySelectorAll('article[data-pick]').length !== 5) return;
        observer.disconnect();
        settle();
      });
      observer.observe(document.body, { childList: true, subtree: true, attributes: true });
    });
    const end = performance.now();
    const { picksAskedAt } = globalThis as { readonly picksAskedAt?: number };
    return { fromClick: end - start, fromQuestion: end - (picksAskedAt ?? Number.NaN) };
  });
}
