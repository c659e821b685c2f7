import { MAX_DEPTH } from './archive-format';

/**
 * Any value that IndexedDB can hold, as JSON. Texts, booleans, null and ordinary numbers stand for themselves; all else
 * is an object with one member, its name the type: {"object": [["name", value], …]}, {"array": […]}, {"hole": true},
 * {"number": "NaN"}, {"undefined": true}, {"date": milliseconds}, {"bigint": "12"}, {"map": [[key, value], …]},
 * {"set": […]}, {"bytes": [0, 255, …]}. What has no form here is {"lost": "name of its type"}.
 */
export function toTagged(value: unknown, depth = 0): unknown {
  if (depth >= MAX_DEPTH) return { lost: 'nested too deep' };
  const inner = (element: unknown): unknown => toTagged(element, depth + 1);
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : { number: Object.is(value, -0) ? '-0' : String(value) };
    case 'undefined':
      return { undefined: true };
    case 'bigint':
      return { bigint: String(value) };
    case 'object':
      break;
    case 'function':
    case 'symbol':
      return { lost: typeof value };
  }
  if (value === null) return null;
  if (Array.isArray(value))
    return { array: Array.from(value, (element, index) => (index in value ? inner(element) : { hole: true })) };
  if (value instanceof Date) return { date: Number.isNaN(value.getTime()) ? null : value.getTime() };
  if (value instanceof Map) return { map: Array.from(value, ([key, held]) => [inner(key), inner(held)]) };
  if (value instanceof Set) return { set: Array.from(value, inner) };
  if (value instanceof ArrayBuffer) return { bytes: [...new Uint8Array(value)] };
  if (value instanceof Uint8Array) return { byteArray: [...value] };
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    return { lost: Object.prototype.toString.call(value).slice(8, -1) };
  return { object: Object.entries(value).map(([name, held]) => [name, inner(held)]) };
}

/** The value again; undefined for what `toTagged` never writes is refused with a TypeError. */
export function fromTagged(tagged: unknown): unknown {
  if (tagged === null || typeof tagged !== 'object') return tagged;
  const [entry, ...others] = Object.entries(tagged);
  if (entry === undefined || others.length > 0) throw new TypeError('a tagged value has one member');
  const [type, held] = entry as [string, unknown];
  switch (type) {
    case 'array': {
      const array: unknown[] = [];
      listOf(held).forEach((element, index) => {
        if (!isHole(element)) array[index] = fromTagged(element);
      });
      array.length = listOf(held).length;
      return array;
    }
    case 'object': {
      const object: Record<string, unknown> = {};
      for (const [name, value] of pairsOf(held)) {
        if (typeof name !== 'string') throw new TypeError('a name of a member is a text');
        // Not assigned: "__proto__" would be the object's prototype.
        Object.defineProperty(object, name, {
          value: fromTagged(value),
          enumerable: true,
          configurable: true,
          writable: true,
        });
      }
      return object;
    }
    case 'undefined':
      return undefined;
    case 'number':
      return Number(held);
    case 'bigint':
      if (typeof held !== 'string' || !/^-?\d{1,10000}$/.test(held)) throw new TypeError('not a bigint');
      return BigInt(held);
    case 'date':
      return new Date(typeof held === 'number' ? held : Number.NaN);
    case 'map':
      return new Map(pairsOf(held).map(([key, value]) => [fromTagged(key), fromTagged(value)]));
    case 'set':
      return new Set(listOf(held).map(fromTagged));
    case 'bytes':
      return Uint8Array.from(listOf(held).map(Number)).buffer;
    case 'byteArray':
      return Uint8Array.from(listOf(held).map(Number));
    case 'lost':
      return { lost: held };
    default:
      throw new TypeError(`no tagged value has the type ${JSON.stringify(type.slice(0, 40))}`);
  }
}

function isHole(tagged: unknown): boolean {
  return tagged instanceof Object && Object.keys(tagged).length === 1 && Object.hasOwn(tagged, 'hole');
}

function listOf(held: unknown): readonly unknown[] {
  if (!Array.isArray(held)) throw new TypeError('a list is expected');
  return held;
}

function pairsOf(held: unknown): readonly (readonly [unknown, unknown])[] {
  return listOf(held).map((pair) => {
    const [first, second, ...others] = listOf(pair);
    if (others.length > 0) throw new TypeError('a pair is expected');
    return [first, second] as const;
  });
}
