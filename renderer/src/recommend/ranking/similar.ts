import type { SimilarItem } from '../../domain/recommendation-request';
import type { Catalogue } from '../encoded-library';
import { isSameWork } from './eligibility';

/** Likeness below this is chance. */
const MIN_LIKENESS = 0.15;
/** How much the words say beside the vectors. */
const WORDS = 0.5;

/** More like this one: likest first, by vectors and words; neither itself nor another edition of it. */
export function similarItems(
  row: number,
  candidates: Int32Array,
  count: number,
  catalogue: Catalogue,
): readonly SimilarItem[] {
  const names = catalogue.names(row);
  const { year } = catalogue.item(row);
  const rows = candidates.filter(
    (other) => other !== row && !isSameWork(names, year, catalogue.names(other), catalogue.item(other).year),
  );
  const words = catalogue.content.similarities([{ row, rating: 1 }], rows);
  const own = new Set([...names.tags, ...names.creators]);
  return [...rows]
    .map((other, index) => ({
      other,
      likeness: Math.min(1, (Math.max(0, catalogue.likeness(row, other)) + WORDS * (words[index] ?? 0)) / (1 + WORDS)),
    }))
    .filter(({ likeness }) => likeness >= MIN_LIKENESS)
    .sort((left, right) => right.likeness - left.likeness || left.other - right.other)
    .slice(0, count)
    .map(({ other, likeness }) => {
      const { id, tags, creators } = catalogue.item(other);
      return {
        itemId: id,
        likeness,
        inCommon: [...creators, ...tags].filter((word) => own.has(catalogue.text.phrase(word))),
      };
    });
}
