import { estimateHalfLife } from './half-life';
import type { PastJudgement } from './past-judgements';

/** The half-life is estimated again after so many new judgements; an estimate takes a fifth of a second. */
const ESTIMATED_EVERY = 50;
const MAX_REPLAYED = 600;

/**
 * The half-life, in days, of everybody's judgements. It is estimated from the oldest n of them, n a multiple of
 * ESTIMATED_EVERY, so that it depends on the judgements and not on when it was asked for.
 */
export class HalfLifeCache {
  #key = '';
  #halfLifeDays = Infinity;

  of(people: readonly (readonly PastJudgement[])[]): number {
    const dated = people.map((judgements) =>
      judgements.flatMap((judgement) => (judgement.at === null ? [] : [{ ...judgement, at: judgement.at }])),
    );
    const times = dated
      .flat()
      .map(({ at }) => at)
      .sort((left, right) => left - right);
    const counted = times.length - (times.length % ESTIMATED_EVERY);
    const until = times[counted - 1] ?? Number.NEGATIVE_INFINITY;
    const key = `${String(counted)} ${String(until)} ${String(times[0])}`;
    if (key !== this.#key) {
      this.#halfLifeDays =
        counted === 0
          ? Infinity
          : estimateHalfLife(
              dated.map((judgements) => judgements.filter(({ at }) => at <= until)),
              { maxExamples: MAX_REPLAYED },
            ).halfLifeDays;
      this.#key = key;
    }
    return this.#halfLifeDays;
  }
}
