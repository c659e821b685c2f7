import type { Item } from '../../../domain/item';
import type { Reason } from '../../../domain/recommendation';
import { isLiked, isLoved } from '../../../domain/taste-scale';
import { nameInNote, tagInNote } from './name-in-note';

/** What may be said of the friend in a note: something they liked together with what links it, or what they like. */
export type Claim =
  | {
      readonly type: 'creator' | 'series' | 'lovedTogether' | 'tag';
      /** The thing they liked, as a note names it. */
      readonly name: string;
      readonly loved: boolean;
      /** The maker or the tag of both; empty for the other links. */
      readonly shared: string;
    }
  | { readonly type: 'likes'; readonly liked: string; readonly isCreator: boolean };

type EventReason = Extract<Reason, { type: 'event' }>;

/**
 * Claims that the reasons support, strongest first, each link once. Likely tags are guesses, and no word to a friend;
 * so is what somebody thinks they would pick.
 * @param nameOf null where the thing may be misspelt; then only a shared maker may be named.
 */
export function claimsOf(
  reasons: readonly Reason[],
  item: Pick<Item, 'kind' | 'title'>,
  nameOf: (reason: EventReason) => string | null,
): readonly Claim[] {
  const claims = reasons.flatMap((reason): readonly Claim[] => {
    if (reason.contribution <= 0) return [];
    if (reason.type === 'liked-tag') return [{ type: 'likes', liked: tagInNote(reason.tag), isCreator: false }];
    if (reason.type !== 'event' || reason.chosen || !isLiked(reason.rating)) return [];
    const claim = claimOf(reason, nameOf(reason));
    // Typed without its subtitle, the friend's thing may be the very one that is sent.
    return claim === null || (claim.type !== 'likes' && claim.name === nameInNote(item.kind, item.title))
      ? []
      : [claim];
  });
  const linkOf = (claim: Claim): string =>
    claim.type === 'likes' ? `likes ${claim.liked}` : `${claim.type} ${claim.shared}`;
  return claims.filter((claim, at) => claims.findIndex((other) => linkOf(other) === linkOf(claim)) === at);
}

function claimOf({ rating, common }: EventReason, name: string | null): Claim | null {
  const { creator, series, lovedTogether, tags } = common;
  const [tag] = tags;
  if (name === null) return creator === null ? null : { type: 'likes', liked: creator, isCreator: true };
  const about = { name, loved: isLoved(rating) };
  if (series !== null) return { type: 'series', ...about, shared: '' };
  if (creator !== null) return { type: 'creator', ...about, shared: creator };
  if (lovedTogether) return { type: 'lovedTogether', ...about, shared: '' };
  return tag === undefined ? null : { type: 'tag', ...about, shared: tagInNote(tag) };
}
