import { ownValue } from './own-value';

/** Whether two values as JSON.parse makes them are the same; members may come in another order. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!(a instanceof Object) || !(b instanceof Object) || Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every(
      (name) =>
        Object.hasOwn(b, name) &&
        isSameJson(
          ownValue(a as Readonly<Record<string, unknown>>, name),
          ownValue(b as Readonly<Record<string, unknown>>, name),
        ),
    )
  );
}
