import type { AppError } from '../domain/errors';
import { damagedDatabase, isDamage } from './database-errors';

/**
 * Tells when the files behind an open database turn out to be damaged: a request or a commit fails for it, or the
 * browser ends the connection by itself. Chromium throws away a database in which it finds damage, so whoever opened
 * it anew would see an empty one.
 */
export function watchConnection(connection: IDBDatabase, lost: (error: AppError) => void): void {
  const look = ({ target }: Event): void => {
    const failed = target as IDBRequest | IDBTransaction | null;
    if (isDamage(failed?.error)) lost(damagedDatabase(failed?.error));
  };
  // While they come down to their request or transaction: Dexie keeps them from going up.
  connection.addEventListener('error', look, { capture: true });
  connection.addEventListener('abort', look, { capture: true });
  connection.addEventListener('close', (event) => {
    lost(damagedDatabase(event));
  });
}
