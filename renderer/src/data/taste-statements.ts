import { completeEvent, type TasteEvent, type TasteEventDraft, type TasteEventType } from '../domain/event';
import { eventId, type ItemId, OWNER_ID, type PersonId } from '../domain/ids';
import type { Item } from '../domain/item';
import type { ItemStatus } from '../domain/item-values';
import type { DataContext } from './data-context';
import { eventsOfPerson } from './events-of-person';
import type { RecordedWrite } from './recorded-write';

/**
 * Statements that answer the same question; a new one replaces the old. `chosen-over` and `reacted` answer a question
 * of their own each time and are never replaced by another statement.
 */
const STATEMENT_GROUPS: readonly ReadonlySet<TasteEventType>[] = [
  new Set<TasteEventType>(['rated', 'loved', 'liked', 'disliked', 'never-again']),
  new Set<TasteEventType>(['finished', 'abandoned', 'wanted']),
  new Set<TasteEventType>(['not-for-them', 'knows-it', 'postponed']),
];
const NO_GROUP: ReadonlySet<TasteEventType> = new Set();

export function statementGroup(type: TasteEventType): ReadonlySet<TasteEventType> {
  return STATEMENT_GROUPS.find((group) => group.has(type)) ?? NO_GROUP;
}

/** Above this many items, reading all events of a person at once is faster than looking items up one by one. */
const MAX_ITEM_LOOK_UPS = 100;

/** Events of one person about these items. */
export async function eventsBetween(
  { database }: DataContext,
  person: PersonId,
  items: readonly ItemId[],
): Promise<readonly TasteEvent[]> {
  if (items.length > MAX_ITEM_LOOK_UPS) {
    const wanted = new Set(items);
    return await eventsOfPerson(database, person, ({ itemId }) => wanted.has(itemId));
  }
  return database.events
    .where('[personId+itemId]')
    .anyOf(items.map((item) => [person, item]))
    .toArray();
}

/** A question about a thing, by a statement that would answer it. */
export type Answered = Pick<TasteEvent, 'itemId' | 'type'>;

/** Whether an earlier statement stays beside a new one. `now`: epoch milliseconds. */
export type Stays = (earlier: TasteEvent, now: number) => boolean;

/**
 * Adds the statements in place of what the same person said before to the same question. All of one person.
 * @param answered questions that are answered without a statement: what was said to them goes as well
 * @param stays earlier statements that stay all the same
 */
export async function replaceStatements(
  context: DataContext,
  write: RecordedWrite,
  person: PersonId,
  drafts: readonly Omit<TasteEventDraft, 'personId'>[],
  answered: readonly Answered[] = [],
  stays: Stays = () => false,
): Promise<void> {
  const now = context.clock();
  const types = new Map<ItemId, Set<TasteEventType>>();
  for (const { itemId, type } of [...drafts, ...answered])
    types.set(itemId, new Set([...(types.get(itemId) ?? []), ...statementGroup(type)]));
  const earlier = await eventsBetween(context, person, [...types.keys()]);
  await write.removeRows(
    'events',
    earlier.filter((event) => types.get(event.itemId)?.has(event.type) === true && !stays(event, now)),
  );
  await write.add(
    'events',
    drafts.map((draft) => completeEvent({ ...draft, personId: person }, eventId(context.newId()), now)),
  );
}

/** Takes back what the owner said in answer to the question of `type`, but for what `stays`. */
async function removeOwnerStatements(
  context: DataContext,
  write: RecordedWrite,
  items: readonly ItemId[],
  type: TasteEventType,
  stays: Stays = () => false,
): Promise<void> {
  const group = statementGroup(type);
  const now = context.clock();
  const earlier = await eventsBetween(context, OWNER_ID, items);
  await write.removeRows(
    'events',
    earlier.filter((event) => group.has(event.type) && !stays(event, now)),
  );
}

const DAY = 86_400_000;
const AGAIN: ReadonlySet<string> = new Set(['in-progress', 'abandoned', 'finished']);

/**
 * The days on which a thing was finished before stay when it is begun, given up or finished again; "wanted" and no
 * status say that it was not finished at all. What was entered by hand within a day is corrected, not done again.
 */
export const staysFinished =
  (said: ItemStatus | TasteEventType): Stays =>
  ({ type, source, recordedAt, at }, now) =>
    AGAIN.has(said) && type === 'finished' && at !== null && (source !== 'manual' || now - recordedAt >= DAY);

/**
 * Keeps the owner's dated rating in step with the items' `ownRating` (null = no longer rated). Does not write the
 * items.
 */
export async function recordOwnerRating(
  context: DataContext,
  write: RecordedWrite,
  items: readonly ItemId[],
  rating: number | null,
  at?: number | null,
): Promise<void> {
  if (rating === null) await removeOwnerStatements(context, write, items, 'rated');
  else
    await replaceStatements(
      context,
      write,
      OWNER_ID,
      items.map((itemId) => ({ itemId, type: 'rated', rating, ...(at === undefined ? {} : { at }) })),
    );
}

const STATUS_EVENT: Readonly<Partial<Record<ItemStatus, TasteEventType>>> = {
  finished: 'finished',
  abandoned: 'abandoned',
  wanted: 'wanted',
};

/** Keeps the owner's dated progress in step with the items' `status`. Does not write the items. */
export async function recordOwnerStatus(
  context: DataContext,
  write: RecordedWrite,
  items: readonly ItemId[],
  status: ItemStatus,
  at?: number | null,
): Promise<void> {
  const type = STATUS_EVENT[status];
  const stays = staysFinished(status);
  if (type === undefined) await removeOwnerStatements(context, write, items, 'finished', stays);
  else
    await replaceStatements(
      context,
      write,
      OWNER_ID,
      items.map((itemId) => ({ itemId, type, ...(at === undefined ? {} : { at }) })),
      [],
      stays,
    );
}

/** The item after a change of status; it was finished today, unless a day is known that is not of a time before. */
export function withStatus(item: Item, status: ItemStatus, now: number): Item {
  const day = (): number | null => {
    if (status === 'none' || status === 'wanted') return null;
    if (status !== 'finished') return item.finishedAt;
    return item.status === 'in-progress' ? now : (item.finishedAt ?? now);
  };
  const finishedAt = day();
  return { ...item, status, finishedAt, updatedAt: now };
}
