import { useMemo } from 'react';
import { useLibrary } from '../../app/context/use-library';
import { useServices } from '../../app/context/services';
import { useEngineKey } from '../../app/context/use-engine-state';
import type { CandidateContext } from '../../domain/recommendation-request';
import { candidatesFrom } from '../../application/picks/candidates';

export interface RankingInputs {
  readonly candidates: readonly CandidateContext[];
  /** As `useEngineKey` gives it. */
  readonly engineKey: string;
}

/** What every ranking is asked with, whoever it is for. */
export function useRankingInputs(): RankingInputs {
  const { library } = useServices();
  const { items } = useLibrary(library);
  const engineKey = useEngineKey();
  const candidates = useMemo(() => candidatesFrom(items), [items]);
  return { candidates, engineKey };
}
