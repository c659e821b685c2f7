/**
 * What a browser test needs.
 *
 *     import { openApp } from './harness';
 *     it('keeps what was typed', async () => {
 *       const app = await openApp({ ownBrowser: true });
 *       await app.page.getByRole('button', { name: 'Add' }).click();
 *       const again = await app.restart();          // same profile, new browser process
 *     });
 *
 * - `openApp(options)`: one test, one empty profile, one server on a free port; closed when the test ends. The tests
 *   of a file share a browser, unless a test asks for its own. The test
 *   fails on any console error, page error, or request that leaves the app (`allowedConsoleErrors` names exceptions).
 * - `launchApp(options)`: the same for `beforeAll` or a script; call `close()` yourself, it throws what went wrong.
 * - `fixturePath(name)`: a file of tests/fixtures. `dropFiles(page, selector, files)`: as if dragged onto the window.
 * - Without the catalogue, unless `openApp({ catalogue: true })`.
 * - `startRealShell` (real-shell.ts): what `npm start` runs, with the browser that it opens and closes by itself.
 * - `WEBGPU_FLAGS`: software WebGPU. Options and results are described at `OpenAppOptions` and `AppUnderTest`.
 * - The page under test is out/renderer; `HANDPICKED_BUILD=DIR` tests another build.
 * - `HANDPICKED_SLOW=4` gives the page a quarter of the processor: whatever fails then waits for too little.
 */
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { launchApp, type AppUnderTest, type OpenAppOptions } from './app-under-test';

export { launchApp, type AppUnderTest, type OpenAppOptions } from './app-under-test';
export { WEBGPU_FLAGS } from './browser';

/** Opens the app for the running test and closes it when the test is over; what went wrong fails the test. */
export async function openApp(options: OpenAppOptions = {}): Promise<AppUnderTest> {
  const first = await launchApp(options);
  let current = first;
  // After a restart the new browser is the one to close.
  const track = (app: AppUnderTest): AppUnderTest => {
    current = app;
    return { ...app, restart: async (meanwhile) => track(await app.restart(meanwhile)) };
  };
  onTestFinished(async () => {
    await current.close();
  });
  return track(first);
}

/** Path of a file in tests/fixtures. */
export function fixturePath(name: string): string {
  return resolve(import.meta.dirname, '../fixtures', name);
}

/** Drops files of this computer on an element, as a person dragging them from a folder would. */
export async function dropFiles(page: Page, selector: string, paths: readonly string[]): Promise<void> {
  const drop = await draggedFiles(page, selector, paths);
  await drop();
}

/** The same in two steps: the files are in the page already when the returned function drops them. */
export async function draggedFiles(
  page: Page,
  selector: string,
  paths: readonly string[],
): Promise<() => Promise<void>> {
  const files = paths.map((path) => ({ name: basename(path), base64: readFileSync(path).toString('base64') }));
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const { name, base64 } of given) {
      data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
    }
    return data;
  }, files);
  return async () => {
    for (const type of ['dragenter', 'dragover', 'drop'])
      await page.dispatchEvent(selector, type, { dataTransfer: transfer });
    await transfer.dispose();
  };
}
