import { grouped } from './grouped';
import { expectedCalibrationError } from '../../../renderer/src/recommend/evaluating/calibration';
import { auc } from '../../../renderer/src/recommend/evaluating/metrics';
import { seededRandom } from '../../../renderer/src/recommend/math/seeded-random';
import type { Crowd } from '../options';
import type { KnowsCase } from './people-cases';
import { withInterval, RESAMPLES, SEED } from './person-series';
import type { ResampledRow } from './person-series';

/** Of "had they met it?": order over all cases, and, where the scores are chances, how true these are. */
export function knowsRows(
  pack: string,
  cases: readonly KnowsCase[],
  method: string,
  crowd: Crowd,
  scores: Float64Array,
  areChances: boolean,
): readonly ResampledRow[] {
  const metrics: Readonly<Record<string, (scores: Float64Array, knew: Float64Array) => number>> = {
    auc,
    ...(areChances ? { 'log-loss': logLoss, ece: expectedCalibrationError } : {}),
  };
  const knew = Float64Array.from(cases, (one) => (one.knew ? 1 : 0));
  const people = [...grouped(cases.keys(), (place) => cases[place]?.friend.friend ?? '').values()];
  const random = seededRandom(SEED);
  const draws = Array.from({ length: RESAMPLES }, () =>
    Int32Array.from(people.flatMap(() => people[Math.floor(random() * people.length)] ?? [])),
  );
  return Object.entries(metrics).map(([metric, of]) => ({
    suite: 'told',
    pack,
    variant: 'knows',
    method,
    mode: 'warm',
    crowd,
    metric,
    bucket: 'all',
    n: cases.length,
    people: people.length,
    value: of(scores, knew),
    ...withInterval(
      Float64Array.from(draws, (places) =>
        of(
          Float64Array.from(places, (place) => scores[place] ?? 0),
          Float64Array.from(places, (place) => knew[place] ?? 0),
        ),
      ),
    ),
  }));
}

/** Mean negative log-likelihood, natural logarithm. */
export function logLoss(chances: Float64Array, labels: Float64Array): number {
  return (
    chances.reduce((sum, chance, at) => sum - Math.log(labels[at] === 1 ? chance : 1 - chance), 0) / chances.length
  );
}
