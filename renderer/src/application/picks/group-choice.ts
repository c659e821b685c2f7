import { OWNER_ID, type PersonId } from '../../domain/ids';
import type { Person } from '../../domain/person';
import type { GroupRule } from '../../domain/recommendation-request';

/** Who decides together, and how several tastes become one order. */
export interface GroupChoice {
  /** null = not chosen yet. */
  readonly people: readonly PersonId[] | null;
  readonly rule: GroupRule;
}

export const UNDECIDED: GroupChoice = { people: null, rule: 'fair' };

/**
 * The chosen people who are still there, the owner first and the friends in their order. Before anything is chosen:
 * the owner, with the friend where there is only one.
 */
export function deciders(chosen: GroupChoice['people'], friends: readonly Pick<Person, 'id'>[]): readonly PersonId[] {
  const ids = friends.map((friend) => friend.id);
  if (chosen === null) return ids.length === 1 ? [OWNER_ID, ...ids] : [OWNER_ID];
  return [OWNER_ID, ...ids].filter((id) => chosen.includes(id));
}
