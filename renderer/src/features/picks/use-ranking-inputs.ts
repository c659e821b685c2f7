import { useMemo } from 'react';
import { useLibrary } from '../../app/library-index';
import { useServices } from '../../app/services';
import type { CandidateContext } from '../../workers/recommender-contract';
import { candidatesFrom } from './candidates';
import { useEngineState } from './use-slate';

export interface RankingInputs {
  readonly candidates: readonly CandidateContext[];
  /** The engine and what it knows of the library are part of every question: a new answer is due when this changes. */
  readonly engineKey: string;
}

/** What every ranking is asked with, whoever it is for. */
export function useRankingInputs(): RankingInputs {
  const { library } = useServices();
  const { items } = useLibrary(library);
  const { engine, status, recognised } = useEngineState();
  const candidates = useMemo(() => candidatesFrom(items), [items]);
  return { candidates, engineKey: `${engine} ${status} ${String(recognised.total)}` };
}
