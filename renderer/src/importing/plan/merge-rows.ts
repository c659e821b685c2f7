import type { Crowd, ItemStatus } from '../../domain/item-values';
import type { ImportedRow } from '../../domain/imported-row';
import type { Pacer } from '../pacer';
import { ThingIndex } from './same-thing';

/** How far along a status is; abandoned and finished both end it, and neither overrules the other. */
const PROGRESS: Readonly<Record<ItemStatus, number>> = {
  none: 0,
  wanted: 1,
  'in-progress': 2,
  finished: 3,
  abandoned: 3,
};

/** The status that says more; `current` where both say as much. */
export const furtherStatus = (current: ItemStatus, next: ItemStatus): ItemStatus =>
  PROGRESS[next] > PROGRESS[current] ? next : current;

/** `current` and what of `next` is not among it, compared without case. */
export function addedTags(current: readonly string[], next: readonly string[]): readonly string[] {
  const known = new Set(current.map((tag) => tag.toLowerCase()));
  const added = next.filter((tag) => !known.has(tag.toLowerCase()));
  return added.length === 0 ? current : [...current, ...added];
}

/** The crowd as a later export knows it: more votes, or simply the newer average where votes are not counted. */
export function newerCrowd(current: Crowd | null, next: Crowd | null): Crowd | null {
  if (current === null || next === null) return next ?? current;
  if (next.rating === current.rating && next.count === current.count) return current;
  if (next.count === null) return current.count === null && next.rating !== null ? next : current;
  return current.count === null || next.count > current.count ? next : current;
}

const later = (left: number | null, right: number | null): number | null =>
  left === null || right === null ? (left ?? right) : Math.max(left, right);
const earlier = (left: number | null, right: number | null): number | null =>
  left === null || right === null ? (left ?? right) : Math.min(left, right);
const ratingDate = (row: ImportedRow): number => row.ratedAt ?? row.finishedAt ?? row.addedAt ?? -Infinity;

function joinedNotes(first: string | null, second: string | null): string | null {
  if (first === null || second === null || first.includes(second)) return first ?? second;
  return second.includes(first) ? second : `${first}\n\n${second}`;
}

/** Two records of one thing as one: the later rating, every tag and note, the further status, the earlier arrival. */
export function mergeTwo(first: ImportedRow, second: ImportedRow): ImportedRow {
  const useSecond = second.ownRating !== null && (first.ownRating === null || ratingDate(second) > ratingDate(first));
  const rated = useSecond ? second : first;
  return {
    ...first,
    originalTitle: first.originalTitle ?? second.originalTitle,
    creators: first.creators.length > 0 ? first.creators : second.creators,
    year: first.year ?? second.year,
    length: first.length ?? second.length,
    tags: addedTags(first.tags, second.tags),
    series: first.series ?? second.series,
    // Editions in one export: the first stands unless the other has more votes.
    crowd: first.crowd !== null && second.crowd?.count == null ? first.crowd : newerCrowd(first.crowd, second.crowd),
    identifiers: { ...second.identifiers, ...first.identifiers },
    url: first.url ?? second.url,
    ownRating: rated.ownRating,
    ratedAt: rated.ownRating === null ? null : (rated.ratedAt ?? null),
    liked: first.liked === true || second.liked === true,
    status: furtherStatus(first.status, second.status),
    finishedAt: later(first.finishedAt, second.finishedAt),
    addedAt: earlier(first.addedAt, second.addedAt),
    note: joinedNotes(first.note, second.note),
    privateNote: joinedNotes(first.privateNote, second.privateNote),
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
