import type { PreparedThing } from './prepared-thing';

/**
 * Where more things than this share title and year, or title and maker, only ids are compared: a title such as
 * "Untitled" must not cost n² comparisons.
 */
const MAX_CANDIDATES = 40;
/** A list of this length is searched as it is; a longer one gets a set beside it. */
const MAX_SEARCHED = 8;

/** A thing of an index. */
export interface Entry<T> {
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

/** The first entry with each set of facts. */
export class EntriesByFacts<T> {
  /** By hash of the facts; hardly ever more than one. */
  readonly #entries = new Map<number, Entry<T> | Entry<T>[]>();

  get isEmpty(): boolean {
    return this.#entries.size === 0;
  }

  add(entry: Entry<T>): void {
    const { factsHash } = entry.thing;
    const found = this.#entries.get(factsHash);
    if (found === undefined) this.#entries.set(factsHash, entry);
    else if (this.find(entry.thing) !== undefined) return;
    else if (Array.isArray(found)) found.push(entry);
    else this.#entries.set(factsHash, [found, entry]);
  }

  find(thing: PreparedThing): Entry<T> | undefined {
    const found = this.#entries.get(thing.factsHash);
    if (found === undefined) return undefined;
    if (Array.isArray(found)) return found.find((entry) => entry.thing.hasSameFacts(thing));
    return found.thing.hasSameFacts(thing) ? found : undefined;
  }
}

/** Lists of entries by key, of at most `MAX_CANDIDATES`; one that is alone under its key needs no list. */
export class EntriesByKey<T> {
  readonly #entries = new Map<string, Entry<T> | Entry<T>[]>();

  get isEmpty(): boolean {
    return this.#entries.size === 0;
  }

  add(key: string, entry: Entry<T>): void {
    const found = this.#entries.get(key);
    if (found === undefined) this.#entries.set(key, entry);
    else if (!Array.isArray(found)) this.#entries.set(key, [found, entry]);
    else if (found.length < MAX_CANDIDATES) found.push(entry);
  }

  collect(key: string, into: Candidates<T>): void {
    const found = this.#entries.get(key);
    if (found === undefined) return;
    if (Array.isArray(found)) into.addAll(found);
    else into.add(found);
  }
}

/** Buckets by title; a thing that is alone under its title needs none. */
export class EntriesByTitle<T> {
  readonly #entries = new Map<string, Entry<T> | TitleBucket<T>>();

  add(key: string, entry: Entry<T>): void {
    const found = this.#entries.get(key);
    if (found === undefined) this.#entries.set(key, entry);
    else if (found instanceof TitleBucket) found.add(entry);
    else {
      const bucket = new TitleBucket<T>();
      bucket.add(found);
      bucket.add(entry);
      this.#entries.set(key, bucket);
    }
  }

  collect(key: string, thing: PreparedThing, into: Candidates<T>): void {
    const found = this.#entries.get(key);
    if (found === undefined) return;
    if (found instanceof TitleBucket) into.addAll(found.candidates(thing));
    else into.add(found);
  }
}

/** Entries to compare, each once, in the order in which they were found. */
export class Candidates<T> {
  readonly list: Entry<T>[] = [];
  #known: Set<Entry<T>> | null = null;

  add(entry: Entry<T>): void {
    if (this.#known !== null ? this.#known.has(entry) : this.list.includes(entry)) return;
    this.list.push(entry);
    if (this.#known !== null) this.#known.add(entry);
    else if (this.list.length > MAX_SEARCHED) this.#known = new Set(this.list);
  }

  addAll(entries: readonly Entry<T>[]): void {
    for (const entry of entries) this.add(entry);
  }
}
