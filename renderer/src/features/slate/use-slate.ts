import { useCallback, useEffect, useRef, useState } from 'react';
import { type AppError, toAppError } from '../../domain/errors';
import type { Recommendation, Slate } from '../../domain/recommendation';
import { type Movement, movements } from './movement/slate-movement';
import { type WeightShift, weightShifts } from '../../application/picks/weight-shifts';

export interface SlateState {
  /** The last answer; kept on screen while the next is worked out. */
  readonly slate: Slate | null;
  /** What moved between the last two answers that differed; empty at first. */
  readonly moved: ReadonlyMap<string, Movement>;
  /** What was learned between the same two answers, the largest change first. */
  readonly learned: readonly WeightShift[];
  readonly error: AppError | null;
  readonly retry: () => void;
}

type Answer = Omit<SlateState, 'retry'>;

const NOTHING: Answer = { slate: null, moved: new Map(), learned: [], error: null };

export function recommendationKey({ personId, itemId }: Pick<Recommendation, 'personId' | 'itemId'>): string {
  return `${personId}:${itemId}`;
}

function keysOf(slate: Slate): readonly string[] {
  return slate.recommendations.map(recommendationKey);
}

/**
 * Asks again whenever `request` changes (keep it in useCallback) and cancels the unfinished one, also on leaving the
 * page. Null = not yet known what to ask.
 */
export function useSlate(request: ((signal: AbortSignal) => Promise<Slate>) | null): SlateState {
  const [answer, setAnswer] = useState<Answer>(NOTHING);
  const [attempt, setAttempt] = useState(0);
  const shown = useRef<Slate | null>(null);
  useEffect(() => {
    if (request === null) return;
    const leaving = new AbortController();
    request(leaving.signal)
      .then((slate) => {
        if (leaving.signal.aborted) return;
        const before = shown.current;
        const order = before === null ? [] : keysOf(before);
        const keys = keysOf(slate);
        const same = order.length === keys.length && order.every((key, index) => key === keys[index]);
        // An answer with the same picks in the same order is no step of its own: the next change is told from before it.
        if (before === null || !same) shown.current = slate;
        setAnswer((last) => {
          if (before === null || same) return { slate, moved: last.moved, learned: last.learned, error: null };
          return {
            slate,
            moved: movements(order, keys),
            learned: weightShifts(before.weights, slate.weights),
            error: null,
          };
        });
      })
      .catch((thrown: unknown) => {
        const error = toAppError(thrown);
        if (leaving.signal.aborted || error.code === 'cancelled') return;
        setAnswer((last) => ({ ...last, error }));
      });
    return () => {
      leaving.abort();
    };
    // `attempt` is no input: a new one asks the same question again.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [request, attempt]);
  const retry = useCallback(() => {
    setAttempt((count) => count + 1);
  }, []);
  return { ...answer, retry };
}
