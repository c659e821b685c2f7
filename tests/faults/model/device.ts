import { Dexie } from 'dexie';
import type { DurableMethod } from '../../../electron/host-contract';
import { openDurableStore, type DurableStore } from '../../../electron/host/durable-store';
import { restoreArchive } from '../../../renderer/src/application/keeping/restore-archive';
import { SnapshotKeeper } from '../../../renderer/src/application/keeping/snapshot-keeper';
import { settleWithOutside, type SettledStanding } from '../../../renderer/src/application/keeping/settle-with-outside';
import { createRepositories } from '../../../renderer/src/data/create-repositories';
import type { HandpickedDatabase } from '../../../renderer/src/data/database';
import { DexieLibraryCopies } from '../../../renderer/src/data/library-copies';
import { openDatabase } from '../../../renderer/src/data/open-database';
import { AppError } from '../../../renderer/src/domain/errors';
import type { Repositories } from '../../../renderer/src/domain/ports/repositories';
import { hostJournal } from '../../../renderer/src/host/host-journal';
import { actionLabels } from '../../../renderer/src/text/action-labels';
import { archiveReadme } from '../../../renderer/src/text/archive-readme';
import { createArchiveService } from '../../../renderer/src/workers/archive-service';
import { webArchiveCrypto } from '../../../renderer/src/workers/web-archive-crypto';
import { MemoryDisk, type CrashMode } from '../memory-disk';
import { copyOfDatabase, putDatabase, type DatabaseCopy } from './database-copy';
import { Life, turns } from './life';

const FOLDER = '/data';
const START = Date.UTC(2026, 0, 15);
const CONTEXT = { signal: new AbortController().signal, onProgress: (): void => undefined };

export interface OpenWindow extends Repositories {
  readonly database: HandpickedDatabase;
  readonly life: Life;
  readonly settled: SettledStanding;
  readonly snapshots: SnapshotKeeper;
  restore(bytes: Uint8Array): Promise<void>;
}

let devices = 0;

/**
 * One computer: a data folder on a disk in memory with its host, the databases of two shells, and windows over them.
 * Everything is the program's own but disk, clock and IndexedDB.
 */
export class Device {
  readonly windows: OpenWindow[] = [];
  isHostAway = false;
  #disk = new MemoryDisk([FOLDER]);
  #store: DurableStore;
  #time = START;
  #ids = 0;
  #databases = 0;
  readonly #names: string[];
  readonly #used = new Set<string>();
  #shell = 0;
  readonly #prefix = `model-${String((devices += 1))}`;

  constructor() {
    this.#names = [this.#newName(), this.#newName()];
    this.#store = this.#openStore();
  }

  readonly #clock = (): number => (this.#time += 1000);
  readonly #newId = (): string => `00000000-0000-4000-8000-${String((this.#ids += 1)).padStart(12, '0')}`;

