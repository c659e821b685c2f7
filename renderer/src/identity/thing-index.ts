import type { IdentityEvidence } from '../domain/identity-evidence';
import { comparePrepared, SAME_FACTS, type ComparisonScope } from './compare-things';
import { createPreparer, type PreparedThing, type Thing } from './prepared-thing';

export interface DoubtfulCandidate<T> {
  readonly thing: T;
  readonly evidence: readonly IdentityEvidence[];
}

/** What an index holds for a description: the same thing, things that may be the same, or none. */
export type ThingMatch<T> =
  | {
      readonly verdict: 'same';
      readonly thing: T;
      readonly evidence: readonly IdentityEvidence[];
      /** As in `IdentityVerdict`: which of two descriptions of this thing is closer. */
      readonly strength: number;
    }
  | { readonly verdict: 'doubtful'; readonly candidates: readonly DoubtfulCandidate<T>[] }
  | { readonly verdict: 'none' };

/**
 * Where more things than this share title and year, or title and maker, only ids are compared: a title such as
 * "Untitled" must not cost n² comparisons.
 */
const MAX_CANDIDATES = 40;
/** Candidates named for one doubtful thing. */
const MAX_DOUBTFUL = 5;

interface Entry<T> {
  readonly value: T;
  readonly thing: PreparedThing;
}

/** Things under one title; by year and maker too, once there are many. */
class TitleBucket<T> {
  readonly #first: Entry<T>[] = [];
  #size = 0;
  #details: Map<string, Entry<T>[]> | null = null;

