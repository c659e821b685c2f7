import type { Clock } from '../domain/ports/clock';
import type { ItemsRepository } from '../domain/ports/items-repository';
import type { RecommenderPort } from '../domain/ports/recommender';
import type { Repositories } from '../domain/ports/repositories';
import type { MovedShelves } from '../domain/ports/shelves-in-tags-repository';
import { ImportSession } from './import/import-session';
import { LibraryIndex } from './library/library-index';
import { moveShelvesOutOfTags } from './library/move-shelves';
import { skipWithoutPicks } from './picks/ranking-notice';

export interface StartUpPorts {
  /** Opens the database. Rejects with an AppError (`database-newer`, `database-blocked`, …) where it cannot. */
  readonly openRepositories: () => Promise<Repositories>;
  readonly recommender: Pick<RecommenderPort, 'setLibrary' | 'updateLibrary'>;
  /** Asks the environment never to clear the database when the disk gets full. */
  readonly keepStorage: () => Promise<unknown>;
  readonly clock: Clock;
}

export interface Started extends Repositories {
  readonly library: LibraryIndex;
  readonly importSession: ImportSession;
  /** Moved by this start, so the person is told; null at every other. */
  readonly movedShelves: MovedShelves | null;
}

/**
 * Opens everything a window needs. Rejects only where the library cannot be opened or read. Other failures leave a
 * window that works: without the recommender its `EngineState` says why, and a refused request for lasting storage
 * changes nothing.
 */
export async function startUp({ openRepositories, recommender, keepStorage, clock }: StartUpPorts): Promise<Started> {
  const repositories = await openRepositories();
  // Before the index and the recommender read the library. Where it fails, the next start tries again.
  const movedShelves = await moveShelvesOutOfTags(repositories.shelvesInTags).catch(() => null);
  const library = new LibraryIndex(repositories.items);
  await library.start();
  feedRecommender(recommender, repositories.items, library);
  keepStorage().catch(() => undefined);
  // Where this cannot be kept, the worst is a notice too many.
  await skipWithoutPicks(library.snapshot().items.length > 0, repositories).catch(() => undefined);
  const importSession = new ImportSession({ ...repositories, library, clock });
  return { ...repositories, library, importSession, movedShelves };
}

/** The worker holds a copy of the library: all of it once, then every change, in order. */
function feedRecommender(
  recommender: StartUpPorts['recommender'],
  items: ItemsRepository,
  library: LibraryIndex,
): void {
  // A failed call is a state of the engine, shown in Settings; a dead worker gets the library again from its client.
  items.onChange((change) => {
    recommender.updateLibrary(change).catch(() => undefined);
  });
  recommender.setLibrary({ items: [...library.snapshot().byId.values()] }).catch(() => undefined);
}

/**
 * Has WebGPU timed against WASM once the first picks are on screen, never before: it competes for the same cores.
 * @param firstPicks settles when the first picks are on screen
 * @param whenIdle calls its argument once the page is idle
 * @returns cancels it, unless it has begun
 */
export function chooseEngineAfter(
  firstPicks: Promise<void>,
  whenIdle: (work: () => void) => void,
  recommender: Pick<RecommenderPort, 'chooseEngine'>,
): () => void {
  let cancelled = false;
  void firstPicks.then(() => {
    whenIdle(() => {
      // A failure is a state of the engine (see Settings), not an interruption.
      if (!cancelled) recommender.chooseEngine({}).catch(() => undefined);
    });
  });
  return () => {
    cancelled = true;
  };
}
