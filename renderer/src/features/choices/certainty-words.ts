import { choicesText } from '../../text/choices';

/**
 * From which share of the uncertainty gone each sentence holds, the highest first. On the packs it is .44 to .65 after
 * three answers, .53 to .71 after six and .60 to .76 after twelve (`npm run benchmark -- --suite pairs`).
 */
const LEVELS = [
  [0.65, choicesText.confidence.good],
  [0.5, choicesText.confidence.some],
  [0.02, choicesText.confidence.first],
] as const;

/** How much is known of a friend, in words. @param certainty share 0..1 of the uncertainty that is gone */
export function certaintyWords(certainty: number, name: string): string {
  const level = LEVELS.find(([from]) => certainty >= from);
  return (level?.[1] ?? choicesText.confidence.nothing)(name);
}
