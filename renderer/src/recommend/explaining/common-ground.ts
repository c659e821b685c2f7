import type { CommonGround } from '../../domain/common-ground';
import { parseName } from '../../identity/person-name';
import type { EncodedLibrary } from '../encoded-library';
import { shareAny } from '../encoding/item-names';
import type { ItemIndex } from '../item-index';
import { tagsInCommon } from './shared-tags';

/**
 * People who love the one tend to love the other: the partial correlation of the two among other people's likes (all
 * else that they like held still, so that two things do not go together for their fame), with vectors that agree.
 * Of the neighbours in the table half are above the first, of two things of a kind one pair in twenty is above the
 * second; both together are what a reader would call alike.
 */
const MIN_PARTIAL_CORRELATION = 0.02;
const MIN_COSINE = 0.5;

/** What `pick` has in common with another thing, as the pick spells it. */
export function commonGround(other: ItemIndex, pick: ItemIndex, library: EncodedLibrary): CommonGround {
  return {
    creator: sharedCreator(other, pick, library),
    series: sharedSeries(other, pick, library),
    ...tagsInCommon(other, pick, library),
    lovedTogether:
      library.partialCorrelation(other, pick) >= MIN_PARTIAL_CORRELATION && library.cosine(other, pick) >= MIN_COSINE,
  };
}

function sharedCreator(other: ItemIndex, pick: ItemIndex, library: EncodedLibrary): string | null {
  const theirs = new Set(library.names(other).creators);
  return (
    // "Various Artists" made nothing.
    library.item(pick).creators.find((creator) => {
      const phrase = library.text.phrase(creator);
      return theirs.has(phrase) && parseName(creator) !== null;
    }) ?? null
  );
}

/**
 * The series that both say they belong to. Exports of films name none: there the beginning of the titles tells ("Toy
 * Story", "Toy Story 2"), but for two films of the very same name. Books that begin alike are too often strangers.
 */
function sharedSeries(other: ItemIndex, pick: ItemIndex, library: EncodedLibrary): string | null {
  const [theirs, own] = [library.item(other).series?.name, library.item(pick).series?.name];
  if (theirs !== undefined && own !== undefined && library.text.phrase(own) !== '')
    if (library.text.phrase(theirs) === library.text.phrase(own)) return own;
  const [names, ownNames] = [library.names(other), library.names(pick)];
  if (ownNames.group !== 'screen' || names.title === ownNames.title || !shareAny(names.seriesKeys, ownNames.seriesKeys))
    return null;
  const key = ownNames.seriesKeys.find((entry) => names.seriesKeys.includes(entry)) ?? '';
  return key.slice(key.indexOf('|') + 1);
}
