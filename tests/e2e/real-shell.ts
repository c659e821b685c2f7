import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Browser, type Page } from 'playwright-core';
import { runBrowserShell } from '../../electron/browser-shell/run-browser-shell';
import { builtPage } from '../../electron/browser-shell/server';
import { freePort } from '../free-port';
import { testBrowser } from './browser';

const BUILD = process.env['HANDPICKED_BUILD'] ?? join(resolve(import.meta.dirname, '../..'), 'out/renderer');
const PATIENCE_MS = 60_000;

/** What `npm start` runs, in this process, with the browser that it opens. */
export interface RealShell {
  /** What it said so far. */
  readonly lines: readonly string[];
  /** Its exit status, once it has ended by itself. */
  readonly ended: Promise<number>;
  /** The window that is open, or the next one that opens; not one that was asked for before. */
  nextWindow(): Promise<Page>;
  /** As Ctrl+C. */
  close(): Promise<void>;
}

/** Needs a browser that has windows (`testBrowser().hasWindows`); they are not shown. */
export async function startRealShell(dataFolder: string, port: number): Promise<RealShell> {
  const browser = testBrowser();
  const debugPort = await freePort();
  const lines: string[] = [];
  let stop: () => void = () => undefined;
  const stopped = new Promise<void>((settle) => {
    stop = settle;
  });
  const ended = runBrowserShell({
    facts: {
      platform: process.platform,
      environment: { ...process.env, HANDPICKED_BROWSER: browser.executablePath },
      home: homedir(),
    },
    asRoot: browser.arguments.includes('--no-sandbox'),
    dataFolder,
    secret: randomBytes(32),
    port,
    open: true,
    reason: 'because.',
    version: '0',
    assets: builtPage(BUILD),
    say: (line) => {
      lines.push(line);
    },
    stopped,
    browserFlags: ['--headless=new', `--remote-debugging-port=${debugPort}`, ...browser.arguments],
  });
  let current: Browser | null = null;
  return {
    lines,
    ended,
    nextWindow: async () => {
      if (current !== null) await untilGone(current);
      current = await until(
        async () => await chromium.connectOverCDP(`http://127.0.0.1:${debugPort}`).catch(() => null),
        lines,
      );
      const [context] = current.contexts();
      if (context === undefined) throw new Error('The browser has no profile.');
      const isApp = (page: Page): boolean => new RegExp(`^http://127\\.0\\.0\\.1:${port}/(#.*)?$`).test(page.url());
      return await until(() => Promise.resolve(context.pages().find(isApp) ?? null), lines);
    },
    close: async () => {
      stop();
      await ended;
      await current?.close();
    },
  };
}

async function untilGone(browser: Browser): Promise<void> {
  if (!browser.isConnected()) return;
  await new Promise<void>((settle) => {
    browser.once('disconnected', () => {
      settle();
    });
  });
}

/** Asks again and again until there is an answer. */
export async function until<T>(answer: () => Promise<T | null>, said: readonly string[]): Promise<T> {
  for (const start = Date.now(); Date.now() - start < PATIENCE_MS; await wait(20)) {
    const given = await answer();
    if (given !== null) return given;
  }
  throw new Error(`Waited in vain. The program said:\n${said.join('\n')}`);
}
