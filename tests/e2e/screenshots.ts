/**
 * `npm run screenshots` (after `npm run build`): every page, empty and with the sample library, light and dark, in a
 * wide and a small window, into the git-ignored screenshots/ for people to look at. `-- --only library,item` limits it.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { closeSharedBrowser } from './app-under-test';
import { dropFiles, fixturePath, launchApp, type AppUnderTest } from './harness';
import { importPictures } from './import-pictures';
import { removeManifest } from './damaged-database';
import { makeNewer } from './newer-database';
import { PAGES } from './journey-steps';
import { runThisCommand } from '../../electron/cli/run-command';

const USAGE = `Usage: npm run screenshots -- [options]
Every page, with and without things, light and dark, wide and small. Run npm run build first.
  --only WORD,WORD      only those whose names have one of the words
  --part PART           only one of: import, pages, broken
  --scheme light|dark   only one of the two
  --out DIR             another folder than screenshots/`;
/** What was asked for. */
let folder = resolve('screenshots');
let only: readonly string[] | null = null;

const SIZES = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
] as const;
async function settle(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page
    .waitForFunction(
      () =>
        document.querySelector('[data-loading], [class*=Loader-root], [class*=Skeleton-root], [aria-busy=true]') ===
        null,
      undefined,
      { timeout: 15_000 },
    )
    .catch(() => undefined);
  await page.waitForTimeout(250);
}

async function shoot(page: Page, scheme: string, name: string): Promise<void> {
  if (only !== null && !only.some((word) => name.includes(word))) return;
  await settle(page);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await page.waitForTimeout(150);
    await page.screenshot({ path: join(folder, `${name}-${scheme}-${String(size.width)}.png`) });
  }
  await page.setViewportSize(SIZES[0]);
}

const go = async (page: Page, path: string): Promise<void> => {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `/${path}`);
  await settle(page);
};

async function allPages(page: Page, scheme: string, state: string): Promise<void> {
  for (const path of PAGES) {
    await go(page, path);
    await shoot(page, scheme, `${state}-${path === '' ? 'home' : path}`);
  }
}

/** Opens the first link whose address begins so, from a page of links. */
async function openFirst(page: Page, from: string, prefix: string): Promise<boolean> {
  await go(page, from);
  const address = await page
    .locator(`main a[href^="${prefix}"]`)
    .first()
    .getAttribute('href', { timeout: 3000 })
    .catch(() => null);
  if (address === null) return false;
  await go(page, address.replace('#/', ''));
  return true;
}

/** From a friend's page to their pairs, before and after some answers, and back. */
async function choices(page: Page, scheme: string): Promise<void> {
  const friend = new URL(page.url()).hash.replace('#/', '');
  await go(page, `${friend}/which`);
  await page.getByRole('group', { name: /, or / }).waitFor();
  await shoot(page, scheme, 'full-choices');
  for (let at = 0; at < 12; at += 1) {
    await page.locator('fieldset button[aria-disabled=false]').first().waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.getByText(at < 11 ? `${String(at + 2)} of 12` : '12 answers noted', { exact: true }).waitFor();
    if (at === 5) await shoot(page, scheme, 'full-choices-half');
  }
  await shoot(page, scheme, 'full-choices-over');
  await go(page, friend);
}

/** On a friend's page: a score taken apart, what moved after answers, and what was learned by them. */
async function learned(page: Page, scheme: string): Promise<void> {
  const cards = page.locator('article').filter({ has: page.getByRole('button', { name: 'Not for them' }) });
  await cards.first().focus();
  await page.keyboard.press('w');
  await page.getByRole('dialog').getByRole('table').first().waitFor();
  await shoot(page, scheme, 'full-breakdown');
  await page.keyboard.press('Escape');
  for (let answered = 0; answered < 3; answered += 1) {
    await cards.first().getByRole('button', { name: 'Not for them' }).click();
    await page.waitForTimeout(1500);
  }
  const moved = page.getByRole('region', { name: 'What moved, and why' });
  await moved.scrollIntoViewIfNeeded();
  await shoot(page, scheme, 'full-moved');
  await page.getByRole('button', { name: 'Advanced: the weights' }).click();
  await page.getByRole('region', { name: /^What was learned about/ }).scrollIntoViewIfNeeded();
  await shoot(page, scheme, 'full-learned-weights');
  await page.waitForTimeout(9000);
}

