import { join } from 'node:path';
import { makeLastingFolder, writeThrough } from './atomic-write';
import { errorCode, isMissing, nodeFileSystem, type FileSystem } from './file-system';
import { storageFailure } from './storage-failure';
import { timeInName } from './time-in-name';

/** In the data folder: what was set aside, a folder for each time. Nothing in it is ever deleted by this program. */
export const SET_ASIDE_FOLDER = 'set-aside';

export interface BrowserDatabaseOptions {
  /** Exists. */
  readonly dataFolder: string;
  /** Folder of the browser's profile that holds the databases of every origin. */
  readonly databases: string;
  /** Whose database it is, e.g. "http://127.0.0.1:47613". */
  readonly origin: string;
  /** Whether a browser has the profile open: a database is not moved away under it. */
  readonly isOpen: () => Promise<boolean>;
  readonly fileSystem?: FileSystem;
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

/**
 * The files of the database that the page works with, as the shell sees them: something that may be damaged, and is
 * then moved out of the browser's way.
 */
export class BrowserDatabase {
  readonly #fileSystem: FileSystem;
  /** Chromium's name for an origin, and with it for the origin's files. */
  readonly #identifier: string;
  readonly #folder: string;
  /** While it is there, the database is still to be set aside: by this run, or by the next where this one is ended. */
  readonly #wish: string;
  #problem: string | null = null;

  constructor(private readonly options: BrowserDatabaseOptions) {
    this.#fileSystem = options.fileSystem ?? nodeFileSystem;
    const { protocol, hostname, port } = new URL(options.origin);
    this.#identifier = `${protocol.slice(0, -1)}_${hostname}_${port === '' ? '0' : port}`;
    this.#folder = join(options.dataFolder, SET_ASIDE_FOLDER);
    this.#wish = join(this.#folder, `${this.#identifier}.wanted`);
  }

  /** Why it could not be set aside when that was last tried; null where it could. */
  problem(): string | null {
    return this.#problem;
  }

  /** Writes down that it is to be set aside. Throws HostFailure where the disk refuses. */
  async wantAside(): Promise<void> {
    try {
      await makeLastingFolder(this.#fileSystem, this.#folder);
      await writeThrough(this.#fileSystem, this.#wish, new Uint8Array());
    } catch (error) {
      throw storageFailure(error);
    }
  }

  /**
   * Sets it aside where that was asked for. Call it before a window opens.
   * @returns a sentence to show; null where nothing was asked for
   */
  async setAsideIfWanted(): Promise<string | null> {
    try {
      if ((await this.#fileSystem.stat(this.#wish)) === null) return null;
      if (await this.options.isOpen()) return this.#failed('a browser window still has it open');
      const movedTo = await this.#move();
      await this.#fileSystem.remove(this.#wish);
      this.#problem = null;
      return movedTo === null
        ? 'The browser’s database was to be set aside, but there is none.'
        : `The browser’s database was set aside in ${movedTo}. Nothing was deleted.`;
    } catch (error) {
      return this.#failed(errorCode(error) || String(error));
    }
  }

  /** @returns the folder it is in now; null where there was nothing to move */
  async #move(): Promise<string | null> {
    const { databases, now = Date.now } = this.options;
    const names = (await this.#entries()).filter((name) => name.startsWith(`${this.#identifier}.indexeddb.`));
    if (names.length === 0) return null;
    const target = join(this.#folder, timeInName(now()));
    await makeLastingFolder(this.#fileSystem, target);
    for (const name of names) await this.#fileSystem.rename(join(databases, name), join(target, name));
    await this.#fileSystem.syncFolder(target);
    await this.#fileSystem.syncFolder(databases);
    return target;
  }

  async #entries(): Promise<readonly string[]> {
    try {
      return await this.#fileSystem.list(this.options.databases);
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  }

  #failed(why: string): string {
    this.#problem =
      `The browser’s database could not be set aside: ${why}. Close every window of Handpicked and start it again: ` +
      'it is tried once more. What is kept in the data folder stays there.';
    return this.#problem;
  }
}
