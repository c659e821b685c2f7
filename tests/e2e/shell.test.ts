import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { freePort } from '../free-port';
import { isProfileOpen } from '../../electron/browser-shell/open-profile';
import { testBrowser } from './browser';
import { openApp } from './harness';
import { startRealShell } from './real-shell';

const ROOT = resolve(import.meta.dirname, '../..');

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'handpicked-shell-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  });
  return folder;
}

interface Started {
  readonly process: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

/** The command behind `npm start`, as a person runs it. */
function start(...parameters: readonly string[]): Started {
  return startWith({}, ...parameters);
}

function startWith(environment: Readonly<Record<string, string>>, ...parameters: readonly string[]): Started {
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'electron/cli/start.ts'), ...parameters], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return {
    process: child,
    output: () => output,
    ended: new Promise((settle) => {
      child.once('exit', settle);
    }),
  };
}

async function until(condition: () => boolean | Promise<boolean>, what: () => string): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 100) {
    if (await condition()) return;
    await new Promise((settle) => {
      setTimeout(settle, 100);
    });
  }
  throw new Error(`Waited in vain: ${what()}`);
}

/** The address with a code that was printed last. */
function printedAddress(output: string, port: string): string | undefined {
  return output.match(new RegExp(`http://127\\.0\\.0\\.1:${port}/start/[\\w-]+`, 'g'))?.at(-1);
}

/** Opens an address with a code as a browser does, and returns the page that its cookie opens. */
async function openPage(address: string): Promise<Response> {
  const start = await fetch(address);
  const [cookie = ''] = (start.headers.get('set-cookie') ?? '').split(';');
  return await fetch(new URL('/', address), { headers: { Cookie: cookie } });
}

it('serves the app with --no-open until Ctrl+C, and a second start points to the first', async () => {
  const data = emptyFolder();
  const port = String(await freePort());
  const first = start('--no-open', '--data', data, '--port', port);
  await until(
    () => printedAddress(first.output(), port) !== undefined || first.process.exitCode !== null,
    first.output,
  );
  expect(first.process.exitCode, first.output()).toBeNull();
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(403);
  const address = printedAddress(first.output(), port) ?? '';
  const page = await openPage(address);
  expect(await page.text()).toContain('<div id="root">');
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect((await openPage(address)).status).toBe(403);
  expect(statSync(join(data, 'owner-secret')).mode & 0o777).toBe(0o600);

  const second = start('--no-open', '--data', data, '--port', String(await freePort()));
  expect(await second.ended).toBe(0);
  expect(second.output()).toContain(`already running at http://127.0.0.1:${port}`);
  expect((await openPage(printedAddress(second.output(), port) ?? '')).status).toBe(200);
  const elsewhere = start('--no-open', '--data', emptyFolder(), '--port', port);
  expect(await elsewhere.ended).toBe(1);
  expect(elsewhere.output()).toContain('could not prove to be yours');
  expect(elsewhere.output()).not.toContain('/start/');

  first.process.kill('SIGINT');
  expect(await first.ended).toBe(0);
  expect(existsSync(join(data, 'running.json'))).toBe(false);
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow('fetch failed');
});

it('does not start on a folder that holds other things and that others may open', async () => {
  const data = emptyFolder();
  writeFileSync(join(data, 'letter.txt'), '');
  chmodSync(data, 0o755);
  const started = start('--no-open', '--data', data, '--port', String(await freePort()));
  expect(await started.ended).toBe(1);
  expect(started.output()).toContain('--data DIR');
});

it('says which option to change where a stranger has the port', async () => {
  const stranger = createServer((_request, response) => {
    response.end('hello');
  });
  await new Promise<void>((settle) => {
    stranger.listen(0, '127.0.0.1', settle);
  });
  onTestFinished(() => {
    stranger.close();
  });
  const started = start(
    '--no-open',
    '--data',
    emptyFolder(),
    '--port',
    String((stranger.address() as AddressInfo).port),
  );
  expect(await started.ended).toBe(1);
  expect(started.output()).toContain('is used by another program or another account');
  expect(started.output()).toContain('--port');
});

it('explains its options and refuses unknown ones', async () => {
  const help = start('--help');
  expect(await help.ended).toBe(0);
  expect(help.output()).toContain('--no-open');
  const wrong = start('--shell=firefox');
  expect(await wrong.ended).toBe(2);
  expect(wrong.output()).toContain('--shell is "browser" or "electron"');
});

// The browser that ships inside a package is headless only: it opens no app window.
it.skipIf(!testBrowser().hasWindows)(
  'opens a real window on its own profile, and ends when the window does',
  async () => {
    const data = emptyFolder();
    const shell = await startRealShell(data, await freePort());
    const page = await shell.nextWindow();
    expect(shell.lines.join('\n')).toContain('because.');
    const profile = join(data, 'browser-profile');
    expect(existsSync(profile)).toBe(true);
    // What is open is not moved (on Windows, it cannot be).
    if (process.platform !== 'win32') expect(await isProfileOpen(profile)).toBe(true);
    // Long enough to count as a visit, and not as a window that never opened.
    await page.waitForTimeout(3_000);
    const session = await page.context().browser()?.newBrowserCDPSession();
    await session?.send('Browser.close').catch(() => undefined);
    expect(await shell.ended).toBe(0);
    expect(shell.lines.at(-1)).toContain('ended');
    expect(await isProfileOpen(profile)).toBe(false);
  },
);

