import { useMemo } from 'react';
import { friendPicks, type PickQuestion, type RankingInputs } from '../../application/picks/pick-questions';

/** The one question about a friend: asked for the slate and asked again, with the same request, for why. */
export function usePickQuestion(inputs: RankingInputs | undefined): PickQuestion | undefined {
  return useMemo(() => (inputs === undefined ? undefined : (friend) => friendPicks(inputs, friend)), [inputs]);
}
