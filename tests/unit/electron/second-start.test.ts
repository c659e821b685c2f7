import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { BroughtToFront } from '../../../electron/browser-shell/browser-control';
import { profileFolder, type EndedBrowser, type StartBrowser } from '../../../electron/browser-shell/launch';
import { runBrowserShell } from '../../../electron/browser-shell/run-browser-shell';
import { ShownWindow } from '../../../electron/browser-shell/shown-window';
import { freePort } from '../../free-port';
import { temporaryFolder } from './temporary-folder';

interface Command {
  readonly id: number;
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A browser as far as its pipe goes. */
class StandInBrowser extends EventEmitter {
  readonly asked: Command[] = [];
  readonly #commands = new PassThrough();
  readonly #answers = new PassThrough();
  readonly stdio = [null, null, null, this.#commands, this.#answers];
  pages: { targetId: string; type: string; url: string }[] = [];
  windowState = 'normal';

  /** @param isSilent as one that hands over to another before it listens */
  constructor(
    readonly flags: readonly string[],
    private readonly isSilent: boolean,
  ) {
    super();
    this.#commands.setEncoding('utf8').on('data', (text: string) => {
      for (const part of text.split('\0').slice(0, -1)) this.#answer(JSON.parse(part) as Command);
    });
  }

  get address(): string {
    return this.flags.find((flag) => flag.startsWith('--app='))?.slice('--app='.length) ?? '';
  }

  showPage(): void {
    this.pages = [
      { targetId: 'worker', type: 'service_worker', url: this.address },
      { targetId: 'elsewhere', type: 'page', url: 'http://127.0.0.1:1/' },
      { targetId: 'page', type: 'page', url: `${new URL(this.address).origin}/#/library` },
    ];
  }

  kill(): void {
    this.emit('exit', 0);
  }

  methods(): readonly string[] {
    return this.asked.map(({ method }) => method);
  }

  #answer(command: Command): void {
    this.asked.push(command);
    if (this.isSilent) return;
    const results: Readonly<Record<string, object>> = {
      'Browser.getVersion': { product: 'Chrome/1' },
      'Target.getTargets': { targetInfos: this.pages },
      'Browser.getWindowForTarget': { windowId: 7, bounds: { windowState: this.windowState } },
      'Browser.setWindowBounds': {},
      'Target.activateTarget': {},
    };
    const text = `{"method":"Target.targetCreated","params":{}}\0${JSON.stringify({ id: command.id, result: results[command.method] })}\0`;
    // In pieces, as pipes deliver.
    this.#answers.write(text.slice(0, 60));
    this.#answers.write(text.slice(60));
  }
}

/** One account's computer: a data folder, a port, and every browser that was started. */
async function computer({ handsOver = false } = {}) {
  const [dataFolder, port, secret] = [temporaryFolder(), await freePort(), randomBytes(32)];
  const browsers: StandInBrowser[] = [];
  const startBrowser: StartBrowser = (_program, flags) => {
    const browser = new StandInBrowser(flags, handsOver);
    browsers.push(browser);
    return browser as unknown as ChildProcess;
  };
  const start = (more: { readonly open?: boolean } = {}) => {
    const lines: string[] = [];
    let stop: () => void = () => undefined;
    const stopped = new Promise<void>((settle) => {
      stop = settle;
    });
    const ended = runBrowserShell({
      facts: { platform: 'linux', environment: { DISPLAY: ':1', HANDPICKED_BROWSER: process.execPath }, home: '/' },
      asRoot: false,
      dataFolder,
      secret,
      port,
      open: true,
      reason: null,
      version: '0',
      assets: () => () => Promise.resolve(),
      say: (line) => {
        lines.push(line);
      },
      stopped,
      startBrowser,
      ...more,
    });
    onTestFinished(async () => {
      stop();
      for (const browser of browsers) browser.kill();
      await ended;
    });
    return { ended, lines, text: () => lines.join('\n') };
  };
  const nthBrowser = async (count: number): Promise<StandInBrowser> => {
    await expect.poll(() => browsers.length).toBe(count);
    const browser = browsers[count - 1];
    if (browser === undefined) throw new Error('There is none.');
    return browser;
  };
  return { start, browsers, nthBrowser, dataFolder };
}

/** As a browser that has the profile open. */
async function openProfile(dataFolder: string): Promise<void> {
  const profile = profileFolder(dataFolder);
  mkdirSync(profile, { recursive: true });
  const path = join(dataFolder, 'socket');
  const server = createServer();
  await new Promise<void>((settle) => {
    server.listen(path, settle);
  });
  onTestFinished(() => {
    server.close();
  });
  symlinkSync(path, join(profile, 'SingletonSocket'));
}

