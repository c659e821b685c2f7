import { AppError } from '../domain/errors';
import type { TasteEvent } from '../domain/event';
import { lastRated } from '../domain/event-order';
import { OWNER_ID, type ItemId } from '../domain/ids';
import type { Item } from '../domain/item';
import { mergedItem, otherRatingCounts, type Merge } from '../domain/merge-items';
import type { ActionReceipt } from '../domain/ports/action-receipt';
import type { TwinsRepository } from '../domain/ports/twins-repository';
import type { Share } from '../domain/share';
import { allRows } from './all-rows';
import { itemsToChange, type DataContext } from './data-context';
import { groupBy } from './group-by';
import {
  differentAtOne,
  eventAtOne,
  listAtOne,
  shareAtOne,
  statementKey,
  stayingIds,
  trashAtOne,
  type StayingIds,
} from './merged-rows';
import type { RecordedWrite } from './recorded-write';
import { writeDifferent } from './said-different';
import type { JournaledRows, TrashRow } from './schema';

/** Above this many things, a table is read whole: single look-ups of thousands take seconds. */
const MAX_LOOK_UPS = 100;

export class DexieTwinsRepository implements TwinsRepository {
  constructor(private readonly context: DataContext) {}

  async merge(merges: readonly Merge[]): Promise<ActionReceipt> {
    const { journal, labels } = this.context;
    return journal.write(
      (merged: readonly Item[]) => labels.thingsMerged(merged),
      async (write) => {
        const merged = await mergeThings(this.context, write, merges);
        if (merged.length === 0)
          throw new AppError('not-found', 'One of these things is no longer there. It may be in the trash.');
        return merged;
      },
    );
  }

  async sayDifferent(pairs: readonly (readonly [ItemId, ItemId])[]): Promise<ActionReceipt> {
    const { journal, labels } = this.context;
    return journal.write(
      (said: readonly (readonly [Item, Item])[]) => labels.saidDifferent(said),
      async (write) => {
        const said = await writeDifferent(this.context, write, pairs);
        if (said.length === 0)
          throw new AppError('not-found', 'One of these things is no longer there. It may be in the trash.');
        return said;
      },
    );
  }
}

/**
 * Each pair becomes one thing, as `TwinsRepository.merge` says. Answers with the things that stay; none where one of
 * every pair is gone.
 */
export async function mergeThings(
  context: DataContext,
  write: RecordedWrite,
  merges: readonly Merge[],
): Promise<readonly Item[]> {
  const { database, clock } = context;
  const named = merges.flatMap(({ stays, goes }) => [stays, goes]);
  const items = new Map((await itemsToChange(database, named)).map((item) => [item.id, item]));
  const staying = stayingIds(merges.filter(({ stays, goes }) => items.has(stays) && items.has(goes)));
  if (staying.size === 0) return [];
  const events = await eventsAbout(context, [...items.keys()]);
  const now = clock();
  const merged = mergedItems(items, staying, events, now).map((item) => differentAtOne(item, staying));
  await putItems(write, items, merged);
  await renameDifferent(context, write, items, staying, now);
  await write.removeRows(
    'items',
    [...staying.keys()].flatMap((id) => items.get(id) ?? []),
  );
  await pointEvents(write, events, staying);
  await pointRows(write, 'shares', await sharesOf(context, [...staying.keys()]), (share) => shareAtOne(share, staying));
  await pointRows(write, 'lists', await database.lists.toArray(), (list) => {
    const after = listAtOne(list, staying);
    return after === list ? list : { ...after, updatedAt: now };
  });
  await pointRows(write, 'trash', await allRows(database.table<TrashRow, string>('trash')), (row) =>
    trashAtOne(row, staying),
  );
  return merged;
}

/** Events that name one of them, as what they are about or as what was passed over. */
async function eventsAbout({ database }: DataContext, ids: readonly ItemId[]): Promise<readonly TasteEvent[]> {
  const { events } = database;
  if (ids.length > MAX_LOOK_UPS) {
    const wanted: ReadonlySet<ItemId | null> = new Set(ids);
    return (await allRows(database.table<TasteEvent, string>('events'))).filter(
      ({ itemId, otherItemId }) => wanted.has(itemId) || wanted.has(otherItemId),
    );
  }
  const found = [
    ...(await events
      .where('itemId')
      .anyOf([...ids])
      .toArray()),
    ...(await events
      .where('otherItemId')
      .anyOf([...ids])
      .toArray()),
  ];
  return [...new Map(found.map((event) => [event.id, event])).values()];
}

