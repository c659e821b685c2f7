import { grouped } from './grouped';
import { seededRandom } from '../../../renderer/src/recommend/math/seeded-random';
import type { Crowd } from '../options';

/** One value of a case, with the people whose resampling decides how often it counts. */
export interface CaseValue {
  readonly k: number | null;
  /** The service the library is from, where the case says so. */
  readonly service?: string | null;
  /**
   * Parts of the value: a mean of `values`, each counted as often as the product of how often its people are drawn. A
   * ranking has one part and one person, a swap one part and two people, a "whom" one part per pair of friends.
   */
  readonly parts: readonly CasePart[];
}

export interface CasePart {
  readonly value: number;
  readonly people: readonly [string] | readonly [string, string];
}

/** Everything one method scored on one metric. */
export interface PersonSeries {
  readonly variant: string;
  readonly method: string;
  readonly crowd: Crowd;
  readonly metric: string;
  readonly cases: readonly CaseValue[];
}

/** One line of the JSON output. */
export interface PersonRow {
  readonly suite: string;
  readonly pack: string;
  readonly variant: string;
  readonly asImported?: 'none' | 'as-imported';
  readonly method: string;
  readonly mode: 'warm';
  readonly crowd: Crowd;
  readonly metric: string;
  readonly bucket: string;
  /** Cases. */
  readonly n: number;
  readonly people: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A row with its resampled values, of which the mean over packs gets its interval. */
export interface ResampledRow extends PersonRow {
  readonly resamples: Float64Array;
}

const RESAMPLES = 500;
const LOW = 0.025;
const HIGH = 0.975;
const SEED = 1;
export const MEAN = 'mean';
/** Packs of fewer people are anecdotes: they are printed, and left out of the mean. */
const MIN_PEOPLE = 30;

/** The series over all cases, and by number of known events and by service where there are several. */
export function personRows(suite: string, pack: string, series: PersonSeries): readonly ResampledRow[] {
  const { variant, method, crowd, metric } = series;
  return bucketsOf(series.cases).flatMap(({ bucket, holds }) => {
    const cases = series.cases.filter((one) => one.parts.length > 0 && holds(one));
    if (cases.length === 0) return [];
    const people = new Set(cases.flatMap(({ parts }) => parts.flatMap((part) => part.people)));
    return [
      {
        suite,
        pack,
        variant,
        method,
        mode: 'warm' as const,
        crowd,
        metric,
        bucket,
        n: cases.length,
        people: people.size,
        value: mean(cases.map(({ parts }) => mean(parts.map(({ value }) => value)))),
        ...withInterval(resampled(cases, [...people])),
      },
    ];
  });
}

interface CaseBucket {
  readonly bucket: string;
  readonly holds: (one: CaseValue) => boolean;
}

function bucketsOf(cases: readonly CaseValue[]): readonly CaseBucket[] {
  const ks = [...new Set(cases.flatMap(({ k }) => k ?? []))].toSorted((left, right) => left - right);
  const services = [...new Set(cases.flatMap(({ service }) => service ?? []))].toSorted();
  return [
    { bucket: 'all', holds: () => true },
    ...(ks.length > 1 ? ks : []).map((k) => ({ bucket: `k=${String(k)}`, holds: (one: CaseValue) => one.k === k })),
    ...(services.length > 1 ? services : []).map((service) => ({
      bucket: `service=${service}`,
      holds: (one: CaseValue) => one.service === service,
    })),
  ];
}

/** Rows of pack "mean": the mean over packs of 30 people or more; variants named "-told" and "-knows" have none. */
export function meansOverPacks(rows: readonly ResampledRow[]): readonly ResampledRow[] {
  const groups = grouped(
    rows.filter(({ people, variant }) => people >= MIN_PEOPLE && !/(^|-)(told|knows)$/.test(variant)),
    ({ variant, method, crowd, metric, bucket, asImported }) =>
      [variant, method, crowd, metric, bucket, asImported].join(' '),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const resamples = first.resamples.map((_, round) => mean(group.map((row) => row.resamples[round] ?? Number.NaN)));
    const sum = (read: (row: ResampledRow) => number): number => group.reduce((total, row) => total + read(row), 0);
    return [
      {
        ...first,
        pack: MEAN,
        n: sum(({ n }) => n),
        people: sum(({ people }) => people),
        value: mean(group.map(({ value }) => value)),
        ...withInterval(resamples),
      },
    ];
  });
}

/** Means of resamples (percentile bootstrap, Efron 1979): people are drawn, and a case counts by those it holds. */
export function resampled(cases: readonly CaseValue[], people: readonly string[]): Float64Array {
  const numbers = new Map(people.map((person, number) => [person, number]));
  // One place more, of nobody, who is drawn once: the second person of a part of one.
  const nobody = people.length;
  const parts = cases.flatMap((one) => one.parts);
  const values = Float64Array.from(parts, ({ value }) => value);
  const first = Int32Array.from(parts, ({ people: [person] }) => numbers.get(person) ?? nobody);
  const second = Int32Array.from(parts, ({ people: [, person = ''] }) => numbers.get(person) ?? nobody);
  const lengths = Int32Array.from(cases, (one) => one.parts.length);
  return Float64Array.from(drawsOf(people.length), (drawn) => {
    let [sum, weight, at] = [0, 0, 0];
    for (const length of lengths) {
      let [caseSum, caseWeight] = [0, 0];
      for (const end = at + length; at < end; at++) {
        const times = (drawn[first[at] ?? 0] ?? 0) * (drawn[second[at] ?? 0] ?? 0);
        caseSum += times * (values[at] ?? 0);
        caseWeight += times;
      }
      if (caseWeight === 0) continue;
      // A case of several pairs of people counts once; one of the same people throughout, as often as they are drawn.
      const times = length === 1 ? caseWeight : 1;
      sum += (times * caseSum) / caseWeight;
      weight += times;
    }
    return sum / weight;
  });
}

const DRAWS = new Map<number, readonly Float64Array[]>();

/**
 * How often each of so many people is drawn, per resample, then a 1. From one seed, so that methods are compared on the
 * same resamples.
 */
export function drawsOf(people: number): readonly Float64Array[] {
  const known = DRAWS.get(people);
  if (known !== undefined) return known;
  const random = seededRandom(SEED);
  const draws = Array.from({ length: RESAMPLES }, () => {
    const drawn = new Float64Array(people + 1);
    for (let draw = 0; draw < people; draw++) {
      const person = Math.floor(random() * people);
      drawn[person] = (drawn[person] ?? 0) + 1;
    }
    drawn[people] = 1;
    return drawn;
  });
  DRAWS.set(people, draws);
  return draws;
}

export function withInterval(resamples: Float64Array): Pick<ResampledRow, 'low' | 'high' | 'resamples'> {
  const sorted = resamples.filter((value) => !Number.isNaN(value)).toSorted();
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { low: at(LOW), high: at(HIGH), resamples };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
