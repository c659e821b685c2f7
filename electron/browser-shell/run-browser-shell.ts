import { pathToFileURL } from 'node:url';
import { openDurableStore, type DurableStore } from '../host/durable-store';
import { openLink } from '../host/external-link';
import { inUseBy } from '../host/in-use-by';
import { browserName, openWindow, profileFolder, type OpenedWindow, type StartBrowser } from './launch';
import { isProfileOpen } from './open-profile';
import { askRunning, notedOrigin, noteRunning } from './running-instance';
import { startShellServer, type ShellServer, type ShellServerOptions } from './server';
import { ShownWindow } from './shown-window';
import { windowDatabase, type WindowDatabase } from './window-database';
import { findBrowser, NO_BROWSER_ADVICE } from '../host/find-browser';
import type { PlatformFacts } from '../host/data-folder';

export interface BrowserShellOptions {
  readonly facts: PlatformFacts;
  readonly asRoot: boolean;
  readonly dataFolder: string;
  /** What only the owner's account can read (`host/owner-secret.ts`). */
  readonly secret: Buffer;
  readonly port: number;
  /** False: the address is printed and nothing opened. */
  readonly open: boolean;
  /** Why not Electron, in one plain sentence; null where it was asked for. */
  readonly reason: string | null;
  readonly version: string;
  readonly assets: ShellServerOptions['assets'];
  readonly say: (line: string) => void;
  /** Settles when the person asked to stop (Ctrl+C). */
  readonly stopped: Promise<unknown>;
  /** Extra browser flags, for tests. */
  readonly browserFlags?: readonly string[];
  /** For tests. */
  readonly startBrowser?: StartBrowser;
}

/** A silent browser that ends sooner than this never showed a window: it failed, or handed over to one already open. */
const MIN_VISIT_MS = 3_000;

/** Runs the app in a browser window until the window closes or the person stops it. Returns the exit status. */
export async function runBrowserShell(options: BrowserShellOptions): Promise<number> {
  const { say, dataFolder } = options;
  const noted = await notedOrigin(dataFolder);
  if (noted !== null && (await showRunning(noted, options))) return 0;
  const durable = openDurableStore(dataFolder, { reveal: (folder) => openLink(pathToFileURL(folder).href) });
  const inUse = await inUseBy(durable);
  if (inUse !== null) {
    say(inUse);
    return 1;
  }
  const database = windowDatabase(dataFolder, originOf(options));
  const shown = new ShownWindow(originOf(options), () => isProfileOpen(profileFolder(dataFolder)));
  if (windowBrowser(options) !== null) shown.expect();
  const server = await serve(options, durable, database, shown);
  if (typeof server === 'number') {
    await durable.close();
    return server;
  }
  const forget = await noteRunning(dataFolder, server.origin);
  try {
    await show(server, database, shown, options);
    return 0;
  } finally {
    await forget();
    await server.close();
    await durable.close();
    say('Handpicked has ended. Your data is kept.');
  }
}

/** Never "localhost", which would be another origin with another database. */
const originOf = ({ port }: BrowserShellOptions): string => `http://127.0.0.1:${port}`;

async function serve(
  options: BrowserShellOptions,
  durable: DurableStore,
  database: WindowDatabase,
  shown: ShownWindow,
): Promise<ShellServer | number> {
  const { say, port, dataFolder } = options;
  try {
    return await startShellServer({
      port,
      appInfo: () => ({
        version: options.version,
        shell: 'browser',
        shellReason: options.reason,
        dataFolder,
        keepsOutside: true,
        setAsideProblem: database.problem(),
      }),
      setAside: database.request,
      showWindow: async () => await shown.show(),
      durable,
      secret: options.secret,
      assets: options.assets,
    });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && ['EADDRINUSE', 'EACCES'].includes(String(error.code))))
      throw error;
    if (await showRunning(originOf(options), options)) return 0;
    say(
      `Port ${port} is used by another program or another account. It could not prove to be yours, so it was not opened. ` +
        'Close it (Handpicked on another data folder, perhaps), or choose another port with --port (or HANDPICKED_PORT). ' +
        'Keep to one port: each has its own database, because browsers keep data by address.',
    );
    return 1;
  }
}

