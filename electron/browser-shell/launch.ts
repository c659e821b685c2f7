import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { BrowserControl, type BroughtToFront } from './browser-control';

export interface WindowRequest {
  /** Program file of Chromium, Chrome or Edge. */
  readonly browser: string;
  readonly address: string;
  readonly dataFolder: string;
  /** Whether Chromium's sandbox cannot be used: it refuses to run under root on Linux. */
  readonly asRoot: boolean;
  /** For tests, e.g. "--headless=new". */
  readonly extra?: readonly string[];
}

/** How a browser's process ended. */
export interface EndedBrowser {
  readonly code: number | null;
  readonly milliseconds: number;
  /** Why it could not start at all. */
  readonly error: string | null;
  /** Whether it ran, rather than handing over to one that already did. */
  readonly ran: boolean;
}

export interface OpenedWindow {
  /** Settles when the browser's process is over, i.e. its last window closed. */
  readonly ended: Promise<EndedBrowser>;
  /** Epoch milliseconds. */
  readonly openedAt: number;
  /** @param origin of the page, e.g. "http://127.0.0.1:47613" */
  bringToFront(origin: string): Promise<BroughtToFront>;
  close(): void;
}

/** Starts a program with files 3 and 4 as pipes; injected for tests. */
export type StartBrowser = (program: string, flags: readonly string[]) => ChildProcess;

const startBrowser: StartBrowser = (program, flags) =>
  spawn(program, flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });

/** The profile of the windows that this shell opens. */
export function profileFolder(dataFolder: string): string {
  return join(dataFolder, 'browser-profile');
}

/**
 * Flags of the app window. An own profile makes it a process of its own (so its end is the window's end) and keeps
 * the person's bookmarks and extensions out. No name but this computer's resolves, so neither page nor browser
 * reaches the network.
 */
export function windowFlags({ address, dataFolder, asRoot, extra }: Omit<WindowRequest, 'browser'>): readonly string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${profileFolder(dataFolder)}`,
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    '--no-proxy-server',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-breakpad',
    '--disable-client-side-phishing-detection',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-sync',
    '--disable-extensions',
    // Local media devices are looked for by multicast, which no rule for host names stops.
    '--disable-features=Translate,MediaRouter,DialMediaRouteProvider,OptimizationHints,AutofillServerCommunication',
    '--metrics-recording-only',
    '--no-pings',
    ...(asRoot ? ['--no-sandbox', '--test-type'] : []),
    ...(extra ?? []),
  ];
}

/**
 * Opens the app window. By the pipe, a second start can have it brought to the front; Chromium ends when the pipe is
 * closed, and so the window never outlives the program that answers it.
 */
export async function openWindow(request: WindowRequest, start: StartBrowser = startBrowser): Promise<OpenedWindow> {
  await mkdir(profileFolder(request.dataFolder), { recursive: true, mode: 0o700 });
  const openedAt = Date.now();
  const child = start(request.browser, [...windowFlags(request), '--remote-debugging-pipe']);
  const control = controlOf(child);
  const ended = new Promise<EndedBrowser>((settle) => {
    const end = (code: number | null, error: string | null): void => {
      settle({ code, error, milliseconds: Date.now() - openedAt, ran: control?.hasAnswered ?? false });
    };
    child.once('error', ({ message }) => {
      end(null, message);
    });
    child.once('exit', (code) => {
      end(code, null);
    });
  });
  void control?.greet();
  return {
    ended,
    openedAt,
    bringToFront: async (origin) => (await control?.bringToFront(origin)) ?? 'silent',
    close: () => {
      child.kill();
    },
  };
}

/** Null where the program could not be started at all. */
function controlOf({ stdio }: ChildProcess): BrowserControl | null {
  const [, , , commands, answers] = stdio;
  return commands instanceof Writable && answers instanceof Readable ? new BrowserControl(commands, answers) : null;
}

/** What people call the browser at this path. */
export function browserName(path: string): string {
  const file = basename(path).toLowerCase();
  if (file.includes('edge')) return 'Microsoft Edge';
  if (file.includes('chrome')) return 'Google Chrome';
  if (file.includes('brave')) return 'Brave';
  return 'Chromium';
}
