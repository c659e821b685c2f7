import type { Backtest, BacktestMethod, PersonComparison } from '../../domain/backtest';
import type { TasteProfile } from '../../domain/taste-profile';
import type { Predicted, PersonalLearning } from '../learning/personal-learning';
import { seededRandom } from '../math/seeded-random';
import type { CallContext } from '../recommender-api';
import { guideOf } from './better-way';
import { expectedCalibrationError, reliabilityTable } from './calibration';
import { byMethod, compareMethods } from './compare-methods';
import type { Run } from './compare-methods';
import { auc } from './metrics';
import type { SimpleWays } from './simple-ways';

/**
 * Consecutive judgements of one person that are ranked against each other. Longer runs would compare across drifting
 * taste, and a library's first ratings are made in one evening; shorter ones would lose pairs.
 */
const RUN_LENGTH = 10;
const SEED = 1;

/**
 * How well everybody's judgements would have been predicted: each from those before it, in order (Dawid 1984,
 * "prequential"), so that no prediction has seen its answer. The simple ways know no more than that either.
 */
export async function backtest(
  profiles: readonly TasteProfile[],
  others: readonly TasteProfile[],
  learning: Pick<PersonalLearning, 'predicted'>,
  ways: SimpleWays,
  context: CallContext,
): Promise<Backtest> {
  const predicted = await learning.predicted(profiles, others, context);
  const people = profiles.flatMap((profile, index) => {
    context.throwIfCancelled?.();
    const own = predicted[index] ?? [];
    return own.length === 0 ? [] : [{ profile, runs: runsOf(profile, own, ways) }];
  });
  const all = predicted.flat();
  const chances = all.map(({ chance }) => chance);
  const labels = all.map(({ judgement }) => judgement.label);
  return {
    everybody: compareMethods(people.flatMap(({ runs }) => runs)),
    people: people.map(({ profile, runs }) => withGuide(profile, runs)),
    calibration: reliabilityTable(chances, labels),
    calibrationError: expectedCalibrationError(chances, labels),
  };
}

/** The same for one person, without the chances. */
export function personComparison(
  profile: TasteProfile,
  predicted: readonly Predicted[],
  ways: SimpleWays,
): PersonComparison {
  return withGuide(profile, runsOf(profile, predicted, ways));
}

function withGuide({ personId }: TasteProfile, runs: readonly Run[]): PersonComparison {
  const comparison = compareMethods(runs);
  return { personId, ...comparison, guide: guideOf(comparison) };
}

function runsOf(profile: TasteProfile, predicted: readonly Predicted[], ways: SimpleWays): readonly Run[] {
  const random = seededRandom(SEED);
  const simple = predicted.map(({ judgement }) => ways.before(judgement, profile));
  const scoreOf = (method: BacktestMethod, index: number): number => {
    switch (method) {
      case 'handpicked':
        return predicted[index]?.chance ?? Number.NaN;
      case 'model':
        return predicted[index]?.judgement.offset ?? Number.NaN;
      case 'random':
        return random();
      case 'average-rating':
      case 'creators':
      case 'likeness':
      case 'popularity':
        return simple[index]?.get(method) ?? Number.NaN;
    }
  };
  return Array.from({ length: Math.ceil(predicted.length / RUN_LENGTH) }, (_, run): Run => {
    const places = [...predicted.keys()].slice(run * RUN_LENGTH, (run + 1) * RUN_LENGTH);
    const liked = places.map((place) => predicted[place]?.judgement.label === 1);
    const positives = liked.filter(Boolean).length;
    const pairs = positives * (liked.length - positives);
    return {
      size: places.length,
      pairs,
      wins: byMethod((method) => {
        const scores = places.map((place) => scoreOf(method, place));
        return pairs === 0 ? 0 : pairs * auc(scores, liked);
      }),
    };
  });
}
