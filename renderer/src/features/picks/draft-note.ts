import type { ItemId } from '../../domain/ids';
import type { Item } from '../../domain/item';
import type { Reason } from '../../domain/recommendation';
import { joinNames, picksText } from '../../text/picks';
import { LIKED_FROM, LOVED_FROM } from './reason-text';

export interface DraftNoteInput {
  /** The thing to send. Its private note is not even taken. */
  readonly item: Pick<Item, 'title' | 'creators' | 'ownRating' | 'note'>;
  /** Whom it goes to; with several, reasons about one of them are left out. */
  readonly friendNames: readonly string[];
  readonly reasons: readonly Reason[];
  readonly itemsById: ReadonlyMap<ItemId, Pick<Item, 'title'>>;
  /** Signature; may be empty. */
  readonly ownerName: string;
}

const CREATORS_NAMED = 2;
const OWN_WORDS_LIMIT = 180;

/**
 * A message the sender can send as it is or change: greeting, the thing, what the sender thought of it, and the
 * strongest reason that is about this friend. Nothing is claimed that the data does not show.
 */
export function draftNote({ item, friendNames, reasons, itemsById, ownerName }: DraftNoteInput): string {
  const words = picksText.note;
  const by = item.creators.length === 0 ? '' : words.by(joinNames(item.creators.slice(0, CREATORS_NAMED)));
  const single = friendNames.length === 1;
  const sentences = [
    single ? words.suggest(item.title, by) : words.suggestAll(item.title, by),
    // Before the friend's own favourite is named: "I loved it" must mean the thing that is sent.
    opinion(item.ownRating),
    item.note === null ? null : ownWords(item.note),
    single ? personalSentence(reasons, itemsById) : null,
  ].filter((sentence) => sentence !== null);
  const greeting = friendNames.length === 0 ? [] : [words.hello(friendNames)];
  const signature = ownerName.trim() === '' ? [] : [ownerName.trim()];
  return [...greeting, sentences.join(' '), ...signature].join('\n\n');
}

/** The first reason that says something the friend would agree with: something they liked, or a tag they like. */
function personalSentence(reasons: readonly Reason[], itemsById: DraftNoteInput['itemsById']): string | null {
  const words = picksText.note;
  for (const reason of reasons) {
    if (reason.contribution <= 0) continue;
    if (reason.type === 'liked-tag') return words.likesTag(reason.tag);
    if (reason.type !== 'event' || reason.rating === null || reason.rating < LIKED_FROM) continue;
    const known = itemsById.get(reason.itemId);
    if (known === undefined) continue;
    const because = reason.rating >= LOVED_FROM ? words.becauseLoved(known.title) : words.becauseLiked(known.title);
    if (reason.sharedCreator !== null) return because + words.alsoBy(reason.sharedCreator);
    const tag = reason.sharedTags[0];
    return tag === undefined ? `${because}.` : because + words.alsoTagged(tag);
  }
  return null;
}

function opinion(rating: number | null): string | null {
  if (rating === null || rating < LIKED_FROM) return null;
  return rating >= LOVED_FROM ? picksText.note.iLoved : picksText.note.iLiked;
}

/** The owner's public words, cut at a word where they run long; reviews can be pages. */
function ownWords(note: string): string | null {
  const words = note.replace(/\s+/g, ' ').trim();
  if (words === '') return null;
  if (words.length <= OWN_WORDS_LIMIT) return picksText.note.ownWords(words);
  const cut = words.slice(0, OWN_WORDS_LIMIT);
  const space = cut.lastIndexOf(' ');
  return picksText.note.ownWords(`${space > 0 ? cut.slice(0, space) : cut}…`);
}
