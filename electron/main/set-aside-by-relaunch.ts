import type { App } from 'electron';
import type { SetAsideTime } from '../host-contract';
import type { BrowserDatabase } from '../host/browser-database';

/**
 * The page's request to have its database set aside. Chromium runs in this very program, so the program ends and starts
 * itself again, and moves the files before it opens a window (`main.ts`).
 */
export function setAsideByRelaunch(
  database: Pick<BrowserDatabase, 'wantAside'>,
  app: Pick<App, 'relaunch' | 'quit'>,
): () => Promise<SetAsideTime> {
  return async () => {
    await database.wantAside();
    // Takes effect once this one has ended, and let go of the data folder.
    app.relaunch();
    // The answer first: the window that asks is closed.
    setImmediate(() => {
      app.quit();
    });
    return 'now';
  };
}
