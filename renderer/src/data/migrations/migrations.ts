import type { Dexie } from 'dexie';
import { firstSchema } from './001-first-schema';
import { learning } from './002-learning';
import { novelty } from './004-novelty';
import { shelves } from './005-shelves';
import { outbox } from './007-outbox';
import { twins } from './008-twins';
import { itemFieldAdded } from './item-field-added';
import type { Migration } from './migration';

/** Append only. */
export const MIGRATIONS: readonly Migration[] = [
  firstSchema,
  learning,
  itemFieldAdded(3, 'length', null),
  novelty,
  shelves,
  itemFieldAdded(6, 'catalogue', null),
  outbox,
  twins,
  itemFieldAdded(9, 'byHand', {}),
];

/** Declares every version up to `upTo` (tests create old databases with it; the app takes all). */
export function declareVersions(
  database: Dexie,
  migrations: readonly Migration[] = MIGRATIONS,
  upTo = migrations.length,
): void {
  migrations.slice(0, upTo).forEach((migration, index) => {
    if (migration.version !== index + 1)
      throw new Error(`Migration ${migration.version} stands at place ${index + 1}: numbers must follow without gaps.`);
    const version = database.version(migration.version).stores({ ...migration.stores });
    const { upgrade } = migration;
    if (upgrade !== undefined) version.upgrade((transaction) => upgrade(transaction));
  });
}
