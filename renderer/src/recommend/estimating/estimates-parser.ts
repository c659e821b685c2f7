import { AppError } from '../../domain/errors';
import type { ReliabilityRow } from '../../domain/backtest';
import type { StrictReader } from '../model/strict-reader';
import type { Estimates, LinearEstimate, MeasuredEstimate } from './estimates';
import { byFeature, FEATURE_NAMES } from './features';
import type { ByFeature } from './features';

/**
 * The manifest's estimates. Throws `model-damaged` for a bad shape, `model-incompatible` for a feature this program
 * does not have.
 * @param tags how many tags the tag head has.
 */
export function parseEstimates(reader: StrictReader, tags: number): Estimates {
  const tagShares = reader.at('tagShares').list((share) => share.number());
  if (tagShares.length !== tags) reader.at('tagShares').fail(`of ${String(tags)} numbers`);
  return {
    like: measured(reader.at('like')),
    interest: linear(reader.at('interest')),
    knows: measured(reader.at('knows')),
    tagShares,
  };
}

function linear(reader: StrictReader): LinearEstimate {
  const groups = reader.at('groups');
  return {
    intercepts: reader.at('intercepts').entries((intercept) => intercept.number()),
    weights: weightsOf(reader.at('weights')),
    groups: groups.entries(weightsOf),
    few: reader.has('few') ? weightsOf(reader.at('few')) : byFeature(() => 0),
  };
}

/** 0 for a feature that is not named. */
function weightsOf(reader: StrictReader): ByFeature<number> {
  const unknown = Object.keys(reader.record()).find((name) => !FEATURE_NAMES.some((known) => known === name));
  if (unknown !== undefined)
    throw new AppError(
      'model-incompatible',
      `This model needs another version of the program (${reader.path}.${unknown}; this program has ${FEATURE_NAMES.join(', ')}).`,
    );
  return byFeature((name) => (reader.has(name) ? reader.at(name).number() : 0));
}

function measured(reader: StrictReader): MeasuredEstimate {
  return {
    ...linear(reader),
    reliability: reader.at('reliability').list((row): ReliabilityRow => ({
      low: row.at('low').number(),
      high: row.at('high').number(),
      n: row.at('n').integer(),
      meanChance: row.at('meanChance').number(),
      share: row.at('share').number(),
    })),
  };
}
