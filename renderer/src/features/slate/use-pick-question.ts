import { useMemo } from 'react';
import { friendPicks, type PickQuestion, type RankingInputs } from '../../application/picks/pick-questions';

/**
 * The request for a friend's picks, built once: the slate and the breakdown of each pick are asked with the same one.
 */
export function usePickQuestion(inputs: RankingInputs | undefined): PickQuestion | undefined {
  return useMemo(() => (inputs === undefined ? undefined : (friend) => friendPicks(inputs, friend)), [inputs]);
}
