import { averageRatingMethod, neighbourMethod, popularityMethod, randomMethod, ridgeMethod } from './baseline-methods';
import { learnedMethod } from './learned-methods';
import type { MethodEntry } from './method-context';
import { FROZEN_MODEL, MODEL, modelMethod } from './model-methods';

export const ORACLE = 'oracle';
/** What the others are compared with, case by case. */
export const REFERENCES: readonly string[] = [FROZEN_MODEL, MODEL];

/** Every method of the learning suite, in the order of the tables; the oracle stands apart, for it is told the outcomes. */
export const METHODS: readonly MethodEntry[] = [
  { name: 'random', crowd: 'never', create: () => randomMethod() },
  { name: 'popularity', crowd: 'always', create: popularityMethod },
  { name: 'average-rating', crowd: 'always', create: averageRatingMethod },
  { name: 'ridge', crowd: 'always', create: (context) => ridgeMethod(context) },
  { name: 'k-nn', crowd: 'always', create: (context) => neighbourMethod(context) },
  { name: FROZEN_MODEL, crowd: 'as-asked', create: (context) => modelMethod(context, { frozen: true }) },
  { name: MODEL, crowd: 'as-asked', create: (context) => modelMethod(context, { frozen: false }) },
  { name: 'learning', crowd: 'never', create: (context) => learnedMethod('learning', context, { own: true, prior: false }) },
  { name: 'learning+prior', crowd: 'never', create: (context) => learnedMethod('learning+prior', context, { own: true, prior: true }) },
  { name: 'learning+prior+wildcard', crowd: 'never', create: (context) => learnedMethod('learning+prior+wildcard', context, { own: true, prior: true, explores: true }) },
];