  #newName(): string {
    const name = `${this.#prefix}-${String((this.#databases += 1))}`;
    this.#used.add(name);
    return name;
  }

  get #name(): string {
    return this.#names[this.#shell] ?? '';
  }

  #openStore(): DurableStore {
    return openDurableStore(FOLDER, {
      fileSystem: this.#disk,
      now: this.#clock,
      newId: this.#newId,
      segmentBytes: 3_000,
      reserveBytes: 4_096,
    });
  }

  /**
   * Rejects where the window was killed meanwhile.
   * @param lag turns of the event loop that each answer of the host takes
   */
  async open(killedAfter: number | null = null, lag = 0): Promise<OpenWindow> {
    const life = new Life();
    life.limit(killedAfter);
    const database = await openDatabase({ clock: this.#clock, name: this.#name });
    mortal(database, life);
    const host = this.#hostOf(life, lag);
    const journal = hostJournal(host);
    const repositories = createRepositories({
      database,
      clock: this.#clock,
      newId: this.#newId,
      labels: actionLabels,
      outside: { journal, exclusively: this.#exclusively, later: () => undefined },
    });
    const { keeping } = repositories;
    const archives = archivesAt(this.#clock);
    const deleteDatabase = (name: string): Promise<void> => new DexieLibraryCopies().delete(name);
    const restoring = { archives, host, deleteDatabase, alone: this.#alone, passphrase: () => null };
    const settled = await settleWithOutside({ keeping, journal, snapshots: restoring, newId: this.#newId });
    await keeping.outbox.flush();
    const snapshots = new SnapshotKeeper({
      archives,
      host,
      journal,
      keeping,
      databaseName: database.name,
      clock: this.#clock,
      notes: { read: () => ({ proof: null, restoredAt: null, passphrase: null }), keep: () => undefined },
      every: () => undefined,
      wait: () => new Promise(() => undefined),
    });
    const window: OpenWindow = {
      ...repositories,
      database,
      life,
      settled,
      snapshots,
      restore: async (bytes) => {
        await restoreArchive({ ...restoring, keeping, snapshots }, { bytes, passphrase: null });
      },
    };
    if (life.isOver) {
      database.close();
      life.step();
    }
    life.limit(null);
    this.windows.push(window);
    return window;
  }

  /** The window is gone in the middle of whatever it does. */
  kill(window: OpenWindow): void {
    window.life.end();
    this.#forget(window);
  }

  killAll(): void {
    for (const window of this.windows.slice()) this.kill(window);
  }

  /** As a person closes them. */
  async closeAll(): Promise<void> {
    for (const window of this.windows.slice()) {
      await window.keeping.outbox.flush();
      this.#forget(window);
    }
  }

  #forget(window: OpenWindow): void {
    window.database.close();
    this.windows.splice(this.windows.indexOf(window), 1);
  }

  /** The host is killed, and started anew. */
  async restartHost(powerCut: { readonly mode: CrashMode; readonly random: () => number } | null): Promise<void> {
    if (powerCut !== null) this.#disk = this.#disk.crashed(powerCut.mode, powerCut.random);
    const before = this.#store;
    // It is held by this very process, which is no crashed program.
    await this.#disk.remove(`${FOLDER}/in-use.lock`);
    this.#store = this.#openStore();
    // Nothing of it but its timer is left.
    await before.close();
  }

  /** With no window open. */
  async loseJournal(): Promise<void> {
    this.#disk.destroy(`${FOLDER}/journal`);
    await this.restartHost(null);
  }

  /** Of the host and of the windows. */
  setClock(days: number): void {
    this.#time += days * 86_400_000;
  }

  get shell(): number {
    return this.#shell;
  }

  /** With no window open. */
  changeShell(): void {
    this.#shell = 1 - this.#shell;
  }

  /** The browser has thrown the database away. With no window open. */
  loseDatabase(): void {
    this.#names[this.#shell] = this.#newName();
  }

  /** The other shell is not there any more. */
  forgetOtherShell(): void {
    this.#names[1 - this.#shell] = this.#newName();
  }

  async copyDatabase(): Promise<DatabaseCopy> {
    return await copyOfDatabase(this.#name);
  }

  /** With no window open. */
  async putBack(copy: DatabaseCopy): Promise<void> {
    this.loseDatabase();
    await putDatabase(this.#name, copy);
  }

  /** Newest first, by their dates. */
  async snapshotNames(): Promise<readonly string[]> {
    return (await this.#store.snapshots()).map(({ name }) => name);
  }

  async snapshotBytes(name: string): Promise<Uint8Array> {
    return await this.#store.snapshotRead(name);
  }

  async end(): Promise<void> {
    this.killAll();
    await this.#store.close();
    for (const name of this.#used) await Dexie.delete(name);
  }

  readonly #exclusively = lock();
  readonly #alone = lock();

  #hostOf(
    life: Life,
    lag: number,
  ): Pick<DurableStore, Exclude<DurableMethod, 'snapshotRevealFolder' | 'releaseReserve'>> {
    const call = async <T>(work: (store: DurableStore) => Promise<T>): Promise<T> => {
      life.step();
      if (this.isHostAway) throw new AppError('host-refused', 'Handpicked is no longer running behind this window.');
      const answer = await work(this.#store);
      await turns(lag);
      life.step();
      return answer;
    };
    return {
      journalAppend: (records) => call((store) => store.journalAppend(records)),
      journalStatus: () => call((store) => store.journalStatus()),
      journalRead: (after, maxBytes) => call((store) => store.journalRead(after, maxBytes)),
      // At once, and not after a year: what is dropped must come back from a snapshot.
      journalCompact: (upTo) => call((store) => store.journalCompact(upTo, this.#clock())),
      snapshots: () => call((store) => store.snapshots()),
      snapshotWrite: (request) => call((store) => store.snapshotWrite(request)),
      snapshotRead: (name) => call((store) => store.snapshotRead(name)),
    };
  }
}

/** Every transaction is a step of the window. */
function mortal(database: HandpickedDatabase, life: Life): void {
  const { core } = database;
  const transaction = core.transaction.bind(core);
  Object.assign(core, {
    transaction: (...parameters: Parameters<typeof transaction>) => {
      life.step();
      return transaction(...parameters);
    },
  });
}

/** As the locks that windows of one browser share: work waits for the work before it. */
function lock(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}

function archivesAt(clock: () => number) {
  const service = createArchiveService({
    copies: new DexieLibraryCopies(),
    crypto: webArchiveCrypto,
    programVersion: '0.0.0',
    readme: archiveReadme,
    clock,
  });
  type Service = typeof service;
  return {
    writeArchive: (request: Parameters<Service['writeArchive']>[0]) => service.writeArchive(request, CONTEXT),
    proveArchive: (request: Parameters<Service['proveArchive']>[0]) => service.proveArchive(request, CONTEXT),
    restoreArchive: (request: Parameters<Service['restoreArchive']>[0]) => service.restoreArchive(request, CONTEXT),
  };
}
