import type { TaskScoring } from '../model-manifest';
import { averageRanks, scaleOf, zScore } from './standardise';
import type { Scale } from './standardise';

/** One number per candidate and channel; NaN = the candidate has none. */
export interface Channels {
  readonly next: Float64Array;
  readonly future: Float64Array;
  readonly like: Float64Array;
  readonly content: Float64Array;
  /** Everybody's mean rating 0..1. */
  readonly rating: Float64Array;
  /** Rank of everybody's count, 0..1. */
  readonly popularity: Float64Array;
}
export const CHANNEL_NAMES = ['next', 'future', 'like', 'content', 'rating', 'popularity'] as const;
export type ChannelName = (typeof CHANNEL_NAMES)[number];

export type Scales = Readonly<Record<ChannelName, Scale>>;
export type Weights = Readonly<Record<ChannelName, number>>;

/** What standardises each channel, over all candidates of one question. */
export function scalesOf(channels: Channels): Scales {
  return {
    next: scaleOf(channels.next), future: scaleOf(channels.future), like: scaleOf(channels.like), content: scaleOf(channels.content),
    rating: scaleOf(channels.rating), popularity: scaleOf(channels.popularity),
  };
}

/** A task's weights for candidates of a trained or another kind; the crowd's are zero where it may not be used. */
export function weightsOf(scoring: TaskScoring, trained: boolean, crowd: boolean): Weights {
  const side = trained ? 'trained' : 'untrained';
  const { rating, popularity } = crowd ? scoring.crowd[side] : { rating: 0, popularity: 0 };
  return { ...scoring[side], rating, popularity };
}

/** Σ weight × standardised channel of one candidate. */
export function mix(channels: Channels, scales: Scales, weights: Weights, index: number): number {
  let sum = 0;
  for (const name of CHANNEL_NAMES) {
    if (weights[name] !== 0) sum += weights[name] * zScore(channels[name][index] ?? Number.NaN, scales[name]);
  }
  return sum;
}

/** The crowd's two channels from what the exports state; counts become ranks among the candidates. */
export function crowdChannels(crowds: readonly ({ readonly rating: number | null; readonly count: number | null } | null)[]): Pick<Channels, 'rating' | 'popularity'> {
  const rating = Float64Array.from(crowds, (crowd) => crowd?.rating ?? Number.NaN);
  const counts = Float64Array.from(crowds, (crowd) => crowd?.count ?? Number.NaN);
  return { rating, popularity: averageRanks(counts) };
}
