import { useMemo } from 'react';
import { useServices } from '../../app/context/services';
import type { Person } from '../../domain/person';
import type { PicksRequest } from '../../domain/recommendation-request';
import { useAllProfiles } from './use-all-profiles';
import { useRankingInputs } from './use-ranking-inputs';
import { wildcardSeed } from '../../application/picks/wildcard-seed';

const PICKS = 5;

/** Asks for picks for one friend; null for somebody who gets none (archived). */
export type PickQuestion = (friend: Pick<Person, 'id' | 'dials'>) => PicksRequest | null;

/** The one question about a friend: asked for the slate and asked again, word for word, for why. Undefined until all was read. */
export function usePickQuestion(): PickQuestion | undefined {
  const { clock } = useServices();
  const allProfiles = useAllProfiles();
  const { candidates, engineKey } = useRankingInputs();
  return useMemo(() => {
    if (allProfiles === undefined) return undefined;
    return ({ id, dials }) => {
      const profile = allProfiles.find(({ personId }) => personId === id);
      if (profile === undefined) return null;
      const now = clock();
      // From the profile alone: a seed that changed before the profile does would draw, and log, a wildcard nobody asked for.
      return {
        profile,
        others: allProfiles,
        candidates,
        count: PICKS,
        now,
        dials,
        purpose: 'send',
        wildcardSeed: wildcardSeed(id, now, profile.reactions.length, profile.excludedItemIds.length),
      };
    };
    // What runs the engine is part of the question: with another one a new answer is due.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [allProfiles, candidates, clock, engineKey]);
}
