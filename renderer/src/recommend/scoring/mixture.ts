import { addZScores, centredScaleOf, scaleOf } from '../math/standardise';
import type { Scale } from '../math/standardise';
import { WEIGHT_SETS } from '../model/model-manifest';
import type { TaskScoring, WeightSet } from '../model/model-manifest';
import { byChannel, channelNames } from './channels';
import type { ByChannel, ChannelName, ChannelTable } from './channels';

export type Scales = ByChannel<Scale>;
export type Weights<Name extends string = ChannelName> = ByChannel<number, Name>;

/**
 * Mean and deviation of each channel over all candidates of one question; what is divided by follows from its
 * descriptor.
 */
export function scalesOf<Name extends string>(
  table: ChannelTable<Name>,
  channels: ByChannel<Float64Array, NoInfer<Name>>,
): ByChannel<Scale, Name> {
  return byChannel(table, (name, { standardised }) => {
    switch (standardised) {
      case 'z-score':
        return scaleOf(channels[name]);
      case 'centred':
        return centredScaleOf(channels[name]);
    }
  });
}

/** A task's weights for candidates of one weight set; 0 for crowd channels where the crowd may not be used. */
export function weightsOf<Name extends string>(
  table: ChannelTable<Name>,
  scoring: TaskScoring<NoInfer<Name>>,
  set: WeightSet,
  crowd: boolean,
): Weights<Name> {
  const { weights } = scoring[set];
  return byChannel(table, (name, descriptor) => (descriptor.crowd && !crowd ? 0 : weights[name]));
}

/**
 * offset + Σ weight × standardised channel for every candidate, summed channel by channel.
 * @param sets each candidate's place in WEIGHT_SETS.
 */
export function mix<Name extends string>(
  table: ChannelTable<Name>,
  channels: ByChannel<Float64Array, NoInfer<Name>>,
  scales: ByChannel<Scale, NoInfer<Name>>,
  scoring: TaskScoring<NoInfer<Name>>,
  crowd: boolean,
  sets: Uint8Array,
): Float64Array {
  const sums = new Float64Array(sets.length);
  const weights = WEIGHT_SETS.map((set) => weightsOf(table, scoring, set, crowd));
  for (const name of channelNames(table)) {
    const own = Float64Array.from(weights, (of) => of[name]);
    if (own.some((weight) => weight !== 0)) addZScores(sums, channels[name], scales[name], own, sets);
  }
  const offsets = Float64Array.from(WEIGHT_SETS, (set) => scoring[set].offset);
  if (offsets.some((offset) => offset !== 0))
    for (let index = 0; index < sums.length; index += 1)
      sums[index] = (sums[index] ?? 0) + (offsets[sets[index] ?? 0] ?? 0);
  return sums;
}
