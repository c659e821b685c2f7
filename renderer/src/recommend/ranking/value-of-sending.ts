/**
 * The value of sending a thing, as a logarithm: the odds that they would choose it × the chance that they like it once
 * met × the chance that they do not know it yet. Chosen by `npm run benchmark -- --suite picks`.
 * @param interest log-odds; what anybody would choose already counts COMMON_SHARE only.
 * @param chance P(like), 0..1.
 * @param pKnows 0..1, below 1.
 */
export function valueOf(interest: number, chance: number, pKnows: number): number {
  return interest + Math.log(chance) + Math.log(1 - pKnows);
}

/**
 * Share of the interest in a thing that is everybody's which counts in the value: what anybody would choose comes to
 * them without a friend. At 1 friends of different genres get much the same five anime (in common .33, at ½ .09) and
 * later like as many; at ¼ they like fewer.
 */
export const COMMON_SHARE = 0.5;
