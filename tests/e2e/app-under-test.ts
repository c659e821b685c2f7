import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type LaunchOptions,
  type Page,
} from 'playwright-core';
import { BrowserDatabase } from '../../electron/host/browser-database';
import { openDurableStore, type DurableStore } from '../../electron/host/durable-store';
import { builtPage, startShellServer } from '../../electron/browser-shell/server';
import { testBrowser } from './browser';

const ROOT = resolve(import.meta.dirname, '../..');

export interface OpenAppOptions {
  readonly colourScheme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Extra browser flags, e.g. WEBGPU_FLAGS. */
  readonly flags?: readonly string[];
  /** Console messages that are expected here; anything else of level error fails the test. */
  readonly allowedConsoleErrors?: readonly RegExp[];
  /** Default 'reduce': nothing moves while a test looks. */
  readonly reducedMotion?: 'reduce' | 'no-preference';
  /** Page to open first, by its fragment ("/#/settings"); default "/". */
  readonly path?: string;
  readonly locale?: string;
  /**
   * Default false: the catalogue is refused as one of another version, so that picks are the same from the first
   * question to the last. With it, things are described better once it has been read, some seconds after the start.
   */
  readonly catalogue?: boolean;
  /** Folder of the built page, default out/renderer (or HANDPICKED_BUILD). */
  readonly build?: string;
  /**
   * Default false: an empty profile in memory, in the browser that the tests of a file share (starting one takes a
   * third of a small test). True: a browser of its own with a profile on disk, which `restart` needs; `flags` imply it.
   */
  readonly ownBrowser?: boolean;
}

export interface AppUnderTest {
  readonly page: Page;
  readonly context: BrowserContext;
  /** e.g. "http://127.0.0.1:40123" */
  readonly origin: string;
  /** What the program keeps outside the browser: its journal and snapshots. */
  readonly durable: DurableStore;
  /** Links the page asked the host to open; none is really opened. */
  readonly openedLinks: readonly string[];
  /** What went wrong so far: console errors, page errors, requests beyond the app's own origin. */
  problems(): readonly string[];
  /**
   * Closes the browser and opens it again on the same profile: what was kept must be there. What the page asked to be
   * set aside is, as at the program's next start. Needs `ownBrowser`.
   * @param meanwhile what happens to the profile's folder in between
   */
  restart(meanwhile?: (profile: string) => void): Promise<AppUnderTest>;
  /** Ends everything, then throws if anything went wrong. */
  close(): Promise<void>;
}

/** The built page with a manifest of the catalogue that no program reads. */
function withoutCatalogue(build: string): ReturnType<typeof builtPage> {
  const assets = builtPage(build);
  return async (sockets) => {
    const serve = await assets(sockets);
    return async (request, response, pathname) => {
      const isManifest = /^\/assets\/manifest-[\w-]+\.json$/.test(pathname ?? '');
      if (!isManifest || !readFileSync(join(build, pathname ?? ''), 'utf8').includes('"builtFrom"')) {
        await serve(request, response, pathname);
        return;
      }
      response.setHeader('Content-Type', 'application/json');
      response.end('{ "schemaVersion": 0 }');
    };
  };
}

/** Serves the built app on a free port and opens it in a browser with an empty profile and no way to the network. */
export async function launchApp(options: OpenAppOptions = {}): Promise<AppUnderTest> {
  const build = options.build ?? process.env['HANDPICKED_BUILD'] ?? join(ROOT, 'out/renderer');
  if (!existsSync(join(build, 'index.html')))
    throw new Error(`There is no built page in ${build}: run "npm run build" first.`);
  const folder = mkdtempSync(join(tmpdir(), 'handpicked-test-'));
  const openedLinks: string[] = [];
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly version: string };
  const durable = openDurableStore(folder, { reserveBytes: 64 * 1024 });
  let isAsideWanted = false;
  const server = await startShellServer({
    port: 0,
    appInfo: () => ({
      version,
      shell: 'browser',
      shellReason: null,
      dataFolder: folder,
      keepsOutside: true,
      setAsideProblem: null,
    }),
    // No window here is the shell's: it is done when the program starts again.
    setAside: () => {
      isAsideWanted = true;
      return Promise.resolve('next-start');
    },
    durable,
    secret: randomBytes(32),
    assets: options.catalogue === true ? builtPage(build) : withoutCatalogue(build),
    openLink: (link) => {
      openedLinks.push(link);
      return Promise.resolve(true);
    },
  });
  const isOwn = options.ownBrowser === true || options.flags !== undefined;
  const { browser, outside } = isOwn ? { browser: null, outside: await startRefusingProxy() } : await sharedBrowser();
  const attemptsBefore = outside.attempts.length;
  const problems: string[] = [];

  const open = async (): Promise<AppUnderTest> => {
    const context =
      browser === null
        ? await openProfile(join(folder, 'profile'), outside.port, options)
        : await browser.newContext(contextOptions(options));
    watch(context, server.origin, problems, options.allowedConsoleErrors ?? []);
    const page = context.pages()[0] ?? (await context.newPage());
    await slowDown(page);
    const path = options.path ?? '/';
    // What opens is a page that goes on to the app, with the same fragment.
    await page.goto(server.startAddress('person') + path.slice(1), { waitUntil: 'commit' });
    await page.waitForURL(server.origin + path);
    const all = (): readonly string[] => [
      ...problems,
      ...outside.attempts.slice(attemptsBefore).map((attempt) => `left the machine: ${attempt}`),
    ];
    return {
      page,
      context,
      durable,
      openedLinks,
      origin: server.origin,
      problems: all,
      restart: async (meanwhile) => {
        if (browser !== null) throw new Error('Only a browser of its own can be restarted: ask for `ownBrowser`.');
        await context.close();
        const profile = join(folder, 'profile');
        meanwhile?.(profile);
        if (isAsideWanted) await setAside(folder, profile, server.origin);
        isAsideWanted = false;
        return await open();
      },
      close: async () => {
        await context.close().catch(() => undefined);
        await server.close();
        await durable.close();
        if (browser === null) await outside.close();
        rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
        if (all().length > 0) throw new Error(`The app did not stay quiet:\n${all().join('\n')}`);
      },
    };
  };
  return await open();
}

