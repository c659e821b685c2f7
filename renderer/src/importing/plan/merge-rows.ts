import { earlierDate } from '../../domain/item-fields/field-rules';
import { mergeFields } from '../../domain/item-fields/merge-fields';
import type { ImportedRow } from '../../domain/imported-row';
import type { Pacer } from '../pacer';
import { ThingIndex } from './same-thing';

const ratingDate = (row: ImportedRow): number => row.ratedAt ?? row.finishedAt ?? row.addedAt ?? -Infinity;

/** Two records of one thing as one: the later rating, every tag and note, the further status, the earlier arrival. */
export function mergeTwo(first: ImportedRow, second: ImportedRow): ImportedRow {
  const secondRatingWins =
    second.ownRating !== null && (first.ownRating === null || ratingDate(second) > ratingDate(first));
  const rated = secondRatingWins ? second : first;
  return {
    ...first,
    ...mergeFields(first, second, { secondRatingWins }),
    ratedAt: rated.ownRating === null ? null : (rated.ratedAt ?? null),
    liked: first.liked === true || second.liked === true,
    addedAt: earlierDate(first.addedAt, second.addedAt),
  };
}

export interface MergedRows {
  readonly rows: readonly ImportedRow[];
  /** How many records went into another one. */
  readonly mergedCount: number;
}

async function mergeOnce(rows: readonly ImportedRow[], pacer: Pacer): Promise<readonly ImportedRow[]> {
  const index = new ThingIndex<ImportedRow>();
  const merged = new Map<ImportedRow, ImportedRow>();
  for (const [position, row] of rows.entries()) {
    if (position % 100 === 0) await pacer.breathe();
    const first = index.find(row);
    if (first === undefined) {
      merged.set(row, row);
      index.add(row);
      continue;
    }
    merged.set(first, mergeTwo(merged.get(first) ?? first, row));
  }
  return [...merged.values()];
}

/**
 * One row per thing, in the order first met. A merged row knows more than its parts (an id, a year) and may meet another
 * one by it, so it goes on until nothing merges any more; the first round does nearly all.
 */
export async function mergeRows(rows: readonly ImportedRow[], pacer: Pacer): Promise<MergedRows> {
  let current = rows;
  for (;;) {
    const next = await mergeOnce(current, pacer);
    if (next.length === current.length) return { rows: next, mergedCount: rows.length - next.length };
    current = next;
  }
}
