import type { PersonId } from '../../domain/ids';
import type { Person } from '../../domain/person';
import type { Share, ShareDraft } from '../../domain/share';
import { sentInLastWeek } from './sent-lately';

/** Friends who can be chosen: those not archived, and those the thing was meant for to begin with. */
export function recipientChoices(
  friendsById: ReadonlyMap<PersonId, Person>,
  meantFor: readonly PersonId[],
): readonly Person[] {
  return [...friendsById.values()].filter((friend) => friend.archivedAt === null || meantFor.includes(friend.id));
}

/** The first recipient who was sent `cap` things or more in the last seven days; undefined where there is none. */
export function firstOverCap(
  recipients: readonly Person[],
  shares: readonly Share[],
  cap: number,
  now: number,
): { readonly friend: Person; readonly count: number } | undefined {
  return recipients
    .map((friend) => ({ friend, count: sentInLastWeek(shares, friend.id, now) }))
    .find(({ count }) => count >= cap);
}

/** One share per recipient, in order: each is an action of its own, so that one can be taken back alone. */
export async function shareWithEach<Shared>(
  recipients: readonly PersonId[],
  draft: Omit<ShareDraft, 'personId'>,
  share: (draft: ShareDraft) => Promise<Shared>,
): Promise<readonly Shared[]> {
  const shared: Shared[] = [];
  for (const personId of recipients) shared.push(await share({ ...draft, personId }));
  return shared;
}
