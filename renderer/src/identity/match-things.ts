import type { Preparer } from './prepared-thing';
import type { Thing } from './same-facts';
import { ThingIndex, type DoubtfulCandidate, type ThingMatch } from './thing-index';

/** After so many things it is asked whether to pause; that takes well below a millisecond. */
const THINGS_PER_STEP = 100;
const NO_CANDIDATES: readonly never[] = [];

export interface ThingMatches<Described, Known> {
  /** The descriptions of each known thing; several only where each shares an id with it. */
  readonly matched: ReadonlyMap<Known, readonly Described[]>;
  /** Descriptions of nothing that is known, with what each may be where that is in doubt. */
  readonly unmatched: ReadonlyMap<Described, readonly DoubtfulCandidate<Known>[]>;
}

/**
 * Assigns the descriptions of another source to known things. `described` must hold each thing once, so a known thing
 * gets one description, or several that share an id with it. Order: first what an id proves, then by strength. After
 * each assignment the doubtful ones are looked at again, since a candidate may be gone. Greedy: where several namesakes
 * fit several known things, another order might have matched more of them.
 * @param yieldIfDue called all the time, so that the work may pause; what it throws ends the work
 */
export async function matchThings<Described extends Thing, Known extends Thing>(
  described: readonly Described[],
  known: readonly Known[],
  prepare: Preparer,
  yieldIfDue: () => Promise<void>,
): Promise<ThingMatches<Described, Known>> {
  const index = new ThingIndex<Known>('two-sources', prepare);
  for (const [place, thing] of known.entries()) {
    if (place % THINGS_PER_STEP === 0) await yieldIfDue();
    index.add(thing);
  }
  const matched = new Map<Known, Described[]>();
  const unmatched = new Map<Described, readonly DoubtfulCandidate<Known>[]>();
  for (const [place, thing] of described.entries()) {
    if (place % THINGS_PER_STEP === 0) await yieldIfDue();
    const match = index.findProven(thing);
    if (match.verdict !== 'same') unmatched.set(thing, NO_CANDIDATES);
    else {
      const earlier = matched.get(match.thing);
      if (earlier === undefined) matched.set(match.thing, [thing]);
      else earlier.push(thing);
    }
  }
  let pending: readonly Described[] = [...unmatched.keys()];
  for (let takenBefore = -1; takenBefore < matched.size;) {
    takenBefore = matched.size;
    const taken = new Set(matched.keys());
    const isFree = (candidate: Known): boolean => !taken.has(candidate);
    const alike: Alike<Described, Known>[] = [];
    for (const [place, thing] of pending.entries()) {
      if (place % THINGS_PER_STEP === 0) await yieldIfDue();
      const match = index.find(thing, isFree);
      if (match.verdict !== 'none') alike.push({ thing, match });
    }
    for (const [place, { thing, match }] of (await strongestFirst(alike, yieldIfDue)).entries()) {
      if (place % THINGS_PER_STEP === 0) await yieldIfDue();
      if (match.verdict === 'doubtful') unmatched.set(thing, match.candidates);
      // Another description is closer to it.
      else if (match.verdict === 'same' && matched.has(match.thing))
        unmatched.set(thing, [{ thing: match.thing, evidence: ['two-candidates', ...match.evidence] }]);
      else if (match.verdict === 'same') {
        matched.set(match.thing, [thing]);
        unmatched.delete(thing);
      }
    }
    pending = alike.flatMap(({ thing }) => (unmatched.has(thing) ? [thing] : []));
  }
  return { matched, unmatched };
}

interface Alike<Described, Known> {
  readonly thing: Described;
  readonly match: ThingMatch<Known>;
}

/** In the order in which they came where they are as strong. */
async function strongestFirst<Described, Known>(
  alike: readonly Alike<Described, Known>[],
  yieldIfDue: () => Promise<void>,
): Promise<readonly Alike<Described, Known>[]> {
  // There are few strengths; sorting 100,000 at once would hold up the page.
  const byStrength = new Map<number, Alike<Described, Known>[]>();
  for (const [place, one] of alike.entries()) {
    if (place % THINGS_PER_STEP === 0) await yieldIfDue();
    const strength = strengthOf(one.match);
    const equal = byStrength.get(strength);
    if (equal === undefined) byStrength.set(strength, [one]);
    else equal.push(one);
  }
  return [...byStrength].sort(([left], [right]) => right - left).flatMap(([, equal]) => equal);
}

const strengthOf = (match: ThingMatch<unknown>): number => (match.verdict === 'same' ? match.strength : 0);