/** On a thing's page: what it was before. */
async function earlierVersions(page: Page, scheme: string): Promise<void> {
  const rating = page.getByRole('slider', { name: 'Your rating' });
  for (const key of ['2', '4', '5']) {
    await rating.focus();
    await page.keyboard.press(key);
    await page.waitForTimeout(1000);
  }
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('Lent to Mira, who has not given it back yet.');
  await page.keyboard.press('Tab');
  await page.waitForTimeout(1000);
  const button = page.getByRole('button', { name: 'Earlier versions…' });
  await button.scrollIntoViewIfNeeded();
  await shoot(page, scheme, 'full-item-history');
  await button.click();
  await page.getByText('As it is now').first().waitFor();
  await shoot(page, scheme, 'full-item-versions');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(9000);
}

/** Things that look alike: in the preview of an import, after it, and one pair after the other. */
async function lookAlikes(page: Page, scheme: string): Promise<void> {
  await go(page, 'import');
  await dropFiles(page, '.mantine-Dropzone-root', [fixturePath('window/look-alike.csv')]);
  await page.getByRole('button', { name: 'Read with these columns' }).click();
  await page.getByRole('button', { name: 'Import 9 things' }).click();
  await page.getByRole('link', { name: 'Look at them' }).waitFor();
  await shoot(page, scheme, 'twins-import-done');
  await page.getByRole('link', { name: 'Look at them' }).click();
  await page.getByRole('table').waitFor();
  await shoot(page, scheme, 'twins-pair');
  await page.keyboard.press('a');
  await page.getByRole('dialog').waitFor();
  await shoot(page, scheme, 'twins-all-alike');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  for (const place of ['2 of 4', '3 of 4', '4 of 4']) {
    await page.keyboard.press('l');
    await page.getByText(place, { exact: true }).waitFor();
  }
  await page.getByText(/^Two ratings/).waitFor();
  await shoot(page, scheme, 'twins-two-ratings');
  await page.keyboard.press('s');
  await page.getByRole('heading', { name: 'All gone through' }).waitFor();
  await shoot(page, scheme, 'twins-over');
  await page.keyboard.press('Backspace');
}

async function tour(app: AppUnderTest, scheme: string): Promise<void> {
  const { page } = app;
  await allPages(page, scheme, 'empty');
  await go(page, 'settings');
  await page.getByRole('button', { name: 'Add the sample library' }).click();
  await page.getByRole('button', { name: 'Remove the sample library' }).waitFor();
  // Toasts would lie over what is to be seen.
  await page.waitForTimeout(9000);
  await allPages(page, scheme, 'full');
  if (await openFirst(page, 'library', '#/item/')) {
    await shoot(page, scheme, 'full-item');
    await page.getByRole('button', { name: 'Edit facts' }).click();
    await shoot(page, scheme, 'full-item-edit');
    await page.keyboard.press('Escape');
    await earlierVersions(page, scheme);
  }
  if (await openFirst(page, 'friends', '#/friends/')) {
    await shoot(page, scheme, 'full-friend');
    await choices(page, scheme);
    await learned(page, scheme);
  }
  await go(page, 'together');
  for (const name of ['Me', 'Jonas', 'Mira']) {
    await page.getByRole('checkbox', { name, exact: true }).focus();
    await page.keyboard.press('Space');
  }
  await page.getByRole('heading', { level: 2, name: 'For Jonas and Mira' }).waitFor();
  await shoot(page, scheme, 'full-together-answer');
  await go(page, 'library');
  await page.locator('[role=grid] input[type=checkbox]').first().click();
  await page
    .locator('[role=grid] input[type=checkbox]')
    .nth(4)
    .click({ modifiers: ['Shift'] });
  await shoot(page, scheme, 'full-library-selected');
  await page.keyboard.press('n');
  await shoot(page, scheme, 'full-quick-add');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(300);
  await page.keyboard.press('?');
  await shoot(page, scheme, 'full-shortcuts');
  await page.keyboard.press('Escape');
  await go(page, 'import');
  await dropFiles(page, '.mantine-Dropzone-root', [
    fixturePath('exports/goodreads-24-columns.csv'),
    fixturePath('window/cellar.csv'),
  ]);
  await page.getByRole('button', { name: /^Import \d/ }).waitFor();
  await shoot(page, scheme, 'full-import-preview');
  await page.getByRole('button', { name: 'Choose other files' }).click();
  await dropFiles(page, '.mantine-Dropzone-root', [fixturePath('window/winter-list.json')]);
  await page.getByRole('button', { name: 'It is my list' }).click();
  await page.getByRole('heading', { level: 1, name: 'For a long winter' }).waitFor();
  await page.waitForTimeout(9000);
  await shoot(page, scheme, 'full-list');
  await go(page, 'lists');
  await shoot(page, scheme, 'full-lists');
  await lookAlikes(page, scheme);
}

