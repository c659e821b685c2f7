import type { SlatesRepository } from '../domain/ports/slates-repository';
import type { WildcardOutcome } from '../domain/exploration';
import type { ItemId, PersonId } from '../domain/ids';
import type { Slate } from '../domain/recommendation';
import type { HandpickedDatabase } from './database';
import { databaseError } from './database-errors';
import type { StoredSlate } from './schema';
import { joinOutcomes } from './wildcard-outcomes';

/**
 * How many slates are kept: each holds four numbers per item of its pool, and old ones come from an old recommender.
 */
export const SLATES_KEPT = 2000;

/**
 * How long the same wildcard from the same pool is one showing, milliseconds: a page is rendered more often than it is
 * read.
 */
export const SHOWING_MILLISECONDS = 24 * 60 * 60 * 1000;

/** Digits of a time within a key; enough until the year 33658. */
const TIME_DIGITS = 15;

/** Not journaled: the program writes it, and an undo does not make an item unseen. */
export class DexieSlatesRepository implements SlatesRepository {
  constructor(private readonly database: HandpickedDatabase) {}

  async record(slate: Slate, personId: PersonId): Promise<void> {
    const { wildcard, createdAt, modelVersion } = slate;
    if (wildcard === null) return;
    const { database } = this;
    const row: StoredSlate = {
      id: `${timeKey(createdAt)}/${personId}/${wildcard.shown}`,
      personId,
      createdAt,
      modelVersion,
      itemIds: slate.recommendations.map((recommendation) => recommendation.itemId),
      wildcard,
    };
    try {
      // One transaction, so that two windows with the same slate find each other's record.
      await database.transaction('rw', database.slates, database.people, async () => {
        // The person was deleted while the slate was computed: nothing of them may remain.
        if ((await database.people.get(personId)) === undefined) return;
        const recent = await database.slates
          .where('id')
          .between(timeKey(createdAt - SHOWING_MILLISECONDS), timeKey(createdAt + SHOWING_MILLISECONDS))
          .toArray();
        if (recent.some((earlier) => isSameShowing(earlier, row))) return;
        await database.slates.put(row);
        // Keys sort by time: the rows themselves need not be read.
        const keys = await database.slates.toCollection().primaryKeys();
        await database.slates.bulkDelete(keys.slice(0, -SLATES_KEPT));
      });
    } catch (error) {
      throw databaseError(error);
    }
  }

  async wildcardOutcomes(): Promise<readonly WildcardOutcome[]> {
    const { database } = this;
    const people = await database.people.toArray();
    const there = new Set(people.map((person) => person.id));
    const slates = (await database.slates.orderBy('id').toArray()).filter((slate) => there.has(slate.personId));
    const pairs = [
      ...new Map(
        slates.map(({ personId, wildcard }) => [`${personId}/${wildcard.shown}`, [personId, wildcard.shown] as const]),
      ).values(),
    ];
    const keys: [PersonId, ItemId][] = pairs.map(([personId, shown]) => [personId, shown]);
    const events = await database.events.where('[personId+itemId]').anyOf(keys).toArray();
    const shares = await database.shares.where('[personId+itemId]').anyOf(keys).toArray();
    return joinOutcomes(slates, events, shares);
  }
}

/**
 * The same thing from the same pool. The chances may differ a little where somebody else's reaction came in between:
 * the first stand, since the place was drawn by them and only looked at again.
 */
function isSameShowing(a: StoredSlate, b: StoredSlate): boolean {
  if (
    a.personId !== b.personId ||
    a.wildcard.shown !== b.wildcard.shown ||
    a.wildcard.pool.length !== b.wildcard.pool.length
  )
    return false;
  const pool = new Set(a.wildcard.pool);
  return b.wildcard.pool.every((id) => pool.has(id));
}

function timeKey(at: number): string {
  return String(Math.max(0, Math.round(at))).padStart(TIME_DIGITS, '0');
}
