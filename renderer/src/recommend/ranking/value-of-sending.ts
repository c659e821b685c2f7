/**
 * The value of sending a thing, as a logarithm: the odds that they would choose it × the chance that they like it once
 * met × the chance that they do not know it yet. Chosen by `npm run benchmark -- --suite picks`.
 * @param interest log-odds.
 * @param chance P(like), 0..1.
 * @param pKnows 0..1, below 1.
 */
export function valueOf(interest: number, chance: number, pKnows: number): number {
  return interest + Math.log(chance) + Math.log(1 - pKnows);
}
