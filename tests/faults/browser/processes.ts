import { spawn, type ChildProcess } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { windowFlags } from '../../../electron/browser-shell/launch';
import { askRunning } from '../../../electron/browser-shell/running-instance';
import { ownerSecret } from '../../../electron/host/owner-secret';
import { testBrowser } from '../../e2e/browser';
import { until } from '../../e2e/real-shell';

/** A process that can be killed as nothing else can: SIGKILL, with all that it started. */
export class Killable {
  readonly #ended: Promise<void>;

  constructor(private readonly child: ChildProcess) {
    this.#ended = new Promise((settle) => {
      child.once('exit', () => {
        settle();
      });
    });
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  async kill(): Promise<void> {
    if (this.isRunning && this.child.pid !== undefined) process.kill(-this.child.pid, 'SIGKILL');
    await this.#ended;
  }
}

export interface RunningShell {
  readonly process: Killable;
  /** Shows the page, once. */
  readonly startAddress: () => Promise<string>;
}

/** The browser shell in a process of its own. Rejects where it does not start. */
export async function startShell(program: string, folder: string, port: number, build: string): Promise<RunningShell> {
  const child = spawn(process.execPath, [program, folder, String(port), build], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const running = new Killable(child);
  const lines: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    lines.push(text);
  });
  const isServing = (): true | null => (lines.join('').includes('/start/') ? true : null);
  await until(() => {
    if (!running.isRunning) throw new Error(`The shell ended:\n${lines.join('')}`);
    return Promise.resolve(isServing());
  }, lines);
  const origin = `http://127.0.0.1:${String(port)}`;
  const { secret } = await ownerSecret(folder);
  return {
    process: running,
    startAddress: async () => {
      const reply = await askRunning(origin, secret, false);
      if (reply?.window !== 'none') throw new Error('The shell does not answer.');
      return reply.address;
    },
  };
}

export interface RunningBrowser {
  readonly process: Killable;
  readonly connection: Browser;
  readonly page: Page;
  /** Beside the others, not a tab that hides them: what is hidden draws nothing. */
  newWindow(): Promise<Page>;
}

/** A Chromium with the flags and the profile of the shell's own window; not shown. */
export async function startBrowser(folder: string): Promise<RunningBrowser> {
  const { executablePath, arguments: extra, environment } = testBrowser();
  const noted = join(folder, 'browser-profile', 'DevToolsActivePort');
  await rm(noted, { force: true });
  const flags = windowFlags({
    address: 'about:blank',
    dataFolder: folder,
    asRoot: process.getuid?.() === 0,
    extra: ['--headless=new', '--remote-debugging-port=0', ...extra],
  });
  const child = spawn(executablePath, flags, {
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, ...environment },
  });
  const connection = await until(async () => {
    const [port] = (await readFile(noted, 'utf8').catch(() => '')).split('\n');
    return port === '' || port === undefined
      ? null
      : await chromium.connectOverCDP(`http://127.0.0.1:${port}`).catch(() => null);
  }, []);
  const [context] = connection.contexts();
  if (context === undefined) throw new Error('The browser has no profile.');
  const page = context.pages()[0] ?? (await context.newPage());
  const newWindow = async (): Promise<Page> => {
    const opened = context.waitForEvent('page');
    const session = await connection.newBrowserCDPSession();
    await session.send('Target.createTarget', { url: 'about:blank', newWindow: true });
    await session.detach();
    return await opened;
  };
  return { process: new Killable(child), connection, page, newWindow };
}
