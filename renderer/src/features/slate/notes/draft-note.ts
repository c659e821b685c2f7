import { isLiked, isLoved } from '../../../domain/taste-scale';
import type { ItemId } from '../../../domain/ids';
import type { Item } from '../../../domain/item';
import type { Reason } from '../../../domain/recommendation';
import { stableHash } from '../../../domain/stable-hash';
import type { KnownSpellings } from '../../../identity/known-spelling';
import { notesText, type LinkWords, type NamedThing, type Wording } from '../../../text/notes';
import { spelledTitle, type SpelledItem } from '../reasons/spelled-title';
import { nameInNote } from './name-in-note';
import { claimsOf, type Claim } from './note-claims';
import { ownSentence } from './own-sentence';
import { ownValue } from '../../../domain/own-value';

/** short: one or two sentences · usual: with the sender's opinion · long: with a second link. */
export const NOTE_LENGTHS = ['short', 'usual', 'long'] as const;
export type NoteLength = (typeof NOTE_LENGTHS)[number];

/** How the sender wants the draft. */
export interface NoteStyle {
  readonly length: NoteLength;
  /** The first sentence of the sender's review is part of it. */
  readonly withOwnWords: boolean;
}
export const USUAL_NOTE: NoteStyle = { length: 'usual', withOwnWords: false };

export interface DraftNoteInput {
  /** The item to send. Its private note is not part of the input, so it cannot leave with the note. */
  readonly item: Pick<Item, 'id' | 'kind' | 'title' | 'creators' | 'ownRating' | 'note'>;
  /** Names of the recipients. With more than one, reasons about a single friend are left out. */
  readonly friendNames: readonly string[];
  readonly reasons: readonly Reason[];
  readonly itemsById: ReadonlyMap<ItemId, SpelledItem>;
  readonly spellings: KnownSpellings;
  /** Signature; may be empty. */
  readonly ownerName: string;
  /** Default: usual, without the sender's own words. */
  readonly style?: NoteStyle;
}

/** Books name translators and readers among their makers: there only the first is sure to be the author. */
const CREATORS_NAMED: Readonly<Record<string, number>> = { book: 1 };
const MAX_CREATORS_NAMED = 2;

/**
 * A message the sender can send as it is or change: greeting, the thing with what links it to what the friend loves,
 * and what the sender thought of it. Only what was recorded is stated, and nothing of the friend that has no link with
 * the thing. A review, which may be imported, is quoted only where the sender asks for it. Worded in one of several
 * ways, the same for the same thing and friend.
 */
export function draftNote({
  item,
  friendNames,
  reasons,
  itemsById,
  spellings,
  ownerName,
  style: { length, withOwnWords } = USUAL_NOTE,
}: DraftNoteInput): string {
  const key = `${item.id} ${friendNames.join(' ')}`;
  const thing = thingWords(item);
  const claims =
    friendNames.length === 1 ? claimsOf(reasons, item, (reason) => spelled(reason, itemsById, spellings)) : [];
  const [claim, second] = claims;
  const [first, then] = claim === undefined ? unlinked(thing, friendNames.length, key) : linked(claim, thing, key);
  const own = withOwnWords ? ownSentence(item.note) : null;
  const sentences = [
    first,
    // Right after the thing that is sent: "I loved it" must not mean the friend's own favourite.
    length === 'short' || own !== null ? null : opinion(item.ownRating, key),
    own,
    then ?? null,
    length === 'long' && second !== undefined ? alsoLinked(second) : null,
  ]
    .filter((sentence) => sentence !== null)
    .join(' ');
  const greeting = friendNames.length === 0 ? null : notesText.hello(friendNames);
  const body =
    length === 'short' && greeting !== null ? [`${greeting} ${goingOn(sentences)}`] : [greeting ?? '', sentences];
  return [...body, ownerName.trim()].filter((part) => part !== '').join('\n\n');
}

function thingWords({ kind, title, creators }: DraftNoteInput['item']): NamedThing {
  return {
    name: nameInNote(kind, title),
    by:
      creators.length === 0
        ? ''
        : notesText.by(creators.slice(0, ownValue(CREATORS_NAMED, kind) ?? MAX_CREATORS_NAMED)),
    met: ownValue(notesText.met, kind) ?? notesText.metAnything,
  };
}

/** The title of a reason's thing; null where it is gone, or may be misspelt. */
function spelled(
  { itemId, recognised }: Extract<Reason, { type: 'event' }>,
  items: DraftNoteInput['itemsById'],
  spellings: KnownSpellings,
): string | null {
  const item = items.get(itemId);
  if (item === undefined) return null;
  const { title, sure } = spelledTitle(item, spellings, recognised);
  return sure ? nameInNote(item.kind, title) : null;
}

function unlinked(thing: NamedThing, friends: number, key: string): Wording {
  return chosen(friends > 1 ? notesText.toAll : notesText.plain, key)(thing);
}

function linked(claim: Claim, thing: NamedThing, key: string): Wording {
  switch (claim.type) {
    case 'creator':
      // The maker is part of the sentence.
      return chosen(notesText.sameCreator, key)({ ...thing, by: '' }, wordsOf(claim));
    case 'series':
      return chosen(notesText.sameSeries, key)(thing, wordsOf(claim));
    case 'lovedTogether':
      return chosen(notesText.lovedTogether, key)(thing, wordsOf(claim));
    case 'tag':
      return chosen(notesText.sameTag, key)(thing, wordsOf(claim));
    case 'likes':
      return chosen(notesText.likes, key)(claim.isCreator ? { ...thing, by: '' } : thing, claim.liked);
  }
}

function alsoLinked(claim: Claim): string {
  return claim.type === 'likes' ? notesText.also.likes(claim.liked) : notesText.also[claim.type](wordsOf(claim));
}

const wordsOf = ({ name, loved, shared }: Exclude<Claim, { type: 'likes' }>): LinkWords => ({
  name,
  felt: loved ? notesText.felt.loved : notesText.felt.liked,
  shared,
});

function opinion(rating: number | null, key: string): string | null {
  if (!isLiked(rating)) return null;
  return chosen(isLoved(rating) ? notesText.iLoved : notesText.iLiked, `${key} opinion`);
}

/** One of several, the same for the same key. */
function chosen<T>(ways: readonly T[], key: string): T {
  const way = ways[stableHash(key) % ways.length];
  if (way === undefined) throw new RangeError('There is nothing to choose from.');
  return way;
}

/** After a greeting and its comma: "you loved …", but "I know …". */
const goingOn = (sentences: string): string =>
  /^I\b/u.test(sentences) ? sentences : sentences.charAt(0).toLowerCase() + sentences.slice(1);
