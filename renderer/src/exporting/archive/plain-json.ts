import { ownValue } from '../../domain/own-value';
import { MAX_DEPTH } from './archive-format';

/**
 * Whether JSON gives the value back exactly: texts, booleans, null, finite numbers but minus zero, and plain arrays and
 * objects of these, no deeper than MAX_DEPTH. IndexedDB keeps more than that (undefined, NaN, dates, maps …).
 */
export function isPlainJson(value: unknown, depth = 0): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== 'object' || depth >= MAX_DEPTH) return false;
  if (Array.isArray(value)) {
    // A hole is read as undefined; a property beside the elements would be dropped.
    if (Object.keys(value).length !== value.length) return false;
    return value.every((element) => isPlainJson(element, depth + 1));
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  for (const name of Object.keys(value))
    if (!isPlainJson(ownValue(value as Readonly<Record<string, unknown>>, name), depth + 1)) return false;
  return true;
}
