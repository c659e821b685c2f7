import schema from '../../../models/feature-schema.json';
import { parseFeatureSchema } from './manifest-parser';
import type { FeatureSchema, TaskScoring } from './model-manifest';

/** Without a bundle there is no manifest to read: words are still words, so content similarity uses the shipped definition. */
export function fallbackFeatureSchema(): FeatureSchema {
  return parseFeatureSchema(schema);
}

const NO_HEADS = { next: 0, future: 0, like: 0 } as const;

/** Without a model every kind is untrained: content similarity, and what the crowd says. */
export const FALLBACK_SCORING: TaskScoring = {
  trained: { ...NO_HEADS, content: 1 },
  untrained: { ...NO_HEADS, content: 1 },
  crowd: { trained: { rating: 0.5, popularity: 0.5 }, untrained: { rating: 0.5, popularity: 0.5 } },
};
