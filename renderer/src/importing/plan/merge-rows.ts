import { earlierDate } from '../../domain/item-fields/field-rules';
import { mergeFields } from '../../domain/item-fields/merge-fields';
import type { ImportedRow, JoinedRecord } from '../../domain/imported-row';
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
    ...endedAs(first, second),
    ratedAt: rated.ownRating === null ? null : (rated.ratedAt ?? null),
    ...otherRatingsOf(rated, rated === first ? second : first),
    liked: first.liked === true || second.liked === true,
    ...(first.disliked === true || second.disliked === true ? { disliked: true } : {}),
    ...(first.plays === undefined && second.plays === undefined
      ? {}
      : { plays: (first.plays ?? 0) + (second.plays ?? 0) }),
    ...finishedDatesOf(first, second),
    addedAt: earlierDate(first.addedAt, second.addedAt),
  };
}

/** What one record says was given up is finished where the other says so with a day or a rating. */
function endedAs(first: ImportedRow, second: ImportedRow): Partial<Pick<ImportedRow, 'status'>> {
  const [given, finished] = first.status === 'abandoned' ? [first, second] : [second, first];
  const isProven = finished.status === 'finished' && (finished.finishedAt !== null || finished.ownRating !== null);
  return given.status === 'abandoned' && isProven ? { status: 'finished' } : {};
}

/** The ratings that do not count, each once. */
function otherRatingsOf(counts: ImportedRow, other: ImportedRow): Pick<ImportedRow, 'otherRatings'> {
  const found = [...(counts.otherRatings ?? []), ...(other.otherRatings ?? [])];
  if (other.ownRating !== null) found.push({ rating: other.ownRating, at: other.ratedAt ?? other.finishedAt });
  const counted = { rating: counts.ownRating, at: counts.ratedAt ?? counts.finishedAt };
  const others = found.filter(
    (one, place) =>
      // The same rating in the diary and among the ratings is one, dated in one of them or not.
      !(one.rating === counted.rating && (one.at === null || one.at === counted.at)) &&
      found.findIndex(({ rating, at }) => rating === one.rating && at === one.at) === place,
  );
  return others.length === 0 ? {} : { otherRatings: others };
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
  /** Which records went into which. */
  readonly joined: readonly JoinedRecord[];
}

/** A row and the records that it is made of, itself first. */
type Parts = readonly ImportedRow[];

async function mergeOnce(
  rows: ReadonlyMap<ImportedRow, Parts>,
  prepare: Preparer,
  pacer: Pacer,
): Promise<ReadonlyMap<ImportedRow, Parts>> {
  const index = new ThingIndex<ImportedRow>('one-source', prepare);
  const merged = new Map<ImportedRow, { row: ImportedRow; readonly parts: ImportedRow[] }>();
  await pacer.each(rows, ([row, parts]) => {
    const match = index.find(row);
    const into = match.verdict === 'same' ? merged.get(match.thing) : undefined;
    if (into !== undefined) {
      into.row = mergeTwo(into.row, row);
      into.parts.push(...parts);
    } else {
      // Doubtful ones stay apart; the plan names them.
      merged.set(row, { row, parts: [...parts] });
      index.add(row);
    }
  });
  return new Map([...merged.values()].map(({ row, parts }) => [row, parts]));
}

/**
 * One row per thing, in the order of first records. A merged row has more facts than its parts (an id, a year) and may
 * therefore match another row, so rounds are repeated until nothing merges; the first does nearly all.
 */
export async function mergeRows(rows: readonly ImportedRow[], prepare: Preparer, pacer: Pacer): Promise<MergedRows> {
  let current: ReadonlyMap<ImportedRow, Parts> = new Map(rows.map((row) => [row, [row]]));
  for (;;) {
    const next = await mergeOnce(current, prepare, pacer);
    if (next.size === current.size) return { rows: [...next.keys()], joined: [...next.values()].flatMap(joinedIn) };
    current = next;
  }
}

function joinedIn([first, ...others]: Parts): readonly JoinedRecord[] {
  if (first === undefined) return [];
  const into = placeOf(first);
  return others.map((row) => ({ ...placeOf(row), into }));
}

const placeOf = ({ file, line, title }: ImportedRow): JoinedRecord['into'] => ({ file, line, title });
