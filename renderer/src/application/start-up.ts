import type { ArchiveReason } from '../domain/archive';
import type { ItemId } from '../domain/ids';
import type { Item } from '../domain/item';
import type { BackgroundFactsStore } from '../domain/ports/background-facts-store';
import type { Clock, IdSource } from '../domain/ports/clock';
import type { ItemsRepository } from '../domain/ports/items-repository';
import type { OutsideJournal } from '../domain/ports/outside-journal';
import type { RecommenderPort } from '../domain/ports/recommender';
import type { Repositories } from '../domain/ports/repositories';
import type { MovedShelves } from '../domain/ports/shelves-in-tags-repository';
import type { LibraryItem } from '../domain/recommendation-request';
import { DescribedLibrary, type DescribedLibraryPorts } from './catalogue/described-library';
import { GapsSession } from './catalogue/gaps-session';
import { ImportSession, type AnalyseFiles } from './import/import-session';
import { analyseAndName } from './import/names-of-rows';
import type { SnapshotRestoringPorts } from './keeping/restored-snapshot';
import { settleWithOutside, type SettledStanding } from './keeping/settle-with-outside';
import { LibraryIndex } from './library/library-index';
import { LibraryThings } from './library/library-things';
import { moveShelvesOutOfTags } from './library/move-shelves';
import { skipWithoutPicks } from './picks/ranking-notice';
import { TwinsSession } from './twins/twins-session';

export interface StartUpPorts {
  /** Opens the database. Rejects with an AppError (`database-newer`, `database-blocked`, …) where it cannot. */
  readonly openRepositories: () => Promise<Repositories>;
  readonly recommender: Pick<RecommenderPort, 'setLibrary' | 'updateLibrary'>;
  readonly catalogue: DescribedLibraryPorts['catalogue'];
  readonly backgroundFacts: BackgroundFactsStore;
  /** Asks the environment never to clear the database when the disk gets full. */
  readonly keepStorage: () => Promise<boolean>;
  readonly journal: OutsideJournal;
  /** What brings snapshots back where the journal has not everything any more. */
  readonly snapshots: SnapshotRestoringPorts;
  /** Before what changes much: a snapshot, where anything changed since the last. Never rejects. */
  readonly takeSnapshot: (reason: ArchiveReason) => Promise<unknown>;
  /** Reads export files. */
  readonly analyseFiles: AnalyseFiles;
  readonly newId: IdSource;
  readonly clock: Clock;
  /** Lets the page do what waits, between two parts of long work. */
  readonly pause?: () => Promise<void>;
}

export interface Started extends Repositories {
  readonly library: LibraryIndex;
  /** Which thing of the library an entry of the catalogue is. */
  readonly libraryThings: LibraryThings;
  readonly importSession: ImportSession;
  /** What the catalogue knows of things that lack something; asks nothing until it is told to look. */
  readonly gaps: GapsSession;
  /** Things of the library that may be one; compares nothing until it is told to look. */
  readonly twinsSession: TwinsSession;
  /** What was found outside the database, so that the person is told. */
  readonly settled: SettledStanding;
  /** Whether the environment has promised never to clear the database; null where it does not say. */
  readonly isStorageKept: Promise<boolean | null>;
  /** Moved by this start, so the person is told; null at every other. */
  readonly movedShelves: MovedShelves | null;
  /**
   * Looks the whole library up in the catalogue where that has not happened, and tells the recommender. For after the
   * first picks: it reads the catalogue.
   */
  readonly describeLibrary: () => Promise<void>;
}

/**
 * Opens everything a window needs. Rejects only where the library cannot be opened or read. Other failures leave a
 * window that works: without the recommender its `EngineState` says why, and a refused request for lasting storage
 * changes nothing.
 */