  add(entry: Entry<T>): void {
    this.#size += 1;
    if (this.#first.length < MAX_CANDIDATES) this.#first.push(entry);
    if (this.#size <= MAX_CANDIDATES) return;
    if (this.#details === null) {
      this.#details = new Map();
      for (const earlier of this.#first) this.#addDetails(this.#details, earlier);
    }
    this.#addDetails(this.#details, entry);
  }

  candidates(thing: PreparedThing): readonly Entry<T>[] {
    if (this.#details === null) return this.#first;
    const keys = [...yearKeys(thing), ...makerKeys(thing)];
    return keys.length === 0 ? this.#first : keys.flatMap((key) => this.#details?.get(key) ?? []);
  }

  #addDetails(details: Map<string, Entry<T>[]>, entry: Entry<T>): void {
    const { year } = entry.thing;
    for (const key of [...(year === null ? [] : [`y${String(year)}`]), ...makerKeys(entry.thing)]) {
      const found = details.get(key);
      if (found === undefined) details.set(key, [entry]);
      else if (found.length < MAX_CANDIDATES) found.push(entry);
    }
  }
}

const yearKeys = ({ year }: PreparedThing): string[] =>
  year === null ? [] : [year, year - 1, year + 1].map((value) => `y${String(value)}`);
const makerKeys = ({ makers }: PreparedThing): string[] =>
  makers.flatMap(({ words }) => words.map((word) => `m${word}`));

function addTo<T>(map: Map<string, T[]>, key: string, value: T): void {
  const found = map.get(key);
  if (found === undefined) map.set(key, [value]);
  else if (found.length < MAX_CANDIDATES) found.push(value);
}

/**
 * Finds the thing that a description means, in near-constant time. `scope` says how what is looked up relates to what
 * is in the index: rows of one file, or a library and a file.
 * @param prepare give one where the same things are indexed again, or looked up in several indices.
 */
export class ThingIndex<T extends Thing> {
  readonly #bySignature = new Map<string, Entry<T>>();
  readonly #byIdentifier = new Map<string, Entry<T>[]>();
  readonly #byTitle = new Map<string, TitleBucket<T>>();
  readonly #byBase = new Map<string, TitleBucket<T>>();
  /** By maker, year and length: films under a translated title. */
  readonly #byCredits = new Map<string, Entry<T>[]>();

  constructor(
    private readonly scope: ComparisonScope,
    private readonly prepare: (thing: Thing) => PreparedThing = createPreparer(),
  ) {}

  add(value: T): void {
    const thing = this.prepare(value);
    const entry: Entry<T> = { value, thing };
    if (!this.#bySignature.has(thing.signature)) this.#bySignature.set(thing.signature, entry);
    for (const { key } of thing.identifiers) addTo(this.#byIdentifier, key, entry);
    for (const key of thing.titleKeys) bucketOf(this.#byTitle, key).add(entry);
    for (const key of thing.baseKeys) bucketOf(this.#byBase, key).add(entry);
    if (thing.creditKey !== null) addTo(this.#byCredits, thing.creditKey, entry);
  }

  /** Only what the very same facts or a shared id prove. */
  findProven(value: Thing): ThingMatch<T> {
    const thing = this.prepare(value);
    // What was taken from this very description before is recognised, however little the description says.
    const known = this.#bySignature.get(thing.signature);
    if (known !== undefined) {
      const { evidence, strength } = SAME_FACTS;
      return { verdict: 'same', thing: known.value, evidence, strength };
    }
    return this.#closest(thing, this.#sharingIdentifier(thing));
  }

  /** @param accept leaves out things that are taken by another description. */
  find(value: Thing, accept: (thing: T) => boolean = () => true): ThingMatch<T> {
    const thing = this.prepare(value);
    const known = this.#bySignature.get(thing.signature);
    if (known !== undefined && accept(known.value)) return this.findProven(value);
    const candidates = this.#candidates(thing);
    if (candidates.size === 0) return { verdict: 'none' };
    return this.#closest(
      thing,
      [...candidates].filter((entry) => accept(entry.value)),
    );
  }

  #closest(thing: PreparedThing, candidates: Iterable<Entry<T>>): ThingMatch<T> {
    let best: { readonly entry: Entry<T>; readonly evidence: readonly IdentityEvidence[] }[] = [];
    let strength = 0;
    const doubtful: DoubtfulCandidate<T>[] = [];
    for (const entry of candidates) {
      const found = comparePrepared(entry.thing, thing, this.scope);
      if (found.verdict === 'doubtful') doubtful.push({ thing: entry.value, evidence: found.evidence });
      if (found.verdict !== 'same' || found.strength < strength) continue;
      if (found.strength > strength) best = [];
      strength = found.strength;
      best.push({ entry, evidence: found.evidence });
    }
    const [first, ...others] = best;
    if (first === undefined)
      return doubtful.length === 0
        ? { verdict: 'none' }
        : { verdict: 'doubtful', candidates: doubtful.slice(0, MAX_DOUBTFUL) };
    // Several that fit equally well are no doubt where they are one thing themselves.
    const rivals = others.filter(
      ({ entry }) => comparePrepared(first.entry.thing, entry.thing, this.scope).verdict !== 'same',
    );
    if (rivals.length === 0) return { verdict: 'same', thing: first.entry.value, evidence: first.evidence, strength };
    return {
      verdict: 'doubtful',
      candidates: [first, ...rivals]
        .slice(0, MAX_DOUBTFUL)
        .map(({ entry, evidence }) => ({ thing: entry.value, evidence: ['two-candidates', ...evidence] })),
    };
  }

  #sharingIdentifier({ identifiers }: PreparedThing): readonly Entry<T>[] {
    return identifiers.flatMap(({ key }) => this.#byIdentifier.get(key) ?? []);
  }

  #candidates(thing: PreparedThing): ReadonlySet<Entry<T>> {
    const found = new Set(this.#sharingIdentifier(thing));
    const addAll = (entries: readonly Entry<T>[] | undefined): void => {
      for (const entry of entries ?? []) found.add(entry);
    };
    for (const key of thing.titleKeys) {
      addAll(this.#byTitle.get(key)?.candidates(thing));
      addAll(this.#byBase.get(key)?.candidates(thing));
    }
    for (const key of thing.baseKeys) addAll(this.#byTitle.get(key)?.candidates(thing));
    if (thing.creditKey !== null) addAll(this.#byCredits.get(thing.creditKey));
    return found;
  }
}

function bucketOf<T>(map: Map<string, TitleBucket<T>>, key: string): TitleBucket<T> {
  const found = map.get(key);
  if (found !== undefined) return found;
  const bucket = new TitleBucket<T>();
  map.set(key, bucket);
  return bucket;
}
