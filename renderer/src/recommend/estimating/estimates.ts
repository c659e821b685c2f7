import type { ReliabilityRow } from '../../domain/backtest';
import { FEATURE_NAMES, FEATURES } from './features';
import type { ByFeature, FeatureName, FeatureValues } from './features';
import { ownValue } from '../../domain/own-value';

/** A weighted sum of features, in log-odds. */
export interface LinearEstimate {
  /** By kind group; '' = any other. */
  readonly intercepts: Readonly<Record<string, number>>;
  readonly weights: ByFeature<number>;
  /** Added to the weights for things of a kind group. */
  readonly groups: Readonly<Record<string, ByFeature<number>>>;
  /** × `fewness`, added to the weights for people of whom few things are known. */
  readonly few: ByFeature<number>;
}

/** Events at which a person is half as unknown as one of whom nothing is known. */
const HALF_KNOWN_EVENTS = 3;

/**
 * How little is known of a person, 1 (nothing) to 0: of whom two loves are known, kind and makers say more than what
 * others went on to, and after twenty ratings less.
 */
export const fewness = (events: number): number => HALF_KNOWN_EVENTS / (HALF_KNOWN_EVENTS + events);

/** A chance with what was found of it: of things given such a chance, this share was. Out of fold, by person. */
export interface MeasuredEstimate extends LinearEstimate {
  readonly reliability: readonly ReliabilityRow[];
}

/** What a bundle says of three questions; models/README.md, *Estimates*. */
export interface Estimates {
  /** Would they like it, once met: P(rated ≥ .8). */
  readonly like: MeasuredEstimate;
  /**
   * Would they choose it, would a person tell them of it: log-odds against another thing of the library. Its level
   * means nothing, so it has no intercept; differences between things, and of these between people, do.
   */
  readonly interest: LinearEstimate;
  /** Do they know it already: the level is that of the talks it was fitted on, and is learned anew from answers. */
  readonly knows: MeasuredEstimate;
  /** Share 0..1 of trained things that deserve each tag of the tag head, in its order. */
  readonly tagShares: readonly number[];
}

export const ESTIMATES = ['like', 'interest', 'knows'] as const;
export type EstimateName = (typeof ESTIMATES)[number];

/** Features that an estimate weighs for any kind. */
export const weighedBy = (of: LinearEstimate): readonly FeatureName[] =>
  FEATURE_NAMES.filter((name) =>
    [of.weights, of.few, ...Object.values(of.groups)].some((weights) => weights[name] !== 0),
  );

/** @param events how many are known of the person */
export const weightOf = (
  { weights, groups, few }: LinearEstimate,
  name: FeatureName,
  group: string,
  events: number,
): number => weights[name] + ((ownValue(groups, group) ?? groups[''])?.[name] ?? 0) + few[name] * fewness(events);

export const interceptOf = ({ intercepts }: LinearEstimate, group: string): number =>
  ownValue(intercepts, group) ?? intercepts[''] ?? 0;

/**
 * Intercept + Σ weight × feature of each thing, in log-odds.
 * @param groups each thing's kind group
 * @param events how many are known of the person
 * @param about only the features about the item: what holds of anybody
 */
export function estimate(
  of: LinearEstimate,
  features: FeatureValues,
  groups: readonly string[],
  events: number,
  about: 'item' | 'item and person' = 'item and person',
): Float64Array {
  const sums = Float64Array.from(groups, (group) => interceptOf(of, group));
  for (const name of weighedBy(of)) {
    if (about === 'item' && FEATURES[name].about === 'person') continue;
    const byGroup = new Map([...new Set(groups)].map((group) => [group, weightOf(of, name, group, events)]));
    const values = features[name];
    for (let index = 0; index < sums.length; index += 1)
      sums[index] = (sums[index] ?? 0) + (byGroup.get(groups[index] ?? '') ?? 0) * (values[index] ?? 0);
  }
  return sums;
}
