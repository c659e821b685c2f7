import type { ActionReceipt } from '../domain/ports/action-receipt';
import type { NewThing, TasteRepository } from '../domain/ports/taste-repository';
import { markedByHand } from '../domain/by-hand';
import { AppError } from '../domain/errors';
import type { TasteEvent, TasteEventType } from '../domain/event';
import { compareEvents, lastRated } from '../domain/event-order';
import { OWNER_ID, type EventId, type ItemId, type PersonId } from '../domain/ids';
import { completeItem, type Item } from '../domain/item';
import { sortedInSlices } from '../domain/sorted-in-slices';
import type { TasteProfile } from '../domain/taste-profile';
import { type DataContext, existingItem, existingPerson } from './data-context';
import { eventsOfPerson } from './events-of-person';
import { groupBy } from './group-by';
import { checkedItem, checkRating } from './item-validation';
import type { RecordedWrite } from './recorded-write';
import { buildTasteProfile } from './taste-profile-builder';
import { eventsBetween, replaceStatements, staysFinished, withStatus } from './taste-statements';

export class DexieTasteRepository implements TasteRepository {
  constructor(private readonly context: DataContext) {}

  async eventsOf(id: PersonId): Promise<readonly TasteEvent[]> {
    return await sortedInSlices(await eventsOfPerson(this.context.database, id), compareEvents, this.context.pause);
  }

  async eventsAbout(id: ItemId): Promise<readonly TasteEvent[]> {
    return (await this.context.database.events.where('itemId').equals(id).toArray()).sort(compareEvents);
  }

  async recordTaste(event: {
    readonly personId: PersonId;
    readonly itemId: ItemId;
    readonly type: TasteEventType;
    readonly rating?: number | null;
    readonly otherItemId?: ItemId;
    readonly newThings?: readonly NewThing[];
  }): Promise<ActionReceipt> {
    const rating = event.rating ?? null;
    if ((event.type === 'rated') !== (rating !== null))
      throw new AppError('invalid-input', 'A rating belongs to “rated”, and only there.');
    checkRating(rating);
    const { otherItemId } = event;
    if (otherItemId !== undefined && (event.type !== 'chosen-over' || otherItemId === event.itemId))
      throw new AppError('invalid-input', 'A thing passed over belongs to “chosen over”, and is another thing.');
    return this.context.journal.write(
      (text: string) => text,
      async (write) => {
        const person = await existingPerson(this.context.database, event.personId);
        const named = (event.newThings ?? []).filter(({ id }) => id === event.itemId || id === otherItemId);
        await this.#addMissing(write, named);
        const item = await existingItem(this.context.database, event.itemId);
        const other =
          otherItemId === undefined ? {} : { otherItemId: (await existingItem(this.context.database, otherItemId)).id };
        await replaceStatements(
          this.context,
          write,
          person.id,
          [{ itemId: item.id, type: event.type, rating, ...other }],
          [],
          person.isOwner ? staysFinished(event.type) : undefined,
        );
        if (person.isOwner)
          await write.put('items', [markedByHand(item, this.#ownItem(item, event.type, rating), this.context.clock())]);
        return this.context.labels.tasteNoted(person, item, { type: event.type, outcome: null });
      },
    );
  }

  async removeEvent(id: EventId): Promise<ActionReceipt> {
    return this.context.journal.write(
      (text: string) => text,
      async (write) => {
        const event = await this.context.database.events.get(id);
        if (event === undefined) throw new AppError('not-found', 'This is no longer noted.');
        const [person, item] = [
          await existingPerson(this.context.database, event.personId),
          await existingItem(this.context.database, event.itemId),
        ];
        await write.remove('events', [id]);
        if (person.isOwner) await this.#takeBackFromItem(write, item, event);
        return this.context.labels.tasteTakenBack(person, item, event);
      },
    );
  }

  async profileOf(id: PersonId, now: number): Promise<TasteProfile> {
    const { database } = this.context;
    const person = await existingPerson(database, id);
    const events = await eventsOfPerson(database, id);
    const shares = await database.shares.where('personId').equals(id).toArray();
    return await buildTasteProfile(person, events, shares, now, this.context.pause);
  }

  async profilesOfFriends(now: number): Promise<readonly TasteProfile[]> {
    const { database } = this.context;
    const friends = (await database.people.toArray()).filter((person) => !person.isOwner && person.archivedAt === null);
    const ids = friends.map((friend) => friend.id);
    const events = groupBy(await database.events.where('personId').anyOf(ids).toArray(), (event) => event.personId);
    const shares = groupBy(await database.shares.where('personId').anyOf(ids).toArray(), (share) => share.personId);
    return await Promise.all(
      friends.map((friend) =>
        buildTasteProfile(friend, events.get(friend.id) ?? [], shares.get(friend.id) ?? [], now, this.context.pause),
      ),
    );
  }

  async #addMissing(write: RecordedWrite, things: readonly NewThing[]): Promise<void> {
    const found = await this.context.database.items.bulkGet(things.map(({ id }) => id));
    const now = this.context.clock();
    await write.add(
      'items',
      things
        .filter((_thing, place) => found[place] === undefined)
        .map(({ id, draft }) => completeItem(checkedItem(draft), id, now)),
    );
  }

  /** The item with the owner's statement: `ownRating` and `status` repeat the latest one. */
  #ownItem(item: Item, type: TasteEventType, rating: number | null): Item {
    const now = this.context.clock();
    if (type === 'rated') return { ...item, ownRating: rating, updatedAt: now };
    if (type === 'finished' || type === 'abandoned' || type === 'wanted') return withStatus(item, type, now);
    return item;
  }

  /** Of several ratings the last that is left counts. */
  async #takeBackFromItem(write: RecordedWrite, item: Item, { type, at }: TasteEvent): Promise<void> {
    const updatedAt = this.context.clock();
    if (type === 'finished' && item.status === 'finished') {
      const days = (await eventsBetween(this.context, OWNER_ID, [item.id])).flatMap(dayFinished);
      // Of several days one is taken back: it was finished all the same.
      if (days.length > 0) {
        const isLast = at === null || item.finishedAt === null || at >= item.finishedAt;
        const finishedAt = isLast ? Math.max(...days) : item.finishedAt;
        const byHand = { ...item.byHand, finishedAt: updatedAt };
        await write.put('items', [{ ...item, finishedAt, byHand, updatedAt }]);
        return;
      }
    }
    if (type === 'rated') {
      const left = lastRated(await eventsBetween(this.context, OWNER_ID, [item.id]));
      const after = { ...item, ownRating: left?.rating ?? null, updatedAt };
      if (after.ownRating !== item.ownRating) await write.put('items', [markedByHand(item, after, updatedAt)]);
    } else if (type === item.status)
      await write.put('items', [markedByHand(item, withStatus(item, 'none', updatedAt), updatedAt)]);
  }
}

/** The day on which a thing was finished, where an event stands for it: an opinion that was imported, of that day. */
const dayFinished = ({ type, at, source }: TasteEvent): readonly number[] =>
  at !== null && (type === 'finished' || (OPINIONS.has(type) && source !== 'manual')) ? [at] : [];

const OPINIONS: ReadonlySet<TasteEventType> = new Set(['rated', 'liked', 'disliked']);
