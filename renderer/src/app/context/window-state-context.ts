import { createContext, useContext } from 'react';
import type { WindowState } from './window-state';

const WindowStateContext = createContext<WindowState | null>(null);
export const WindowStateProvider = WindowStateContext.Provider;

export function useWindowState(): WindowState {
  const state = useContext(WindowStateContext);
  if (state === null) throw new Error('useWindowState outside WindowStateProvider');
  return state;
}

/** `const announce = useAnnounce();` has a sentence read out by screen readers. */
export function useAnnounce(): (message: string) => void {
  return useWindowState().announcer.announce;
}
