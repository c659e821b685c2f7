import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen, session, shell } from 'electron';
import { BrowserDatabase } from '../host/browser-database';
import { dataFolder } from '../host/data-folder';
import { openDurableStore, type DurableStore } from '../host/durable-store';
import { inUseBy } from '../host/in-use-by';
import { makeOwnFolder } from '../host/own-folder';
import { APP_ORIGIN, APP_SCHEME, appProtocol } from './app-protocol';
import { registerHostHandlers } from './ipc-handlers';
import { menuTemplate } from './menu';
import { applySessionRules } from './session-rules';
import { setAsideByRelaunch } from './set-aside-by-relaunch';
import { fitToDisplays, readWindowPlacement } from './window-placement';
import { bringToFront, followWindow, refuseLeaving, windowOptions } from './window';

const OUT = join(import.meta.dirname, '..');
const folder = dataFolder(process.env['HANDPICKED_DATA'], {
  platform: process.platform,
  environment: process.env,
  home: homedir(),
});
/** Characters of an address that a question shows; a dialog does not scroll. */
const MAX_SHOWN = 500;
const PROFILE = join(folder, 'electron');
const database = new BrowserDatabase({
  dataFolder: folder,
  databases: join(PROFILE, 'IndexedDB'),
  origin: APP_ORIGIN,
  // Of this program, only one runs at a time, and it has no window yet.
  isOpen: () => Promise.resolve(false),
});
let window: BrowserWindow | null = null;

// Before the app is ready: where it keeps things, that no name resolves, that pages are sandboxed, what app:// is.
app.setName('Handpicked');
try {
  makeOwnFolder(folder);
} catch (error) {
  dialog.showErrorBox('Handpicked cannot use its data folder', error instanceof Error ? error.message : String(error));
  process.exit(1);
}
mkdirSync(PROFILE, { recursive: true, mode: 0o700 });
app.setPath('userData', PROFILE);
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
app.enableSandbox();
protocol.registerSchemesAsPrivileged([APP_SCHEME]);

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', showWindow);
  app.on('activate', showWindow);
  app.on('web-contents-created', (_event, contents) => {
    refuseLeaving(contents);
  });
  // On macOS, too: a program without its window has nothing to do.
  app.on('window-all-closed', () => {
    app.quit();
  });
  // What the run before was asked for. Before anything can open a database.
  void database
    .setAsideIfWanted()
    .then(() => app.whenReady())
    .then(start);
} else {
  // The first one was told by asking for the lock; this is for the terminal.
  process.stdout.write('Handpicked is already running. Its window comes to the front.\n');
  app.quit();
}

async function start(): Promise<void> {
  const durable = openDurableStore(folder, {
    reveal: async (snapshots) => (await shell.openPath(snapshots)) === '',
  });
  // The other shell, or another copy of this one; a second start of this one came no further than the lock above.
  const inUse = await inUseBy(durable);
  if (inUse !== null) {
    dialog.showErrorBox('Handpicked is already running', inUse);
    app.quit();
    return;
  }
  letGoAtEnd(durable);
  applySessionRules(session.defaultSession);
  protocol.handle('app', appProtocol(join(OUT, 'renderer')));
  registerHostHandlers(ipcMain, {
    appInfo: {
      version: app.getVersion(),
      shell: 'electron',
      shellReason: null,
      dataFolder: folder,
      keepsOutside: true,
      setAsideProblem: database.problem(),
    },
    setAside: setAsideByRelaunch(database, app),
    durable,
    documentsFolder: app.getPath('documents'),
    showOpenDialog: (options) =>
      window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options),
    showSaveDialog: (options) =>
      window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options),
    confirmLink,
    openLink: (link) => shell.openExternal(link),
    contentsId: () => window?.webContents.id ?? null,
  });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate(process.platform, app.name, (command) => {
        window?.webContents.send('host:menu', command);
      }),
    ),
  );
  await openWindow();
}

/** What waits to be written is written before the program ends. */
function letGoAtEnd(durable: DurableStore): void {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void durable.close().finally(() => {
      isClosed = true;
      app.quit();
    });
  });
}

async function openWindow(): Promise<void> {
  const stateFile = join(folder, 'window-state.json');
  const state = fitToDisplays(
    readWindowPlacement(stateFile),
    screen.getAllDisplays().map((display) => display.workArea),
  );
  window = new BrowserWindow(windowOptions(state, join(OUT, 'preload/preload.cjs')));
  followWindow(window, state, stateFile);
  window.on('closed', () => {
    window = null;
  });
  await window.loadURL(`${APP_ORIGIN}/`);
}

function showWindow(): void {
  if (window !== null) bringToFront(window);
}

async function confirmLink(link: string): Promise<boolean> {
  const question = {
    type: 'question' as const,
    message: link.startsWith('mailto:')
      ? 'Open this draft in your e-mail program?'
      : 'Open this address in your browser?',
    detail: link.length > MAX_SHOWN ? `${link.slice(0, MAX_SHOWN)}…` : link,
    buttons: ['Open', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  };
  const { response } = await (window === null
    ? dialog.showMessageBox(question)
    : dialog.showMessageBox(window, question));
  return response === 0;
}
