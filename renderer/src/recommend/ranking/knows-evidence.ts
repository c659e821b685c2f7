import type { ItemIndex } from '../item-index';
import type { EncodedLibrary } from '../encoded-library';
import type { WindowEvent } from '../encoding/history-window';
import { shareAny } from '../encoding/item-names';
import type { KnowsEvidence } from './p-knows';

const YEAR_MILLISECONDS = 365.25 * 24 * 3600 * 1000;
const EPOCH_YEAR = 1970;

/**
 * Evidence that a person knows items, from the history of what they met.
 * @returns a function of an item's row, its popularity rank 0..1 (NaN = unknown) and its fit 0..1.
 */
export function knowsEvidence(
  history: readonly WindowEvent[],
  now: number,
  library: EncodedLibrary,
): (row: ItemIndex, fame: number, fit: number) => KnowsEvidence {
  const met = new Map<string, number>();
  const series = new Set<string>();
  const creators: string[] = [];
  for (const { row } of history) {
    const names = library.names(row);
    met.set(names.group, (met.get(names.group) ?? 0) + 1);
    for (const key of names.seriesKeys) series.add(key);
    creators.push(...names.creators);
  }
  const year = EPOCH_YEAR + now / YEAR_MILLISECONDS;
  return (row, fame, fit) => {
    const names = library.names(row);
    const item = library.item(row);
    return {
      popularity: Number.isNaN(fame) ? null : fame,
      eventsOfKind: met.get(names.group) ?? 0,
      sameSeries: names.seriesKeys.some((key) => series.has(key)),
      sameCreator: shareAny(names.creators, creators),
      fit,
      age: item.year === null ? null : year - item.year,
    };
  };
}
