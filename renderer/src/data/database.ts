import { Dexie, type EntityTable, type Table } from 'dexie';
import { readDials } from '../domain/dials/dials';
import type { TasteEvent } from '../domain/event';
import type { Item } from '../domain/item';
import type { Person } from '../domain/person';
import type { RecommendationList } from '../domain/recommendation-list';
import type { Share } from '../domain/share';
import type { Migration } from './migrations/migration';
import { declareVersions, MIGRATIONS } from './migrations/migrations';
import {
  type ActionChangeRow,
  type ActionRow,
  JOURNALED_TABLES,
  type JournaledRows,
  type JournaledTable,
  type SettingRow,
  type StoredSlate,
  type TrashRow,
} from './schema';

export const DATABASE_NAME = 'handpicked';

export class HandpickedDatabase extends Dexie {
  declare readonly items: EntityTable<Item, 'id'>;
  declare readonly people: EntityTable<Person, 'id'>;
  declare readonly events: EntityTable<TasteEvent, 'id'>;
  declare readonly shares: EntityTable<Share, 'id'>;
  declare readonly lists: EntityTable<RecommendationList, 'id'>;
  declare readonly trash: EntityTable<TrashRow, 'id'>;
  declare readonly slates: EntityTable<StoredSlate, 'id'>;
  declare readonly actions: Table<ActionRow, number>;
  declare readonly actionChanges: Table<ActionChangeRow, number>;
  declare readonly settings: EntityTable<SettingRow, 'key'>;

  constructor(name = DATABASE_NAME, migrations: readonly Migration[] = MIGRATIONS) {
    super(name, {
      // What a person typed must survive a power failure: the commit waits for the disk.
      chromeTransactionDurability: 'strict',
      // The cache keeps results of ended live queries and re-evaluates them on each write (16 ms per write, measured).
      cache: 'disabled',
    });
    declareVersions(this, migrations);
    this.people.hook('reading', withEveryDial);
  }

  journaled<T extends JournaledTable>(name: T): Table<JournaledRows[T], string> {
    return this.table(name);
  }

  /** Every table an action may write, with the journal itself; slates go with whom they were shown for. */
  get actionTables(): Table[] {
    return [...JOURNALED_TABLES.map((name) => this.table(name)), this.slates, this.actions, this.actionChanges];
  }
}

/** A row that is older than a dial has it at neutral. Dexie calls this with undefined where `get` found no row. */
function withEveryDial(person: Person | undefined): Person | undefined {
  return person === undefined ? undefined : { ...person, dials: readDials(person.dials) };
}
