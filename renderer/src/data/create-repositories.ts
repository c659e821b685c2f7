import type { ItemId } from '../domain/ids';
import type { ActionLabels } from '../domain/ports/action-labels';
import type { Repositories } from '../domain/ports/repositories';
import { ActionJournal } from './action-journal';
import { itemsInParts, type DataContext } from './data-context';
import { DexieLibraryKeeping } from './dexie-library-keeping';
import { DatabaseOutbox, type OutsideServices } from './outbox';
import type { HandpickedDatabase } from './database';
import { DexieEnrichmentRepository } from './enrichment-repository';
import { DexieHistoryRepository } from './history-repository';
import { DexieImportsRepository } from './imports-repository';
import { ItemsChanges, type WindowChannel } from './items-changes';
import { DexieItemsRepository } from './items-repository';
import { DexieListsRepository } from './lists-repository';
import { DexiePastesRepository } from './pastes-repository';
import { DexiePeopleRepository } from './people-repository';
import { DexieSampleRepository } from './sample-repository';
import type { Clock, IdSource } from '../domain/ports/clock';
import { DexieSettingsRepository } from './settings-repository';
import { DexieSharesRepository } from './shares-repository';
import { DexieShelvesInTagsRepository } from './shelves-in-tags-repository';
import { DexieSlatesRepository } from './slates-repository';
import { DexieTasteRepository } from './taste-repository';
import { DexieTrashRepository } from './trash-repository';
import { DexieTwinsRepository } from './twins-repository';

/** All repositories over one open database, sharing its journal and its stream of item changes. */
export function createRepositories({
  database,
  clock,
  newId,
  labels,
  outside,
  channel = null,
}: {
  readonly database: HandpickedDatabase;
  readonly clock: Clock;
  readonly newId: IdSource;
  readonly labels: ActionLabels;
  readonly outside: OutsideServices;
  /** To the other windows of this database. */
  readonly channel?: WindowChannel | null;
}): Repositories {
  const itemsChanges = new ItemsChanges(channel, (ids) => itemsInParts(database, ids));
  const onOthers = (items: readonly ItemId[]): void => {
    itemsChanges.reread(items);
    database.refreshLiveQueries();
  };
  const outbox = new DatabaseOutbox({ database, clock, newId, onOthers, ...outside });
  const journal = new ActionJournal(database, itemsChanges, clock, labels, outbox);
  const pause = outside.pause ?? (() => Promise.resolve());
  const context: DataContext = { database, journal, itemsChanges, clock, newId, labels, pause };
  return {
    items: new DexieItemsRepository(context),
    people: new DexiePeopleRepository(context),
    taste: new DexieTasteRepository(context),
    shares: new DexieSharesRepository(context),
    slates: new DexieSlatesRepository(database),
    lists: new DexieListsRepository(context),
    trash: new DexieTrashRepository(context),
    journal,
    enrichment: new DexieEnrichmentRepository(context),
    imports: new DexieImportsRepository(context),
    pastes: new DexiePastesRepository(context),
    twins: new DexieTwinsRepository(context),
    sample: new DexieSampleRepository(context),
    shelvesInTags: new DexieShelvesInTagsRepository(context),
    damagedRows: database.damagedRows,
    settings: new DexieSettingsRepository(database),
    keeping: new DexieLibraryKeeping(context, outbox, outside),
    history: new DexieHistoryRepository(context, outbox, outside.journal),
  };
}
