import { choicesText } from '../../text/choices';

/**
 * From which share of the uncertainty gone each sentence holds, the highest first. On packs of one kind it is
 * .57 to .72 after twelve answers (`npm run benchmark -- --suite pairs`); in a library of many kinds it is less.
 */
const LEVELS = [
  [0.6, choicesText.confidence.good],
  [0.3, choicesText.confidence.some],
  [0.02, choicesText.confidence.first],
] as const;

/** How much is known of a friend, in words. @param certainty share 0..1 of the uncertainty that is gone */
export function certaintyWords(certainty: number, name: string): string {
  const level = LEVELS.find(([from]) => certainty >= from);
  return (level?.[1] ?? choicesText.confidence.nothing)(name);
}
