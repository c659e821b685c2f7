import { estimateHalfLife } from './forgetting';
import type { FtrlProximal } from './ftrl';
import type { PastJudgement } from './past-judgements';

/** Everybody's judgements are looked at again after every so many; replaying them costs a fifth of a second. */
const ESTIMATED_EVERY = 50;
const MOST_REPLAYED = 600;
const DAY_MILLISECONDS = 24 * 3600 * 1000;
/** Fading touches every weight, so time is saved up until it is worth a pass: what waits is off by half a percent at most. */
const WORTH_A_PASS = 0.995;
const LEAST_FACTOR = 1e-12;

/**
 * The half-life, in days, by which everybody's judgements fade. Estimated from the oldest n of them, n a multiple of
 * ESTIMATED_EVERY: a function of what was judged, and not of when it was asked for.
 */
export class Fading {
  #key = '';
  #halfLifeDays = Infinity;

  of(people: readonly (readonly PastJudgement[])[]): number {
    const dated = people.map((judgements) => judgements.flatMap((judgement) => (judgement.at === null ? [] : [{ ...judgement, at: judgement.at }])));
    const times = dated.flat().map(({ at }) => at).sort((left, right) => left - right);
    const counted = times.length - times.length % ESTIMATED_EVERY;
    const until = times[counted - 1] ?? Number.NEGATIVE_INFINITY;
    const key = `${String(counted)} ${String(until)} ${String(times[0])}`;
    if (key !== this.#key) {
      this.#halfLifeDays = counted === 0 ? Infinity : estimateHalfLife(dated.map((judgements) => judgements.filter(({ at }) => at <= until)), { mostExamples: MOST_REPLAYED }).halfLifeDays;
      this.#key = key;
    }
    return this.#halfLifeDays;
  }
}

/** Learns from judgements oldest first; between dated ones, what was learned before fades. */
export function learnInOrder(learner: FtrlProximal, judgements: readonly PastJudgement[], halfLifeDays: number): void {
  let before: number | null = null;
  for (const judgement of judgements) {
    const { at } = judgement;
    if (at !== null && before !== null) {
      const factor = 0.5 ** (Math.max(0, at - before) / DAY_MILLISECONDS / halfLifeDays);
      if (factor < WORTH_A_PASS) {
        learner.forget(Math.max(LEAST_FACTOR, factor));
        before = at;
      }
    } else if (at !== null) before = at;
    learner.update(judgement);
  }
}
