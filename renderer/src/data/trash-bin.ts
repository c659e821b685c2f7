import type { TasteEvent } from '../domain/event';
import { entryId, type ItemId } from '../domain/ids';
import type { Item } from '../domain/item';
import type { Person } from '../domain/person';
import type { RecommendationList } from '../domain/recommendation-list';
import type { Share } from '../domain/share';
import type { DataContext } from './data-context';
import { groupBy } from './group-by';
import type { RecordedWrite } from './recorded-write';
import type { ListPlace, TrashRow } from './schema';
import { eventsBetween } from './taste-statements';

type TrashContent = Pick<TrashRow, 'type' | 'title' | 'key'> &
  Partial<Omit<TrashRow, 'id' | 'deletedAt' | 'type' | 'title' | 'key'>>;

function trashRow({ clock, newId }: DataContext, content: TrashContent): TrashRow {
  return {
    items: [],
    people: [],
    events: [],
    shares: [],
    lists: [],
    places: [],
    ...content,
    id: entryId(newId()),
    deletedAt: clock(),
  };
}

/** Each item with its events, shares and places in lists, as one entry each. */
export async function trashItems(context: DataContext, write: RecordedWrite, items: readonly Item[]): Promise<void> {
  const { database } = context;
  const ids = items.map((item) => item.id);
  const allEvents = await database.events.where('itemId').anyOf(ids).toArray();
  const allShares = await database.shares.where('itemId').anyOf(ids).toArray();
  const places = await takeFromLists(context, write, new Set(ids));
  const events = groupBy(allEvents, (event) => event.itemId);
  const shares = groupBy(allShares, (share) => share.itemId);
  await write.add(
    'trash',
    items.map((item) =>
      trashRow(context, {
        type: 'item',
        title: item.title,
        key: item.id,
        items: [item],
        events: events.get(item.id) ?? [],
        shares: shares.get(item.id) ?? [],
        places: places.get(item.id) ?? [],
      }),
    ),
  );
  await write.removeRows('events', allEvents);
  await write.removeRows('shares', allShares);
  await write.removeRows('items', items);
}

/** Takes the items out of every list; returns where they stood. */
export async function takeFromLists(
  { database, clock }: DataContext,
  write: RecordedWrite,
  ids: ReadonlySet<ItemId>,
): Promise<ReadonlyMap<ItemId, readonly ListPlace[]>> {
  const lists = (await database.lists.toArray()).filter((list) => list.entries.some((entry) => ids.has(entry.itemId)));
  const places = lists.flatMap((list) =>
    list.entries.flatMap((entry, index) => (ids.has(entry.itemId) ? [{ listId: list.id, index, entry }] : [])),
  );
  await write.put(
    'lists',
    lists.map((list) => ({
      ...list,
      entries: list.entries.filter((entry) => !ids.has(entry.itemId)),
      updatedAt: clock(),
    })),
  );
  return groupBy(places, (place) => place.entry.itemId);
}

export async function trashPerson(context: DataContext, write: RecordedWrite, person: Person): Promise<void> {
  const events: readonly TasteEvent[] = await context.database.events.where('personId').equals(person.id).toArray();
  const shares: readonly Share[] = await context.database.shares.where('personId').equals(person.id).toArray();
  await write.add('trash', [
    trashRow(context, { type: 'person', title: person.name, key: person.id, people: [person], events, shares }),
  ]);
  await write.remove(
    'events',
    events.map((event) => event.id),
  );
  await write.remove(
    'shares',
    shares.map((share) => share.id),
  );
  await write.remove('people', [person.id]);
}

/** A share takes the friend's reaction to it along. */
export async function trashShare(
  context: DataContext,
  write: RecordedWrite,
  share: Share,
  title: string,
): Promise<void> {
  const events = (await eventsBetween(context, share.personId, [share.itemId])).filter(
    (event) => event.shareId === share.id,
  );
  await write.add('trash', [trashRow(context, { type: 'share', title, key: share.id, shares: [share], events })]);
  await write.remove(
    'events',
    events.map((event) => event.id),
  );
  await write.remove('shares', [share.id]);
}

export async function trashList(context: DataContext, write: RecordedWrite, list: RecommendationList): Promise<void> {
  await write.add('trash', [trashRow(context, { type: 'list', title: list.title, key: list.id, lists: [list] })]);
  await write.remove('lists', [list.id]);
}
