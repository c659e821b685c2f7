import type { Settings } from '../settings';

export interface SettingsRepository {
  read(): Promise<Settings>;
  update(patch: Partial<Settings>): Promise<void>;
}
