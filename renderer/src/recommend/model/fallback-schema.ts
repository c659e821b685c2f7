import schema from '../../../../models/feature-schema.json';
import { byChannel, CHANNELS } from '../scoring/channels';
import type { ByChannel } from '../scoring/channels';
import { parseFeatureSchema } from './manifest-parser';
import type { FeatureSchema, Scoring, SetScoring, TaskScoring } from './model-manifest';

/** The feature schema without a bundle: the one that ships. Content similarity needs it. */
export function fallbackFeatureSchema(): FeatureSchema {
  return parseFeatureSchema(schema);
}

const WEIGHTS: Partial<ByChannel<number>> = { content: 1, rating: 0.5, popularity: 0.5 };
const SET: SetScoring = { weights: byChannel(CHANNELS, (name) => WEIGHTS[name] ?? 0), offset: 0 };
const TASK: TaskScoring = { known: SET, unknown: SET, untrained: SET };

/** Scoring without a model: every kind is untrained, so only content similarity and the crowd are weighed. */
export const FALLBACK_SCORING: Scoring = {
  content: { fields: { titleWord: 1, creator: 1, tag: 1, tagWord: 1 }, idfPower: 1, lengthPower: 1 },
  cooccurrence: { recent: 0, halfLife: 1 },
  neighbourhood: { power: 1, newest: 1, shrinkage: 0, liked: 1 },
  tasks: { next: TASK, share: TASK, shareRated: TASK },
};
