import { AppError, toAppError } from '../domain/errors';

const NAME_DEPTH = 4;
/**
 * What Chromium calls files that are not what it wrote: "Internal error opening backing store", "Seek failure", a large
 * value whose own file is gone.
 */
const DAMAGE_NAMES: readonly string[] = ['UnknownError', 'NotReadableError', 'DataError'];

/** Names of the error and of what it wraps: Dexie puts a full disk inside an AbortError. */
function errorNames(error: unknown): readonly string[] {
  const names: string[] = [];
  let current: unknown = error;
  for (let depth = 0; depth < NAME_DEPTH && current instanceof Object; depth += 1) {
    if ('name' in current && typeof current.name === 'string') names.push(current.name);
    current = 'inner' in current ? current.inner : 'cause' in current ? current.cause : null;
  }
  return names;
}

/** A failure of IndexedDB in words for the person at the window. */
export function databaseError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const names = errorNames(error);
  if (names.includes('QuotaExceededError')) {
    return new AppError(
      'storage-full',
      'There is no room left on this disk, so nothing was saved. Free some space and try again.',
      { cause: error },
    );
  }
  if (names.includes('VersionError')) return newerDatabase(error);
  if (names.includes('DatabaseClosedError')) {
    return new AppError(
      'database-blocked',
      'The library was opened by a newer version of Handpicked in another window. Close this window and use that one.',
      { cause: error },
    );
  }
  if (isDamage(error)) return damagedDatabase(error);
  return toAppError(error);
}

/** Whether this error of IndexedDB says that the files of the database cannot be read. */
export function isDamage(error: unknown): boolean {
  return errorNames(error).some((name) => DAMAGE_NAMES.includes(name));
}

export function damagedDatabase(cause?: unknown): AppError {
  return new AppError(
    'database-damaged',
    'The browser cannot read its database: its files are damaged, or the disk is.',
    { cause },
  );
}

export function newerDatabase(cause?: unknown): AppError {
  return new AppError(
    'database-newer',
    'This library was last used by a newer version of Handpicked. Start that version again; nothing has been changed.',
    { cause },
  );
}

export function newerJournal(): AppError {
  return new AppError(
    'database-newer',
    'A newer version of Handpicked has written to this library’s journal. Start that version again; nothing has been changed.',
  );
}

export function blockedDatabase(): AppError {
  return new AppError(
    'database-blocked',
    'Another window still uses this library in an older version of Handpicked. Close it and try again.',
  );
}
