import { grouped } from './grouped';
import { expectedCalibrationError } from '../../../renderer/src/recommend/evaluating/calibration';
import { auc } from '../../../renderer/src/recommend/evaluating/metrics';
import type { Crowd } from '../options';
import type { KnowsCase } from './people-cases';
import { drawsOf, withInterval } from './person-series';
import type { ResampledRow } from './person-series';

/** A figure over all cases, and the same where a case counts as often as its weight says. */
interface Measure {
  readonly value: number;
  readonly resampled: (weights: Float64Array) => number;
}

/** Of "had they met it?": order over all cases, and, where the scores are chances, how true these are. */
export function knowsRows(
  pack: string,
  cases: readonly KnowsCase[],
  method: string,
  crowd: Crowd,
  scores: Float64Array,
  areChances: boolean,
): readonly ResampledRow[] {
  const knew = Float64Array.from(cases, (one) => (one.knew ? 1 : 0));
  const people = [...grouped(cases.keys(), (place) => cases[place]?.friend.friend ?? '').values()];
  const personOf = new Int32Array(cases.length);
  people.forEach((places, person) => {
    for (const place of places) personOf[place] = person;
  });
  const measures: Readonly<Record<string, Measure>> = {
    auc: { value: auc(scores, knew), resampled: weightedAuc(scores, knew) },
    ...(areChances
      ? {
          'log-loss': { value: logLoss(scores, knew), resampled: weightedMean(losses(scores, knew)) },
          ece: {
            value: expectedCalibrationError(scores, knew),
            resampled: (weights) => {
              const places = repeated(weights);
              return expectedCalibrationError(
                places.map((place) => scores[place] ?? 0),
                places.map((place) => knew[place] ?? 0),
              );
            },
          },
        }
      : {}),
  };
  const weights = drawsOf(people.length).map((drawn) => Float64Array.from(personOf, (person) => drawn[person] ?? 0));
  return Object.entries(measures).map(([metric, { value, resampled }]) => ({
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
    value,
    ...withInterval(Float64Array.from(weights, resampled)),
  }));
}

/** AUC of weighted cases: they are sorted once, whatever the weights. */
export function weightedAuc(scores: Float64Array, labels: Float64Array): (weights: Float64Array) => number {
  const order = Int32Array.from(scores.keys()).sort((left, right) => (scores[left] ?? 0) - (scores[right] ?? 0));
  return (weights) => {
    let [below, positives, wins] = [0, 0, 0];
    for (let start = 0; start < order.length;) {
      const score = scores[order[start] ?? 0];
      let [tiedPositives, tiedNegatives, at] = [0, 0, start];
      for (; at < order.length && scores[order[at] ?? 0] === score; at++) {
        const place = order[at] ?? 0;
        if (labels[place] === 1) tiedPositives += weights[place] ?? 0;
        else tiedNegatives += weights[place] ?? 0;
      }
      wins += tiedPositives * (below + tiedNegatives / 2);
      below += tiedNegatives;
      positives += tiedPositives;
      start = at;
    }
    return positives === 0 || below === 0 ? Number.NaN : wins / (positives * below);
  };
}

function weightedMean(values: Float64Array): (weights: Float64Array) => number {
  return (weights) => {
    let [sum, all] = [0, 0];
    for (let at = 0; at < values.length; at++) {
      sum += (weights[at] ?? 0) * (values[at] ?? 0);
      all += weights[at] ?? 0;
    }
    return sum / all;
  };
}

/** Places, each as often as its weight says. */
function repeated(weights: Float64Array): readonly number[] {
  const places: number[] = [];
  weights.forEach((weight, place) => {
    for (let time = 0; time < weight; time++) places.push(place);
  });
  return places;
}

/** Mean negative log-likelihood, natural logarithm. */
export function logLoss(chances: Float64Array, labels: Float64Array): number {
  return losses(chances, labels).reduce((sum, loss) => sum + loss, 0) / chances.length;
}

const losses = (chances: Float64Array, labels: Float64Array): Float64Array =>
  chances.map((chance, at) => -Math.log(labels[at] === 1 ? chance : 1 - chance));
