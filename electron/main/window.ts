import type { BrowserWindow, BrowserWindowConstructorOptions, WebContents } from 'electron';
import { isAppAddress } from './app-protocol';
import { keepWindowPlacement, MIN_SIZE, type WindowPlacement } from './window-placement';

/** How the one window is made: the page in Chromium's sandbox, in a world of its own, without Node. */
export function windowOptions(state: WindowPlacement, preload: string): BrowserWindowConstructorOptions {
  return {
    x: state.x,
    y: state.y,
    width: state.width,
    height: state.height,
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    title: 'Handpicked',
    show: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      // The dictionaries would be fetched from the network, past the session's rules.
      spellcheck: false,
    },
  };
}

type Guarded = Pick<WebContents, 'setWindowOpenHandler'> & {
  on(
    event: 'will-navigate' | 'will-redirect' | 'will-frame-navigate',
    listener: (event: { preventDefault(): void; readonly url: string }) => void,
  ): unknown;
  on(event: 'will-attach-webview', listener: (event: { preventDefault(): void }) => void): unknown;
};

/** Keeps contents of whatever kind where they are: on the app's page, in one window, with nothing embedded. */
export function refuseLeaving(contents: Guarded): void {
  const stay = (event: { preventDefault(): void; readonly url: string }): void => {
    if (!isAppAddress(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** For a second start. A window that is still hidden shows itself when it has something to show. */
export function bringToFront(window: Pick<BrowserWindow, 'isMinimized' | 'isVisible' | 'restore' | 'show'>): void {
  if (window.isMinimized()) window.restore();
  // Shown anew, it is raised and takes the focus; `focus` alone does not raise it on every desktop.
  else if (window.isVisible()) window.show();
}

/** Shows the window once it has something to show, and keeps its place when it closes. */
export function followWindow(window: BrowserWindow, state: WindowPlacement, file: string): void {
  window.once('ready-to-show', () => {
    if (state.maximised) window.maximize();
    window.show();
  });
  window.on('close', () => {
    void keepWindowPlacement(file, { ...window.getNormalBounds(), maximised: window.isMaximized() });
  });
}
