import { cleanCell } from './cell-values';

/** Values of parsed JSON by key, whatever shape a service has given them this time. Nothing here throws. */

/** What lies at `path` inside `value`; undefined where anything on the way is no object, or lacks the key. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = Reflect.get(at, key);
  }
  return at;
}

/** A text or number as one line, '' for anything else. */
export function textAt(value: unknown, ...path: readonly string[]): string {
  const found = valueAt(value, ...path);
  if (typeof found === 'string') return cleanCell(found);
  return typeof found === 'number' && Number.isFinite(found) ? String(found) : '';
}

/** A text with its line breaks, trimmed; '' for anything else. */
export function paragraphsAt(value: unknown, ...path: readonly string[]): string {
  const found = valueAt(value, ...path);
  return typeof found === 'string' ? found.replaceAll('\0', '').trim() : '';
}

/** A finite number, also one that is written as text; null for anything else. */
export function numberAt(value: unknown, ...path: readonly string[]): number | null {
  const found = valueAt(value, ...path);
  const number = typeof found === 'string' && found.trim() !== '' ? Number(found) : found;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** An array; the values of an object, since some services write lists as { "0": …, "2": … }; else nothing. */
export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = valueAt(value, ...path);
  if (Array.isArray(found)) return found;
  return typeof found === 'object' && found !== null ? Object.values(found) : [];
}

/** The texts of a list, blank ones left out. */
export const textsAt = (value: unknown, ...path: readonly string[]): string[] =>
  listAt(value, ...path)
    .map((entry) => textAt(entry))
    .filter((text) => text !== '');
