import { earlierDate } from '../../domain/item-fields/field-rules';
import { mergeFields } from '../../domain/item-fields/merge-fields';
import type { ImportedRow } from '../../domain/imported-row';
import type { Pacer } from '../pacer';
import type { Preparer } from '../../identity/prepared-thing';
import { ThingIndex } from '../../identity/thing-index';

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
    ...(first.disliked === true || second.disliked === true ? { disliked: true } : {}),
    ...(first.plays === undefined && second.plays === undefined
      ? {}
      : { plays: (first.plays ?? 0) + (second.plays ?? 0) }),
    ...finishedDatesOf(first, second),
    addedAt: earlierDate(first.addedAt, second.addedAt),
  };
}

/** The days of both, each once; a day that stands alone is `finishedAt`. */
function finishedDatesOf(first: ImportedRow, second: ImportedRow): Pick<ImportedRow, 'finishedDates'> {
  const dates = new Set(
    [first, second].flatMap((row) => row.finishedDates ?? (row.finishedAt === null ? [] : [row.finishedAt])),
  );
  return dates.size < 2 ? {} : { finishedDates: [...dates].sort((left, right) => left - right) };
}

export interface MergedRows {
  readonly rows: readonly ImportedRow[];
  /** How many records went into another one. */
  readonly mergedCount: number;
}

async function mergeOnce(
  rows: readonly ImportedRow[],
  prepare: Preparer,
  pacer: Pacer,
): Promise<readonly ImportedRow[]> {
  const index = new ThingIndex<ImportedRow>('one-source', prepare);
  const merged = new Map<ImportedRow, ImportedRow>();
  for (const [position, row] of rows.entries()) {
    if (position % 100 === 0) await pacer.yieldIfDue();
    const match = index.find(row);
    if (match.verdict === 'same') merged.set(match.thing, mergeTwo(merged.get(match.thing) ?? match.thing, row));
    else {
      // Doubtful ones stay apart; the plan names them.
      merged.set(row, row);
      index.add(row);
    }
  }
  return [...merged.values()];
}

/**
 * One row per thing, in the order of first records. A merged row has more facts than its parts (an id, a year) and may
 * therefore match another row, so rounds are repeated until nothing merges; the first does nearly all.
 */
export async function mergeRows(rows: readonly ImportedRow[], prepare: Preparer, pacer: Pacer): Promise<MergedRows> {
  let current = rows;
  for (;;) {
    const next = await mergeOnce(current, prepare, pacer);
    if (next.length === current.length) return { rows: next, mergedCount: rows.length - next.length };
    current = next;
  }
}
