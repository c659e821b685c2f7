import type { TasteEventType } from '../../../renderer/src/domain/event';
import type { ItemStatus } from '../../../renderer/src/domain/item-values';
import type { Outcome } from '../../../renderer/src/domain/share';

/**
 * What a library should hold, as plain maps. Each thing, friend, share and list is known by the first word of its
 * title, name or note ("T3"), which no edit changes. Deleted ones stay and are marked; what hangs on them is hidden.
 */
export interface Library {
  readonly things: ReadonlyMap<string, Thing>;
  readonly friends: ReadonlyMap<string, Friend>;
  readonly shares: ReadonlyMap<string, Sent>;
  readonly lists: ReadonlyMap<string, Picks>;
  /** By person, thing and question: a new answer takes the place of the old one. */
  readonly statements: ReadonlyMap<string, Statement>;
}
export interface Thing {
  readonly title: string;
  readonly status: ItemStatus;
  /** 0 to 1. */
  readonly rating: number | null;
  readonly tags: readonly string[];
  readonly isDeleted: boolean;
}
export interface Friend {
  readonly name: string;
  readonly isDeleted: boolean;
}
export interface Sent {
  readonly thing: string;
  readonly friend: string;
  readonly note: string;
  readonly outcome: Outcome | null;
  readonly isDeleted: boolean;
}
export interface Picks {
  readonly title: string;
  /** The order is not looked at. */
  readonly things: readonly string[];
  readonly isDeleted: boolean;
}
export interface Statement {
  /** A friend, or the owner. */
  readonly who: string;
  readonly thing: string;
  readonly type: TasteEventType;
  readonly rating: number | null;
}

export const OWNER = 'owner';
export type Question = 'liking' | 'progress' | 'sending';

export const NO_LIBRARY: Library = {
  things: new Map(),
  friends: new Map(),
  shares: new Map(),
  lists: new Map(),
  statements: new Map(),
};

export function withEntry<T>(map: ReadonlyMap<string, T>, key: string, value: T): ReadonlyMap<string, T> {
  return new Map([...map, [key, value]]);
}

/** @param statement null: what was said is taken back */
export function said(
  library: Library,
  who: string,
  thing: string,
  question: Question,
  statement: Pick<Statement, 'type' | 'rating'> | null,
): Library {
  const statements = new Map(library.statements);
  const key = `${who} ${thing} ${question}`;
  if (statement === null) statements.delete(key);
  else statements.set(key, { who, thing, ...statement });
  return { ...library, statements };
}

export interface Named {
  readonly type: 'things' | 'friends' | 'shares' | 'lists';
  readonly name: string;
}

export function deletedIn(library: Library): readonly Named[] {
  return (['things', 'friends', 'shares', 'lists'] as const).flatMap((type) =>
    [...library[type]].filter(([, { isDeleted }]) => isDeleted).map(([name]) => ({ type, name })),
  );
}

export function marked(library: Library, { type, name }: Named, isDeleted: boolean): Library {
  const rows = new Map<string, { readonly isDeleted: boolean }>(library[type]);
  const row = rows.get(name);
  if (row !== undefined) rows.set(name, { ...row, isDeleted });
  return { ...library, [type]: rows };
}

/** Without them, and without what hung on them. */
export function without(library: Library, gone: readonly Named[]): Library {
  const names = new Set(gone.map(({ name }) => name));
  const kept = <T>(map: ReadonlyMap<string, T>, isKept: (row: T) => boolean = () => true): ReadonlyMap<string, T> =>
    new Map([...map].filter(([name, row]) => !names.has(name) && isKept(row)));
  return {
    things: kept(library.things),
    friends: kept(library.friends),
    shares: kept(library.shares, ({ thing, friend }) => !names.has(thing) && !names.has(friend)),
    lists: new Map(
      [...kept(library.lists)].map(([name, list]) => [
        name,
        { ...list, things: list.things.filter((thing) => !names.has(thing)) },
      ]),
    ),
    statements: kept(library.statements, ({ who, thing }) => !names.has(who) && !names.has(thing)),
  };
}

export const isLive = (library: Library, { type, name }: Named): boolean =>
  library[type].get(name)?.isDeleted === false;

/** One line for everything that can be seen, and for everything that is kept with what was deleted. */
export function linesOf(library: Library): readonly string[] {
  const { things, friends, shares, lists, statements } = library;
  const isThere = (thing: string, who: string): boolean =>
    isLive(library, { type: 'things', name: thing }) &&
    (who === OWNER || isLive(library, { type: 'friends', name: who }));
  return [
    ...[...things.values()].map((thing) => thingLine(thing, thing.isDeleted)),
    ...[...friends.values()].map(({ name, isDeleted }) => friendLine(name, isDeleted)),
    ...[...statements.values()].map((statement) => statementLine(statement, !isThere(statement.thing, statement.who))),
    ...[...shares.values()].map((share) =>
      shareLine(
        share,
        share.outcome,
        share.isDeleted ? 'deleted' : isThere(share.thing, share.friend) ? 'there' : 'hidden',
      ),
    ),
    ...[...lists].flatMap(([name, { title, things: entries, isDeleted }]) => [
      listLine(title, isDeleted),
      ...entries.map((thing) => entryLine(name, thing, isDeleted || !isLive(library, { type: 'things', name: thing }))),
    ]),
  ].toSorted();
}

const mark = (isDeleted: boolean): string => (isDeleted ? ' (deleted)' : '');

export const thingLine = ({ title, status, rating, tags }: Omit<Thing, 'isDeleted'>, isDeleted: boolean): string =>
  `thing ${title}: ${status}, ${String(rating)}, ${tags.toSorted().join('+')}${mark(isDeleted)}`;
export const friendLine = (name: string, isDeleted: boolean): string => `friend ${name}${mark(isDeleted)}`;
export const statementLine = ({ who, thing, type, rating }: Statement, isHidden: boolean): string =>
  `${who} of ${thing}: ${type} ${String(rating)}${isHidden ? ' (hidden)' : ''}`;
export const shareLine = (
  { thing, friend, note, outcome }: Omit<Sent, 'isDeleted'>,
  reaction: string | null,
  where: 'there' | 'hidden' | 'deleted',
): string => `share ${note}: ${thing} to ${friend}, ${String(outcome)}, event ${String(reaction)} (${where})`;
export const listLine = (title: string, isDeleted: boolean): string => `list ${title}${mark(isDeleted)}`;
export const entryLine = (list: string, thing: string, isHidden: boolean): string =>
  `entry ${thing} of ${list}${isHidden ? ' (hidden)' : ''}`;
