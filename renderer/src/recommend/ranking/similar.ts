import type { ItemIndex, ItemRows } from '../item-index';
import { hasCommonGround } from '../../domain/common-ground';
import type { SimilarItem } from '../../domain/recommendation-request';
import type { EncodedLibrary } from '../encoded-library';
import { shareAny } from '../encoding/item-names';
import { commonGround } from '../explaining/common-ground';
import { mayBeSameWork } from './eligibility';

/** Similarities below this are chance. */
const MIN_LIKENESS = 0.15;
/** Weight of content beside the cosine. */
const WORDS = 0.5;
/** Whoever looks at a film wants films: a thing of another kind must be this much more alike to stand before one. */
const OTHER_KIND = 0.6;

/** A thing that nothing can be said of must be this much more alike to stand before one that shares something. */
const UNSAID = 0.6;
/** Of so many times the things wanted, the most alike, it is found out what they share. */
const LOOKED_AT = 4;

/**
 * Similar items by vectors and words, most similar first, the same kind and what shares something that can be said
 * before others; without the item itself and its other editions.
 */
export function similarItems(
  row: ItemIndex,
  candidates: ItemRows,
  count: number,
  library: EncodedLibrary,
): readonly SimilarItem[] {
  const names = library.names(row);
  const isEdition = (other: ItemIndex): boolean =>
    shareAny(names.titleKeys, library.names(other).titleKeys) && mayBeSameWork(library.item(row), library.item(other));
  const rows = candidates.filter((other) => other !== row && !isEdition(other));
  const words = library.content.similarities([{ row, rating: 1 }], rows);
  return [...rows]
    .map((other, index) => ({
      other,
      likeness:
        Math.min(1, (Math.max(0, library.likeness(row, other)) + WORDS * (words[index] ?? 0)) / (1 + WORDS)) *
        (library.names(other).kind === names.kind ? 1 : OTHER_KIND),
    }))
    .filter(({ likeness }) => likeness >= MIN_LIKENESS)
    .sort(byFallingLikeness)
    .slice(0, count * LOOKED_AT)
    .map(({ other, likeness }) => {
      const common = commonGround(row, other, library);
      return { other, common, likeness: likeness * (hasCommonGround(common) ? 1 : UNSAID) };
    })
    .filter(({ likeness }) => likeness >= MIN_LIKENESS)
    .sort(byFallingLikeness)
    .slice(0, count)
    .map(({ other, common, likeness }) => ({ itemId: library.item(other).id, likeness, common }));
}

interface Alike {
  readonly other: ItemIndex;
  readonly likeness: number;
}

const byFallingLikeness = (left: Alike, right: Alike): number =>
  right.likeness - left.likeness || left.other - right.other;
