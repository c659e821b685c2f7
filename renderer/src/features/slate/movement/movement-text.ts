import { featureWords } from '../../../text/features';
import { signed } from '../../../text/numbers';
import { picksText } from '../../../text/picks';
import type { Movement } from '../../../application/picks/movements';
import type { WeightShift } from '../../../application/picks/weight-shifts';

export function movementLabel(movement: Movement): string {
  const words = picksText.moved;
  return movement.type === 'new' ? words.new : words[movement.type](movement.places);
}

/** One sentence for the live region: what is new, what rose, what fell. */
export function movementSentence<Key>(moved: ReadonlyMap<Key, Movement>, titleOf: (key: Key) => string): string {
  const words = picksText.movedSpoken;
  const changes = [...moved].map(
    ([key, movement]) =>
      `${titleOf(key)} ${movement.type === 'new' ? words.new : words[movement.type](movement.places)}`,
  );
  return changes.length === 0 ? picksText.announceSame : `${changes.join(', ')}.`;
}

/**
 * What was learned in one sentence: to be read ("horror −0.41 → −0.90") or, with `spoken`, for screen readers. Empty
 * where nothing was learned.
 */
export function learnedSentence(learned: readonly WeightShift[], spoken = false): string {
  const word = spoken ? picksText.learnedShiftSpoken : picksText.learnedShift;
  const shifts = learned.map(({ feature, from, to }) =>
    word(featureWords(feature), from === null ? null : signed(from, 2), signed(to, 2)),
  );
  return shifts.length === 0 ? '' : `${picksText.learned}${shifts.join(', ')}.`;
}
