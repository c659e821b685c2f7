import schema from '../../../../models/feature-schema.json';
import { parseFeatureSchema } from './manifest-parser';
import type { FeatureSchema, Scoring, TaskScoring } from './model-manifest';

/** Without a bundle there is no manifest to read: words are still words, so content similarity uses the shipped definition. */
export function fallbackFeatureSchema(): FeatureSchema {
  return parseFeatureSchema(schema);
}

const WORDS_ALONE = {
  next: 0,
  future: 0,
  like: 0,
  content: 1,
  cooccurrence: 0,
  neighbourhood: 0,
  usual: 0,
  offset: 0,
} as const;
const CROWD = { rating: 0.5, popularity: 0.5 } as const;
const TASK: TaskScoring = {
  known: WORDS_ALONE,
  unknown: WORDS_ALONE,
  untrained: WORDS_ALONE,
  crowd: { known: CROWD, unknown: CROWD, untrained: CROWD },
};

/** Without a model every kind is untrained: content similarity, and what the crowd says. */
export const FALLBACK_SCORING: Scoring = {
  content: { fields: { titleWord: 1, creator: 1, tag: 1, tagWord: 1 }, idfPower: 1, lengthPower: 1 },
  cooccurrence: { recent: 0, halfLife: 1 },
  neighbourhood: { power: 1, newest: 1, shrinkage: 0, liked: 1 },
  tasks: { next: TASK, share: TASK, shareRated: TASK },
};
