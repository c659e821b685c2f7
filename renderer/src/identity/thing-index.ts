import type { IdentityEvidence } from '../domain/identity-evidence';
import { comparePrepared, SAME_FACTS, type ComparisonScope, type IdentityVerdict } from './compare-things';
import { Candidates, EntriesByFacts, EntriesByKey, EntriesByTitle, type Entry } from './index-entries';
import type { KindFamily } from './kind-rules';
import { createPreparer, type PreparedThing, type Preparer } from './prepared-thing';
import type { Thing } from './same-facts';

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

/** A thing that is or may be the same as another. */
export interface AlikeThing<T> extends Pick<IdentityVerdict, 'evidence' | 'strength'> {
  readonly thing: T;
  readonly verdict: 'same' | 'doubtful';
}

/** Candidates named for one doubtful thing. */
const MAX_DOUBTFUL = 5;

const NONE = { verdict: 'none' } as const;

/** Things of one family of kinds by the keys of their titles, and of the parts before a subtitle. */
interface TitleEntries<T> {
  readonly whole: EntriesByTitle<T>;
  readonly base: EntriesByTitle<T>;
}

/**
 * Finds the thing that a description means, in near-constant time. `scope` says how what is looked up relates to what
 * is in the index: rows of one file, or a library and a file.
 * @param prepare give one where the same things are indexed again, or looked up in several indices.
 */
export class ThingIndex<T extends Thing> {
  readonly #byFacts = new EntriesByFacts<T>();
  readonly #byIdentifier = new EntriesByKey<T>();
  /** By family of kinds: titles of two families are never compared. */
  readonly #byTitle = new Map<KindFamily, TitleEntries<T>>();
  /** By maker, year and length: films under a translated title. */
  readonly #byCredits = new EntriesByKey<T>();

  constructor(
    private readonly scope: ComparisonScope,
    private readonly prepare: Preparer = createPreparer(),
  ) {}

  /** A thing is found by every description that its owner said is one with it. */
  add(value: T): void {
    this.#addEntry({ value, thing: this.prepare(value) });
    for (const facts of value.twins?.same ?? []) this.#addEntry({ value, thing: this.prepare(facts) });
  }

  #addEntry(entry: Entry<T>): void {
    const { thing } = entry;
    this.#byFacts.add(entry);
    for (const { key } of thing.identifiers) this.#byIdentifier.add(key, entry);
    const titles = this.#titlesOf(thing.rule.family);
    for (const key of thing.titleKeys) titles.whole.add(key, entry);
    for (const key of thing.baseKeys) titles.base.add(key, entry);
    const { creditKey } = thing;
    if (creditKey !== null) this.#byCredits.add(creditKey, entry);
  }

  /** Only what the very same facts or a shared id prove. */
  findProven(value: Thing): ThingMatch<T> {
    if (this.#byFacts.isEmpty) return NONE;
    const thing = this.prepare(value);
    // What was taken from this very description before is recognised, however little the description says.
    const known = this.#byFacts.find(thing);
    if (known !== undefined) {
      const { evidence, strength } = SAME_FACTS;
      return { verdict: 'same', thing: known.value, evidence, strength };
    }
    if (thing.identifiers.length === 0) return NONE;
    const candidates = new Candidates<T>();
    this.#collectSharingIdentifier(thing, candidates);
    return this.#closest(thing, candidates.list);
  }

  /** @param accept leaves out things that are taken by another description. */
  find(value: Thing, accept: (thing: T) => boolean = () => true): ThingMatch<T> {
    if (this.#byFacts.isEmpty) return NONE;
    const thing = this.prepare(value);
    const known = this.#byFacts.find(thing);
    if (known !== undefined && accept(known.value)) return this.findProven(value);
    return this.#closest(
      thing,
      this.#candidates(thing).filter((entry) => accept(entry.value)),
    );
  }

  /**
   * Every thing that is or may be the same as this one: the question for two things of one library.
   * @param scopeOf how each of them relates to this one
   */
  alike(value: Thing, scopeOf: (thing: T) => ComparisonScope): readonly AlikeThing<T>[] {
    if (this.#byFacts.isEmpty) return [];
    const thing = this.prepare(value);
    const found = new Map<T, AlikeThing<T>>();
    for (const entry of this.#candidates(thing)) {
      const { verdict, evidence, strength } = comparePrepared(entry.thing, thing, scopeOf(entry.value));
      // One of its descriptions may say more than another.
      if (verdict !== 'different' && (verdict === 'same' || !found.has(entry.value)))
        found.set(entry.value, { thing: entry.value, verdict, evidence, strength });
    }
    return [...found.values()];
  }

  #closest(thing: PreparedThing, candidates: readonly Entry<T>[]): ThingMatch<T> {
    if (candidates.length === 0) return NONE;
    let best: { readonly entry: Entry<T>; readonly evidence: readonly IdentityEvidence[] }[] = [];
    let strength = 0;
    const doubtful: DoubtfulCandidate<T>[] = [];
    for (const entry of candidates) {
      const found = comparePrepared(entry.thing, thing, this.scope);
      if (found.verdict === 'doubtful' && !doubtful.some(({ thing: other }) => other === entry.value))
        doubtful.push({ thing: entry.value, evidence: found.evidence });
      if (found.verdict !== 'same' || found.strength < strength) continue;
      if (found.strength > strength) best = [];
      strength = found.strength;
      best.push({ entry, evidence: found.evidence });
    }
    const [first, ...others] = best;
    if (first === undefined)
      return doubtful.length === 0 ? NONE : { verdict: 'doubtful', candidates: doubtful.slice(0, MAX_DOUBTFUL) };
    // Several that fit equally well are no doubt where they are one thing themselves.
    const rivals = others.filter(
      ({ entry }, place) =>
        entry.value !== first.entry.value &&
        !others.slice(0, place).some((earlier) => earlier.entry.value === entry.value) &&
        comparePrepared(first.entry.thing, entry.thing, this.scope).verdict !== 'same',
    );
    if (rivals.length === 0) return { verdict: 'same', thing: first.entry.value, evidence: first.evidence, strength };
    return {
      verdict: 'doubtful',
      candidates: [first, ...rivals]
        .slice(0, MAX_DOUBTFUL)
        .map(({ entry, evidence }) => ({ thing: entry.value, evidence: ['two-candidates', ...evidence] })),
    };
  }

  #titlesOf(family: KindFamily): TitleEntries<T> {
    const found = this.#byTitle.get(family);
    if (found !== undefined) return found;
    const titles: TitleEntries<T> = { whole: new EntriesByTitle(), base: new EntriesByTitle() };
    this.#byTitle.set(family, titles);
    return titles;
  }

  #collectSharingIdentifier({ identifiers }: PreparedThing, into: Candidates<T>): void {
    for (const { key } of identifiers) this.#byIdentifier.collect(key, into);
  }

  #candidates(thing: PreparedThing): readonly Entry<T>[] {
    const found = new Candidates<T>();
    this.#collectSharingIdentifier(thing, found);
    const { whole, base } = this.#titlesOf(thing.rule.family);
    for (const key of thing.titleKeys) {
      whole.collect(key, thing, found);
      base.collect(key, thing, found);
    }
    for (const key of thing.baseKeys) whole.collect(key, thing, found);
    const creditKey = this.#byCredits.isEmpty ? null : thing.creditKey;
    if (creditKey !== null) this.#byCredits.collect(creditKey, found);
    return found.list;
  }
}
