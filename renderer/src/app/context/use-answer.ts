import { useCallback, useEffect, useRef, useState } from 'react';
import { type AppError, toAppError } from '../../domain/errors';

export interface AnswerState<Answer> {
  /** The last answer; kept while the next is being computed. */
  readonly answer: Answer | null;
  /** True while the last answer is not to what is asked now. */
  readonly waiting: boolean;
  readonly error: AppError | null;
  readonly retry: () => void;
}

type Ask<Question, Answer> = (question: Question, signal: AbortSignal) => Promise<Answer>;

/**
 * Asks again whenever `question` is another object (keep it in useMemo) and cancels the unfinished one, also on leaving
 * the page. Null = not yet known what to ask.
 */
export function useAnswer<Question extends object, Answer>(
  question: Question | null,
  ask: Ask<Question, Answer>,
): AnswerState<Answer> {
  return useFoldedAnswer<Question, Answer, Answer>(question, ask, latest);
}

/**
 * The same, where what is shown also depends on earlier answers.
 * @param fold combines what was shown before (null at first) with a new answer; a function of the module, not a closure
 */
export function useFoldedAnswer<Question extends object, Answer, Shown>(
  question: Question | null,
  ask: Ask<Question, Answer>,
  fold: (before: Shown | null, answer: Answer) => Shown,
): AnswerState<Shown> {
  const [last, setLast] = useState<{
    readonly to: Question | null;
    readonly answer: Shown | null;
    readonly error: AppError | null;
  }>({ to: null, answer: null, error: null });
  const [attempt, setAttempt] = useState(0);
  // A new function for the same question is no reason to ask again.
  const latestAsk = useRef(ask);
  useEffect(() => {
    latestAsk.current = ask;
  });
  useEffect(() => {
    if (question === null) return undefined;
    const leaving = new AbortController();
    latestAsk
      .current(question, leaving.signal)
      .then((answer) => {
        if (!leaving.signal.aborted)
          setLast((before) => ({ to: question, answer: fold(before.answer, answer), error: null }));
      })
      .catch((thrown: unknown) => {
        const error = toAppError(thrown);
        if (!leaving.signal.aborted && error.code !== 'cancelled')
          setLast((before) => ({ to: question, answer: before.answer, error }));
      });
    return () => {
      leaving.abort();
    };
    // `attempt` is no input: a new one asks the same question again.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [question, fold, attempt]);
  const retry = useCallback(() => {
    setLast((before) => ({ ...before, error: null }));
    setAttempt((count) => count + 1);
  }, []);
  return { answer: last.answer, waiting: question !== null && last.to !== question, error: last.error, retry };
}

const latest = <Answer>(_before: Answer | null, answer: Answer): Answer => answer;
