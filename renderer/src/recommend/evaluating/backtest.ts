import { BACKTEST_METHODS } from '../../domain/backtest';
import type { Backtest, BacktestMethod, MeasuredMean } from '../../domain/backtest';
import type { TasteProfile } from '../../domain/taste-profile';
import type { EncodedLibrary } from '../encoded-library';
import type { CallContext } from '../recommender-api';
import { expectedCalibrationError, reliabilityTable } from './calibration';
import { TYPICAL_RATING } from '../learning/item-features';
import type { Predicted, PersonalLearning } from '../learning/personal-learning';
import { bootstrapMean } from '../math/bootstrap';
import { seededRandom } from '../math/seeded-random';
import { auc } from './metrics';

/**
 * Consecutive judgements of one person that are ranked against each other. Longer runs would compare across drifting
 * taste, and a library's first ratings are made in one evening.
 */
const RUN_LENGTH = 20;
const SEED = 1;

/**
 * How well everybody's judgements would have been predicted: each from those before it, in order (Dawid 1984,
 * "prequential"), so that no prediction has seen its answer. Intervals resample runs of judgements.
 */
export async function backtest(
  profiles: readonly TasteProfile[],
  others: readonly TasteProfile[],
  learning: PersonalLearning,
  library: EncodedLibrary,
  context: CallContext,
): Promise<Backtest> {
  const scores = new Map<BacktestMethod, number[]>(BACKTEST_METHODS.map((method) => [method, []]));
  const chances: number[] = [];
  const labels: number[] = [];
  const random = seededRandom(SEED);
  let people = 0;
  for (const predicted of await learning.predicted(profiles, others, context)) {
    if (predicted.length === 0) continue;
    people += 1;
    for (const { chance, judgement } of predicted) {
      chances.push(chance);
      labels.push(judgement.label);
    }
    for (let start = 0; start < predicted.length; start += RUN_LENGTH) {
      const run = predicted.slice(start, start + RUN_LENGTH);
      const relevant = run.map(({ judgement }) => judgement.label === 1);
      for (const method of BACKTEST_METHODS)
        scores.get(method)?.push(
          auc(
            run.map((one) => scoreOf(method, one, library, random)),
            relevant,
          ),
        );
    }
  }
  const measured = (method: BacktestMethod): MeasuredMean => {
    const values = scores.get(method) ?? [];
    return bootstrapMean(
      values,
      values.map((_, index) => index),
      { seed: SEED },
    );
  };
  return {
    predicted: labels.length,
    people,
    calibration: reliabilityTable(chances, labels),
    calibrationError: expectedCalibrationError(chances, labels),
    auc: {
      handpicked: measured('handpicked'),
      model: measured('model'),
      'average-rating': measured('average-rating'),
      content: measured('content'),
      random: measured('random'),
    },
  };
}

function scoreOf(
  method: BacktestMethod,
  { judgement, chance }: Predicted,
  library: EncodedLibrary,
  random: () => number,
): number {
  switch (method) {
    case 'handpicked':
      return chance;
    case 'model':
      return judgement.offset;
    case 'average-rating':
      return library.knownRating(judgement.row) ?? library.item(judgement.row).crowd?.rating ?? TYPICAL_RATING;
    case 'content':
      return judgement.features.values[judgement.features.names.indexOf('model:content')] ?? 0;
    case 'random':
      return random();
  }
}
