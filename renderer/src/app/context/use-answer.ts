import { useCallback, useEffect, useState } from 'react';
import { type AppError, toAppError } from '../../domain/errors';

export interface AnswerState<Answer> {
  /** The last answer; kept while the next is worked out. */
  readonly answer: Answer | null;
  /** True while the last answer is not to what is asked now. */
  readonly waiting: boolean;
  readonly error: AppError | null;
  readonly retry: () => void;
}

type Ask<Answer> = (signal: AbortSignal) => Promise<Answer>;

/** Asks again whenever `ask` changes (keep it in useCallback) and cancels the unfinished one. Null = not yet known what to ask. */
export function useAnswer<Answer>(ask: Ask<Answer> | null): AnswerState<Answer> {
  const [last, setLast] = useState<{
    readonly to: Ask<Answer> | null;
    readonly answer: Answer | null;
    readonly error: AppError | null;
  }>({ to: null, answer: null, error: null });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (ask === null) return;
    const leaving = new AbortController();
    ask(leaving.signal)
      .then((answer) => {
        if (!leaving.signal.aborted) setLast({ to: ask, answer, error: null });
      })
      .catch((thrown: unknown) => {
        const error = toAppError(thrown);
        if (!leaving.signal.aborted && error.code !== 'cancelled')
          setLast((before) => ({ to: ask, answer: before.answer, error }));
      });
    return () => {
      leaving.abort();
    };
    // `attempt` is no input: a new one asks the same question again.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [ask, attempt]);
  const retry = useCallback(() => {
    setLast((before) => ({ ...before, error: null }));
    setAttempt((count) => count + 1);
  }, []);
  return { answer: last.answer, waiting: ask !== null && last.to !== ask, error: last.error, retry };
}
