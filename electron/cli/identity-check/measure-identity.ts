import {
  comparePrepared,
  compareThings,
  type ComparisonScope,
  type IdentityVerdict,
} from '../../../renderer/src/identity/compare-things';
import { createPreparer, type PreparedThing } from '../../../renderer/src/identity/prepared-thing';
import type { Thing } from '../../../renderer/src/identity/same-facts';
import type { Label, LabelledRecord } from './labelled-records';

/** What identity said of the pairs of one kind of thing. */
export interface KindMeasure {
  readonly kind: string;
  /** Pairs with one id, from two files. */
  readonly sameId: { readonly same: number; readonly doubtful: number; readonly different: number };
  /** Pairs with two ids that share a title or a maker, so that there is something to be mistaken about. */
  readonly otherId: {
    readonly different: number;
    readonly doubtful: number;
    /** Taken for one thing, and two things they are. */
    readonly wrong: number;
    /** Taken for one thing: two Goodreads numbers that are, or may well be, editions of one work. Not counted. */
    readonly editions: number;
    /** All that is shown of them is equal: without their ids nobody could tell, with them they are two. Not counted. */
    readonly alike: number;
  };
  /** Of pairs taken for one thing, how many are; null where none was. */
  readonly precision: number | null;
  /** Of pairs with one id, how many were taken for one thing; null where there are none. */
  readonly recall: number | null;
}

export interface JudgedPair {
  readonly kind: string;
  readonly left: LabelledRecord;
  readonly right: LabelledRecord;
  readonly verdict: IdentityVerdict;
}

export interface IdentityMeasure {
  readonly kinds: readonly KindMeasure[];
  /** Pairs with one id that were not taken for one thing. */
  readonly missed: readonly JudgedPair[];
  /** Pairs with two ids that were, wrongly. */
  readonly wrong: readonly JudgedPair[];
  /** Pairs with two ids and nothing else that differs. */
  readonly alike: readonly JudgedPair[];
}

/**
 * Goodreads gives all editions of a work one average rating; two averages in one export are two works. Ratings are
 * 0..1, from two decimals of five stars.
 */
const SAME_AVERAGE = 0.0021;
/** The average of one work moves by at most this between two exports of different years. */
const AVERAGE_DRIFT = 0.04;

/**
 * Whether two ids are known to be two things. IMDb and MyAnimeList number works. Goodreads numbers editions, and
 * does not say which are of one work; but the average rating is the work's, and identity does not use it. Without one,
 * or with one ISBN for both, a pair of Goodreads numbers is not counted.
 */
export function areTwoThings(left: Label, right: Label, scope: ComparisonScope): boolean {
  if (left.service !== 'goodreads') return true;
  if (left.isbn !== null && left.isbn === right.isbn) return false;
  const [one, other] = [left.crowd?.rating ?? null, right.crowd?.rating ?? null];
  if (one === null || other === null) return false;
  return Math.abs(one - other) > (scope === 'one-source' ? SAME_AVERAGE : AVERAGE_DRIFT);
}

/** Rows whose facts are all equal, which an import tells apart by their ids, as it is to. */
function areAlike(left: Description, right: Description, scope: ComparisonScope): boolean {
  if (!left.thing.hasSameFacts(right.thing)) return false;
  const shown = ({ thing, service, id }: LabelledRecord): Thing => ({
    ...thing,
    identifiers: { [service]: id.replace(/^.* /, '') },
  });
  return compareThings(shown(left.record), shown(right.record), scope).verdict !== 'same';
}

/** One description of one id, and the files that give it. */
export interface Description {
  readonly record: LabelledRecord;
  readonly thing: PreparedThing;
  readonly files: Set<string>;
}

/** Each description of each id once. */
export function describe(records: readonly LabelledRecord[]): readonly Description[] {
  const prepare = createPreparer();
  const descriptions: Description[] = [];
  const byId = new Map<string, Description[]>();
  for (const record of records) {
    const thing = prepare(record.thing);
    const key = `${record.service} ${record.id}`;
    const ofId = byId.get(key) ?? [];
    const known = ofId.find((description) => description.thing.hasSameFacts(thing));
    if (known !== undefined) {
      known.files.add(record.file);
      continue;
    }
    const description = { record, thing, files: new Set([record.file]) };
    descriptions.push(description);
    byId.set(key, [...ofId, description]);
  }
  return descriptions;
}

