import type { WildcardOutcome } from '../../domain/exploration';
import type { PolicyEstimate } from '../../domain/policy-estimate';
import { trustText } from '../../text/trust';
import { formatList, formatPercent } from '../../ui/format';
import type { Finding } from './backtest-finding';

const words = trustText.wildcards;

/** Answers below which an estimate is refused, as the estimators count them (recommend/exploring/off-policy.ts). */
export const MIN_ANSWERS = 30;

/** Of a reward 0..1, which is no rating: 1 = liked. */
const MIN_LIKED_REWARD = 0.5;

export interface WildcardCounts {
  readonly shown: number;
  /** No answer is not a no. */
  readonly answered: number;
  readonly liked: number;
}

export function wildcardCounts(outcomes: readonly Pick<WildcardOutcome, 'reward'>[]): WildcardCounts {
  const answers = outcomes.flatMap(({ reward }) => (reward === null ? [] : [reward]));
  return {
    shown: outcomes.length,
    answered: answers.length,
    liked: answers.filter((reward) => reward >= MIN_LIKED_REWARD).length,
  };
}

/** Whether an estimate may be shown as a finding. */
export function isFinding({ tooLittle, doublyRobust }: PolicyEstimate): boolean {
  return (
    !tooLittle &&
    Number.isFinite(doublyRobust.value) &&
    Number.isFinite(doublyRobust.low) &&
    Number.isFinite(doublyRobust.high)
  );
}

/** What was shown, answered and liked; how other policies compare only where the log has enough evidence. */
export function wildcardFinding(
  { shown, answered, liked }: WildcardCounts,
  estimates: readonly PolicyEstimate[],
): Finding {
  if (shown === 0) return { lead: words.none, meaning: '', claimed: false };
  if (answered === 0) return { lead: words.noAnswer(shown), meaning: '', claimed: false };
  const lead = words.finding(shown, answered, liked);
  const known = estimates.filter(isFinding);
  const done = known.find(({ policy }) => policy === 'thompson');
  if (done === undefined) return { lead, meaning: words.tooLittle(MIN_ANSWERS), claimed: false };
  const { value, low, high } = done.doublyRobust;
  const share = words.share(formatPercent(value), formatPercent(low), formatPercent(high));
  return { lead, meaning: [share, ...comparison(done, known)].join(' '), claimed: true };
}

/** Ranges that overlap are no difference. */
function comparison(done: PolicyEstimate, known: readonly PolicyEstimate[]): readonly string[] {
  const others = known.filter(({ policy }) => policy !== done.policy);
  if (others.length === 0) return [];
  const better = others.filter(({ doublyRobust }) => doublyRobust.low > done.doublyRobust.high);
  const blind = others.find(({ policy }) => policy === 'uniform');
  const aboveBlind = blind !== undefined && done.doublyRobust.low > blind.doublyRobust.high;
  const sentences = aboveBlind ? [words.aboveBlind] : [];
  if (better.length > 0)
    return [...sentences, words.better(formatList(better.map(({ policy }) => words.policies[policy].name)))];
  return aboveBlind ? sentences : [words.alike];
}
