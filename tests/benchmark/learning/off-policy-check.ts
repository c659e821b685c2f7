import { itemRows, NO_ROW } from '../../../renderer/src/recommend/item-index';
import type { ItemId } from '../../../renderer/src/domain/ids';
import { itemId } from '../../../renderer/src/domain/ids';
import { WILDCARD_POLICIES } from '../../../renderer/src/domain/policy-estimate';
import type { PolicyValue, WildcardPolicy } from '../../../renderer/src/domain/policy-estimate';
import { estimateOffPolicy } from '../../../renderer/src/recommend/exploring/off-policy';
import { loggedChoice, WILDCARD_PROPENSITIES } from '../../../renderer/src/recommend/exploring/wildcard-policies';
import { WildcardSlot } from '../../../renderer/src/recommend/exploring/wildcard-slot';
import type { WildcardInput } from '../../../renderer/src/recommend/exploring/wildcard-slot';
import type { PastJudgement } from '../../../renderer/src/recommend/learning/past-judgements';
import { Estimator } from '../../../renderer/src/recommend/estimating/estimator';
import { PersonalLearning } from '../../../renderer/src/recommend/learning/personal-learning';
import { TaskScorer } from '../../../renderer/src/recommend/scoring/task-scorer';
import { profileOfEvents, reactionOf } from '../profile-of-events';
import { aligned, figure } from '../tables';
import { wildcardInputOf } from './learned-methods';
import type { ModelContext } from './method-context';
import type { ReplayCase } from './replay-cases';

/** Logs simulated per pack, each with one wildcard per friend. */
const LOGS = 100;
/** Longer logs than anybody will have prove nothing. */
const MAX_FRIENDS = 150;
const ESTIMATORS = ['inversePropensity', 'selfNormalised', 'doublyRobust'] as const;

export interface OffPolicyRow {
  readonly pack: string;
  readonly policy: WildcardPolicy;
  /** Exact value of the policy for these friends, from all outcomes. */
  readonly truth: number;
  readonly friends: number;
  /** Share of logs that are refused as too small. */
  readonly refused: number;
  /**
   * Per estimator, over the logs that are not refused: mean estimate, and share of intervals that contain the truth.
   */
  readonly estimates: Readonly<
    Record<(typeof ESTIMATORS)[number], { readonly mean: number; readonly covered: number }>
  >;
}

/**
 * Estimates of policy B from policy A's log, against the truth. A is the app's own wildcard slot. All outcomes of the
 * pool are known here, so B's true value for the same friends is a sum. Each log draws one wildcard per friend.
 */
export async function offPolicyRows(
  pack: string,
  cases: readonly ReplayCase[],
  { model, library }: Pick<ModelContext, 'model' | 'library'>,
): Promise<readonly OffPolicyRow[]> {
  const scorer = new TaskScorer(model, library);
  const learning = new PersonalLearning(scorer, library, new Estimator(scorer, library, model));
  const slot = new WildcardSlot(library);
  const grounds: {
    readonly ground: WildcardInput;
    readonly judgements: readonly PastJudgement[];
    readonly likedIds: ReadonlyMap<ItemId, number>;
    readonly friend: string;
  }[] = [];
  for (const [index, { known, pool, liked, friend }] of cases.slice(0, MAX_FRIENDS).entries()) {
    const profile = profileOfEvents(`friend ${String(index)}`, known, { reactions: known.map(reactionOf) });
    const rows = itemRows(pool.map((id) => library.rowOf(itemId(id)) ?? NO_ROW));
    const [about] = await learning.scoresFor([{ profile, rows }], []);
    if (about === undefined) continue;
    const ground = wildcardInputOf(rows, about);
    const likedIds = new Map<ItemId, number>(pool.map((id, item) => [id, liked[item] === true ? 1 : 0]));
    grounds.push({ ground, judgements: await learning.judgements(profile, []), likedIds, friend });
  }
  const logs = Array.from({ length: LOGS }, (_, log) =>
    grounds.flatMap(({ ground, judgements, likedIds, friend }, index) => {
      const drawn = slot.draw(ground, judgements, [], log * grounds.length + index);
      return drawn === null
        ? []
        : [{ contextId: friend, record: drawn.record, reward: likedIds.get(drawn.record.shown) ?? 0, likedIds }];
    }),
  );
  return WILDCARD_POLICIES.filter((policy) => policy !== 'thompson').map((policy): OffPolicyRow => {
    const truths = (logs[0] ?? []).map(({ record, likedIds }) => {
      const chances = WILDCARD_PROPENSITIES[policy]({
        means: record.means,
        deviations: record.deviations,
        thompsonPropensities: record.propensities,
      });
      return record.pool.reduce((sum, id, place) => sum + (chances[place] ?? 0) * (likedIds.get(id) ?? 0), 0);
    });
    const truth = mean(truths);
    const found = logs.map((log) =>
      estimateOffPolicy(log.map((outcome) => loggedChoice(outcome, policy)).filter((choice) => choice !== null)),
    );
    const kept = found.filter(({ tooLittle }) => !tooLittle);
    const of = (estimator: (typeof ESTIMATORS)[number]): { readonly mean: number; readonly covered: number } => {
      const values = kept.map((estimate): PolicyValue => estimate[estimator]);
      return {
        mean: mean(values.map(({ value }) => value)),
        covered: mean(values.map(({ low, high }) => (low <= truth && truth <= high ? 1 : 0))),
      };
    };
    return {
      pack,
      policy,
      truth,
      friends: truths.length,
      refused: 1 - kept.length / LOGS,
      estimates: {
        inversePropensity: of('inversePropensity'),
        selfNormalised: of('selfNormalised'),
        doublyRobust: of('doublyRobust'),
      },
    };
  });
}

export function offPolicyTable(rows: readonly OffPolicyRow[]): string {
  if (rows.length === 0) return '';
  const cell = ({ mean: value, covered }: { readonly mean: number; readonly covered: number }): string =>
    Number.isNaN(value) ? '–' : `${figure(value)} (${(100 * covered).toFixed(0)} %)`;
  return `off-policy: mean estimate from the wildcards' log (share of intervals that hold the truth), ${String(LOGS)} logs each\n${aligned(
    [
      ['pack', 'policy', 'wildcards', 'truth', 'IPS', 'SNIPS', 'doubly robust', 'refused'],
      ...rows.map(({ pack, policy, friends, truth, estimates, refused }) => [
        pack,
        policy,
        String(friends),
        figure(truth),
        ...ESTIMATORS.map((name) => cell(estimates[name])),
        `${(100 * refused).toFixed(0)} %`,
      ]),
    ],
  )}`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
