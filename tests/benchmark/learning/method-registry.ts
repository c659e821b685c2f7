import { averageRatingMethod, neighbourMethod, popularityMethod, randomMethod, ridgeMethod } from './baseline-methods';
import { learnedMethod } from './learned-methods';
import type { ReplayParts } from './learned-methods';
import type { MethodEntry } from './method-context';

export const ORACLE = 'oracle';
/** The method all others are compared with, case by case: the model without outcomes. */
export const REFERENCE = 'model';

/** Every method of the learning suite, in table order. The oracle is apart because it is given the outcomes. */
export const METHODS: readonly MethodEntry[] = [
  { name: 'random', crowd: 'fixed', create: () => randomMethod() },
  { name: 'popularity', crowd: 'fixed', create: popularityMethod },
  { name: 'average-rating', crowd: 'fixed', create: averageRatingMethod },
  { name: 'ridge', crowd: 'fixed', create: (context) => ridgeMethod(context) },
  { name: 'k-nn', crowd: 'fixed', create: (context) => neighbourMethod(context) },
  learned(REFERENCE, { reads: false, own: false, prior: false, ratings: true, explores: false }),
  learned('+reading', { reads: true, own: false, prior: false, ratings: true, explores: false }, REFERENCE),
  learned('+learning', { reads: true, own: true, prior: false, ratings: true, explores: false }, '+reading'),
  learned('+prior', { reads: true, own: true, prior: true, ratings: true, explores: false }, '+learning'),
  learned('+wildcard', { reads: true, own: true, prior: true, ratings: true, explores: true }, '+prior'),
];

function learned(name: string, parts: ReplayParts, without?: string): MethodEntry {
  return {
    name,
    crowd: 'as-asked',
    create: (context) => learnedMethod(name, context, parts),
    ...(without === undefined ? {} : { without }),
  };
}

/**
 * The methods asked for and all they are compared with.
 * @param asked names; empty = all.
 */
export function played(asked: readonly string[]): ReadonlySet<string> {
  if (asked.length === 0) return new Set([...METHODS.map(({ name }) => name), ORACLE]);
  return new Set([
    REFERENCE,
    ...asked,
    ...METHODS.flatMap(({ name, without }) => (asked.includes(name) && without !== undefined ? [without] : [])),
  ]);
}
