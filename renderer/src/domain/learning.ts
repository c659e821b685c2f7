import { z } from 'zod';
import type { Fields } from './parsing';

/** One thing learned of a person, as it can be read, edited and pinned: "horror −2.1". */
export interface LearnedWeight {
  /** Of the learner (recommend/learning/item-features.ts): `tag:horror`, `creator:ursula le guin`, `bias`, … */
  readonly name: string;
  /** Log-odds of liking that one whole unit of the feature adds, prior included. */
  readonly weight: number;
  /** The part of it that comes from everyone else. */
  readonly prior: number;
  /** True: set by hand, and not changed by what happens. */
  readonly pinned: boolean;
  /** Evidence of the person's own reactions: sum of squared gradients; 0 = none yet. */
  readonly evidence: number;
}

/**
 * Whether a learned feature is about things; the others are about the model or numbers, and are no reason to tell a
 * person.
 */
export function isAboutItems(feature: string): boolean {
  return /^(?:(?:tag|creator|kind|group|era):|length$)/u.test(feature);
}

/** What the owner set by hand about the weights learned of a person. */
export interface LearningSettings {
  /** Weights fixed by hand, by feature name, log-odds. */
  readonly pinned: Readonly<Record<string, number>>;
  /** Nothing recorded before this is learned from (a reset), epoch milliseconds; null = never reset. */
  readonly since: number | null;
}

export const NO_LEARNING_SETTINGS: LearningSettings = { pinned: {}, since: null };

export const learnedWeightSchema: z.ZodType<LearnedWeight> = z.object({
  name: z.string(),
  weight: z.number(),
  prior: z.number(),
  pinned: z.boolean(),
  evidence: z.number(),
} satisfies Fields<LearnedWeight>);

export const learningSettingsSchema: z.ZodType<LearningSettings> = z.object({
  pinned: z.record(z.string(), z.number()),
  since: z.number().nullable(),
} satisfies Fields<LearningSettings>);
