import { z } from 'zod';
import type { Fields } from './parsing';

/**
 * What two things truly share, or what people make of both: only on such ground is one named beside the other. That a
 * score moved is not enough.
 */
export interface CommonGround {
  /** A maker of both. */
  readonly creator: string | null;
  /** The series both belong to; where only their titles say so, the words these begin with, in lower case. */
  readonly series: string | null;
  /** Tags of both that say something (meaningful-tags.ts), the rarest first. */
  readonly tags: readonly string[];
  /** Tags both probably deserve, where one came without any that says something; empty wherever `tags` is not. */
  readonly likelyTags: readonly string[];
  /** People who love the one tend to love the other. */
  readonly lovedTogether: boolean;
}

export const NO_COMMON_GROUND: CommonGround = Object.freeze({
  creator: null,
  series: null,
  tags: [],
  likelyTags: [],
  lovedTogether: false,
});

export function hasCommonGround({ creator, series, tags, likelyTags, lovedTogether }: CommonGround): boolean {
  return creator !== null || series !== null || tags.length > 0 || likelyTags.length > 0 || lovedTogether;
}

export const commonGroundSchema: z.ZodType<CommonGround> = z.object({
  creator: z.string().nullable(),
  series: z.string().nullable(),
  tags: z.array(z.string()),
  likelyTags: z.array(z.string()),
  lovedTogether: z.boolean(),
} satisfies Fields<CommonGround>);
