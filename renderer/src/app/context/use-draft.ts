import { useMemo, useSyncExternalStore } from 'react';
import type { Draft } from '../../ui/draft';
import { useWindowState } from './window-state-context';

/**
 * `useState` for what is typed, kept under `key` while the window is open: a closed dialog or a left page shows it
 * again when it is opened again. Callers discard it once it is used. A key belongs to one kind of value.
 * @param initial the value while nothing was typed; a constant, or kept in useMemo
 */
export function useDraft<Value>(key: string, initial: Value): Draft<Value> {
  const { drafts } = useWindowState();
  const all = useSyncExternalStore(drafts.subscribe, drafts.snapshot);
  return useMemo(() => {
    // Whoever wrote under this key wrote this kind of value.
    const valueIn = (map: ReadonlyMap<string, unknown>): Value => (map.has(key) ? (map.get(key) as Value) : initial);
    return {
      value: valueIn(all),
      kept: all.has(key),
      change: (next) => {
        const latest = drafts.snapshot();
        drafts.set(new Map([...latest, [key, next(valueIn(latest))]]));
      },
      discard: () => {
        const others = new Map(drafts.snapshot());
        if (others.delete(key)) drafts.set(others);
      },
    };
  }, [drafts, all, key, initial]);
}
