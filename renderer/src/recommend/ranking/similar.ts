import type { ItemIndex, ItemRows } from '../item-index';
import type { SimilarItem } from '../../domain/recommendation-request';
import type { EncodedLibrary } from '../encoded-library';
import { shareAny } from '../encoding/item-names';
import { mayBeSameWork } from './eligibility';

/** Similarities below this are chance. */
const MIN_LIKENESS = 0.15;
/** Weight of content beside the cosine. */
const WORDS = 0.5;

/** Similar items, most similar first, by vectors and words; without the item itself and its other editions. */
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
  const own = new Set([...names.tags, ...names.creators]);
  return [...rows]
    .map((other, index) => ({
      other,
      likeness: Math.min(1, (Math.max(0, library.likeness(row, other)) + WORDS * (words[index] ?? 0)) / (1 + WORDS)),
    }))
    .filter(({ likeness }) => likeness >= MIN_LIKENESS)
    .sort((left, right) => right.likeness - left.likeness || left.other - right.other)
    .slice(0, count)
    .map(({ other, likeness }) => {
      const { id, tags, creators } = library.item(other);
      return {
        itemId: id,
        likeness,
        inCommon: [...creators, ...tags].filter((word) => own.has(library.text.phrase(word))),
      };
    });
}
