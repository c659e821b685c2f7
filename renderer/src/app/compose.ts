import { version } from '../../../package.json';
import { broadcastWindowChannel } from '../data/broadcast-window-channel';
import { createRepositories } from '../data/create-repositories';
import { DATABASE_NAME } from '../data/database';
import { beginNewLog } from '../data/begin-new-log';
import { databaseError } from '../data/database-errors';
import { DexieBackgroundFactsStore } from '../data/dexie-background-facts-store';
import { DexieLibraryCopies } from '../data/library-copies';
import { localSnapshotNotes } from '../data/local-snapshot-notes';
import { openDatabase } from '../data/open-database';
import { whenAnotherWindowEnds } from '../data/other-windows';
import { timeOrderedIds } from '../data/time-ordered-ids';
import { connectHost } from '../host/connect-host';
import { hostJournal } from '../host/host-journal';
import { fetchShippedFile } from '../inference/bundle-files';
import { nextTask } from '../inference/next-task';
import { createArchiveWorker } from '../workers/archive-client';
import { createCatalogueClient } from '../workers/catalogue-client';
import { createImdbReader } from '../workers/imdb-client';
import { analyseInWorker } from '../workers/exports/import-client';
import { createRecommenderClient } from '../workers/recommender-client';
import {
  startArchiveWorker,
  startCatalogueWorker,
  startImdbWorker,
  startImportWorker,
  startRecommenderWorker,
} from '../workers/start-worker';
import { ArchiveOpener } from '../application/archive/archive-opener';
import { ArchiveSaver } from '../application/archive/archive-saver';
import { OwnCatalogueSession } from '../application/catalogue/own-catalogue-session';
import { lookOutside, type Recovery } from '../application/keeping/kept-outside';
import { restoreArchive } from '../application/keeping/restore-archive';
import type { SnapshotRestoringPorts } from '../application/keeping/restored-snapshot';
import { snapshotBeforeUpdate } from '../application/keeping/snapshot-before-update';
import { SnapshotKeeper } from '../application/keeping/snapshot-keeper';
import { readStoredLibrary, type StoredLibrary } from '../application/library/stored-library';
import { startUp } from '../application/start-up';
import { actionLabels } from '../text/action-labels';
import { kindName } from '../text/kinds';
import type { AppError } from '../domain/errors';
import type { Services } from './context/services';

/**
 * The one place where concrete classes meet. Rejects with an AppError (`database-newer`, `database-blocked`, …) where
 * the library cannot be opened; a recommender that cannot start is a state of the engine instead (see `EngineState`).
 * @param onLost called at any time with `database-damaged`, where the browser can no longer read its database
 */
export async function composeServices(onLost: (error: AppError) => void): Promise<Services> {
  const clock = (): number => Date.now();
  const newId = timeOrderedIds(clock, (count) => crypto.getRandomValues(new Uint8Array(count)));
  // First, so that the model loads while the library is read.
  const recommender = createRecommenderClient(startRecommenderWorker, clock);
  // Its worker starts with the first call.
  const catalogue = createCatalogueClient(startCatalogueWorker, clock);
  const host = connectHost(version);
  const journal = hostJournal(host);
  const archives = createArchiveWorker(startArchiveWorker, clock);
  const databaseName = DATABASE_NAME;
  const restoring: SnapshotRestoringPorts = {
    archives,
    host,
    deleteDatabase: (name) => new DexieLibraryCopies().delete(name),
    alone: oneWindowAtATime('handpicked-restored'),
    passphrase: () => localSnapshotNotes.read().passphrase,
  };
  // Made once the library is open; an import can only follow that.
  let snapshots: SnapshotKeeper | null = null;
  const loss: { error: AppError | null } = { error: null };
  const started = await startUp({
    openRepositories: async () => {
      const database = await openDatabase({
        clock,
        beforeUpdate: () => snapshotBeforeUpdate({ archives, host, databaseName }, restoring.passphrase()),
        onLost: (error) => {
          loss.error = error;
          onLost(error);
        },
      });
      // Where it fails, so does what is written next, and that is said.
      void beginNewLog().catch(() => undefined);
      return createRepositories({
        database,
        clock,
        newId,
        labels: actionLabels,
        // Only one of several windows sends at a time; the others wait and find nothing left.
        outside: { journal, exclusively: oneWindowAtATime('handpicked-outbox'), later, pause: nextTask },
        channel: broadcastWindowChannel('handpicked-items'),
      });
    },
    recommender,
    catalogue,
    backgroundFacts: new DexieBackgroundFactsStore(),
    keepStorage: () => navigator.storage.persist(),
    journal,
    snapshots: restoring,
    takeSnapshot: async (reason) => await snapshots?.take(reason, { onlyIfChanged: true }),
    analyseFiles: analyseInWorker(startImportWorker, clock),
    clock,
    newId,
    pause: nextTask,
  }).catch((error: unknown) => {
    throw loss.error ?? databaseError(error);
  });
  // Parts of a start may do without what they could not read; the window cannot.
  if (loss.error !== null) throw loss.error;
  const { keeping } = started;
  const keeper = new SnapshotKeeper({
    archives,
    host,
    journal,
    keeping,
    databaseName,
    clock,
    notes: localSnapshotNotes,
    every: (work, milliseconds) => {
      window.setInterval(work, milliseconds);
    },
    wait: (milliseconds) =>
      new Promise((settle) => {
        later(settle, milliseconds);
      }),
  });
  // What a window that was killed has written and could not say any more: it is sent, and shown here.
  whenAnotherWindowEnds('handpicked-windows', () => {
    void keeping.outbox.flush();
  });
  snapshots = keeper;
  keeper.start();
  // Closing hides a window first; what is not done by then, the next start does.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keeper.left();
  });
  const ownCatalogue = new OwnCatalogueSession({
    catalogue,
    imdb: createImdbReader(startImdbWorker, clock),
    describeLibrary: started.describeLibrary,
  });
  const archiveSaver = new ArchiveSaver({ archives, host, databaseName, clock });
  const archiveOpener = new ArchiveOpener({
    archives,
    databaseName,
    restore: (archive, watched) => restoreArchive({ ...restoring, keeping, snapshots: keeper }, archive, watched),
  });
  return {
    ...started,
    recommender,
    catalogue,
    ownCatalogue,
    archiveSaver,
    archiveOpener,
    snapshots: keeper,
    host,
    modelCard,
    clock,
    newId,
  };
}

/** For where that has failed. */
export function composeRecovery(): Recovery {
  const host = connectHost(version);
  return { look: () => lookOutside(host, hostJournal(host)), setAside: () => host.databaseSetAside() };
}

/** The whole library as a file, where it cannot be opened because a newer version has used it. */
export function composeArchiveSaver(): ArchiveSaver {
  const clock = (): number => Date.now();
  return new ArchiveSaver({
    archives: createArchiveWorker(startArchiveWorker, clock),
    host: connectHost(version),
    databaseName: DATABASE_NAME,
    clock,
  });
}

/** What can be shown of that library. */
export async function readNewerLibrary(): Promise<StoredLibrary> {
  return await readStoredLibrary({ copies: new DexieLibraryCopies(), databaseName: DATABASE_NAME, kindName });
}

/** Runs work while no other window does work under this name. */
function oneWindowAtATime(name: string): <T>(work: () => Promise<T>) => Promise<T> {
  return async (work) => await navigator.locks.request(name, work);
}

function later(work: () => void, milliseconds: number): void {
  window.setTimeout(work, milliseconds);
}

async function modelCard(): Promise<string> {
  return new TextDecoder().decode(await fetchShippedFile('MODEL_CARD.md'));
}