/** In place of the window, where the browser cannot read its database. */
async function damaged(scheme: 'light' | 'dark'): Promise<void> {
  const whole = await launchApp({ ownBrowser: true, colourScheme: scheme, viewport: SIZES[0] });
  await settle(whole.page);
  const app = await whole.restart(removeManifest);
  await app.page.getByRole('button').first().waitFor();
  await shoot(app.page, scheme, 'damaged-database');
  await app.close().catch(() => undefined);
}

/** Likewise, where a newer version has used the library. */
async function newer(scheme: 'light' | 'dark'): Promise<void> {
  const whole = await launchApp({ ownBrowser: true, colourScheme: scheme, viewport: SIZES[0], path: '/#/settings' });
  await whole.page.getByRole('button', { name: 'Add the sample library' }).click();
  await whole.page.getByText(/^everything, last written /).waitFor();
  await makeNewer(whole.page);
  const app = await whole.restart();
  await app.page.getByRole('listitem').first().waitFor();
  await shoot(app.page, scheme, 'newer-database');
  await app.page.getByRole('searchbox').fill('le guin');
  await app.page.getByRole('radio').first().scrollIntoViewIfNeeded();
  await shoot(app.page, scheme, 'newer-database-search');
  await app.close().catch(() => undefined);
}

/** An import from its files to the list of imports, in an empty library. */
async function imports(scheme: 'light' | 'dark'): Promise<void> {
  const app = await launchApp({ colourScheme: scheme, viewport: SIZES[0] });
  try {
    await importPictures(app.page, async (name) => {
      await shoot(app.page, scheme, name);
    });
  } finally {
    await app.close();
  }
}

async function pages(scheme: 'light' | 'dark'): Promise<void> {
  const app = await launchApp({ colourScheme: scheme, viewport: SIZES[0] });
  await tour(app, scheme);
  const problems = app.problems();
  console.log(`${scheme}: done${problems.length === 0 ? '' : `, with problems:\n${problems.join('\n')}`}`);
  await app.close().catch(() => undefined);
}

const PARTS: ReadonlyMap<string, (scheme: 'light' | 'dark') => Promise<void>> = new Map([
  ['import', imports],
  ['pages', pages],
  [
    'broken',
    async (scheme) => {
      await damaged(scheme);
      await newer(scheme);
    },
  ],
]);

async function shootAll(scheme: string | undefined, part: string | undefined): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const colours of ['light', 'dark'] as const) {
    if (scheme !== undefined && scheme !== colours) continue;
    for (const [name, take] of PARTS) if (part === undefined || part === name) await take(colours);
  }
  console.log(`Screenshots are in ${folder}`);
}

await runThisCommand({
  usage: USAGE,
  options: {
    only: { type: 'string' },
    part: { type: 'string' },
    out: { type: 'string', default: 'screenshots' },
    scheme: { type: 'string' },
  },
  takesFiles: false,
  run: async ({ values }) => {
    folder = resolve(values.out);
    only = values.only?.split(',') ?? null;
    try {
      await shootAll(values.scheme, values.part);
    } finally {
      await closeSharedBrowser();
    }
  },
});
