import type { IndexedEvent, RankingCase } from './baselines';
import type { Case, Variant } from './pack';

/** The recommender's task for each variant of a case. */
export const TASKS = { next: 'next', share: 'share', 'share-rated': 'shareRated' } as const satisfies Readonly<
  Record<Variant, string>
>;

export interface Prepared {
  readonly question: RankingCase;
  /** 1 where the candidate is relevant. */
  readonly relevant: Uint8Array;
}

/** The case in places of the pack; candidates "all" are every item that is neither in the history nor excluded. */
export function prepare(one: Case, count: number, places: ReadonlyMap<string, number>): Prepared {
  const placeOf = (id: string): number => places.get(id) ?? -1;
  const events = one.events
    .map(({ itemId, rating }): IndexedEvent => ({ index: placeOf(itemId), rating }))
    .filter(({ index }) => index >= 0);
  let candidates: Int32Array;
  if (one.candidates === 'all') {
    const met = new Uint8Array(count);
    for (const { index } of events) met[index] = 1;
    for (const id of one.exclude) met[placeOf(id)] = 1;
    candidates = unmet(met);
  } else {
    const excluded = new Set<string>(one.exclude);
    candidates = Int32Array.from(
      one.candidates.filter((id) => !excluded.has(id)),
      placeOf,
    );
  }
  const wanted = new Set(one.relevant.map(placeOf));
  const relevant = new Uint8Array(candidates.length);
  for (let at = 0; at < candidates.length; at++) if (wanted.has(candidates[at] ?? -1)) relevant[at] = 1;
  return { question: { caseId: one.id, events, candidates }, relevant };
}

/** Places whose mark is 0, ascending. */
function unmet(met: Uint8Array): Int32Array {
  const places = new Int32Array(met.length);
  let found = 0;
  for (let place = 0; place < met.length; place++) {
    if (met[place] !== 0) continue;
    places[found] = place;
    found += 1;
  }
  return places.slice(0, found);
}
