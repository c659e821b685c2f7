import type { TasteEvent } from '../domain/event';
import type { RecommendationList } from '../domain/recommendation-list';
import type { Share } from '../domain/share';
import type { DataContext } from './data-context';
import type { RecordedWrite } from './recorded-write';
import type { TrashRow } from './schema';

/**
 * Puts an entry back with its events, shares and places in lists. A part that also belongs to another entry of the
 * trash (a share of a deleted friend, a list with a deleted item) moves to that entry, to come back with it; a part
 * whose other side was deleted for good is dropped.
 */
export async function restoreEntry(context: DataContext, write: RecordedWrite, row: TrashRow): Promise<void> {
  await write.remove('trash', [row.id]);
  await write.put('items', row.items);
  await write.put('people', row.people);
  await restoreLists(context, write, row);
  await restorePlaces(context, write, row);
  await restoreRelations(context, write, row.shares, row.events);
}

async function restoreRelations(
  context: DataContext,
  write: RecordedWrite,
  shares: readonly Share[],
  events: readonly TasteEvent[],
): Promise<void> {
  const { database } = context;
  const relations = [...shares, ...events];
  const keys = [...new Set(relations.flatMap((relation) => [relation.itemId, relation.personId]))];
  const present = new Set<string>([
    ...(await database.journaled('items').where('id').anyOf(keys).primaryKeys()),
    ...(await database.journaled('people').where('id').anyOf(keys).primaryKeys()),
  ]);
  const missing = (relation: Share | TasteEvent): string | undefined =>
    [relation.itemId, relation.personId].find((key) => !present.has(key));
  await write.put(
    'shares',
    shares.filter((share) => missing(share) === undefined),
  );
  await write.put(
    'events',
    events.filter((event) => missing(event) === undefined),
  );

  const absent = [...new Set(relations.flatMap((relation) => missing(relation) ?? []))];
  const holders = await database.trash.where('key').anyOf(absent).toArray();
  await write.put(
    'trash',
    holders.map((holder) => ({
      ...holder,
      shares: [...holder.shares, ...shares.filter((share) => missing(share) === holder.key)],
      events: [...holder.events, ...events.filter((event) => missing(event) === holder.key)],
    })),
  );
}

/** The item back at its old place in each list that still stands (or in the trash, to come back with it). */
async function restorePlaces({ database, clock }: DataContext, write: RecordedWrite, row: TrashRow): Promise<void> {
  for (const place of row.places) {
    const list = await database.lists.get(place.listId);
    if (list !== undefined) {
      await write.put('lists', [{ ...insert(list, place.index, place.entry), updatedAt: clock() }]);
      continue;
    }
    const holder = await database.trash.where('key').equals(place.listId).first();
    if (holder !== undefined)
      await write.put('trash', [
        { ...holder, lists: holder.lists.map((kept) => insert(kept, place.index, place.entry)) },
      ]);
  }
}

async function restoreLists({ database }: DataContext, write: RecordedWrite, row: TrashRow): Promise<void> {
  for (const list of row.lists) {
    const present = new Set(
      await database
        .journaled('items')
        .where('id')
        .anyOf(list.entries.map((entry) => entry.itemId))
        .primaryKeys(),
    );
    await write.put('lists', [{ ...list, entries: list.entries.filter((entry) => present.has(entry.itemId)) }]);
    for (const [index, entry] of list.entries.entries()) {
      if (present.has(entry.itemId)) continue;
      const holder = await database.trash.where('key').equals(entry.itemId).first();
      if (holder !== undefined)
        await write.put('trash', [{ ...holder, places: [...holder.places, { listId: list.id, index, entry }] }]);
    }
  }
}

function insert(
  list: RecommendationList,
  index: number,
  entry: RecommendationList['entries'][number],
): RecommendationList {
  if (list.entries.some((other) => other.itemId === entry.itemId)) return list;
  return { ...list, entries: list.entries.toSpliced(Math.min(index, list.entries.length), 0, entry) };
}
