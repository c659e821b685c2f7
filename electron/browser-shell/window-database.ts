import { join } from 'node:path';
import type { SetAsideTime } from '../host-contract';
import { BrowserDatabase } from '../host/browser-database';
import { profileFolder, type OpenedWindow } from './launch';
import { isProfileOpen } from './open-profile';

/**
 * The database of the windows that this shell opens, and the page's request to have it set aside. What a browser has
 * open cannot be moved, so the window is closed first: whoever waits for it (`untilAsked`) then calls
 * `setAsideIfWanted` and opens another one.
 */
export class WindowDatabase {
  #asked: (() => void) | null = null;

  constructor(private readonly files: Pick<BrowserDatabase, 'wantAside' | 'setAsideIfWanted' | 'problem'>) {}

  /** For the page, over the server. */
  readonly request = async (): Promise<SetAsideTime> => {
    await this.files.wantAside();
    const asked = this.#asked;
    if (asked === null) return 'next-start';
    // The answer first: the window that asks is closed.
    setImmediate(asked);
    return 'now';
  };

  /** Settles when the page asks. From now on until this window has ended, it is told that it is done at once. */
  async untilAsked(window: Pick<OpenedWindow, 'ended'>): Promise<'asked'> {
    return await new Promise((settle) => {
      const asked = (): void => {
        this.#asked = null;
        settle('asked');
      };
      this.#asked = asked;
      void window.ended.then(() => {
        if (this.#asked === asked) this.#asked = null;
      });
    });
  }

  /** `BrowserDatabase.setAsideIfWanted` */
  async setAsideIfWanted(): Promise<string | null> {
    return await this.files.setAsideIfWanted();
  }

  problem(): string | null {
    return this.files.problem();
  }
}

/** @param origin of the shell's server, e.g. "http://127.0.0.1:47613" */
export function windowDatabase(dataFolder: string, origin: string): WindowDatabase {
  const profile = profileFolder(dataFolder);
  return new WindowDatabase(
    new BrowserDatabase({
      dataFolder,
      databases: join(profile, 'Default', 'IndexedDB'),
      origin,
      isOpen: () => isProfileOpen(profile),
    }),
  );
}
