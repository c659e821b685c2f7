import { AppError } from '../domain/errors';
import type { ItemId, PersonId } from '../domain/ids';
import type { Item } from '../domain/item';
import type { Person } from '../domain/person';
import type { ActionJournal } from './action-journal';
import type { HandpickedDatabase } from './database';
import type { ItemsChanges } from './items-changes';
import type { ActionLabels } from '../domain/ports/action-labels';
import type { Clock, IdSource } from '../domain/ports/clock';

/** What every repository works with. */
export interface DataContext {
  readonly database: HandpickedDatabase;
  readonly journal: ActionJournal;
  readonly itemsChanges: ItemsChanges;
  readonly clock: Clock;
  readonly newId: IdSource;
  readonly labels: ActionLabels;
}

/** Those that exist, in the order asked for; `not-found` where none does. */
export async function itemsToChange(database: HandpickedDatabase, ids: readonly ItemId[]): Promise<readonly Item[]> {
  const items = (await database.items.bulkGet([...new Set(ids)])).filter((item) => item !== undefined);
  if (items.length === 0)
    throw new AppError('not-found', 'This item is no longer in the library. It may be in the trash.');
  return items;
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
