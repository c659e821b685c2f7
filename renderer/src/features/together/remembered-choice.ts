import { OWNER_ID, type PersonId } from '../../domain/ids';
import type { Person } from '../../domain/person';
import type { GroupRule } from '../../domain/recommendation-request';

export interface Choice {
  /** null = not chosen yet. */
  readonly people: readonly PersonId[] | null;
  readonly rule: GroupRule;
}

/** Kept while the window is open, so that a look at one of the things and back does not ask again. */
let last: Choice = { people: null, rule: 'fair' };

export const rememberedChoice = (): Choice => last;

export function rememberChoice(choice: Choice): void {
  last = choice;
}

/** Those of the chosen who are still there, the owner first and the friends in their order. At first the owner, with an only friend. */
export function deciders(chosen: Choice['people'], friends: readonly Pick<Person, 'id'>[]): readonly PersonId[] {
  const ids = friends.map((friend) => friend.id);
  if (chosen === null) return ids.length === 1 ? [OWNER_ID, ...ids] : [OWNER_ID];
  return [OWNER_ID, ...ids].filter((id) => chosen.includes(id));
}