/** Pairs of descriptions that share a title, the part before a subtitle, or a maker; each once. */
function* candidatePairs(descriptions: readonly Description[]): Generator<readonly [Description, Description]> {
  const buckets = new Map<string, number[]>();
  const keysOf = ({ record, thing }: Description): ReadonlySet<string> =>
    new Set([
      ...thing.titles.flatMap(({ key, baseKeys }) => [key, ...baseKeys].map((title) => `${record.service} t ${title}`)),
      ...thing.makers.map(({ words }) => `${record.service} m ${[...words].sort().join(' ')}`),
    ]);
  for (const [index, description] of descriptions.entries()) {
    const partners = new Set<number>();
    for (const key of keysOf(description)) {
      const bucket = buckets.get(key) ?? [];
      for (const partner of bucket) partners.add(partner);
      bucket.push(index);
      buckets.set(key, bucket);
    }
    for (const partner of partners) {
      const other = descriptions[partner];
      if (other !== undefined) yield [other, description];
    }
  }
}

interface Counts {
  sameId: { same: number; doubtful: number; different: number };
  otherId: { different: number; doubtful: number; wrong: number; editions: number; alike: number };
}

/** The group that a thing is counted under. */
export const groupOf = ({ service, thing }: Pick<LabelledRecord, 'service' | 'thing'>): string =>
  service === 'goodreads' ? 'books' : service === 'mal' ? thing.kind : thing.kind === 'movie' ? 'films' : thing.kind;

export function measureIdentity(records: readonly LabelledRecord[]): IdentityMeasure {
  const counts = new Map<string, Counts>();
  const missed: JudgedPair[] = [];
  const wrong: JudgedPair[] = [];
  const alike: JudgedPair[] = [];
  const countsOf = (kind: string): Counts => {
    const known = counts.get(kind);
    if (known !== undefined) return known;
    const fresh: Counts = {
      sameId: { same: 0, doubtful: 0, different: 0 },
      otherId: { different: 0, doubtful: 0, wrong: 0, editions: 0, alike: 0 },
    };
    counts.set(kind, fresh);
    return fresh;
  };
  const descriptions = describe(records);

  const byId = new Map<string, Description[]>();
  for (const description of descriptions) {
    const key = `${description.record.service} ${description.record.id}`;
    byId.set(key, [...(byId.get(key) ?? []), description]);
  }
  for (const described of byId.values()) {
    for (const [index, left] of described.entries())
      for (const right of described.slice(index)) {
        const pairs = filePairs(left, right);
        if (pairs === 0) continue;
        const kind = groupOf(left.record);
        const verdict = comparePrepared(left.thing, right.thing, 'two-sources');
        countsOf(kind).sameId[verdict.verdict] += pairs;
        if (verdict.verdict !== 'same') missed.push({ kind, left: left.record, right: right.record, verdict });
      }
  }

  for (const [left, right] of candidatePairs(descriptions)) {
    if (left.record.id === right.record.id) continue;
    const sharesFile = [...left.files].some((file) => right.files.has(file));
    const sharesAll = left.files.size === 1 && right.files.size === 1 && sharesFile;
    const scopes: readonly ComparisonScope[] = [
      ...(sharesFile ? (['one-source'] as const) : []),
      ...(sharesAll ? [] : (['two-sources'] as const)),
    ];
    for (const scope of scopes) {
      const kind = groupOf(left.record);
      const { otherId } = countsOf(kind);
      const verdict = comparePrepared(left.thing, right.thing, scope);
      if (verdict.verdict !== 'same') otherId[verdict.verdict] += 1;
      else if (!areTwoThings(left.record, right.record, scope)) otherId.editions += 1;
      else if (areAlike(left, right, scope)) {
        otherId.alike += 1;
        alike.push({ kind, left: left.record, right: right.record, verdict });
      } else {
        otherId.wrong += 1;
        wrong.push({ kind, left: left.record, right: right.record, verdict });
      }
    }
  }

  const kinds = [...counts].map(([kind, { sameId, otherId }]): KindMeasure => {
    const all = sameId.same + sameId.doubtful + sameId.different;
    const taken = sameId.same + otherId.wrong;
    return {
      kind,
      sameId,
      otherId,
      precision: taken === 0 ? null : sameId.same / taken,
      recall: all === 0 ? null : sameId.same / all,
    };
  });
  return { kinds: kinds.sort((left, right) => sizeOf(right) - sizeOf(left)), missed, wrong, alike };
}

const sizeOf = ({ sameId }: KindMeasure): number => sameId.same + sameId.doubtful + sameId.different;

/** In how many ways the two descriptions stand in two different files; of one description, each pair of files once. */
function filePairs(left: Description, right: Description): number {
  if (left === right) return (left.files.size * (left.files.size - 1)) / 2;
  let pairs = 0;
  for (const file of left.files) for (const other of right.files) if (file !== other) pairs += 1;
  return pairs;
}
