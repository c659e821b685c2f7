import { AppError } from '../../domain/errors';
import { byChannel, channelNames, CHANNELS } from '../scoring/channels';
import type { ChannelName, ChannelTable } from '../scoring/channels';
import { TASKS, WEIGHT_SETS } from './model-manifest';
import type { Scoring, SetScoring, TaskScoring, WeightSet } from './model-manifest';
import type { StrictReader } from './strict-reader';

/**
 * The manifest's scoring. Throws `model-damaged` for a bad shape, `model-incompatible` for a channel this program does
 * not have.
 * @param fields names of the feature schema's fields.
 */
export function parseScoring(reader: StrictReader, fields: readonly string[]): Scoring {
  const content = reader.at('content');
  const weights = content.at('fields').entries((weight) => weight.number());
  for (const name of Object.keys(weights)) {
    if (!fields.includes(name))
      content
        .at('fields')
        .at(name)
        .fail(`one of the fields ${fields.join(', ')}`);
  }
  const cooccurrence = reader.at('cooccurrence');
  const neighbourhood = reader.at('neighbourhood');
  return {
    content: {
      fields: weights,
      idfPower: content.at('idfPower').number(),
      lengthPower: content.at('lengthPower').number(),
    },
    cooccurrence: { recent: cooccurrence.at('recent').number(), halfLife: cooccurrence.at('halfLife').number() },
    neighbourhood: {
      power: neighbourhood.at('power').integer(1),
      newest: neighbourhood.at('newest').integer(1),
      shrinkage: neighbourhood.at('shrinkage').number(),
      liked: neighbourhood.at('liked').number(),
    },
    tasks: Object.fromEntries(
      TASKS.map((task) => [task, parseTaskScoring(CHANNELS, reader.at('tasks').at(task))]),
    ) as Scoring['tasks'],
  };
}

/** One task's weights. A manifest keeps the weights of crowd channels apart, under `crowd`. */
export function parseTaskScoring<Name extends string = ChannelName>(
  table: ChannelTable<Name>,
  reader: StrictReader,
): TaskScoring<Name> {
  const crowd = reader.at('crowd');
  const ofSet = (set: WeightSet): SetScoring<Name> => {
    const [own, others] = [reader.at(set), crowd.at(set)];
    refuseUnknown(own, [...channelNames(table).filter((name) => !table[name].crowd), 'offset']);
    refuseUnknown(
      others,
      channelNames(table).filter((name) => table[name].crowd),
    );
    return {
      weights: byChannel(table, (name, descriptor) => weight(descriptor.crowd ? others : own, name)),
      offset: own.at('offset').number(),
    };
  };
  return Object.fromEntries(WEIGHT_SETS.map((set) => [set, ofSet(set)])) as Record<WeightSet, SetScoring<Name>>;
}

/** 0 where it is missing: the bundle is older than the channel. */
function weight(weights: StrictReader, name: string): number {
  return weights.has(name) ? weights.at(name).number() : 0;
}

function refuseUnknown(weights: StrictReader, known: readonly string[]): void {
  const unknown = Object.keys(weights.record()).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new AppError(
      'model-incompatible',
      `This model needs another version of the program (${weights.path}.${unknown}; this program has ${known.join(', ')}).`,
    );
  }
}
