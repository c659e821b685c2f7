/** Chance 0..1 of log-odds: the logistic function. */
export function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** Chances are kept this far from 0 and 1, whose log-odds are infinite. */
const MIN_CHANCE = 1e-6;

/** Log-odds of a chance 0..1, always finite: ±13.8 at most. */
export function logit(chance: number): number {
  const kept = Math.max(MIN_CHANCE, Math.min(1 - MIN_CHANCE, chance));
  return Math.log(kept / (1 - kept));
}
