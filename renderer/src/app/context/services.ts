import { createContext, useContext } from 'react';
import type { CataloguePort } from '../../domain/ports/catalogue';
import type { IdSource } from '../../domain/ports/clock';
import type { HostApi } from '../../domain/ports/host';
import type { RecommenderPort } from '../../domain/ports/recommender';
import type { Repositories } from '../../domain/ports/repositories';
import type { MovedShelves } from '../../domain/ports/shelves-in-tags-repository';
import type { ArchiveOpener } from '../../application/archive/archive-opener';
import type { ArchiveSaver } from '../../application/archive/archive-saver';
import type { GapsSession } from '../../application/catalogue/gaps-session';
import type { OwnCatalogueSession } from '../../application/catalogue/own-catalogue-session';
import type { ImportSession } from '../../application/import/import-session';
import type { SettledStanding } from '../../application/keeping/settle-with-outside';
import type { SnapshotKeeper } from '../../application/keeping/snapshot-keeper';
import type { LibraryIndex } from '../../application/library/library-index';
import type { LibraryThings } from '../../application/library/library-things';
import type { TwinsSession } from '../../application/twins/twins-session';

/** All that a page may use. Concrete classes meet in `compose.ts` alone. */
export interface Services extends Repositories {
  readonly library: LibraryIndex;
  readonly libraryThings: LibraryThings;
  readonly importSession: ImportSession;
  readonly gaps: GapsSession;
  readonly twinsSession: TwinsSession;
  readonly movedShelves: MovedShelves | null;
  /** As `Started` has them. */
  readonly settled: SettledStanding;
  readonly isStorageKept: Promise<boolean | null>;
  readonly snapshots: SnapshotKeeper;
  /** As `Started` has it. */
  readonly describeLibrary: () => Promise<void>;
  readonly recommender: RecommenderPort;
  /** What is known of things nobody has. Not asked before the first picks are on screen. */
  readonly catalogue: CataloguePort;
  /** Files of the person's own for it. */
  readonly ownCatalogue: OwnCatalogueSession;
  readonly archiveSaver: ArchiveSaver;
  readonly archiveOpener: ArchiveOpener;
  readonly host: HostApi;
  /** The shipped model card, in Markdown; rejects with `model-missing` where it cannot be read. */
  readonly modelCard: () => Promise<string>;
  readonly clock: () => number;
  readonly newId: IdSource;
}

const ServicesContext = createContext<Services | null>(null);
export const ServicesProvider = ServicesContext.Provider;

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('useServices outside ServicesProvider');
  return services;
}
