import type { ItemIndex, ItemRows } from '../item-index';
import type { DialTerm } from '../../domain/dials/dial-table';
import { dialTerms, isNeutral } from '../../domain/dials/dials';
import type { DialId, Dials } from '../../domain/dials/dials';
import type { TasteProfile } from '../../domain/taste-profile';
import type { EncodedLibrary } from '../encoded-library';
import type { WindowEvent } from '../encoding/history-window';

/** What a ranking is asked; the facts of candidates are computed from it. */
export interface DialInput {
  readonly dials: Dials;
  readonly profile: TasteProfile;
  readonly history: readonly WindowEvent[];
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * What the dials add to the score of each row, part by part, in log-odds; null where they are neutral.
 * @param fameOf popularity rank of a row within its kind, 0..1; null = unknown
 */
export function dialTermsOf(
  { dials, history }: DialInput,
  rows: ItemRows,
  fameOf: (row: ItemIndex) => number | null,
  library: EncodedLibrary,
): readonly (readonly DialTerm<DialId>[])[] | null {
  if (isNeutral(dials)) return null;
  const likeness = library.nearest(
    history.map(({ row }) => row),
    rows,
  );
  return Array.from(rows, (row, index) => {
    const { group, tags } = library.names(row);
    return dialTerms(dials, {
      item: library.item(row),
      group,
      tags,
      likelyTags: library.tags.guessed(row),
      likenessToHistory: Math.max(0, likeness[index] ?? 0),
      popularity: fameOf(row),
    });
  });
}

export function sumOfTerms(terms: readonly DialTerm<DialId>[]): number {
  return terms.reduce((sum, { logOdds }) => sum + logOdds, 0);
}
