import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { HOST_METHODS, type HostBridge } from '../../electron/host-contract';
import { electronBinary } from '../../electron/cli/electron-binary';

/** What the preload adds to the page's own globals. */
type PageGlobals = typeof globalThis & { readonly host: HostBridge };

const ROOT = resolve(import.meta.dirname, '../..');
const binary = electronBinary(ROOT, process.env);
const required = process.env['REQUIRE_ELECTRON'] === '1';
const built = existsSync(join(ROOT, 'out/main/main.js'));

if (binary === null && !required) {
  console.warn(
    '\n*** SKIPPED: the Electron tests. Electron’s program file is not here; "npm run get-electron" fetches it. REQUIRE_ELECTRON=1 makes this a failure. ***\n',
  );
}

it.runIf(required)('has Electron’s program file, as REQUIRE_ELECTRON=1 demands', () => {
  expect(binary).not.toBeNull();
  expect(built).toBe(true);
});

async function launch(data: string): Promise<{ readonly app: ElectronApplication; readonly page: Page }> {
  if (binary === null) throw new Error('Electron’s program file is not here.');
  const app = await _electron.launch({
    executablePath: binary,
    args: [ROOT, ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    env: { ...(process.env as Record<string, string>), HANDPICKED_DATA: data },
  });
  return { app, page: await app.firstWindow() };
}

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'handpicked-electron-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return folder;
}

describe.skipIf(binary === null)('in Electron', () => {
  it('shows the app isolated, with the bridge and without Node', async () => {
    const { app, page } = await launch(emptyFolder());
    onTestFinished(() => app.close());
    await page.waitForSelector('#root > *');
    expect(page.url().startsWith('app://handpicked/')).toBe(true);
    expect(
      await page.evaluate(() => ({
        isolated: crossOriginIsolated,
        node: 'process' in window || 'require' in window,
        bridge: Object.keys((globalThis as PageGlobals).host).sort(),
      })),
    ).toEqual({
      isolated: true,
      node: false,
      bridge: [...HOST_METHODS, 'onMenuCommand'].toSorted(),
    });
    expect(await page.evaluate(() => (globalThis as PageGlobals).host.appInfo())).toMatchObject({
      ok: true,
      value: { shell: 'electron' },
    });
  });

  it('refuses to leave, to open windows and to reach the network', async () => {
    const { app, page } = await launch(emptyFolder());
    onTestFinished(() => app.close());
    await page.waitForSelector('#root > *');
    await page.evaluate(() => {
      location.href = 'https://example.com/';
    });
    await page.waitForTimeout(500);
    expect(page.url().startsWith('app://handpicked/')).toBe(true);
    expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true);
    expect(app.windows()).toHaveLength(1);
    expect(
      await page.evaluate(
        async () =>
          await fetch('https://example.com/').then(
            () => 'reached',
            () => 'refused',
          ),
      ),
    ).toBe('refused');
  });

  it('keeps its database and its window over a restart', async () => {
    const data = emptyFolder();
    const first = await launch(data);
    await first.page.waitForSelector('#root > *');
    await first.page.evaluate(() => {
      localStorage.setItem('kept', 'yes');
    });
    await first.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setSize(700, 600);
    });
    await first.app.close();
    expect(existsSync(join(data, 'window-state.json'))).toBe(true);
    const second = await launch(data);
    onTestFinished(() => second.app.close());
    await second.page.waitForSelector('#root > *');
    expect(await second.page.evaluate(() => localStorage.getItem('kept'))).toBe('yes');
  });
});
