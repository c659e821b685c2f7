import { picksText } from '../../../text/picks';
import type { Recommendation, Slate } from '../../../domain/recommendation';
import { recommendationKey } from '../../../application/picks/slate-history';
import type { Movement } from '../../../application/picks/movements';

/** Looks up what a recommendation is called, by its key; empty for one that is not in the slate. */
export function namesByKey(
  slate: Slate | null,
  nameOf: (recommendation: Recommendation) => string,
): (key: string) => string {
  const names = new Map(slate?.recommendations.map((pick) => [recommendationKey(pick), nameOf(pick)]));
  return (key) => names.get(key) ?? '';
}

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
