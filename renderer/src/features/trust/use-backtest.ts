import { useCallback, useEffect, useRef, useState } from 'react';
import { useServices } from '../../app/context/services';
import { useEngineState } from '../../app/context/use-engine-state';
import { backtestOf } from '../../application/picks/pick-questions';
import type { Backtest } from '../../domain/backtest';
import { type AppError, toAppError } from '../../domain/errors';
import { useProfiles } from '../slate/use-profiles';

export interface BacktestRun {
  readonly status: 'running' | 'done' | 'stopped' | 'failed';
  /** The last answer; kept while the test runs again because the profiles changed. */
  readonly backtest: Backtest | null;
  /** 0..1; null before the first report. */
  readonly progress: number | null;
  readonly error: AppError | null;
  readonly stop: () => void;
  /** Runs it again after it was stopped or failed. */
  readonly run: () => void;
}

type State = Omit<BacktestRun, 'stop' | 'run'>;

const START: State = { status: 'running', backtest: null, progress: null, error: null };

/** Backtests the recommender on everybody's history, as soon as model and profiles are there; stops with the page. */
export function useBacktest(): BacktestRun {
  const { recommender } = useServices();
  const profiles = useProfiles();
  const loading = useEngineState().status === 'loading';
  const [state, setState] = useState<State>(START);
  const [attempt, setAttempt] = useState(0);
  const current = useRef<AbortController | null>(null);
  const halted = state.status === 'stopped';
  useEffect(() => {
    if (profiles === undefined || loading || halted) return undefined;
    const leaving = new AbortController();
    current.current = leaving;
    const onProgress = ({ done, total }: { readonly done: number; readonly total: number }): void => {
      if (leaving.signal.aborted) return;
      setState((last) => ({ ...last, status: 'running', progress: total > 0 ? Math.min(1, done / total) : null }));
    };
    recommender
      .backtest(backtestOf(profiles), { signal: leaving.signal, onProgress })
      .then((backtest) => {
        if (!leaving.signal.aborted) setState({ status: 'done', backtest, progress: null, error: null });
      })
      .catch((thrown: unknown) => {
        const error = toAppError(thrown);
        if (leaving.signal.aborted || error.code === 'cancelled') return;
        setState((last) => ({ ...last, status: 'failed', progress: null, error }));
      });
    return () => {
      leaving.abort();
    };
    // `attempt` is no input: a new one runs the same test again.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [recommender, profiles, loading, halted, attempt]);
  const stop = useCallback(() => {
    current.current?.abort();
    setState((last) => ({ ...last, status: 'stopped', progress: null }));
  }, []);
  const run = useCallback(() => {
    setState((last) => ({ ...last, status: 'running', progress: null, error: null }));
    setAttempt((count) => count + 1);
  }, []);
  return { ...state, stop, run };
}