async function setAside(dataFolder: string, profile: string, origin: string): Promise<void> {
  const database = new BrowserDatabase({
    dataFolder,
    databases: join(profile, 'Default/IndexedDB'),
    origin,
    isOpen: () => Promise.resolve(false),
  });
  await database.wantAside();
  await database.setAsideIfWanted();
}

interface SharedBrowser {
  readonly browser: Browser;
  readonly outside: RefusingProxy;
}

let shared: Promise<SharedBrowser> | null = null;

/** Started by the first test of a file that asks; every test gets a context of its own, which is an empty profile. */
function sharedBrowser(): Promise<SharedBrowser> {
  shared ??= (async () => {
    const outside = await startRefusingProxy();
    return { browser: await chromium.launch(launchOptions(outside.port, [])), outside };
  })();
  return shared;
}

/** After the last test of a file. */
export async function closeSharedBrowser(): Promise<void> {
  if (shared === null) return;
  const { browser, outside } = await shared;
  shared = null;
  await browser.close();
  await outside.close();
}

async function openProfile(profile: string, proxyPort: number, options: OpenAppOptions): Promise<BrowserContext> {
  return await chromium.launchPersistentContext(profile, {
    ...launchOptions(proxyPort, options.flags ?? []),
    ...contextOptions(options),
  });
}

function launchOptions(proxyPort: number, flags: readonly string[]): LaunchOptions {
  const browser = testBrowser();
  return {
    executablePath: browser.executablePath,
    env: { ...definedEnvironment(), ...browser.environment },
    headless: true,
    // Everything but the app itself goes to a proxy that refuses and remembers; names are not even looked up.
    args: [...browser.arguments, `--proxy-server=http://127.0.0.1:${proxyPort}`, ...flags],
  };
}

function contextOptions(options: OpenAppOptions): BrowserContextOptions {
  return {
    viewport: options.viewport ?? { width: 1280, height: 860 },
    colorScheme: options.colourScheme ?? 'light',
    reducedMotion: options.reducedMotion ?? 'reduce',
    locale: options.locale ?? 'en-GB',
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
    serviceWorkers: 'block',
  };
}

/** `HANDPICKED_SLOW=4`: the page has a quarter of the processor, as on a busy machine. Shows tests that race it. */
async function slowDown(page: Page): Promise<void> {
  const rate = Number(process.env['HANDPICKED_SLOW'] ?? 1);
  if (rate <= 1) return;
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function watch(context: BrowserContext, origin: string, problems: string[], allowed: readonly RegExp[]): void {
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    const text = `${message.text()} (${message.location().url})`;
    if (!allowed.some((pattern) => pattern.test(text))) problems.push(`console error: ${text}`);
  });
  context.on('weberror', (error) => {
    const text = error.error().stack ?? error.error().message;
    if (!allowed.some((pattern) => pattern.test(text))) problems.push(`page error: ${text}`);
  });
  context.on('request', (request) => {
    const url = request.url();
    if (/^(?:https?|wss?|ftp):/.test(url) && !url.startsWith(`${origin}/`))
      problems.push(`request beyond the app: ${url}`);
  });
}

interface RefusingProxy {
  readonly port: number;
  readonly attempts: readonly string[];
  close(): Promise<void>;
}

/**
 * Asked for by the browser itself (updates, sign-in, safe browsing), whatever page is open; no flag silences all of it.
 * Refused like the rest, but no fault of the app's; what the app asks for is also seen by `watch`.
 */
const BROWSERS_OWN =
  /\b(?:accounts\.google\.com|clients\d?\.google\.com|(?:update|safebrowsing|optimizationguide-pa|content-autofill|clientservices|android\.clients)\.(?:googleapis|google)\.com|[\w.-]+\.gvt1\.com|(?:edge|config\.edge|msedge[\w.]*)\.(?:skype|microsoft|api\.cdp\.microsoft)\.com)\b/;

/** Takes every connection the browser would make outside, workers' and its own included, and lets none through. */
async function startRefusingProxy(): Promise<RefusingProxy> {
  const attempts: string[] = [];
  const remember = (attempt: string): void => {
    if (!BROWSERS_OWN.test(attempt)) attempts.push(attempt);
  };
  const sockets = new Set<Socket>();
  const server: Server = createServer((request, response) => {
    remember(`${request.method ?? ''} ${request.url ?? ''}`);
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    remember(`CONNECT ${request.url ?? ''}`);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((settle) => {
    server.listen(0, '127.0.0.1', settle);
  });
  return {
    port: (server.address() as AddressInfo).port,
    attempts,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((settle) => {
        server.close(() => {
          settle();
        });
      });
    },
  };
}
