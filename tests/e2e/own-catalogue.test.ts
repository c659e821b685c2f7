import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { zipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { catalogueEntry } from '../fixtures/catalogue-entry';
import { catalogueFiles } from '../fixtures/catalogue-files';
import { seriousViolations } from './accessibility';
import { dropFiles, openApp } from './harness';
import { goTo } from './journey-steps';

const FOLDER = mkdtempSync(join(tmpdir(), 'handpicked-own-catalogue-'));
afterAll(() => {
  rmSync(FOLDER, { recursive: true });
});
const written = (name: string, bytes: Uint8Array): string => {
  writeFileSync(join(FOLDER, name), bytes);
  return join(FOLDER, name);
};

const NEWER = catalogueFiles(
  { 'catalogue.bin': [catalogueEntry({ title: 'The Glass Orchard', year: 1987 })] },
  { version: '7.0.0', builtFrom: '2026-11-20' },
);
const table = (rows: readonly (readonly string[])[]): Uint8Array =>
  gzipSync(`${rows.map((cells) => cells.join('\t')).join('\n')}\n`);
const RATINGS = written(
  'title.ratings.tsv.gz',
  table([
    ['tconst', 'averageRating', 'numVotes'],
    ['tt9000001', '8.1', '900'],
    ['tt9000002', '7.0', '5000'],
  ]),
);
const BASICS_BYTES = table([
  'tconst titleType primaryTitle originalTitle isAdult startYear endYear runtimeMinutes genres'.split(' '),
  ['tt9000001', 'movie', 'The Salt Road Again', 'The Salt Road Again', '0', '2026', '\\N', '101', 'Drama'],
  ['tt9000002', 'tvSeries', 'Harbour of Nobody', 'Harbour of Nobody', '0', '2025', '\\N', '\\N', 'Drama'],
]);
const BASICS = written('title.basics.tsv.gz', BASICS_BYTES);

const drop = (page: Page, ...paths: string[]): Promise<void> => dropFiles(page, '.mantine-Dropzone-root', paths);
const section = (page: Page) => page.getByRole('region', { name: 'Catalogue' });

it('says which catalogue answers and where its facts come from, and can be switched off, by keyboard', async () => {
  const { page } = await openApp({ path: '/#/settings', catalogue: true });
  await section(page)
    .getByText(/The one that ships with the program, \d/)
    .waitFor();
  await section(page)
    .getByText(/^sources up to \d/)
    .waitFor();
  const sources = section(page).getByRole('button', { name: 'Where its facts come from' });
  await sources.focus();
  await page.keyboard.press('Enter');
  await section(page).getByRole('heading', { name: 'Sources of the catalogue' }).waitFor();
  await section(page).getByText('Zygmunt Zajac (2017)').waitFor();
  await section(page)
    .getByText(/CC-BY-SA-4\.0/)
    .first()
    .waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  const onOff = section(page).getByRole('switch', { name: 'Look things up in the catalogue' });
  await onOff.focus();
  await page.keyboard.press('Space');
  await section(page).getByText('Switched off: nothing is looked up.').waitFor();
  expect(await seriousViolations(page)).toEqual([]);
});

it('takes a newer catalogue that is dropped on any page, keeps it over a restart, and goes back to the shipped one', async () => {
  const app = await openApp({ ownBrowser: true, path: '/#/help', catalogue: true });
  await drop(app.page, written('catalogue.zip', zipSync({ ...NEWER })));
  await section(app.page).getByText('The catalogue you chose answers from now on.').waitFor();
  await section(app.page).getByText('Your own file, 7.0.0').waitFor();
  expect(await seriousViolations(app.page)).toEqual([]);

  const { page } = await app.restart();
  await goTo(page, '/settings');
  await section(page).getByText('Your own file, 7.0.0').waitFor();
  const damaged = { ...NEWER, 'catalogue.bin': (NEWER['catalogue.bin'] ?? new Uint8Array()).slice(0, -9) };
  await drop(page, written('damaged.zip', zipSync(damaged)));
  await section(page).getByText('Not taken: nothing was changed').waitFor();
  await section(page)
    .getByText(/catalogue\.bin is not the one that its manifest describes/)
    .waitFor();
  await section(page).getByText('Your own file, 7.0.0').waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await section(page).getByRole('button', { name: 'Use the shipped catalogue again' }).press('Enter');
  await section(page)
    .getByText(/The one that ships with the program/)
    .waitFor();
});

it('adds the titles of IMDb’s two files, asks for the one that is missing, and takes them away again', async () => {
  const { page } = await openApp({ path: '/#/import', catalogue: true });
  await drop(page, RATINGS);
  await section(page).getByText('Now the other file: title.basics.tsv.gz, with the titles.').waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await drop(page, written('cut.tsv.gz', BASICS_BYTES.subarray(0, -12)));
  await section(page)
    .getByText(/cut\.tsv\.gz cannot be read to its end/)
    .waitFor();
  await drop(page, RATINGS, BASICS);
  await section(page).getByText('IMDb’s titles are in the catalogue now.').waitFor();
  await section(page)
    .getByText(/^2 titles from your own files of \d/)
    .waitFor();
  await section(page)
    .getByText(/Information courtesy of IMDb/)
    .waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await section(page).getByRole('button', { name: 'Remove IMDb’s titles' }).press('Enter');
  await section(page)
    .getByText(/titles from your own files/)
    .waitFor({ state: 'detached' });
});
