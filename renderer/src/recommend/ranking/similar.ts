import type { ItemIndex, ItemRows } from '../item-index';
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

/**
 * Similar items by vectors and words, most similar first and the same kind before others; without the item itself and
 * its other editions.
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
    .sort((left, right) => right.likeness - left.likeness || left.other - right.other)
    .slice(0, count)
    .map(({ other, likeness }) => ({
      itemId: library.item(other).id,
      likeness,
      common: commonGround(row, other, library),
    }));
}
