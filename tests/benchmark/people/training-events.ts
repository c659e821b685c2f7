import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { ItemId } from '../../../renderer/src/domain/ids';
import type { LibraryItem } from '../../../renderer/src/domain/recommendation-request';
import { foldTitle } from '../../../renderer/src/identity/fold-title';
import { UsageError } from '../usage-error';
import { fileOf, itemOf, rows } from '../pack-rows';

/** Liked events of a rating set's train users, in the pack's own things: per user, whose things are distinct. */
export interface TrainingEvents {
  /** Things each user liked. */
  readonly liked: readonly (readonly ItemId[])[];
  /** Times each thing was met, liked or not. */
  readonly counts: ReadonlyMap<ItemId, number>;
}

const MIN_LIKED = 0.7;
const EVENTS = 'train_events.csv.gz';

/**
 * Events of the set with the pack's name, joined by id. Where there is no such set: events of all sets of the pack's
 * kinds, joined by title and year, or by title and first creator without a year. Null where nothing can be joined.
 */
export async function trainingEvents(
  folder: string,
  pack: string,
  items: readonly LibraryItem[],
): Promise<TrainingEvents | null> {
  if (!existsSync(folder)) throw new UsageError(`There is no folder ${folder}.`);
  const sets = readdirSync(folder).filter((name) => existsSync(join(folder, name, EVENTS)));
  const own = sets.includes(pack);
  const byKey = new Map(items.flatMap((item) => keysOf(item).map((key) => [key, item.id] as const)));
  const ids = new Map<string, ItemId>(items.map(({ id }) => [id, id]));
  const kinds = new Set(items.map(({ kind }) => kind));
  const liked: ItemId[][] = [];
  const counts = new Map<ItemId, number>();
  for (const set of own ? [pack] : sets) {
    const joined = own ? ids : await joinedByTitle(join(folder, set), kinds, byKey);
    if (joined.size === 0) continue;
    const users = new Map<string, Set<ItemId>>();
    const events = await eventsOf(join(folder, set, EVENTS));
    events.users.forEach((user, at) => {
      const id = joined.get(events.items[at] ?? '');
      if (id === undefined) return;
      counts.set(id, (counts.get(id) ?? 0) + 1);
      if ((events.ratings[at] ?? 0) < MIN_LIKED) return;
      const found = users.get(user) ?? new Set();
      users.set(user, found.add(id));
    });
    for (const found of users.values()) liked.push([...found]);
  }
  return counts.size === 0 ? null : { liked, counts };
}

async function joinedByTitle(
  folder: string,
  kinds: ReadonlySet<string>,
  byKey: ReadonlyMap<string, ItemId>,
): Promise<ReadonlyMap<string, ItemId>> {
  const joined = new Map<string, ItemId>();
  const file = fileOf(folder, 'items.jsonl');
  if (file === null) return joined;
  for await (const row of rows(file)) {
    const item = itemOf(row);
    // A set is of one kind: its first line says whether to go on.
    if (!kinds.has(item.kind)) break;
    const id = keysOf(item)
      .map((key) => byKey.get(key))
      .find((found) => found !== undefined);
    if (id !== undefined) joined.set(item.id, id);
  }
  return joined;
}

function keysOf({ kind, title, year, creators }: LibraryItem): readonly string[] {
  const { key } = foldTitle(title);
  const [creator] = creators;
  return [
    ...(year === null ? [] : [`${kind} ${key} ${String(year)}`]),
    ...(creator === undefined ? [] : [`${kind} ${key} ${creator.toLowerCase()}`]),
    ...(year === null && creator === undefined ? [`${kind} ${key}`] : []),
  ];
}

/** Columns of a set's events. */
interface SetEvents {
  readonly users: readonly string[];
  readonly items: readonly string[];
  readonly ratings: readonly number[];
}

const SETS = new Map<string, Promise<SetEvents>>();

/** Read once: packs of one kind are joined with the same sets. */
async function eventsOf(file: string): Promise<SetEvents> {
  const found = SETS.get(file) ?? readEvents(file);
  SETS.set(file, found);
  return await found;
}

async function readEvents(file: string): Promise<SetEvents> {
  const events = { users: new Array<string>(), items: new Array<string>(), ratings: new Array<number>() };
  const names = new Map<string, string>();
  // One text for each name, however often it occurs.
  const nameOf = (text: string): string => {
    const known = names.get(text) ?? text;
    names.set(text, known);
    return known;
  };
  let first = true;
  for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) {
    const [user, item, rating] = line.split(',');
    if (!first && user !== undefined && item !== undefined) {
      events.users.push(nameOf(user));
      events.items.push(nameOf(item));
      events.ratings.push(Number(rating));
    }
    first = false;
  }
  return events;
}
