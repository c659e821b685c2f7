import { join } from 'node:path';
import { itemId } from '../../../renderer/src/domain/ids';
import type { ItemId } from '../../../renderer/src/domain/ids';
import type { LibraryItem } from '../../../renderer/src/domain/recommendation-request';
import type { TasteProfileEvent } from '../../../renderer/src/domain/taste-profile';
import { evenly } from '../pack';
import { eventsOf, fileOf, itemOf, requireFile, rows } from '../pack-rows';
import type { Row } from '../pack-rows';

/** A person of a case and what is known of them, oldest first; a rating of null means merely met. */
export interface KnownFriend {
  readonly friend: string;
  readonly events: readonly TasteProfileEvent[];
}

interface CaseFacts {
  readonly id: string;
  readonly variant: string;
  /** Number of known events the case was cut at; null = not cut at one. */
  readonly k: number | null;
}

/** One friend, many things: which will they like? */
export interface RankingCase extends CaseFacts {
  readonly form: 'ranking';
  readonly friend: KnownFriend;
  /** Unit of resampling: the case's cluster, else the friend. */
  readonly cluster: string;
  /** The service both libraries are from; null where the case does not say. */
  readonly service: string | null;
  readonly candidates: readonly ItemId[];
  readonly relevant: ReadonlySet<ItemId>;
}

/** One thing, several friends: who will like it? */
export interface WhomCase extends CaseFacts {
  readonly form: 'whom';
  readonly item: ItemId;
  readonly friends: readonly KnownFriend[];
  readonly relevant: ReadonlySet<string>;
}

/** Two friends, two things, each liked one: `items[0]` belongs to `friends[0]`, `items[1]` to `friends[1]`. */
export interface SwapCase extends CaseFacts {
  readonly form: 'swap';
  readonly items: readonly [ItemId, ItemId];
  readonly friends: readonly [KnownFriend, KnownFriend];
}

/** Had the friend met the thing before it was recommended? */
export interface KnowsCase extends CaseFacts {
  readonly form: 'knows';
  readonly friend: KnownFriend;
  readonly item: ItemId;
  readonly knew: boolean;
}

export type PeopleCase = RankingCase | WhomCase | SwapCase | KnowsCase;

export interface PeoplePack {
  readonly name: string;
  readonly items: readonly LibraryItem[];
  /** All cases, whatever the limit. */
  readonly cases: readonly PeopleCase[];
}

/** The two files that may hold cases; lines of the second name no task and are whom-rated. */
export const CASE_FILES = { cases: 'cases.jsonl', whom: 'whom.jsonl' } as const;
export type CaseFile = keyof typeof CASE_FILES;

/** Reads one pack. Throws UsageError with file and line for a row that is not in the format. */
export async function readPeoplePack(folder: string, name: string, file: CaseFile): Promise<PeoplePack> {
  const items: LibraryItem[] = [];
  for await (const row of rows(requireFile(folder, 'items.jsonl'))) items.push(itemOf(row));
  const known = new Set<string>(items.map(({ id }) => id));
  const cases: PeopleCase[] = [];
  for await (const row of rows(requireFile(folder, CASE_FILES[file]))) cases.push(peopleCaseOf(row, known));
  return { name, items, cases };
}

export function holds(folder: string, file: CaseFile): boolean {
  return fileOf(folder, 'items.jsonl') !== null && fileOf(folder, CASE_FILES[file]) !== null;
}

/** `limit` cases of each variant, evenly spread over their order; all where it is null. */
export function limited<T extends { readonly variant: string }>(
  cases: readonly T[],
  limit: number | null,
): readonly T[] {
  if (limit === null) return cases;
  return [...new Set(cases.map(({ variant }) => variant))].flatMap((variant) =>
    evenly(
      cases.filter((one) => one.variant === variant),
      limit,
    ),
  );
}

function peopleCaseOf(row: Row, known: ReadonlySet<string>): PeopleCase {
  const { value } = row;
  const one = (text: string): ItemId =>
    known.has(text) ? itemId(text) : row.fail(`the pack does not hold the item ${text}`);
  const many = (name: string): readonly ItemId[] => [...new Set(row.texts(name))].map(one);
  const task = value['task'] === undefined ? 'whom' : row.text('task');
  const plain = task === 'knows' ? 'knows' : 'whom-rated';
  const facts: CaseFacts = {
    id: row.text('id'),
    variant: value['variant'] === undefined ? plain : row.text('variant'),
    k: row.numberOrNull(value['k'], 'k'),
  };
  switch (task) {
    case 'share':
      return {
        ...facts,
        form: 'ranking',
        friend: { friend: row.text('friend'), events: eventsOf(row, value['events']) },
        cluster: row.text(value['cluster'] === undefined ? 'friend' : 'cluster'),
        service: value['service'] === undefined || value['service'] === null ? null : row.text('service'),
        candidates: many('candidates'),
        relevant: new Set(many('relevant')),
      };
    case 'whom':
      return {
        ...facts,
        form: 'whom',
        item: one(row.text('item')),
        friends: friendsOf(row),
        relevant: new Set(row.texts('relevant')),
      };
    case 'swap':
      return { ...facts, form: 'swap', items: pairOf(row, many('relevant')), friends: pairOf(row, friendsOf(row)) };
    case 'knows':
      return {
        ...facts,
        form: 'knows',
        friend: { friend: row.text('friend'), events: eventsOf(row, value['events']) },
        item: one(row.text('item')),
        knew: value['knew'] === true,
      };
    default:
      return row.fail(`the task "${task}" is none of share, whom, swap, knows`);
  }
}

function friendsOf(row: Row): readonly KnownFriend[] {
  return row.list('friends').map((entry) => {
    if (typeof entry !== 'object' || entry === null) return row.fail('a friend is not an object');
    const { friend, events } = entry as { readonly friend?: unknown; readonly events?: unknown };
    return typeof friend === 'string' ? { friend, events: eventsOf(row, events) } : row.fail('a friend has no name');
  });
}

function pairOf<T>(row: Row, values: readonly T[]): readonly [T, T] {
  const [first, second] = values;
  return first === undefined || second === undefined || values.length !== 2
    ? row.fail('a swap is of two friends and two things')
    : [first, second];
}

/** Folders of packs of one suite. */
export interface PackPlace {
  readonly name: string;
  readonly folder: string;
  readonly file: CaseFile;
}

/** `folder` joined with a name, as a place of cases. */
export const placeOf = (folder: string, name: string, file: CaseFile): PackPlace => ({
  name,
  folder: join(folder, name),
  file,
});