/** Starts the test's browser unseen, with whatever flags it is given, to answer at a port; notes its process. */
function unseenBrowser(folder: string, debugPort: number): string {
  const { executablePath, arguments: more } = testBrowser();
  const program = join(folder, 'chromium-unseen');
  const flags = ['--headless=new', `--remote-debugging-port=${String(debugPort)}`, ...more];
  writeFileSync(program, `#!/bin/sh\necho $$ > "$0.pid"\nexec '${executablePath}' ${flags.join(' ')} "$@"\n`, {
    mode: 0o755,
  });
  return program;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

it.skipIf(!testBrowser().hasWindows || process.platform === 'win32')(
  'a second start shows the first window and opens none; once that is closed, it opens one; none outlives its program',
  { timeout: 120_000 },
  async () => {
    const [place, port, debugPort] = [emptyFolder(), await freePort(), await freePort()];
    const environment = { HANDPICKED_BROWSER: unseenBrowser(place, debugPort), DISPLAY: ':0' };
    const parameters = ['--shell=browser', '--data', join(place, 'data'), '--port', String(port)];
    const debug = `http://127.0.0.1:${String(debugPort)}`;
    const pages = async (): Promise<readonly { readonly id: string; readonly url: string }[]> => {
      const answer = await fetch(`${debug}/json/list`).catch(() => null);
      const found = ((await answer?.json()) ?? []) as readonly { type: string; id: string; url: string }[];
      return found.filter(({ type }) => type === 'page');
    };
    const untilOnePage = async (started: Started): Promise<string> => {
      const origin = `http://127.0.0.1:${String(port)}/`;
      const one = async (): Promise<boolean> =>
        (await pages()).map(({ url }) => url.replace(/#.*/, '')).join() === origin;
      await until(one, started.output);
      return (await pages())[0]?.id ?? '';
    };

    const startedAt = Date.now();
    const first = startWith(environment, ...parameters);
    const page = await untilOnePage(first);
    const connection = await chromium.connectOverCDP(debug);
    const session = await connection.newBrowserCDPSession();
    const { windowId } = await session.send('Browser.getWindowForTarget', { targetId: page });
    await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'minimized' } });
    const state = async (): Promise<string | undefined> =>
      (await session.send('Browser.getWindowBounds', { windowId })).bounds.windowState;
    expect(await state()).toBe('minimized');

    const second = startWith(environment, ...parameters);
    expect(await second.ended, second.output()).toBe(0);
    expect(second.output()).toContain('Its window comes to the front');
    expect(second.output()).not.toContain('/start/');
    expect((await pages()).map(({ id }) => id)).toEqual([page]);
    expect(await state()).toBe('normal');

    // One that ends within three seconds is taken for one that handed over to another, and the program goes on.
    await until(
      () => Date.now() - startedAt > 4_000,
      () => 'a visit',
    );
    // A browser that has ended answers nobody: what counts is that the program ends with it.
    void session.send('Browser.close').catch(() => undefined);
    expect(await first.ended, first.output()).toBe(0);
    const third = startWith(environment, ...parameters);
    expect(await untilOnePage(third)).not.toBe(page);

    // Who could take the port then would be handed what the page sends.
    third.process.kill('SIGKILL');
    const browser = Number(readFileSync(`${environment.HANDPICKED_BROWSER}.pid`, 'utf8'));
    await until(
      () => !isRunning(browser),
      () => 'the window of a killed program',
    );
  },
);

it('lets the page reach its host, and nobody without this run’s token', async () => {
  const app = await openApp({ allowedConsoleErrors: [/status of 403/] });
  const ask = (token: string | null, method: string, argument?: unknown) =>
    app.page.evaluate(
      async (given) => {
        const own = localStorage.getItem('handpicked-token') ?? '';
        const response = await fetch(`/host/${given.method}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'x-handpicked-token': given.token ?? own },
          body: JSON.stringify({ argument: given.argument }),
        });
        return (await response.json()) as unknown;
      },
      { token, method, argument },
    );
  expect(await ask(null, 'appInfo')).toMatchObject({ ok: true, value: { shell: 'browser' } });
  expect(await ask(null, 'openExternal', 'mailto:ada@example.com?subject=Dune')).toEqual({ ok: true, value: true });
  expect(app.openedLinks).toEqual(['mailto:ada@example.com?subject=Dune']);
  expect(await ask('guessed', 'appInfo')).toMatchObject({ ok: false, code: 'host-refused' });
});

it('shows the page again on a reload and in a second tab, by its cookie; to a browser without it, what to do', async () => {
  const app = await openApp({ path: '/#/help', allowedConsoleErrors: [/status of 403/] });
  expect(app.page.url()).toBe(`${app.origin}/#/help`);
  await app.page.reload();
  await app.page.getByRole('heading', { level: 1, name: 'Help' }).waitFor();
  const tab = await app.context.newPage();
  await tab.goto(`${app.origin}/#/help`);
  await tab.getByRole('heading', { level: 1, name: 'Help' }).waitFor();
  // No script of the page can read or pass on what it is opened with.
  expect(await tab.evaluate(() => document.cookie)).toBe('');
  // A page that is still loading its model would be refused the rest of it.
  await app.page.close();
  await tab.close();
  await app.context.clearCookies();
  const stranger = await app.context.newPage();
  await stranger.goto(`${app.origin}/#/help`);
  await stranger.getByRole('heading', { name: 'Not open here' }).waitFor();
});
