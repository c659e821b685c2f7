import { useCallback, useSyncExternalStore } from 'react';
import type { EngineState } from '../../domain/ports/recommender';
import { useServices } from './services';

/** What runs the model at the moment. */
export function useEngineState(): EngineState {
  const { recommender } = useServices();
  const subscribe = useCallback((listener: () => void) => recommender.onEngineState(listener), [recommender]);
  return useSyncExternalStore(subscribe, () => recommender.engineState());
}

/** The engine and what it knows of the library are part of every question: a new answer is due when this changes. */
export function useEngineKey(): string {
  const { engine, status, recognised } = useEngineState();
  return `${engine} ${status} ${String(recognised.total)}`;
}
