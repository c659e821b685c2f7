import { rowAt } from '../item-index';
import type { Level } from '../../domain/recommendation';
import type { Assessment } from '../ranking/assessment';
import type { EncodedLibrary } from '../encoded-library';

/**
 * How much evidence there is: events of the person, liked events of the item's kind, and whether the item has a known
 * row.
 */
export function confidenceOf(
  { history, kindEvidence, rows }: Assessment,
  index: number,
  library: EncodedLibrary,
): Level {
  const row = rowAt(rows, index);
  const ofKind = kindEvidence.get(library.names(row).group) ?? 0;
  const known = library.isKnown(row);
  if (history.length >= 10 && ofKind >= 4 && known) return 'high';
  if (history.length >= 3 && (ofKind >= 2 || (ofKind >= 1 && known))) return 'medium';
  return 'low';
}
