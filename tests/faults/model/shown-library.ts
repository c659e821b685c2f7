import type { HandpickedDatabase } from '../../../renderer/src/data/database';
import { OWNER_ID } from '../../../renderer/src/domain/ids';
import type { Item } from '../../../renderer/src/domain/item';
import type { Person } from '../../../renderer/src/domain/person';
import type { Share } from '../../../renderer/src/domain/share';
import type { TasteEvent } from '../../../renderer/src/domain/event';
import { entryLine, friendLine, listLine, OWNER, shareLine, statementLine, thingLine } from './library';

/** A library as it is, in the words of the model. */
export interface ShownLibrary {
  readonly lines: readonly string[];
  /** Actions that can be taken back, and of those that were, what can be done again. */
  readonly done: number;
  readonly undone: number;
  readonly waiting: number;
  readonly ownerName: string | null;
  /** Ids by the names of the model. */
  readonly ids: ReadonlyMap<string, string>;
  /** Row of the trash by the name of what was deleted. */
  readonly trashed: ReadonlyMap<string, string>;
}

const firstWord = (text: string): string => text.split(' ')[0] ?? '';

export async function shownLibrary(database: HandpickedDatabase): Promise<ShownLibrary> {
  const { trash, actions } = database;
  const rows = await trash.toArray();
  const [items, people, events, shares, lists] = [
    await database.items.toArray(),
    (await database.people.toArray()).filter(({ id }) => id !== OWNER_ID),
    await database.events.toArray(),
    await database.shares.toArray(),
    await database.lists.toArray(),
  ];
  const everyItem = [...items, ...rows.flatMap((row) => row.items)];
  const everyone = [...people, ...rows.flatMap((row) => row.people)];
  const everyShare = [...shares, ...rows.flatMap((row) => row.shares)];
  const everyList = [...lists, ...rows.flatMap((row) => row.lists)];
  const ids = new Map<string, string>([
    ...everyItem.map(({ id, title }) => [firstWord(title), id] as const),
    ...everyone.map(({ id, name }) => [firstWord(name), id] as const),
    ...everyShare.map(({ id, note }) => [firstWord(note), id] as const),
    ...everyList.map(({ id, title }) => [firstWord(title), id] as const),
  ]);
  const names = new Map<string, string>([[OWNER_ID, OWNER], ...[...ids].map(([name, id]) => [id, name] as const)]);
  const nameOf = (id: string): string => names.get(id) ?? `nobody knows ${id}`;
  const everyEvent = [...events, ...rows.flatMap((row) => row.events)];
  const ofShare = (share: Share): string | null =>
    everyEvent
      .filter(({ shareId }) => shareId === share.id)
      .map(({ outcome }) => outcome)
      .join('+') || null;
  const itemLine = (item: Item, isDeleted: boolean): string =>
    thingLine({ ...item, rating: item.ownRating }, isDeleted);
  const personLine = ({ name }: Person, isDeleted: boolean): string => friendLine(name, isDeleted);
  const eventLines = (all: readonly TasteEvent[], isHidden: boolean): readonly string[] =>
    all
      .filter(({ shareId }) => shareId === null)
      .map(({ personId, itemId, type, rating }) =>
        statementLine({ who: nameOf(personId), thing: nameOf(itemId), type, rating }, isHidden),
      );
  const sentLine = (share: Share, where: 'there' | 'hidden' | 'deleted'): string =>
    shareLine({ ...share, thing: nameOf(share.itemId), friend: nameOf(share.personId) }, ofShare(share), where);
  const reactions = everyEvent.filter(({ shareId }) => shareId !== null && !names.has(shareId));
  return {
    lines: [
      ...items.map((item) => itemLine(item, false)),
      ...people.map((person) => personLine(person, false)),
      ...eventLines(events, false),
      ...shares.map((share) => sentLine(share, 'there')),
      ...lists.flatMap(({ title, entries }) => [
        listLine(title, false),
        ...entries.map(({ itemId }) => entryLine(firstWord(title), nameOf(itemId), false)),
      ]),
      ...rows.flatMap((row) => [
        ...row.items.map((item) => itemLine(item, true)),
        ...row.people.map((person) => personLine(person, true)),
        ...eventLines(row.events, true),
        ...row.shares.map((share) => sentLine(share, row.type === 'share' ? 'deleted' : 'hidden')),
        ...row.lists.flatMap(({ title, entries }) => [
          listLine(title, true),
          ...entries.map(({ itemId }) => entryLine(firstWord(title), nameOf(itemId), true)),
        ]),
        ...row.places.map(({ listId, entry }) => entryLine(nameOf(listId), nameOf(entry.itemId), true)),
      ]),
      ...reactions.map(({ id }) => `event ${id} of a share that is not there`),
    ].toSorted(),
    done: await actions.filter(({ undoneOrder }) => undoneOrder === null).count(),
    undone: await actions.filter(({ undoneOrder }) => undoneOrder !== null).count(),
    waiting: await database.outbox.count(),
    ownerName: ownerNameIn(await database.settings.get('settings')),
    ids,
    trashed: new Map(rows.map((row) => [nameOf(row.key), row.id])),
  };
}

function ownerNameIn(row: { readonly value: unknown } | undefined): string | null {
  const { value } = row ?? {};
  const name = value instanceof Object ? (Reflect.get(value, 'ownerName') as unknown) : null;
  return typeof name === 'string' && name !== '' ? name : null;
}
