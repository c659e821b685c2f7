import type { CommonGround } from '../../domain/common-ground';
import { isMeaningfulTag } from '../../domain/meaningful-tags';
import type { EncodedLibrary } from '../encoded-library';
import type { ItemIndex } from '../item-index';
import { ownValue } from '../../domain/own-value';

/** A likely tag is given as a reason only above this confidence, which is higher than for a suggestion. */
const MIN_CONFIDENCE = 0.75;
const MAX_LIKELY_TAGS = 10;
/** Above it one genre is likely enough to put another in doubt. */
const MIN_DOUBT = 0.45;
/**
 * Shelves file science fiction under "fantasy" more than the reverse, so the guess "fantasy" says nothing of a thing
 * that may be science fiction: Foundation, Neuromancer, Dune.
 */
const DOUBTED: Readonly<Record<string, string>> = { fantasy: 'science fiction' };

/**
 * Genres so broad that by themselves they link no two things: Dune and The Grand Budapest Hotel are both "adventure".
 */
const BROAD = new Set(['action', 'adventure', 'comedy', 'drama', 'thriller']);

/** Likely tags that nobody would give as a reason: they say little, or too much for a guess. */
const NOT_GUESSED = new Set([
  'american',
  'american literature',
  'award winners',
  'classic fiction',
  'classic literature',
  'classics',
  'contemporary',
  'contemporary fiction',
  'contemporary lit',
  'contemporary literature',
  'drama',
  'ecchi',
  'erotic romance',
  'erotica',
  'fantasy sci fi',
  'female',
  'general fiction',
  'hentai',
  'literature',
  'non fiction',
  'sci fi fantasy',
]);

/**
 * Tags that two items share and that say something, as the picked item spells them, rarest first: "epic fantasy", and
 * not "fantasy" besides. An item with such tags of its own gets no likely ones; what rests on a likely tag is returned
 * apart.
 */
export function tagsInCommon(
  other: ItemIndex,
  pick: ItemIndex,
  library: EncodedLibrary,
): Pick<CommonGround, 'tags' | 'likelyTags'> {
  const [theirs, own] = [tagsOf(other, library), tagsOf(pick, library)];
  const unseen = new Set(theirs.tags.map((tag) => library.text.phrase(tag)));
  // Removed once named, so that a tag spelled in two ways counts once.
  const shared = own.tags
    .filter((tag) => unseen.delete(library.text.phrase(tag)))
    .filter((tag, _, all) => !all.some((other) => other !== tag && contains(other, tag)));
  if (shared.every((tag) => BROAD.has(library.text.phrase(tag)))) return { tags: [], likelyTags: [] };
  return theirs.likely || own.likely ? { tags: [], likelyTags: shared } : { tags: shared, likelyTags: [] };

  function contains(longer: string, tag: string): boolean {
    const [words, inside] = [library.text.phrase(longer), library.text.phrase(tag)];
    return words !== inside && ` ${words} `.includes(` ${inside} `);
  }
}

function tagsOf(
  row: ItemIndex,
  library: EncodedLibrary,
): { readonly tags: readonly string[]; readonly likely: boolean } {
  const tags = library.tags.meaningful(row);
  if (tags.length > 0) return { tags, likely: false };
  const guessed = library.tags.likely(row, MIN_DOUBT, MAX_LIKELY_TAGS);
  const likely = guessed
    .filter(({ confidence }) => confidence >= MIN_CONFIDENCE)
    .map(({ name }) => name)
    .filter((name) => !NOT_GUESSED.has(name) && !guessed.some((other) => other.name === ownValue(DOUBTED, name)));
  // Here the words alone are judged: nobody else carries the tags of a thing that came with none others have.
  return { tags: [...library.item(row).tags, ...likely].filter((tag) => isMeaningfulTag(tag, 2, 0)), likely: true };
}
