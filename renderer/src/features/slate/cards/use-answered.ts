import { useState } from 'react';
import type { Recommendation } from '../../../domain/recommendation';

export interface Answered {
  /** Keys of recommendations that were answered, but are still in the slate until the next one comes. */
  readonly keys: ReadonlySet<string>;
  readonly add: (key: string) => void;
  /** Shows them again: recording the answer failed. */
  readonly clear: () => void;
}

const NONE: ReadonlySet<string> = new Set();

/** Which recommendations to hide because they were just answered; another slate begins with none. */
export function useAnswered(recommendations: readonly Recommendation[]): Answered {
  const [answered, setAnswered] = useState({ of: recommendations, keys: NONE });
  const keys = answered.of === recommendations ? answered.keys : NONE;
  return {
    keys,
    add: (key) => {
      setAnswered({ of: recommendations, keys: new Set([...keys, key]) });
    },
    clear: () => {
      setAnswered({ of: recommendations, keys: NONE });
    },
  };
}
