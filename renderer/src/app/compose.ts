import { version } from '../../../package.json';
import { createRepositories } from '../data/create-repositories';
import { openDatabase } from '../data/open-database';
import { connectHost } from '../host/connect-host';
import { fetchShippedFile } from '../inference/bundle-files';
import { createRecommenderClient } from '../workers/recommender-client';
import type { RecommenderPort } from '../domain/ports/recommender';
import { startRecommenderWorker } from '../workers/start-recommender-worker';
import { ImportSession } from '../application/import/import-session';
import { LibraryIndex } from '../application/library/library-index';
import type { ItemsRepository } from '../domain/ports/items-repository';
import type { Services } from './context/services';

/**
 * The one place where concrete classes meet. Throws AppError (`database-newer`, `database-blocked`, …) where the library
 * cannot be opened; a recommender that cannot start is a state of the engine instead (see `EngineState`).
 */
export async function composeServices(): Promise<Services> {
  const clock = (): number => Date.now();
  // First, so that the model loads while the library is read.
  const recommender = createRecommenderClient(startRecommenderWorker, clock);
  const database = await openDatabase({ clock });
  const repositories = createRepositories({ database, clock, newId: () => crypto.randomUUID() });
  const library = new LibraryIndex(repositories.items);
  await library.start();
  feedRecommender(recommender, repositories.items, library);
  askToKeepStorage();
  const importSession = new ImportSession({ ...repositories, library, clock });
  return { ...repositories, library, importSession, recommender, host: connectHost(version), modelCard, clock };
}

/** The worker holds a copy of the library: all of it once, then every change, in order. */
function feedRecommender(recommender: RecommenderPort, items: ItemsRepository, library: LibraryIndex): void {
  // A failed call is a state of the engine, shown in Settings; a dead worker gets the library again from its client.
  items.onChange((change) => {
    recommender.updateLibrary(change).catch(() => undefined);
  });
  recommender.setLibrary({ items: [...library.snapshot().byId.values()] }).catch(() => undefined);
}

async function modelCard(): Promise<string> {
  return new TextDecoder().decode(await fetchShippedFile('MODEL_CARD.md'));
}

/** Without it a browser may clear the database when the disk gets full. Refusal changes nothing else. */
function askToKeepStorage(): void {
  navigator.storage.persist().catch(() => undefined);
}