export async function startUp({
  openRepositories,
  recommender,
  catalogue,
  backgroundFacts,
  keepStorage,
  journal,
  snapshots,
  takeSnapshot,
  analyseFiles,
  clock,
  newId,
  pause,
}: StartUpPorts): Promise<Started> {
  const repositories = await openRepositories();
  // First of all: what is outside belongs to the library that the rest reads.
  const settled = await settleWithOutside({ keeping: repositories.keeping, journal, snapshots, newId });
  // Before the index and the recommender read the library. Where it fails, the next start tries again.
  const movedShelves = await moveShelvesOutOfTags(repositories.shelvesInTags).catch(() => null);
  const library = new LibraryIndex(repositories.items, pause);
  const isOn = async (): Promise<boolean> => (await repositories.settings.read()).catalogue;
  const described = new DescribedLibrary({ catalogue, store: backgroundFacts, isOn, pause });
  await Promise.all([library.start(), described.start()]);
  const describeLibrary = feedRecommender(recommender, repositories.items, library, described);
  const isStorageKept = keepStorage().catch(() => null);
  // Where this cannot be kept, the worst is a notice too many.
  await skipWithoutPicks(library.snapshot().items.length > 0, repositories).catch(() => undefined);
  const importSession = new ImportSession({
    ...repositories,
    library,
    analyseFiles: analyseAndName({ analyseFiles, catalogue, isOn }),
    clock,
    pause,
    takeSnapshot,
  });
  const gaps = new GapsSession({ catalogue, library });
  const twinsSession = new TwinsSession(library);
  const libraryThings = new LibraryThings(library);
  return {
    ...repositories,
    library,
    libraryThings,
    importSession,
    gaps,
    twinsSession,
    settled,
    isStorageKept,
    movedShelves,
    describeLibrary,
  };
}

/**
 * The worker holds a copy of the library: all of it once, then every change, in order. What the catalogue knows of a
 * changed thing follows when it has been looked up.
 * @returns looks the whole library up, and from then on every changed thing at once
 */
function feedRecommender(
  recommender: StartUpPorts['recommender'],
  items: ItemsRepository,
  library: LibraryIndex,
  described: DescribedLibrary,
): () => Promise<void> {
  // A failed call is a state of the engine, shown in Settings; a dead worker gets the library again from its client.
  const update = (upserts: readonly Item[], removals: readonly ItemId[]): void => {
    recommender.updateLibrary({ upserts: each(upserts, described), removals }).catch(() => undefined);
  };
  const all = (): readonly Item[] => [...library.snapshot().byId.values()];
  // One after the other: a thing that changes twice is told as it was last.
  let looking: Promise<void> = Promise.resolve();
  const lookUp = (things: () => Promise<readonly Item[]>): Promise<void> => {
    looking = looking.then(async () => {
      const wanted = await things();
      if (wanted.length === 0) return;
      const current = library.snapshot().byId;
      const changed = await described.lookUp(wanted.flatMap(({ id }) => current.get(id) ?? [])).catch(() => []);
      if (changed.length > 0)
        update(
          changed.flatMap(({ id }) => library.snapshot().byId.get(id) ?? []),
          [],
        );
    });
    return looking;
  };
  // Reading the catalogue competes with the model for the same cores: nothing is looked up before the first picks.
  let isOpen = false;
  const follow = (upserts: readonly Item[], removals: readonly ItemId[]): void => {
    update(upserts, removals);
    described.forget(removals);
    if (isOpen && upserts.length > 0) void lookUp(() => described.unknownAmong(upserts));
  };
  items.onChange(({ upserts, removals }) => {
    // Never before the library in memory has it: a question is asked about what that holds.
    const busy = library.busy();
    if (busy === null) follow(upserts, removals);
    else
      void busy.then(() => {
        follow(upserts, removals);
      });
  });
  recommender.setLibrary({ items: each(all(), described) }).catch(() => undefined);
  return () => {
    isOpen = true;
    return lookUp(() => Promise.resolve(all()));
  };
}

/** One by one, as they are sent: of 100,000 at once, it would take the page a while to find out what is known. */
function* each(items: readonly Item[], described: DescribedLibrary): Generator<LibraryItem> {
  for (const item of items) yield described.describe(item);
}

/** Has WebGPU timed against WASM once the first picks are on screen, never before: it competes for the same cores. */
export const chooseEngineAfter = (
  firstPicks: Promise<void>,
  whenIdle: (work: () => void) => void,
  recommender: Pick<RecommenderPort, 'chooseEngine'>,
): (() => void) => afterFirstPicks(firstPicks, whenIdle, () => recommender.chooseEngine({}));

/**
 * Work that nobody waits for.
 * @param firstPicks settles when the first picks are on screen
 * @param whenIdle calls its argument once the page is idle
 * @returns cancels it, unless it has begun
 */
export function afterFirstPicks(
  firstPicks: Promise<void>,
  whenIdle: (work: () => void) => void,
  work: () => Promise<unknown>,
): () => void {
  let cancelled = false;
  void firstPicks.then(() => {
    whenIdle(() => {
      // A failure is a state that Settings shows, not an interruption.
      if (!cancelled) work().catch(() => undefined);
    });
  });
  return () => {
    cancelled = true;
  };
}
