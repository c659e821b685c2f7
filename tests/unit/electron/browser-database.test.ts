import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { EndedBrowser } from '../../../electron/browser-shell/launch';
import { isProfileOpen } from '../../../electron/browser-shell/open-profile';
import { runBrowserShell } from '../../../electron/browser-shell/run-browser-shell';
import { builtPage } from '../../../electron/browser-shell/server';
import { WindowDatabase } from '../../../electron/browser-shell/window-database';
import { BrowserDatabase } from '../../../electron/host/browser-database';
import { nodeFileSystem } from '../../../electron/host/file-system';
import { setAsideByRelaunch } from '../../../electron/main/set-aside-by-relaunch';
import { freePort } from '../../free-port';
import { guarded } from '../../faults/failing-file-system';
import { serveShell } from './shell-client';
import { temporaryFolder } from './temporary-folder';

const AT = Date.UTC(2026, 10, 30, 8, 15);
const OWN = 'http_127.0.0.1_47613';

/** A data folder with a profile of two origins. */
function profile(options: Partial<ConstructorParameters<typeof BrowserDatabase>[0]> = {}, port = 47_613) {
  const dataFolder = temporaryFolder();
  const databases = join(dataFolder, 'browser-profile/Default/IndexedDB');
  for (const origin of [`http_127.0.0.1_${String(port)}`, 'http_127.0.0.1_4761']) {
    mkdirSync(join(databases, `${origin}.indexeddb.leveldb`), { recursive: true });
    writeFileSync(join(databases, `${origin}.indexeddb.leveldb/CURRENT`), origin);
    mkdirSync(join(databases, `${origin}.indexeddb.blob`));
  }
  const shared = {
    dataFolder,
    databases,
    origin: `http://127.0.0.1:${String(port)}`,
    isOpen: () => Promise.resolve(false),
    now: () => AT,
  };
  const open = (): BrowserDatabase => new BrowserDatabase({ ...shared, ...options });
  return { dataFolder, databases, open, aside: join(dataFolder, 'set-aside') };
}

describe('the browser’s database', () => {
  it('is left alone until it is asked to be set aside', async () => {
    const { open, databases, aside } = profile();
    expect(await open().setAsideIfWanted()).toBeNull();
    expect(readdirSync(databases)).toHaveLength(4);
    expect(existsSync(aside)).toBe(false);
  });

  it('is moved as it is into a folder of its own, once, and nothing of another origin is', async () => {
    const { open, databases, aside } = profile();
    await open().wantAside();
    // By the next run, too: the wish is on the disk.
    const database = open();
    expect(await database.setAsideIfWanted()).toContain('2026-11-30T08-15-00-000Z');
    expect(database.problem()).toBeNull();
    const moved = join(aside, '2026-11-30T08-15-00-000Z');
    expect(readdirSync(moved).toSorted()).toEqual([`${OWN}.indexeddb.blob`, `${OWN}.indexeddb.leveldb`]);
    expect(readFileSync(join(moved, `${OWN}.indexeddb.leveldb/CURRENT`), 'utf8')).toBe(OWN);
    expect(readdirSync(databases)).toHaveLength(2);
    expect(readdirSync(aside)).toEqual(['2026-11-30T08-15-00-000Z']);
    expect(await database.setAsideIfWanted()).toBeNull();
  });

  it('says that there is none where there is none', async () => {
    const { open, aside } = profile({ databases: '/nowhere' });
    const database = open();
    await database.wantAside();
    expect(await database.setAsideIfWanted()).toContain('there is none');
    expect(readdirSync(aside)).toEqual([]);
  });

  it('is not moved while a browser has it open, but at the next start', async () => {
    let isOpen = true;
    const { open, databases } = profile({ isOpen: () => Promise.resolve(isOpen) });
    const database = open();
    await database.wantAside();
    expect(await database.setAsideIfWanted()).toContain('still has it open');
    expect(database.problem()).toContain('still has it open');
    expect(readdirSync(databases)).toHaveLength(4);
    isOpen = false;
    await open().setAsideIfWanted();
    expect(readdirSync(databases)).toHaveLength(2);
  });

  it('stays where it is where the disk refuses, and the page can say why', async () => {
    const refusing = guarded(nodeFileSystem, (name) => {
      if (name === 'rename') throw Object.assign(new Error('x'), { code: 'EXDEV' });
    });
    const { open, databases } = profile({ fileSystem: refusing });
    await expect(open().wantAside()).rejects.toMatchObject({ code: 'storage-failed' });
    let refuses = false;
    const later = guarded(nodeFileSystem, (name) => {
      if (refuses && name === 'rename') throw Object.assign(new Error('x'), { code: 'EXDEV' });
    });
    const other = profile({ fileSystem: later });
    const database = other.open();
    await database.wantAside();
    refuses = true;
    expect(await database.setAsideIfWanted()).toContain('EXDEV');
    expect(database.problem()).toContain('EXDEV');
    for (const folder of [databases, other.databases]) expect(readdirSync(folder)).toHaveLength(4);
  });

  it('has Chromium’s name for Electron’s origin, too', async () => {
    const { dataFolder, open } = profile({ origin: 'app://handpicked' });
    const databases = join(dataFolder, 'browser-profile/Default/IndexedDB');
    mkdirSync(join(databases, 'app_handpicked_0.indexeddb.leveldb'));
    const database = open();
    await database.wantAside();
    await database.setAsideIfWanted();
    expect(readdirSync(databases)).toHaveLength(4);
  });
});