/** The browser that windows are opened with; null where none is wanted, or can be. */
function windowBrowser(options: BrowserShellOptions): string | null {
  return options.open && hasDisplay(options) ? findBrowser(options.facts) : null;
}

/**
 * A second start shows the first one's window, and opens one only where there is none. False where nobody at this
 * origin proves to be the owner's.
 */
async function showRunning(origin: string, options: BrowserShellOptions): Promise<boolean> {
  const { say } = options;
  const browser = windowBrowser(options);
  const reply = await askRunning(origin, options.secret, browser !== null);
  if (reply === null) return false;
  const running = `Handpicked is already running at ${origin}`;
  if (reply.window === 'shown') {
    say(`${running}. Its window comes to the front, or asks for attention where the desktop lets none come by itself.`);
    return true;
  }
  const { address } = reply;
  if (reply.window === 'unreachable')
    say(
      `${running}. A window of it is open, but it cannot be brought to the front from here: look for it among your ` +
        `windows. This address shows the page too, once: ${address}`,
    );
  else if (browser === null) say(`${running}. This address shows it, once: ${address}`);
  else {
    say(`${running}, without a window: opening one.`);
    await (
      await openWindow(requestFor(browser, address, options), options.startBrowser)
    ).ended;
  }
  return true;
}

async function show(
  server: ShellServer,
  database: WindowDatabase,
  shown: ShownWindow,
  options: BrowserShellOptions,
): Promise<void> {
  const { say, stopped } = options;
  const setAside = async (): Promise<void> => {
    const done = await database.setAsideIfWanted();
    if (done !== null) say(done);
  };
  const serving = (): string =>
    `Handpicked is served on this computer only. Ctrl+C ends it. This address shows it, once: ${server.startAddress('person')}`;
  // What the run before was asked for, and could not do.
  await setAside();
  if (!options.open) {
    say(serving());
    await stopped;
    return;
  }
  const browser = findBrowser(options.facts);
  if (browser === null || !hasDisplay(options)) {
    say(browser === null ? NO_BROWSER_ADVICE : 'There is no display here to open a window on.');
    say(serving());
    await stopped;
    return;
  }
  say(`Opening Handpicked in ${browserName(browser)}${options.reason === null ? '.' : `: ${options.reason}`}`);
  if (options.asRoot)
    say('Running as root: the browser’s own sandbox cannot be used. An ordinary user account is safer.');
  for (;;) {
    const window = await openWindow(requestFor(browser, server.startAddress('window'), options), options.startBrowser);
    shown.opened(window);
    const isAsked = await untilClosed(window, serving, database, options);
    if (!isAsked) return;
    shown.expect();
    await setAside();
  }
}

/** @returns true: the window was closed because the page asked for its database to be set aside */
async function untilClosed(
  window: OpenedWindow,
  serving: () => string,
  database: WindowDatabase,
  { say, stopped }: BrowserShellOptions,
): Promise<boolean> {
  const first = await Promise.race([window.ended, database.untilAsked(window), stopped.then(() => 'stopped' as const)]);
  if (first === 'stopped' || first === 'asked') {
    window.close();
    await window.ended;
    return first === 'asked';
  }
  const isVisit = first.milliseconds >= MIN_VISIT_MS || (first.ran && first.code === 0);
  if (isVisit) return false;
  say(
    first.error === null && first.code === 0
      ? 'The window was opened by a browser that was already running.'
      : `The browser could not open a window (${first.error ?? `exit status ${first.code ?? 'unknown'}`}). Open the address below in it yourself.`,
  );
  say(serving());
  await stopped;
  return false;
}

function requestFor(browser: string, address: string, { dataFolder, asRoot, browserFlags }: BrowserShellOptions) {
  return { browser, address, dataFolder, asRoot, extra: browserFlags ?? [] };
}

function hasDisplay({ facts: { platform, environment }, browserFlags }: BrowserShellOptions): boolean {
  if (
    platform === 'darwin' ||
    platform === 'win32' ||
    browserFlags?.some((flag) => flag.startsWith('--headless')) === true
  )
    return true;
  return (environment['DISPLAY'] ?? '') !== '' || (environment['WAYLAND_DISPLAY'] ?? '') !== '';
}
