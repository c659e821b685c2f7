import type { DamagedRows } from './damaged-rows';
import type { EnrichmentRepository } from './enrichment-repository';
import type { HistoryRepository } from './history-repository';
import type { ImportsRepository } from './imports-repository';
import type { ItemsRepository } from './items-repository';
import type { Journal } from './journal';
import type { LibraryKeeping } from './library-keeping';
import type { ListsRepository } from './lists-repository';
import type { PastesRepository } from './pastes-repository';
import type { PeopleRepository } from './people-repository';
import type { SampleRepository } from './sample-repository';
import type { SettingsRepository } from './settings-repository';
import type { SharesRepository } from './shares-repository';
import type { ShelvesInTagsRepository } from './shelves-in-tags-repository';
import type { SlatesRepository } from './slates-repository';
import type { TasteRepository } from './taste-repository';
import type { TrashRepository } from './trash-repository';
import type { TwinsRepository } from './twins-repository';

/** What the database offers; one class each in data/. */
export interface Repositories {
  readonly items: ItemsRepository;
  readonly people: PeopleRepository;
  readonly taste: TasteRepository;
  readonly shares: SharesRepository;
  readonly slates: SlatesRepository;
  readonly lists: ListsRepository;
  readonly trash: TrashRepository;
  readonly journal: Journal;
  readonly enrichment: EnrichmentRepository;
  readonly imports: ImportsRepository;
  readonly pastes: PastesRepository;
  readonly twins: TwinsRepository;
  readonly sample: SampleRepository;
  readonly settings: SettingsRepository;
  readonly shelvesInTags: ShelvesInTagsRepository;
  readonly damagedRows: DamagedRows;
  readonly keeping: LibraryKeeping;
  readonly history: HistoryRepository;
}
