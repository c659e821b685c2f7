import { createContext, useContext, useDeferredValue, type ReactNode } from 'react';
import { useServices } from './services';
import type { Settings } from '../../domain/settings';
import { useLive } from './use-live';

const SettingsContext = createContext<Settings | null>(null);

/** Reads the settings once for the whole window and follows them; renders nothing until they are known. */
export function SettingsProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { settings } = useServices();
  // Deferred: what they let in is the whole window, which is drawn in slices.
  const current = useDeferredValue(useLive(() => settings.read(), [settings]));
  return current === undefined ? null : <SettingsContext value={current}>{children}</SettingsContext>;
}

export function useSettings(): Settings {
  const settings = useContext(SettingsContext);
  if (settings === null) throw new Error('useSettings outside SettingsProvider');
  return settings;
}
