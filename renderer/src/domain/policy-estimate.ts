import { z } from 'zod';
import { type Fields, measuredNumber } from './parsing';

/** Wildcard policies that can be compared off-line: how the randomised place of a slate could be filled. */
export const WILDCARD_POLICIES = ['thompson', 'uniform', 'greedy', 'least-known'] as const;
export type WildcardPolicy = (typeof WILDCARD_POLICIES)[number];

export interface PolicyValue {
  /** Share of wildcards that would have been liked, 0..1 by rights; IPS may leave that range. */
  readonly value: number;
  /** 95 % interval. */
  readonly low: number;
  readonly high: number;
}

/** What a policy would have achieved in the place that was randomised, from what another one showed there. */
export interface PolicyEstimate {
  readonly policy: WildcardPolicy;
  readonly inversePropensity: PolicyValue;
  readonly selfNormalised: PolicyValue;
  readonly doublyRobust: PolicyValue;
  /** Answered wildcards, and what they are worth to this policy (Kish). */
  readonly n: number;
  readonly effectiveSampleSize: number;
  /** True: too few answers; the values must not be shown as findings. */
  readonly tooLittle: boolean;
}

const valueSchema = z.object({
  value: measuredNumber,
  low: measuredNumber,
  high: measuredNumber,
} satisfies Fields<PolicyValue>);

export const policyEstimateSchema: z.ZodType<PolicyEstimate> = z.object({
  policy: z.enum(WILDCARD_POLICIES),
  inversePropensity: valueSchema,
  selfNormalised: valueSchema,
  doublyRobust: valueSchema,
  n: z.number(),
  effectiveSampleSize: measuredNumber,
  tooLittle: z.boolean(),
} satisfies Fields<PolicyEstimate>);
