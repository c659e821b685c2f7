import { useCallback, useSyncExternalStore } from 'react';
import { engineRevision } from '../../application/picks/question';
import type { EngineState } from '../../domain/ports/recommender';
import { useServices } from './services';

/** What runs the model at the moment. */
export function useEngineState(): EngineState {
  const { recommender } = useServices();
  const subscribe = useCallback((listener: () => void) => recommender.onEngineState(listener), [recommender]);
  return useSyncExternalStore(subscribe, () => recommender.engineState());
}

/** Part of every question: a new answer is due when it changes. */
export function useEngineRevision(): string {
  return engineRevision(useEngineState());
}
