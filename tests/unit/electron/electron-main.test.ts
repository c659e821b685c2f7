import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MENU_COMMANDS } from '../../../electron/host-contract';
import { APP_SCHEME, appProtocol, isAppAddress } from '../../../electron/main/app-protocol';
import { menuTemplate } from '../../../electron/main/menu';
import { applySessionRules, mayLoad, type RuledSession } from '../../../electron/main/session-rules';
import { fitToDisplays, keepWindowPlacement, readWindowPlacement } from '../../../electron/main/window-placement';
import { bringToFront, refuseLeaving, windowOptions } from '../../../electron/main/window';
import { temporaryFolder } from './temporary-folder';

describe('app://', () => {
  function builtRoot(): string {
    const root = join(temporaryFolder(), 'renderer');
    mkdirSync(root);
    writeFileSync(join(root, 'index.html'), '<p>page</p>');
    writeFileSync(join(root, '../secret.txt'), 'secret');
    return root;
  }

  it('serves the page with the policy and isolation', async () => {
    const response = await appProtocol(builtRoot())({ url: 'app://handpicked/', method: 'GET' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<p>page</p>');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  });

  it.each([
    ['app://handpicked/../secret.txt', 404],
    ['app://handpicked/%2e%2e/secret.txt', 404],
    ['app://handpicked.evil/', 404],
    ['app://other/', 404],
    ['https://handpicked/', 404],
  ])('refuses %s', async (url, status) => {
    expect((await appProtocol(builtRoot())({ url, method: 'GET' })).status).toBe(status);
  });

  it('only reads', async () => {
    expect((await appProtocol(builtRoot())({ url: 'app://handpicked/', method: 'POST' })).status).toBe(405);
  });

  it('is a standard, secure scheme: without that there is no IndexedDB and no isolation', () => {
    expect(APP_SCHEME.privileges).toMatchObject({ standard: true, secure: true, supportFetchAPI: true });
    expect(APP_SCHEME.privileges?.bypassCSP).toBeUndefined();
  });

  it('knows its own addresses from lookalikes', () => {
    expect(['app://handpicked', 'app://handpicked/a#/b'].map(isAppAddress)).toEqual([true, true]);
    expect(['app://handpicked.evil/', 'app://handpicked@evil/', 'http://handpicked/', ''].map(isAppAddress)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('session rules', () => {
  type Handlers = {
    request?: (permission: string, url: string) => boolean;
    check?: (permission: string, origin: string) => boolean;
    load?: (url: string) => boolean;
    device?: () => boolean;
    download?: () => boolean;
  };
  function ruled(): Handlers {
    const handlers: Handlers = {};
    const session = {
      setPermissionRequestHandler: (
        handler: (contents: null, permission: string, decide: (granted: boolean) => void, details: object) => void,
      ) => {
        handlers.request = (permission, requestingUrl) => {
          let granted = true;
          handler(
            null,
            permission,
            (answer) => {
              granted = answer;
            },
            { requestingUrl },
          );
          return granted;
        };
      },
      setPermissionCheckHandler: (handler: (contents: null, permission: string, origin: string) => boolean) => {
        handlers.check = (permission, origin) => handler(null, permission, origin);
      },
      setDevicePermissionHandler: (handler: () => boolean) => {
        handlers.device = handler;
      },
      webRequest: {
        onBeforeRequest: (handler: (details: object, decide: (answer: { cancel: boolean }) => void) => void) => {
          handlers.load = (url) => {
            let cancelled = false;
            handler({ url }, (answer) => {
              cancelled = answer.cancel;
            });
            return !cancelled;
          };
        },
      },
      on: (_name: string, handler: (event: { preventDefault(): void }) => void) => {
        handlers.download = () => {
          let stopped = false;
          handler({
            preventDefault: () => {
              stopped = true;
            },
          });
          return !stopped;
        };
      },
    };
    applySessionRules(session as unknown as RuledSession);
    return handlers;
  }

  it('grants the page what it uses, and nothing else to anybody', () => {
    const { request, check, device } = ruled();
    for (const permission of ['persistent-storage', 'clipboard-sanitized-write']) {
      expect(request?.(permission, 'app://handpicked/')).toBe(true);
      expect(check?.(permission, 'app://handpicked/')).toBe(true);
      expect(request?.(permission, 'https://evil.example/')).toBe(false);
      expect(check?.(permission, 'https://evil.example')).toBe(false);
    }
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'hid',
      'usb',
      'fileSystem',
      'unknown',
    ]) {
      expect(request?.(permission, 'app://handpicked/')).toBe(false);
      expect(check?.(permission, 'app://handpicked')).toBe(false);
    }
    expect(device?.()).toBe(false);
  });

  it('cancels every request that leaves, and downloads', () => {
    const { load, download } = ruled();
    expect(['app://handpicked/assets/a.js', 'blob:app://handpicked/1-2', 'data:,x'].map((url) => load?.(url))).toEqual([
      true,
      true,
      true,
    ]);
    expect(
      ['https://example.com/', 'http://127.0.0.1/', 'ws://x/', 'file:///etc/passwd', 'app://other/'].map((url) =>
        load?.(url),
      ),
    ).toEqual([false, false, false, false, false]);
    expect(mayLoad('blob:https://example.com/1')).toBe(false);
    expect(download?.()).toBe(false);
  });
});

describe('the window', () => {
  it('is sandboxed and isolated, and fetches no dictionaries', () => {
    const { webPreferences } = windowOptions({ x: 0, y: 0, width: 900, height: 700, maximised: false }, '/preload.cjs');
    // All of them: one more, `experimentalFeatures` or `allowRunningInsecureContent` say, has to be argued for.
    expect(webPreferences).toEqual({
      preload: '/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    });
  });

  it('comes to the front for a second start: from the task bar, from behind, and not before it has something to show', () => {
    const asked = (isMinimized: boolean, isVisible: boolean): readonly string[] => {
      const done: string[] = [];
      bringToFront({
        isMinimized: () => isMinimized,
        isVisible: () => isVisible,
        restore: () => done.push('restore'),
        show: () => done.push('show'),
      });
      return done;
    };
    expect(asked(true, false)).toEqual(['restore']);
    expect(asked(false, true)).toEqual(['show']);
    expect(asked(false, false)).toEqual([]);
  });

  it('goes nowhere and opens nothing', () => {
    const listeners = new Map<string, (event: { preventDefault(): void; readonly url: string }) => void>();
    let open: (() => { action: string }) | undefined;
    refuseLeaving({
      on: (name: string, listener: (event: never) => void) => listeners.set(name, listener as (event: object) => void),
      setWindowOpenHandler: (handler: unknown) => {
        open = handler as () => { action: string };
      },
    });
    const stopped = (name: string, url: string): boolean => {
      let prevented = false;
      listeners.get(name)?.({
        url,
        preventDefault: () => {
          prevented = true;
        },
      });
      return prevented;
    };
    for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
      expect(stopped(name, 'https://example.com/')).toBe(true);
      expect(stopped(name, 'app://handpicked/#/friends')).toBe(false);
    }
    expect(stopped('will-attach-webview', '')).toBe(true);
    expect(open?.()).toEqual({ action: 'deny' });
  });

  const display = { x: 0, y: 25, width: 1440, height: 875 };
  it('opens in the middle the first time', () => {
    expect(fitToDisplays(null, [display])).toEqual({ x: 130, y: 53, width: 1180, height: 820, maximised: false });
  });
  it('opens where it was, unless that display is gone', () => {
    const kept = { x: 1500, y: 100, width: 800, height: 600, maximised: true };
    expect(fitToDisplays(kept, [display, { x: 1440, y: 0, width: 1920, height: 1080 }])).toEqual(kept);
    expect(fitToDisplays(kept, [display])).toEqual({ x: 320, y: 163, width: 800, height: 600, maximised: true });
  });
  it('never opens larger than the display or too small to use', () => {
    expect(fitToDisplays({ x: 0, y: 30, width: 9000, height: 10, maximised: false }, [display])).toMatchObject({
      width: 1440,
      height: 400,
    });
  });
  it('keeps its place in a file, and takes a damaged one for none', async () => {
    const file = join(temporaryFolder(), 'deep/window-state.json');
    expect(readWindowPlacement(file)).toBeNull();
    await keepWindowPlacement(file, { x: 1, y: 2, width: 600, height: 500, maximised: false });
    expect(readWindowPlacement(file)).toEqual({ x: 1, y: 2, width: 600, height: 500, maximised: false });
    writeFileSync(file, '{"x":1');
    expect(readWindowPlacement(file)).toBeNull();
    writeFileSync(file, '{"x":"1","y":2,"width":600,"height":500,"maximised":false}');
    expect(readWindowPlacement(file)).toBeNull();
  });
});

describe('the menu', () => {
  type Entry = {
    id?: string;
    accelerator?: string;
    registerAccelerator?: boolean;
    click?: (...given: never[]) => void;
    submenu?: unknown;
  };
  const flat = (entries: readonly Entry[]): Entry[] =>
    entries.flatMap((entry) => [entry, ...(Array.isArray(entry.submenu) ? flat(entry.submenu as Entry[]) : [])]);

  it.each(['linux', 'darwin', 'win32'] as const)(
    'offers every command once on %s, with its own key; the page keeps undo, redo and search',
    (platform) => {
      const sent: string[] = [];
      const commands = flat(menuTemplate(platform, 'Handpicked', (command) => sent.push(command)) as Entry[]).filter(
        (entry) => entry.id !== undefined,
      );
      expect(commands.map((entry) => entry.id ?? '').sort()).toEqual([...MENU_COMMANDS].sort());
      expect(new Set(commands.map((entry) => entry.accelerator)).size).toBe(MENU_COMMANDS.length);
      expect(
        commands
          .filter((entry) => entry.registerAccelerator === false)
          .map((entry) => entry.id ?? '')
          .sort(),
      ).toEqual(['redo', 'search', 'undo']);
      for (const entry of commands) entry.click?.();
      expect(sent.sort()).toEqual([...MENU_COMMANDS].sort());
    },
  );
});
