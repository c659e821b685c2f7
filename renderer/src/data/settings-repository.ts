import { z } from 'zod';
import type { Settings } from '../domain/settings';
import type { SettingsRepository } from '../domain/ports/settings-repository';
import type { HandpickedDatabase } from './database';
import { databaseError } from './database-errors';

const DEFAULTS: Settings = {
  colourScheme: 'auto',
  ratingScale: 'halves-5',
  weeklySendCap: 3,
  engine: 'auto',
  ownerName: '',
  wildcards: false,
  catalogue: true,
  // Libraries from before versions were kept have no value.
  rankingSeen: 1,
  columns: {},
};

/** Each setting is parsed by itself: one that cannot be read (damaged, or of a later version) gets its default. */
const settingsSchema = z.object({
  colourScheme: z.enum(['auto', 'light', 'dark']).catch(DEFAULTS.colourScheme),
  ratingScale: z.enum(['stars-5', 'halves-5', 'points-10', 'points-100']).catch(DEFAULTS.ratingScale),
  weeklySendCap: z.number().int().min(1).max(100).catch(DEFAULTS.weeklySendCap),
  engine: z.enum(['auto', 'wasm']).catch(DEFAULTS.engine),
  ownerName: z.string().catch(DEFAULTS.ownerName),
  wildcards: z.boolean().catch(DEFAULTS.wildcards),
  catalogue: z.boolean().catch(DEFAULTS.catalogue),
  rankingSeen: z.number().int().min(1).catch(DEFAULTS.rankingSeen),
  columns: z
    .record(z.string(), z.object({ field: z.string().nullable(), maximum: z.number().positive().nullable() }))
    .catch(DEFAULTS.columns),
}) satisfies z.ZodType<Settings>;

const KEY = 'settings';

/** Not journaled: undo is for what the library holds, and a setting is changed back where it was changed. */
export class DexieSettingsRepository implements SettingsRepository {
  constructor(private readonly database: HandpickedDatabase) {}

  async read(): Promise<Settings> {
    return parse((await this.database.settings.get(KEY))?.value);
  }

  async update(patch: Partial<Settings>): Promise<void> {
    try {
      await this.database.transaction('rw', this.database.settings, async () => {
        const before = parse((await this.database.settings.get(KEY))?.value);
        await this.database.settings.put({ key: KEY, value: parse({ ...before, ...patch }) });
      });
    } catch (error) {
      throw databaseError(error);
    }
  }
}

function parse(value: unknown): Settings {
  return settingsSchema.parse(value instanceof Object ? value : {});
}
