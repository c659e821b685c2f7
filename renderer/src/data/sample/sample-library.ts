import { NEUTRAL_DIALS } from '../../domain/dials/dials';
import type { TasteEvent } from '../../domain/event';
import { eventId, type ItemId, itemId, OWNER_ID, type PersonId, personId, shareId } from '../../domain/ids';
import { completeItem, type Item } from '../../domain/item';
import { NO_LEARNING_SETTINGS } from '../../domain/learning';
import type { Person } from '../../domain/person';
import type { Share } from '../../domain/share';
import { ThingIndex } from '../../identity/thing-index';
import type { IdSource } from '../../domain/ports/clock';
import { completeEvent } from '../../domain/event';
import { SAMPLE_BOOKS } from './sample-books';
import { FRIENDS_THINGS, SAMPLE_FRIENDS, type SampleFriend } from './sample-friends';
import type { SampleItem } from './sample-item';
import { SAMPLE_PLAY } from './sample-play';
import { SAMPLE_SCREEN } from './sample-screen';
import { SAMPLE_SOUND_AND_TABLE } from './sample-sound-and-table';

export const SAMPLE_ITEMS: readonly SampleItem[] = [
  ...SAMPLE_BOOKS,
  ...SAMPLE_SCREEN,
  ...SAMPLE_PLAY,
  ...SAMPLE_SOUND_AND_TABLE,
  ...FRIENDS_THINGS,
];

export interface SampleRows {
  readonly items: readonly Item[];
  readonly people: readonly Person[];
  readonly events: readonly TasteEvent[];
  readonly shares: readonly Share[];
}

const DAY = 24 * 60 * 60 * 1000;
const STARS = 5;
const SOURCE = 'sample';
/** Kinds that one does not get to the end of. */
const ENDLESS: ReadonlySet<string> = new Set([
  'music artist',
  'album',
  'podcast',
  'recipe',
  'place',
  'wine',
  'board game',
]);

/**
 * The rows of the sample library, dated back from `now`. An item the library has already is not added again; the
 * friends' events then refer to the owner's item.
 */
export function buildSampleRows(library: readonly Item[], now: number, newId: IdSource): SampleRows {
  const known = new ThingIndex<Item>('two-sources');
  for (const item of library) known.add(item);
  const idByTitle = new Map<string, ItemId>();
  const items: Item[] = [];
  const events: TasteEvent[] = [];
  for (const sample of SAMPLE_ITEMS) {
    const match = known.find({ ...sample, series: null });
    const found = match.verdict === 'same' ? match.thing.id : undefined;
    const item = toItem(sample, found ?? itemId(newId()), now);
    idByTitle.set(sample.title, item.id);
    if (found !== undefined) continue;
    items.push(item);
    const event = ownersEvent(sample, item, now, newId);
    if (event !== null) events.push(event);
  }
  const friends = SAMPLE_FRIENDS.map((friend) => friendRows(friend, idByTitle, now, newId));
  return {
    items,
    people: friends.map((rows) => rows.person),
    events: [...events, ...friends.flatMap((rows) => rows.events)],
    shares: friends.flatMap((rows) => rows.shares),
  };
}

function toItem(sample: SampleItem, id: ItemId, now: number): Item {
  const { kind, title, creators, year, tags, length, opinion } = sample;
  const facts = { kind, title, creators, year, tags, length, source: SOURCE };
  if (opinion === null) return completeItem({ ...facts, inLibrary: false }, id, now);
  const at = now - opinion.daysAgo * DAY;
  const finished = opinion.status === 'finished';
  return completeItem(
    {
      ...facts,
      note: opinion.note,
      addedAt: at,
      ownRating: opinion.stars === null ? null : opinion.stars / STARS,
      status: finished && ENDLESS.has(kind) ? 'none' : opinion.status,
      finishedAt: finished && !ENDLESS.has(kind) ? at : null,
    },
    id,
    now,
  );
}

function ownersEvent({ opinion }: SampleItem, item: Item, now: number, newId: IdSource): TasteEvent | null {
  if (opinion === null || opinion.status === 'in-progress' || opinion.status === 'none') return null;
  const type = opinion.stars === null ? opinion.status : 'rated';
  return completeEvent(
    {
      personId: OWNER_ID,
      itemId: item.id,
      type,
      rating: item.ownRating,
      at: now - opinion.daysAgo * DAY,
      source: SOURCE,
    },
    eventId(newId()),
    now,
  );
}

function friendRows(friend: SampleFriend, idByTitle: ReadonlyMap<string, ItemId>, now: number, newId: IdSource) {
  const id: PersonId = personId(newId());
  const itemOf = (title: string): ItemId => {
    const found = idByTitle.get(title);
    if (found === undefined) throw new Error(`The sample has no “${title}”.`);
    return found;
  };
  const event = (draft: Omit<Parameters<typeof completeEvent>[0], 'personId' | 'source'>): TasteEvent =>
    completeEvent({ ...draft, personId: id, source: SOURCE }, eventId(newId()), now);

  const { name, note, likedTags, avoidedTags } = friend;
  const person: Person = {
    id,
    name,
    note,
    likedTags,
    avoidedTags,
    learning: NO_LEARNING_SETTINGS,
    dials: NEUTRAL_DIALS,
    isOwner: false,
    email: null,
    source: SOURCE,
    createdAt: now,
    archivedAt: null,
  };
  const shares = friend.shares.map(({ title, via, note: words, daysAgo, outcome }): Share => {
    const sharedAt = now - daysAgo * DAY;
    return {
      id: shareId(newId()),
      itemId: itemOf(title),
      personId: id,
      via,
      note: words,
      sharedAt,
      outcome,
      outcomeAt: outcome === null ? null : sharedAt + 3 * DAY,
    };
  });
  const reactions = shares.flatMap((share) =>
    share.outcome === null
      ? []
      : [
          event({
            itemId: share.itemId,
            type: 'reacted',
            outcome: share.outcome,
            shareId: share.id,
            at: share.outcomeAt,
          }),
        ],
  );
  const statements = friend.statements.map(({ type, title, daysAgo }) =>
    event({ itemId: itemOf(title), type, at: now - daysAgo * DAY }),
  );
  return { person, shares, events: [...statements, ...reactions] };
}
