import type { TasteEvent } from '../domain/event';
import type { ItemId } from '../domain/ids';
import type { Item } from '../domain/item';
import type { Merge } from '../domain/merge-items';
import type { ListEntry, RecommendationList } from '../domain/recommendation-list';
import type { Share } from '../domain/share';
import type { TrashRow } from './schema';

/** Which thing each thing that goes becomes part of; none of these goes itself. */
export type StayingIds = ReadonlyMap<ItemId, ItemId>;

/** Pairs that share a thing become one: the thing that stays of the first pair that names it stays of all. */
export function stayingIds(merges: readonly Merge[]): StayingIds {
  const into = new Map<ItemId, ItemId>();
  const rootOf = (id: ItemId): ItemId => {
    const next = into.get(id);
    return next === undefined ? id : rootOf(next);
  };
  for (const { stays, goes } of merges) {
    const [root, other] = [rootOf(stays), rootOf(goes)];
    if (root !== other) into.set(other, root);
  }
  return new Map([...into.keys()].map((id) => [id, rootOf(id)]));
}

const at = (staying: StayingIds, id: ItemId): ItemId => staying.get(id) ?? id;

/** The event about the thing that stays; null where it compared the two with each other. The same one if untouched. */
export function eventAtOne(event: TasteEvent, staying: StayingIds): TasteEvent | null {
  const itemId = at(staying, event.itemId);
  const otherItemId = event.otherItemId === null ? null : at(staying, event.otherItemId);
  if (itemId === otherItemId) return null;
  return itemId === event.itemId && otherItemId === event.otherItemId ? event : { ...event, itemId, otherItemId };
}

/** Equal for two events that say the very same: both sources had the day it was finished. */
export const statementKey = (event: TasteEvent): string => {
  const { personId, itemId, type, rating, at: when, otherItemId, outcome, shareId } = event;
  return JSON.stringify([personId, itemId, type, rating, when, otherItemId, outcome, shareId]);
};

export function shareAtOne(share: Share, staying: StayingIds): Share {
  const itemId = at(staying, share.itemId);
  return itemId === share.itemId ? share : { ...share, itemId };
}

/** With the thing that stays in place of those that go, each thing once: at its first place, with the lines of both. */
export function listAtOne(list: RecommendationList, staying: StayingIds): RecommendationList {
  if (!list.entries.some(({ itemId }) => staying.has(itemId))) return list;
  const entries = new Map<ItemId, ListEntry>();
  for (const entry of list.entries) {
    const itemId = at(staying, entry.itemId);
    const earlier = entries.get(itemId);
    entries.set(
      itemId,
      earlier === undefined
        ? { ...entry, itemId }
        : { ...earlier, annotation: bothLines(earlier.annotation, entry.annotation) },
    );
  }
  return { ...list, entries: [...entries.values()] };
}

function bothLines(first: string, second: string): string {
  if (first.includes(second)) return first;
  return second.includes(first) ? second : `${first} · ${second}`;
}

/** What it was said to be different from, by the things that stay. */
export function differentAtOne(item: Item, staying: StayingIds): Item {
  const { twins } = item;
  if (twins?.different.some((id) => staying.has(id)) !== true) return item;
  const different = new Set(twins.different.map((id) => at(staying, id)));
  different.delete(item.id);
  return { ...item, twins: { ...twins, different: [...different] } };
}

/** What lies in the trash comes back to the thing that stays. The same row if not touched. */
export function trashAtOne(row: TrashRow, staying: StayingIds): TrashRow {
  const after: TrashRow = {
    ...row,
    items: row.items.map((item) => differentAtOne(item, staying)),
    events: row.events.map((event) => eventAtOne(event, staying)).filter((event) => event !== null),
    shares: row.shares.map((share) => shareAtOne(share, staying)),
    lists: row.lists.map((list) => listAtOne(list, staying)),
  };
  const isSame = (['items', 'events', 'shares', 'lists'] as const).every(
    (part) => row[part].length === after[part].length && row[part].every((one, place) => one === after[part][place]),
  );
  return isSame ? row : after;
}
