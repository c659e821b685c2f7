import { corpusDifferences, itemDifferences, windowDifferences } from './golden-comparisons';
import type { EncodingSteps } from './golden-comparisons';
import type { CorpusRow, Golden } from './golden-file';

export interface EncodingParts {
  readonly manifestJson: unknown;
  readonly knownItems: ArrayBuffer;
  readonly golden: Golden;
  readonly corpus: readonly CorpusRow[];
}

/** Names of tests in golden-encoding.test.ts. */
export const ITEMS = 'encodes … as Python does';
export const WINDOWS = 'windows … as Python does';
export const CORPUS = 'agree with Python on a fuzzed Unicode corpus';

/** All differences of one kind, with the real steps or with mutated ones. */
export const COMPARED = {
  [ITEMS]: ({ golden }: EncodingParts, steps: EncodingSteps) =>
    golden.items.flatMap((entry) => itemDifferences(steps, entry)),
  [WINDOWS]: ({ golden }: EncodingParts, steps: EncodingSteps) =>
    golden.histories.flatMap((history) => windowDifferences(steps, history)),
  [CORPUS]: ({ corpus }: EncodingParts, steps: EncodingSteps) => corpusDifferences(steps, corpus),
} as const;
export type Compared = keyof typeof COMPARED;
