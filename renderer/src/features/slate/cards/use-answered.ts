import { useState } from 'react';
import type { Recommendation } from '../../../domain/recommendation';

export interface Answered {
  /** Keys of recommendations that were answered, but are still in the slate until the next one comes. */
  readonly keys: ReadonlySet<string>;
  readonly add: (key: string) => void;
  /** Nothing was answered after all: writing it down failed. */
  readonly clear: () => void;
}

const NONE: ReadonlySet<string> = new Set();

/** Hides what was answered at once; another slate begins with nothing hidden. */
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
