/**
 * `npm start`: builds if needed, then opens the app in Electron, or in a browser window where Electron is not there.
 */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { runBrowserShell } from '../browser-shell/run-browser-shell';
import { builtPage } from '../browser-shell/server';
import { dataFolder, type PlatformFacts } from '../host/data-folder';
import { HostFailure } from '../host/host-failure';
import { makeOwnFolder } from '../host/own-folder';
import { ownerSecret } from '../host/owner-secret';
import { buildPage } from './build-page';
import { electronBinary } from './electron-binary';
import { runElectron } from './run-electron';
import { parseStartOptions, START_HELP, type StartOptions } from './start-options';

const ROOT = resolve(import.meta.dirname, '../..');
const facts: PlatformFacts = { platform: process.platform, environment: process.env, home: homedir() };
const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
const say = (line: string): void => {
  console.log(line);
};

/** What only this account has. */
interface Own {
  readonly folder: string;
  readonly secret: Buffer;
}

async function main(): Promise<number> {
  const options = readOptions();
  if (options === null) return 2;
  if (options.help) {
    say(START_HELP);
    return 0;
  }
  const folder = dataFolder(options.data, facts);
  const secret = await ownSecret(folder);
  if (secret === null) return 1;
  if (!options.dev && !buildPage(ROOT, say)) return 1;
  const choice = chooseShell(options);
  if (choice.binary !== null) {
    say('Opening Handpicked in Electron.');
    const status = await runElectron(choice.binary, ROOT, folder, asRoot);
    if (status !== null) return status;
    if (options.shell === 'electron') {
      say('Electron could not start here. "npm start -- --shell=browser" uses a browser window instead.');
      return 1;
    }
    return await inBrowser(options, { folder, secret }, 'Electron could not start here.');
  }
  if (choice.reason === null) return await inBrowser(options, { folder, secret }, null);
  if (options.shell === 'electron') {
    say(choice.reason);
    return 1;
  }
  return await inBrowser(options, { folder, secret }, choice.reason);
}

function readOptions(): StartOptions | null {
  try {
    return parseStartOptions(process.argv.slice(2), process.env);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    say(START_HELP);
    return null;
  }
}

/** Electron's program file, or null with the reason why the browser is used (no reason: it was asked for). */
function chooseShell(options: StartOptions): { readonly binary: string | null; readonly reason: string | null } {
  if (options.shell === 'browser' || !options.open || options.dev) return { binary: null, reason: null };
  const binary = electronBinary(ROOT, process.env);
  return {
    binary,
    reason: binary === null ? 'Electron’s program file is not here ("npm run get-electron" fetches it).' : null,
  };
}

/** Keeps the data folder to this account and reads its secret; null, with a sentence, where that cannot be. */
async function ownSecret(folder: string): Promise<Buffer | null> {
  try {
    const opened = makeOwnFolder(folder);
    const { secret, mended } = await ownerSecret(folder);
    for (const line of [opened, mended]) if (line !== null) say(line);
    return secret;
  } catch (error) {
    if (!(error instanceof HostFailure)) throw error;
    say(error.message);
    return null;
  }
}

async function inBrowser(options: StartOptions, own: Own, reason: string | null): Promise<number> {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly version: string };
  const stopped = new Promise<void>((settle) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        settle();
      });
  });
  const assets = options.dev
    ? async (sockets: Parameters<ReturnType<typeof builtPage>>[0]) =>
        await (await import('./dev-assets')).devAssets(ROOT, sockets)
    : builtPage(join(ROOT, 'out/renderer'));
  return await runBrowserShell({
    facts,
    asRoot,
    dataFolder: own.folder,
    secret: own.secret,
    port: options.port,
    open: options.open,
    reason,
    version,
    assets,
    say,
    stopped,
  });
}

process.exit(await main());
