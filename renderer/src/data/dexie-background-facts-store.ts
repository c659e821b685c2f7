import { Dexie, type EntityTable } from 'dexie';
import type { ItemId } from '../domain/ids';
import { parserOf } from '../domain/parsing';
import {
  lookedUpThingSchema,
  type BackgroundFactsStore,
  type LookedUpThing,
} from '../domain/ports/background-facts-store';
import { allRows } from './all-rows';

const NAME = 'handpicked-looked-up';
const parse = parserOf(lookedUpThingSchema);

/**
 * A database of its own beside the library's: what is in it can be looked up again, so it is neither journaled nor
 * migrated. One that another version wrote is read as far as its rows parse.
 */
export class DexieBackgroundFactsStore implements BackgroundFactsStore {
  readonly #database: Dexie & { things: EntityTable<LookedUpThing, 'id'> };

  constructor() {
    const database = new Dexie(NAME) as Dexie & { things: EntityTable<LookedUpThing, 'id'> };
    database.version(1).stores({ things: 'id' });
    this.#database = database;
  }

  async read(): Promise<readonly LookedUpThing[]> {
    return (await allRows(this.#database.table<LookedUpThing, string>('things'))).flatMap((row) => parse(row) ?? []);
  }

  async put(things: readonly LookedUpThing[]): Promise<void> {
    await this.#database.things.bulkPut([...things]);
  }

  async remove(ids: readonly ItemId[]): Promise<void> {
    await this.#database.things.bulkDelete([...ids]);
  }
}
