import { WEIGHT_SETS } from '../model/model-manifest';
import type { TaskScoring, WeightSet } from '../model/model-manifest';
import { addZScores, scaleOf } from '../math/standardise';
import type { Scale } from '../math/standardise';

/** One number per candidate and channel; NaN = the candidate has none. An empty array: no candidate has any. */
export interface Channels {
  readonly next: Float64Array;
  readonly future: Float64Array;
  readonly like: Float64Array;
  readonly content: Float64Array;
  /** How much what was liked speaks for it, as other people's likes go together. */
  readonly cooccurrence: Float64Array;
  /** How much what it resembles pleased more, or less, than was to be expected, log-odds. */
  readonly neighbourhood: Float64Array;
  /** What the future head says where nothing is known of the person: how likely anybody is to come across it. */
  readonly usual: Float64Array;
  /** Everybody's mean rating 0..1. */
  readonly rating: Float64Array;
  /** ln(1 + everybody's count). */
  readonly popularity: Float64Array;
}
export const CHANNEL_NAMES = [
  'next',
  'future',
  'like',
  'content',
  'cooccurrence',
  'neighbourhood',
  'usual',
  'rating',
  'popularity',
] as const;
export type ChannelName = (typeof CHANNEL_NAMES)[number];

export type Scales = Readonly<Record<ChannelName, Scale>>;
export type Weights = Readonly<Record<ChannelName, number>>;

/** What standardises each channel, over all candidates of one question; neighbourhood and popularity keep their unit, and only the mean is taken off. */
export function scalesOf(channels: Channels): Scales {
  return {
    next: scaleOf(channels.next),
    future: scaleOf(channels.future),
    like: scaleOf(channels.like),
    content: scaleOf(channels.content),
    cooccurrence: scaleOf(channels.cooccurrence),
    neighbourhood: centred(channels.neighbourhood),
    usual: scaleOf(channels.usual),
    rating: scaleOf(channels.rating),
    popularity: centred(channels.popularity),
  };
}

function centred(values: Float64Array): Scale {
  return { mean: scaleOf(values).mean, inverseDeviation: 1 };
}

/** A task's weights for candidates of one weight set; the crowd's are zero where it may not be used. */
export function weightsOf(scoring: TaskScoring, set: WeightSet, crowd: boolean): Weights {
  const { rating, popularity } = crowd ? scoring.crowd[set] : { rating: 0, popularity: 0 };
  const { next, future, like, content, cooccurrence, neighbourhood, usual } = scoring[set];
  return { next, future, like, content, cooccurrence, neighbourhood, usual, rating, popularity };
}

/** offset + Σ weight × standardised channel of every candidate, one channel after the other; `sets` holds each one's place in WEIGHT_SETS. */
export function mix(
  channels: Channels,
  scales: Scales,
  scoring: TaskScoring,
  crowd: boolean,
  sets: Uint8Array,
): Float64Array {
  const sums = new Float64Array(sets.length);
  const weights = WEIGHT_SETS.map((set) => weightsOf(scoring, set, crowd));
  for (const name of CHANNEL_NAMES) {
    const own = Float64Array.from(weights, (of) => of[name]);
    if (own.some((weight) => weight !== 0)) addZScores(sums, channels[name], scales[name], own, sets);
  }
  const offsets = Float64Array.from(WEIGHT_SETS, (set) => scoring[set].offset);
  if (offsets.some((offset) => offset !== 0))
    for (let index = 0; index < sums.length; index += 1)
      sums[index] = (sums[index] ?? 0) + (offsets[sets[index] ?? 0] ?? 0);
  return sums;
}

/** The crowd's two channels where it may not be heard. */
export const NO_CROWD: Pick<Channels, 'rating' | 'popularity'> = {
  rating: new Float64Array(0),
  popularity: new Float64Array(0),
};

/** The crowd's two channels from what the exports state. */
export function crowdChannels(
  crowds: readonly ({ readonly rating: number | null; readonly count: number | null } | null)[],
): Pick<Channels, 'rating' | 'popularity'> {
  const rating = Float64Array.from(crowds, (crowd) => crowd?.rating ?? Number.NaN);
  return { rating, popularity: Float64Array.from(crowds, (crowd) => Math.log1p(crowd?.count ?? Number.NaN)) };
}
