import schema from '../../../../models/feature-schema.json';
import { byChannel, CHANNELS } from '../scoring/channels';
import type { ByChannel } from '../scoring/channels';
import type { Estimates } from '../estimating/estimates';
import { byFeature } from '../estimating/features';
import type { ByFeature } from '../estimating/features';
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

const LIKE_WEIGHTS: Partial<ByFeature<number>> = { crowdRating: 0.7, creator: 4, series: 3, generosity: 4 };
const INTEREST_WEIGHTS: Partial<ByFeature<number>> = { untrainedContent: 6, crowdRating: 0.3, fame: 0.4 };
const KNOWS_WEIGHTS: Partial<ByFeature<number>> = { fame: 1.2 };
const PLAIN = { intercepts: { '': 0 }, groups: {}, few: byFeature(() => 0) };

/** Estimates without a model: words in common and the crowd, nearly as the shipped bundle weighs them. */
export const FALLBACK_ESTIMATES: Estimates = {
  like: { ...PLAIN, weights: byFeature((name) => LIKE_WEIGHTS[name] ?? 0), reliability: [] },
  interest: { ...PLAIN, weights: byFeature((name) => INTEREST_WEIGHTS[name] ?? 0) },
  knows: { ...PLAIN, weights: byFeature((name) => KNOWS_WEIGHTS[name] ?? 0), reliability: [] },
  tagShares: [],
};
