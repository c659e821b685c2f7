import { type AnswerState, useFoldedAnswer } from '../../app/context/use-answer';
import type { Movement } from '../../application/picks/movements';
import { type SlateHistory, withSlate } from '../../application/picks/slate-history';
import type { Slate } from '../../domain/recommendation';

export interface SlateState extends Pick<AnswerState<Slate>, 'error' | 'retry'>, Pick<SlateHistory, 'moved'> {
  /** The last answer; kept on screen while the next is being computed. */
  readonly slate: Slate | null;
}

const NOT_MOVED: ReadonlyMap<string, Movement> = new Map();

/** `useAnswer` for slates, with what moved between the last two that differed. */
export function useSlate<Question extends object>(
  question: Question | null,
  ask: (question: Question, signal: AbortSignal) => Promise<Slate>,
): SlateState {
  const { answer, error, retry } = useFoldedAnswer<Question, Slate, SlateHistory>(question, ask, withSlate);
  return {
    slate: answer?.slate ?? null,
    moved: answer?.moved ?? NOT_MOVED,
    error,
    retry,
  };
}
