import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { seriousViolations } from './accessibility';
import { openApp } from './harness';
import { cards, goTo, importFile } from './journey-steps';

/** How good are these picks? Nothing claimed from nothing, figures where there is enough, and the model's own card. */

const LOVED = [
  'The Godfather,1972',
  'Pulp Fiction,1994',
  'The Matrix,1999',
  'Fight Club,1999',
  'Goodfellas,1990',
  'Se7en,1995',
  'The Usual Suspects,1995',
  'Memento,2000',
  'Alien,1979',
  'Blade Runner,1982',
  'Fargo,1996',
  'Taxi Driver,1976',
  'Chinatown,1974',
  'Vertigo,1958',
  'Psycho,1960',
  'Heat,1995',
  'Casablanca,1942',
  'The Third Man,1949',
  'Reservoir Dogs,1992',
  'Rear Window,1954',
];
const DISLIKED = [
  'Titanic,1997',
  'Grease,1978',
  'Dirty Dancing,1987',
  'Pretty Woman,1990',
  'Ghost,1990',
  'Mamma Mia!,2008',
  'Twilight,2008',
  'Armageddon,1998',
  'Pearl Harbor,2001',
  'Batman & Robin,1997',
  'Wild Wild West,1999',
  'Godzilla,1998',
  'Speed 2: Cruise Control,1997',
  'Showgirls,1995',
  'Waterworld,1995',
  'Catwoman,2004',
  'Gigli,2003',
  'Battlefield Earth,2000',
  'The Postman,1997',
  'Congo,1995',
];

/** Forty films as Letterboxd exports them, good and bad in turn, a day apart. */
async function importRatings(page: Page): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'handpicked-trust-'));
  onTestFinished(async () => {
    await rm(folder, { recursive: true });
  });
  const rows = LOVED.flatMap(
    (film, index) =>
      [
        [film, '4.5'],
        [DISLIKED[index] ?? '', '1'],
      ] as const,
  ).map(
    ([film, rating], index) =>
      `${new Date(Date.UTC(2023, 0, 1 + index)).toISOString().slice(0, 10)},${film},https://boxd.it/t${String(index)},${rating}`,
  );
  const file = join(folder, 'ratings.csv');
  await writeFile(file, ['Date,Name,Year,Letterboxd URI,Rating', ...rows].join('\n'));
  await importFile(page, file);
}

const section = (page: Page, name: string): Locator => page.getByRole('region', { name });
const tested = (page: Page): Locator => section(page, 'Tested on your own history');

async function openTrust(page: Page): Promise<void> {
  await goTo(page, '/trust');
  await page.getByRole('heading', { level: 1, name: 'How good are these picks?' }).waitFor();
  await page.waitForFunction(() => document.querySelector('main [aria-busy=true]') === null);
}

it('claims nothing from nothing, and shows the model card', async () => {
  const { page } = await openApp();
  await openTrust(page);
  await tested(page).getByText('No opinion could be predicted yet').waitFor();
  await page.getByText('No wildcard was shown yet.').waitFor();
  expect(await page.getByRole('main').getByRole('table').count()).toBe(0);
  expect(await page.getByRole('main').innerText()).not.toContain('NaN');

  const card = section(page, 'The model card');
  await card.getByText('Read the model card').focus();
  await page.keyboard.press('Enter');
  await card.getByRole('heading', { name: 'Known weaknesses' }).waitFor();
  expect(await card.getByRole('table').count()).toBeGreaterThan(5);
  expect(await card.innerText()).not.toContain('**');
  expect(await seriousViolations(page)).toEqual([]);
});

it.each(['light', 'dark'] as const)(
  '%s: tests itself on what was rated, in words, figures and drawings',
  async (colourScheme) => {
    const { page } = await openApp({ colourScheme, path: '/#/import' });
    await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
    await importRatings(page);
    await openTrust(page);
    const words = await tested(page).innerText();
    // Both figures and the name of the simple way; of forty opinions no winner.
    const [, handpicked, way, simple] =
      /Of 100 times, Handpicked puts what you like above what you don’t (\d+) times; the best simple way, ([^,]+), (\d+) times\. Too few opinions to tell which is better\./.exec(
        words,
      ) ?? [];
    expect(handpicked).toBeDefined();
    expect(way).toMatch(
      /^(?:the crowd’s average(?: plus earlier opinions of the creators)?|likeness in words|popularity)$/,
    );
    const table = tested(page).getByRole('table');
    expect(await table.locator('tbody th').count()).toBe(7);
    const figures = await table.locator('tbody td:nth-of-type(1)').allInnerTexts();
    expect(figures[0]).toBe(handpicked);
    // The best of the four simple ways is the one that is named.
    expect(Math.max(...figures.slice(2, 6).map(Number))).toBe(Number(simple));
    expect(words).not.toContain('is the better guide');

    const calibration = section(page, 'When it says 80 %, is it 8 in 10?');
    await calibration.getByRole('img', { name: /^Diagram of the same figures/ }).waitFor();
    // One dot per row: table and diagram show the same.
    expect(await calibration.locator('svg circle').count()).toBe(await calibration.locator('tbody tr').count());
    expect(await calibration.innerText()).toMatch(/off by (?:\d+ percentage points?|less than one percentage point)/);
    await section(page, 'What every pick was based on')
      .getByText(/^(?:[4-9]\d|1\d\d) of yours, 0 of your friends$/)
      .waitFor();
    expect(await page.getByRole('main').innerText()).not.toContain('NaN');
    expect(await seriousViolations(page)).toEqual([]);

    // Half of a small window, as at 200 % zoom.
    await page.setViewportSize({ width: 450, height: 300 });
    expect(await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth)).toBeLessThanOrEqual(1);
  },
);

it('counts what was sent and what came of it', async () => {
  const { page } = await openApp();
  await page.getByRole('button', { name: 'Try the sample library' }).click();
  await cards(page).first().waitFor();
  await openTrust(page);
  const basis = section(page, 'What every pick was based on');
  await basis
    .getByText(/Loved it \d+ · Liked it \d+ · Meh \d+ · No \d+ · Knew it already \d+ · No answer yet \d+/)
    .waitFor();
  expect(await basis.locator('dd').nth(2).innerText()).toBe('3');
});
