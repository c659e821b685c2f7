import { useCallback, useEffect, useState } from 'react';
import { useServices } from '../../app/services';
import { useLive } from '../../app/use-live';
import { type AppError, toAppError } from '../../domain/errors';
import type { PolicyEstimate } from '../../domain/policy-estimate';
import { type WildcardCounts, wildcardCounts } from './wildcard-finding';

export interface Wildcards {
  /** Undefined until read. */
  readonly counts: WildcardCounts | undefined;
  /** Null while they are worked out; empty where there is no answer to work with. */
  readonly estimates: readonly PolicyEstimate[] | null;
  readonly error: AppError | null;
  readonly retry: () => void;
}

/** What became of every wildcard, and what other ways of choosing would have achieved. */
export function useWildcards(): Wildcards {
  const { recommender, slates } = useServices();
  const outcomes = useLive(() => slates.wildcardOutcomes(), [slates]);
  const [answer, setAnswer] = useState<{ readonly estimates: readonly PolicyEstimate[] | null; readonly error: AppError | null }>({ estimates: null, error: null });
  const [attempt, setAttempt] = useState(0);
  const counts = outcomes === undefined ? undefined : wildcardCounts(outcomes);
  useEffect(() => {
    if (outcomes === undefined || wildcardCounts(outcomes).answered === 0) return undefined;
    const leaving = new AbortController();
    recommender.compareWildcards({ outcomes }, { signal: leaving.signal }).then((estimates) => {
      if (!leaving.signal.aborted) setAnswer({ estimates, error: null });
    }).catch((thrown: unknown) => {
      const error = toAppError(thrown);
      if (!leaving.signal.aborted && error.code !== 'cancelled') setAnswer((last) => ({ ...last, error }));
    });
    return () => { leaving.abort(); };
    // `attempt` is no input: a new one asks the same question again.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [recommender, outcomes, attempt]);
  const retry = useCallback(() => {
    setAnswer({ estimates: null, error: null });
    setAttempt((count) => count + 1);
  }, []);
  return { counts, estimates: counts?.answered === 0 ? [] : answer.estimates, error: answer.error, retry };
}