describe('a second start', () => {
  it('brings the first window to the front, and opens none', async () => {
    const { start, browsers, nthBrowser } = await computer();
    start();
    const browser = await nthBrowser(1);
    expect(browser.flags).toContain('--remote-debugging-pipe');
    browser.showPage();
    const second = start();
    expect(await second.ended).toBe(0);
    expect(second.text()).toContain('Its window comes to the front');
    expect(second.text()).not.toContain('/start/');
    expect(browser.methods()).toEqual([
      'Browser.getVersion',
      'Target.getTargets',
      'Browser.getWindowForTarget',
      'Target.activateTarget',
    ]);
    expect(browser.asked.at(-1)?.params).toEqual({ targetId: 'page' });
    browser.windowState = 'minimized';
    expect(await start().ended).toBe(0);
    expect(browser.asked.find(({ method }) => method === 'Browser.setWindowBounds')?.params).toEqual({
      windowId: 7,
      bounds: { windowState: 'normal' },
    });
    expect(browsers).toHaveLength(1);
  });

  it('waits for a window that is still opening', async () => {
    const { start, browsers, nthBrowser, dataFolder } = await computer();
    start();
    await expect.poll(() => existsSync(join(dataFolder, 'running.json'))).toBe(true);
    const second = start();
    const browser = await nthBrowser(1);
    await wait(300);
    browser.showPage();
    expect(await second.ended).toBe(0);
    expect(second.text()).toContain('Its window comes to the front');
    expect(browsers).toHaveLength(1);
  });

  it('opens a window where the first has none', async () => {
    const { start, nthBrowser } = await computer();
    const first = start({ open: false });
    await expect.poll(first.text).toContain('/start/');
    const second = start();
    const browser = await nthBrowser(1);
    expect(second.text()).toContain('without a window: opening one');
    expect(browser.address).toMatch(/\/start\/[\w-]{43}$/);
    browser.kill();
    expect(await second.ended).toBe(0);
  });

  it('says so where a window is open that it cannot bring to the front', async () => {
    const { start, browsers, nthBrowser, dataFolder } = await computer({ handsOver: true });
    const first = start();
    (await nthBrowser(1)).kill();
    await expect.poll(first.text).toContain('by a browser that was already running');
    await openProfile(dataFolder);
    const second = start();
    expect(await second.ended).toBe(0);
    expect(second.text()).toContain('cannot be brought to the front from here');
    expect(second.text()).toMatch(/\/start\/[\w-]{43}$/);
    expect(browsers).toHaveLength(1);
  });
});

it('a start ends with its window, however soon that is closed', async () => {
  const { start, nthBrowser } = await computer();
  const first = start();
  const browser = await nthBrowser(1);
  await expect.poll(() => browser.asked.length).toBe(1);
  // What the browser wrote has arrived.
  await wait(50);
  browser.kill();
  expect(await first.ended).toBe(0);
  expect(first.text()).not.toContain('already running');
});

describe('the window of a shell', () => {
  const windowThat = (answer: BroughtToFront) => {
    let end: () => void = () => undefined;
    const ended = new Promise<EndedBrowser>((settle) => {
      end = () => {
        settle({ code: 0, milliseconds: 1, error: null, ran: true });
      };
    });
    const window = { ended, openedAt: Date.now(), bringToFront: () => Promise.resolve(answer), close: end };
    return { window, end };
  };
  const shownWindow = (isProfileOpen: boolean) =>
    new ShownWindow('http://127.0.0.1:47613', () => Promise.resolve(isProfileOpen), 120);

  it('is out of reach where its browser does not answer', async () => {
    const shown = shownWindow(true);
    shown.expect();
    shown.opened(windowThat('silent').window);
    expect(await shown.show()).toBe('unreachable');
  });

  it('is none where its browser goes on without one', async () => {
    const shown = shownWindow(true);
    shown.expect();
    shown.opened(windowThat('none').window);
    expect(await shown.show()).toBe('none');
  });

  it('is none once it was closed, and waited for again while the next one opens', async () => {
    const shown = shownWindow(false);
    shown.expect();
    const first = windowThat('shown');
    shown.opened(first.window);
    expect(await shown.show()).toBe('shown');
    first.end();
    await first.window.ended;
    expect(await shown.show()).toBe('none');
    shown.expect();
    const asked = shown.show();
    shown.opened(windowThat('shown').window);
    expect(await asked).toBe('shown');
  });
});
