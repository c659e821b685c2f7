import { rowAt } from '../item-index';
import type { ItemIndex } from '../item-index';
import { isLiked } from '../../domain/taste-scale';
import type { Assessment } from './assessment';
import type { EncodedLibrary } from '../encoded-library';
import { topK } from '../math/top-k';
import { classesOfItem, targetDistribution } from './calibration-penalty';
import { diversify } from './diversity';
import type { DiversityInput } from './diversity';

/**
 * Items below this percentile are not sent just for being unknown, while there are CHOICE_PER_PLACE others per place.
 */
const MIN_FIT = 0.75;
const CHOICE_PER_PLACE = 3;
/** From this many events on, the kinds a person is after are known and need not be mixed. */
const KINDS_KNOWN_AFTER = 3;

/** Indices of `count` items of an assessment, best first: worth sending, and diverse. */
export function slateOf(
  assessment: Assessment,
  count: number,
  now: number,
  library: EncodedLibrary,
): readonly number[] {
  const row = (index: number): ItemIndex => rowAt(assessment.rows, index);
  const { values, complete } = assessment;
  const ranked = complete === null ? topK(values, values.length) : bestOf(complete, values);
  const fitting = ranked.filter((index) => (assessment.fit[index] ?? 0) >= MIN_FIT);
  const input: DiversityInput = {
    values: assessment.values,
    similarity: (left, right) => Math.max(0, library.likeness(row(left), row(right))),
    slateKeys: (index) => library.names(row(index)).slateKeys,
    creators: (index) => library.names(row(index)).creators,
    group: (index) => library.names(row(index)).group,
    classes: (index) => classesOfItem(library.names(row(index)).group, library.names(row(index)).tags),
    target: targetDistribution(
      assessment.history
        .filter(({ rating }) => isLiked(rating))
        .map((event) => ({
          classes: classesOfItem(library.names(event.row).group, library.names(event.row).tags),
          weight: event.rating ?? 0,
          at: event.at ?? now,
        })),
      now,
    ),
    kindSpread: Math.max(0, 1 - assessment.history.length / KINDS_KNOWN_AFTER),
  };
  const chosen = fitting.length >= count * CHOICE_PER_PLACE ? diversify(fitting, count, input) : [];
  if (chosen.length === count) return chosen;
  const wider = diversify(ranked, count, input);
  // So many of one series or creator that the places are not filled: everything is looked at.
  return wider.length === count || complete === null
    ? wider
    : diversify(topK(assessment.values, assessment.values.length), count, input);
}

/** The places, best value first. */
function bestOf(places: Int32Array, values: Float64Array): readonly number[] {
  const own = Float64Array.from(places, (place) => values[place] ?? 0);
  return topK(own, own.length).map((at) => places[at] ?? 0);
}
