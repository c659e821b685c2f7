/**
 * How much the interest counts beside the two chances. Above 1: the owner vouches that a thing is good, so a pick must
 * above all be theirs (1 sends a lover of family films *The Silence of the Lambs* out of a library of 289).
 */
const INTEREST_WEIGHT = 2;
/**
 * Share of the interest in a thing that is everybody's which counts in the value: what anybody would choose comes to
 * them without a friend. At ¾ friends of different genres share .06 of their five, at ½ .05; at ¼ fewer of what is sent
 * to real friends is liked later (.18; at ½ .20).
 */
export const COMMON_SHARE = 0.5;

/**
 * The value of sending a thing, as a logarithm: the odds that they would choose it × the chance that they like it once
 * met × the chance that they do not know it yet. Both constants were chosen by `npm run benchmark -- --suite picks`.
 * @param interest log-odds; what anybody would choose already counts COMMON_SHARE only.
 * @param chance P(like), 0..1.
 * @param pKnows 0..1, below 1.
 */
export function valueOf(interest: number, chance: number, pKnows: number): number {
  return INTEREST_WEIGHT * interest + Math.log(chance) + Math.log(1 - pKnows);
}
