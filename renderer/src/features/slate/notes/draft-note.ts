import { isLiked, isLoved } from '../../../domain/taste-scale';
import type { ItemId } from '../../../domain/ids';
import type { Item } from '../../../domain/item';
import type { Reason } from '../../../domain/recommendation';
import { joinNames, picksText } from '../../../text/picks';

/** short: one sentence · usual: a few · long: a second reason, and more of the sender's own words. */
export const NOTE_LENGTHS = ['short', 'usual', 'long'] as const;
export type NoteLength = (typeof NOTE_LENGTHS)[number];

export interface DraftNoteInput {
  /** The item to send. Its private note is not part of the input, so it cannot leave with the note. */
  readonly item: Pick<Item, 'title' | 'creators' | 'ownRating' | 'note'>;
  /** Names of the recipients. With more than one, reasons about a single friend are left out. */
  readonly friendNames: readonly string[];
  readonly reasons: readonly Reason[];
  readonly itemsById: ReadonlyMap<ItemId, Pick<Item, 'title'>>;
  /** Signature; may be empty. */
  readonly ownerName: string;
  /** Default: usual. */
  readonly length?: NoteLength;
}

const CREATORS_NAMED = 2;
const REASONS: Readonly<Record<Exclude<NoteLength, 'short'>, number>> = { usual: 1, long: 2 };
/** Characters of the sender's own words; reviews can be pages. */
const OWN_WORDS_LIMIT: Readonly<Record<Exclude<NoteLength, 'short'>, number>> = { usual: 180, long: 1200 };

/** A fact about the friend's taste that the note may state. */
type Claim =
  | { readonly loved: boolean; readonly title: string; readonly creator: string | null; readonly tag: string | null }
  | { readonly likesTag: string };

/**
 * A message the sender can send as it is or change: greeting, the thing, what the sender thought of it, and the
 * strongest reasons that are about this friend. Only what was recorded is stated: nothing learned or predicted, and
 * nothing about other people.
 */
export function draftNote({
  item,
  friendNames,
  reasons,
  itemsById,
  ownerName,
  length = 'usual',
}: DraftNoteInput): string {
  const words = picksText.note;
  const by = item.creators.length === 0 ? '' : words.by(joinNames(item.creators.slice(0, CREATORS_NAMED)));
  const single = friendNames.length === 1;
  const claims = single ? claimsOf(reasons, itemsById) : [];
  const greeting = friendNames.length === 0 ? null : words.hello(friendNames);
  const signature = ownerName.trim() === '' ? [] : [ownerName.trim()];
  if (length === 'short')
    return [oneSentence(greeting, item.title, by, single ? claims[0] : null), ...signature].join('\n\n');
  const sentences = [
    single ? words.suggest(item.title, by) : words.suggestAll(item.title, by),
    // Before the friend's own favourite is named: "I loved it" must mean the thing that is sent.
    opinion(item.ownRating),
    item.note === null ? null : ownWords(item.note, OWN_WORDS_LIMIT[length]),
    ...claims.slice(0, REASONS[length]).map(reasonSentence),
  ].filter((sentence) => sentence !== null);
  return [...(greeting === null ? [] : [greeting]), sentences.join(' '), ...signature].join('\n\n');
}

/** @param claim null = it goes to several people or to nobody; undefined = nothing is known that could be stated. */
function oneSentence(greeting: string | null, title: string, by: string, claim: Claim | null | undefined): string {
  const words = picksText.note;
  const start = greeting === null ? '' : `${greeting} `;
  if (claim === null) return start + words.suggestAll(title, by);
  return start + words.suggestBecause(title, by, claim === undefined ? '' : shortReason(claim));
}

/** Items and tags the friend likes, strongest first. */
function claimsOf(reasons: readonly Reason[], itemsById: DraftNoteInput['itemsById']): readonly Claim[] {
  return reasons.flatMap((reason): Claim[] => {
    if (reason.contribution <= 0) return [];
    if (reason.type === 'liked-tag') return [{ likesTag: reason.tag }];
    if (reason.type !== 'event' || !isLiked(reason.rating)) return [];
    const known = itemsById.get(reason.itemId);
    return known === undefined
      ? []
      : [
          {
            loved: isLoved(reason.rating),
            title: known.title,
            creator: reason.sharedCreator,
            tag: reason.sharedTags[0] ?? null,
          },
        ];
  });
}

function shortReason(claim: Claim): string {
  const words = picksText.note;
  if ('likesTag' in claim) return words.sinceTag(claim.likesTag);
  return claim.loved ? words.sinceLoved(claim.title) : words.sinceLiked(claim.title);
}

/** @param place 0 for the first reason; later ones are worded with "also" */
function reasonSentence(claim: Claim, place: number): string {
  const words = picksText.note;
  const again = place > 0;
  if ('likesTag' in claim) return again ? words.alsoLikesTag(claim.likesTag) : words.likesTag(claim.likesTag);
  const { loved, title, creator, tag } = claim;
  const [first, second] = loved ? [words.becauseLoved, words.alsoLoved] : [words.becauseLiked, words.alsoLiked];
  const because = again ? second(title) : first(title);
  if (creator !== null) return because + words.alsoBy(creator);
  return tag === null ? `${because}.` : because + words.alsoTagged(tag);
}

function opinion(rating: number | null): string | null {
  if (!isLiked(rating)) return null;
  return isLoved(rating) ? picksText.note.iLoved : picksText.note.iLiked;
}

/** The owner's public words, cut at a word where they run longer than `limit` characters. */
function ownWords(note: string, limit: number): string | null {
  const words = note.replace(/\s+/g, ' ').trim();
  if (words === '') return null;
  if (words.length <= limit) return picksText.note.ownWords(words);
  const cut = words.slice(0, limit);
  const space = cut.lastIndexOf(' ');
  return picksText.note.ownWords(`${space > 0 ? cut.slice(0, space) : cut}…`);
}