it('a start of the browser shell first does what the run before was asked for', async () => {
  const port = await freePort();
  const { open, databases, dataFolder } = profile({}, port);
  await open().wantAside();
  const lines: string[] = [];
  const status = await runBrowserShell({
    facts: { platform: 'linux', environment: {}, home: dataFolder },
    asRoot: false,
    dataFolder,
    secret: randomBytes(32),
    port,
    open: false,
    reason: null,
    version: '1',
    assets: builtPage(dataFolder),
    say: (line) => lines.push(line),
    stopped: Promise.resolve(),
  });
  expect({ status, lines }).toMatchObject({ status: 0 });
  expect(lines[0]).toContain('was set aside in');
  expect(readdirSync(databases)).toHaveLength(2);
});

describe('a profile', () => {
  it('is open while somebody answers at its socket', async () => {
    const folder = temporaryFolder();
    expect(await isProfileOpen(folder)).toBe(false);
    symlinkSync(join(folder, 'socket'), join(folder, 'SingletonSocket'));
    // Left behind by a browser that crashed.
    expect(await isProfileOpen(folder)).toBe(false);
    const browser = createServer();
    await new Promise<void>((settle) => {
      browser.listen(join(folder, 'socket'), settle);
    });
    onTestFinished(() => {
      browser.close();
    });
    expect(await isProfileOpen(folder)).toBe(true);
  });
});

describe('the page’s request to set its database aside', () => {
  const files = () => {
    const wishes: string[] = [];
    return {
      wishes,
      wantAside: () => Promise.resolve(wishes.push('wanted')).then(() => undefined),
      setAsideIfWanted: () => Promise.resolve(null),
      problem: () => null,
    };
  };

  it('is granted at once while the shell has a window open, and else at the next start', async () => {
    const written = files();
    const database = new WindowDatabase(written);
    expect(await database.request()).toBe('next-start');
    let close: () => void = () => undefined;
    const ended = new Promise<EndedBrowser>((settle) => {
      close = () => {
        settle({ code: 0, milliseconds: 1, error: null, ran: true });
      };
    });
    const asked = database.untilAsked({ ended });
    expect(await database.request()).toBe('now');
    expect(await asked).toBe('asked');
    // The window is being closed.
    expect(await database.request()).toBe('next-start');
    void database.untilAsked({ ended });
    close();
    await ended;
    expect(await database.request()).toBe('next-start');
    expect(written.wishes).toHaveLength(4);
  });

  it('has Electron end and start itself again', async () => {
    const done: string[] = [];
    const written = files();
    const quit = new Promise<void>((settle) => {
      const request = setAsideByRelaunch(written, {
        relaunch: () => {
          done.push('relaunch');
        },
        quit: () => {
          done.push('quit');
          settle();
        },
      });
      void request().then((time) => {
        done.push(time);
      });
    });
    await quit;
    expect(written.wishes).toHaveLength(1);
    // The page has its answer before the program ends.
    expect(done).toEqual(['relaunch', 'now', 'quit']);
  });

  it('comes from the page of the browser shell alone, and takes no argument', async () => {
    let asked = 0;
    const { post } = await serveShell({
      setAside: () => {
        asked += 1;
        return Promise.resolve('next-start');
      },
    });
    expect((await post('databaseSetAside')).body).toEqual({ ok: true, value: 'next-start' });
    expect((await post('databaseSetAside', '../..')).body).toMatchObject({ ok: false, code: 'invalid-input' });
    expect((await post('databaseSetAside', undefined, { Cookie: '' })).status).toBe(403);
    expect(asked).toBe(1);
    const { post: without } = await serveShell();
    expect((await without('databaseSetAside')).body).toMatchObject({ ok: false, code: 'host-refused' });
  });
});
