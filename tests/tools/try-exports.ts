/**
 * `npx tsx tests/tools/try-exports.ts PATH…` (after `npm run build`): drops each file, or each file of a folder, onto
 * the window of a person who starts with an empty library, takes what the window proposes, and prints what is to be
 * read there, with how long it took. For people to read; it judges nothing but whether the library has things after.
 */
import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { runThisCommand, WrongUsage } from '../../electron/cli/run-command';
import { closeSharedBrowser } from '../e2e/app-under-test';
import { dropFiles, launchApp } from '../e2e/harness';
import { goTo } from '../e2e/journey-steps';

const USAGE = `Usage: npx tsx tests/tools/try-exports.ts [--quiet] [--together] PATH…
  --quiet      only the line of each file, not what the window says
  --together   all files are dropped at once
Run npm run build first.`;

const DROP_TARGET = '.mantine-Dropzone-fullScreen, .mantine-Dropzone-root';
/** What the catalogue and the comparison of things say of an import comes some time after it. */
const AFTER_IMPORT_MS = 1500;

interface Tried {
  readonly file: string;
  /** From the drop to the preview. */
  readonly previewSeconds: number;
  /** From the button to the end; null where nothing was imported. */
  readonly importSeconds: number | null;
  readonly things: number;
  readonly outcome: string;
}

const secondsSince = (start: number): number => Math.round((performance.now() - start) / 100) / 10;

/** With every folded part opened. */
async function wordsOf(page: Page): Promise<string> {
  const folded = page.locator('main section .mantine-Accordion-control[aria-expanded=false]').first();
  while (await folded.isVisible()) await folded.click();
  await page.waitForTimeout(300);
  const text = await page.locator('main').innerText();
  const fields = await page
    .locator('main input')
    .evaluateAll((inputs) =>
      inputs.flatMap((input) =>
        input instanceof HTMLInputElement && input.value !== ''
          ? [`[${input.labels?.[0]?.textContent ?? ''}: ${input.value}]`]
          : [],
      ),
    );
  return [text.replaceAll(/\n\s*\n+/g, '\n').trim(), ...fields].join('\n');
}

/** Where a list, a table or questions wait for the person, what a person in a hurry would press. */
async function decide(page: Page): Promise<string[]> {
  const pressed: string[] = [];
  for (const name of ['Read with these columns', 'It is my list']) {
    const button = page.getByRole('button', { name }).first();
    if (!(await button.isVisible()) || (await button.isDisabled())) continue;
    await button.click();
    pressed.push(name);
    await page
      .getByRole('button', { name: /^(Import \d|Nothing new|Undo this)/ })
      .or(page.locator('main[data-page^="/lists/"]'))
      .first()
      .waitFor();
  }
  return pressed;
}

async function tryFiles(paths: readonly string[], say: (text: string) => void): Promise<Tried> {
  const app = await launchApp({ catalogue: true, path: '/#/import' });
  const { page } = app;
  try {
    await page.getByRole('button', { name: 'Choose files' }).waitFor();
    const dropped = performance.now();
    await dropFiles(page, DROP_TARGET, paths);
    await page
      .getByRole('button', { name: 'Choose other files' })
      .or(page.getByRole('alert').or(page.locator('main[data-page="/settings"]')))
      .first()
      .waitFor({ timeout: 60_000 });
    const previewSeconds = secondsSince(dropped);
    say(await wordsOf(page));
    for (const name of await decide(page)) say(`— ${name} —\n${await wordsOf(page)}`);
    const button = page.getByRole('button', { name: /^Import \d/ });
    let importSeconds: number | null = null;
    const refusal = page.locator('main [role=alert]').last();
    let outcome = 'nothing to import';
    if (page.url().includes('#/lists/')) outcome = 'a list';
    else if (await button.isVisible()) {
      outcome = await button.innerText();
      const started = performance.now();
      await button.click();
      await page.getByRole('heading', { name: 'Imported', exact: true }).waitFor({ timeout: 120_000 });
      importSeconds = secondsSince(started);
      await page.waitForTimeout(AFTER_IMPORT_MS);
      say(`— ${outcome} —\n${await wordsOf(page)}`);
    } else if (await refusal.isVisible()) outcome = (await refusal.innerText()).replaceAll(/\s+/g, ' ');
    await goTo(page, '/library');
    const grid = page.getByRole('grid');
    const count = (await grid.isVisible()) ? Number(await grid.getAttribute('aria-rowcount')) : 0;
    if (count > 0) say(`— library: ${String(count)} —\n${(await rowsOf(page)).join('\n')}`);
    return {
      file: paths.map((path) => basename(path)).join(' '),
      previewSeconds,
      importSeconds,
      things: count,
      outcome,
    };
  } finally {
    await app.close();
  }
}

const rowsOf = async (page: Page): Promise<string[]> => {
  const rows = await page.locator('[role=row]').allInnerTexts();
  return rows.slice(0, 12).map((row) => row.replaceAll(/\s*\n\s*/g, ' | '));
};

const filesIn = (path: string): readonly string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name !== 'README.md')
        .sort()
        .map((name) => join(path, name))
    : [path];

await runThisCommand({
  usage: USAGE,
  options: { quiet: { type: 'boolean' }, together: { type: 'boolean' } },
  takesFiles: true,
  run: async ({ values: { quiet, together }, positionals }) => {
    if (positionals.length === 0) throw new WrongUsage('Which files?');
    const files = positionals.flatMap(filesIn);
    const tried: Tried[] = [];
    try {
      for (const paths of together === true ? [files] : files.map((file) => [file])) {
        if (quiet !== true) console.log(`\n===== ${paths.map((path) => basename(path)).join(' ')}`);
        try {
          tried.push(await tryFiles(paths, quiet === true ? () => undefined : console.log));
        } catch (error) {
          const outcome = error instanceof Error ? error.message : String(error);
          console.log(`FAILED: ${outcome}`);
          tried.push({
            file: paths.map((path) => basename(path)).join(' '),
            previewSeconds: Number.NaN,
            importSeconds: null,
            things: 0,
            outcome: outcome.slice(0, 60),
          });
        }
      }
    } finally {
      await closeSharedBrowser();
    }
    console.table(tried);
    return tried.some(({ previewSeconds }) => Number.isNaN(previewSeconds)) ? 1 : 0;
  },
});
