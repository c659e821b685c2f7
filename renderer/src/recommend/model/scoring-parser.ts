import { TASKS, WEIGHT_SETS } from './model-manifest';
import type { ChannelWeights, CrowdWeights, Scoring, TaskScoring, WeightSet } from './model-manifest';
import type { StrictReader } from './strict-reader';

/** The manifest's scoring. @param fields names of the feature schema's fields. Throws `model-damaged` for a bad shape. */
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
  const together = reader.at('cooccurrence');
  const near = reader.at('neighbourhood');
  return {
    content: {
      fields: weights,
      idfPower: content.at('idfPower').number(),
      lengthPower: content.at('lengthPower').number(),
    },
    cooccurrence: { recent: together.at('recent').number(), halfLife: together.at('halfLife').number() },
    neighbourhood: {
      power: near.at('power').integer(1),
      newest: near.at('newest').integer(1),
      shrinkage: near.at('shrinkage').number(),
      liked: near.at('liked').number(),
    },
    tasks: Object.fromEntries(
      TASKS.map((task) => [task, taskScoring(reader.at('tasks').at(task))]),
    ) as Scoring['tasks'],
  };
}

function taskScoring(reader: StrictReader): TaskScoring {
  const channels = (weights: StrictReader): ChannelWeights => ({
    next: weights.at('next').number(),
    future: weights.at('future').number(),
    like: weights.at('like').number(),
    content: weights.at('content').number(),
    cooccurrence: weights.at('cooccurrence').number(),
    neighbourhood: weights.at('neighbourhood').number(),
    usual: weights.at('usual').number(),
    offset: weights.at('offset').number(),
  });
  const crowd = (weights: StrictReader): CrowdWeights => ({
    rating: weights.at('rating').number(),
    popularity: weights.at('popularity').number(),
  });
  const each = <T>(at: StrictReader, read: (weights: StrictReader) => T) =>
    Object.fromEntries(WEIGHT_SETS.map((name) => [name, read(at.at(name))])) as Record<WeightSet, T>;
  return { ...each(reader, channels), crowd: each(reader.at('crowd'), crowd) };
}