async function sharesOf({ database }: DataContext, ids: readonly ItemId[]): Promise<readonly Share[]> {
  if (ids.length > MAX_LOOK_UPS) return allRows(database.table<Share, string>('shares'));
  return database.shares
    .where('itemId')
    .anyOf([...ids])
    .toArray();
}

/** Things that were said to be different from one that goes are different from the one that stays. */
async function renameDifferent(
  { database }: DataContext,
  write: RecordedWrite,
  items: ReadonlyMap<ItemId, Item>,
  staying: StayingIds,
  updatedAt: number,
): Promise<void> {
  const named = [...staying.keys()].flatMap((id) => items.get(id)?.twins?.different ?? []);
  const others = [...new Set(named)].filter((id) => !items.has(id));
  const found = (await database.items.bulkGet(others)).filter((item) => item !== undefined);
  await pointRows(write, 'items', found, (item) => {
    const after = differentAtOne(item, staying);
    return after === item ? item : { ...after, updatedAt };
  });
}

/** The things that stay, each with what goes into it, one after the other. */
function mergedItems(
  items: ReadonlyMap<ItemId, Item>,
  staying: StayingIds,
  events: readonly TasteEvent[],
  now: number,
): readonly Item[] {
  const ofOwner = groupBy(
    events.filter(({ personId }) => personId === OWNER_ID),
    ({ itemId }) => itemId,
  );
  const merged = new Map<ItemId, { readonly item: Item; readonly rated: TasteEvent | null }>();
  const knownOf = (id: ItemId) => {
    const item = items.get(id);
    return item === undefined ? undefined : { item, rated: lastRated(ofOwner.get(id) ?? []) };
  };
  for (const [goes, stays] of staying) {
    const [own, other] = [merged.get(stays) ?? knownOf(stays), knownOf(goes)];
    if (own === undefined || other === undefined) continue;
    const isOther = otherRatingCounts(own.item, other.item, own.rated, other.rated);
    merged.set(stays, {
      item: mergedItem(own.item, other.item, isOther, now),
      rated: isOther ? other.rated : own.rated,
    });
  }
  return [...merged.values()].map(({ item }) => item);
}

/** `before` has every item that is written. */
async function putItems(
  write: RecordedWrite,
  before: ReadonlyMap<ItemId, Item>,
  after: readonly Item[],
): Promise<void> {
  await write.put(
    'items',
    after,
    after.flatMap(({ id }) => before.get(id) ?? []),
  );
}

/** Writes the rows that `point` makes others of. */
async function pointRows<Name extends keyof JournaledRows>(
  write: RecordedWrite,
  table: Name,
  rows: readonly JournaledRows[Name][],
  point: (row: JournaledRows[Name]) => JournaledRows[Name],
): Promise<void> {
  const changes = rows.map((row) => ({ row, after: point(row) })).filter(({ row, after }) => row !== after);
  await write.put(
    table,
    changes.map(({ after }) => after),
    changes.map(({ row }) => row),
  );
}

/** What was said of either is said of the thing that stays; what both said alike is kept once. */
async function pointEvents(write: RecordedWrite, events: readonly TasteEvent[], staying: StayingIds): Promise<void> {
  const pointed = events.map((event) => ({ event, after: eventAtOne(event, staying) }));
  const said = new Set(pointed.flatMap(({ event, after }) => (event === after ? [statementKey(event)] : [])));
  const kept: TasteEvent[] = [];
  const before: TasteEvent[] = [];
  const dropped: TasteEvent[] = [];
  for (const { event, after } of pointed) {
    if (event === after) continue;
    const key = after === null ? null : statementKey(after);
    if (after === null || key === null || said.has(key)) dropped.push(event);
    else {
      said.add(key);
      kept.push(after);
      before.push(event);
    }
  }
  await write.put('events', kept, before);
  await write.removeRows('events', dropped);
}
