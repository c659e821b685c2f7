import { AppError } from '../domain/errors';
import type { ItemId, PersonId } from '../domain/ids';
import type { Item } from '../domain/item';
import type { Person } from '../domain/person';
import type { ActionJournal } from './action-journal';
import type { HandpickedDatabase } from './database';
import { partsOf } from '../domain/parts-of';
import type { ItemsChanges } from './items-changes';
import type { ActionLabels } from '../domain/ports/action-labels';
import type { Clock, IdSource } from '../domain/ports/clock';

/** Items read at once: some milliseconds of the page's time. */
const ITEMS_AT_ONCE = 500;

/** What every repository works with. */
export interface DataContext {
  readonly database: HandpickedDatabase;
  readonly journal: ActionJournal;
  readonly itemsChanges: ItemsChanges;
  readonly clock: Clock;
  readonly newId: IdSource;
  readonly labels: ActionLabels;
  /** Lets the page do what waits, between two parts of long work; never inside a transaction, which would end. */
  readonly pause: () => Promise<void>;
}

/** Those that exist, in the order asked for; `not-found` where none does. */
export async function itemsToChange(database: HandpickedDatabase, ids: readonly ItemId[]): Promise<readonly Item[]> {
  const items = await itemsInParts(database, [...new Set(ids)]);
  if (items.length === 0)
    throw new AppError('not-found', 'This item is no longer in the library. It may be in the trash.');
  return items;
}

/** Those that exist, of very many perhaps: read in parts, so that the page is never held up for long. */
export async function itemsInParts(database: HandpickedDatabase, ids: readonly ItemId[]): Promise<readonly Item[]> {
  const found: Item[] = [];
  for (const part of partsOf(ids, ITEMS_AT_ONCE))
    found.push(...(await database.items.bulkGet([...part])).filter((item) => item !== undefined));
  return found;
}

export async function existingItem(database: HandpickedDatabase, id: ItemId): Promise<Item> {
  const [item] = await itemsToChange(database, [id]);
  if (item === undefined) throw new AppError('not-found', 'This item is no longer in the library.');
  return item;
}

/** Which of them exist: in another window one may have been deleted since it was chosen. */
export async function presentItems(database: HandpickedDatabase, ids: readonly ItemId[]): Promise<ReadonlySet<ItemId>> {
  return new Set(
    await database.items
      .where('id')
      .anyOf([...ids])
      .primaryKeys(),
  );
}

export async function existingPerson(database: HandpickedDatabase, id: PersonId): Promise<Person> {
  const person = await database.people.get(id);
  if (person === undefined)
    throw new AppError('not-found', 'This friend is no longer there. They may be in the trash.');
  return person;
}
