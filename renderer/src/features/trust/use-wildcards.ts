import { useMemo } from 'react';
import { useServices } from '../../app/context/services';
import { useAnswer } from '../../app/context/use-answer';
import { useLive } from '../../app/context/use-live';
import type { AppError } from '../../domain/errors';
import type { PolicyEstimate } from '../../domain/policy-estimate';
import { type WildcardCounts, wildcardCounts } from './wildcard-finding';

export interface Wildcards {
  /** Undefined until read. */
  readonly counts: WildcardCounts | undefined;
  /** Null while they are being computed; empty where no wildcard was answered. */
  readonly estimates: readonly PolicyEstimate[] | null;
  readonly error: AppError | null;
  readonly retry: () => void;
}

/** Outcomes of every wildcard shown, and estimates of what other policies would have achieved. */
export function useWildcards(): Wildcards {
  const { recommender, slates } = useServices();
  const outcomes = useLive(() => slates.wildcardOutcomes(), [slates]);
  const counts = outcomes === undefined ? undefined : wildcardCounts(outcomes);
  const asked = useMemo(
    () => (outcomes === undefined || wildcardCounts(outcomes).answered === 0 ? null : { outcomes }),
    [outcomes],
  );
  const { answer, error, retry } = useAnswer(asked, (request, signal) =>
    recommender.compareWildcards(request, { signal }),
  );
  return { counts, estimates: counts?.answered === 0 ? [] : answer, error, retry };
}
