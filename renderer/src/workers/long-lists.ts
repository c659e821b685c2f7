/** A longer list is posted in parts: copying 100,000 things at once would hold up the page. */
const MOST_AT_ONCE = 2000;
/** Lists are looked for in a request, in its fields, and in what lists there hold: profiles of several people. */
const MAX_DEPTH = 4;

const PLACE = 'list posted in parts';

/** Stands in a request for the list of this number. */
interface Place {
  readonly [PLACE]: number;
}

export interface WithoutLongLists {
  readonly request: unknown;
  /** In the order of their numbers. */
  readonly lists: readonly (readonly unknown[])[];
}

/** The request as it is posted, with the long lists taken out, which are posted before it. */
export function withoutLongLists(request: unknown): WithoutLongLists {
  const lists: (readonly unknown[])[] = [];
  const without = (value: unknown, depth: number): unknown => {
    if (Array.isArray(value) && value.length > MOST_AT_ONCE) {
      const place: Place = { [PLACE]: lists.length };
      lists.push(value);
      return place;
    }
    return inside(value, depth, without);
  };
  return { request: without(request, 0), lists };
}

/** The request with its lists put back. */
export function withLongLists(request: unknown, lists: readonly (readonly unknown[])[]): unknown {
  const put = (value: unknown, depth: number): unknown =>
    isPlace(value) ? lists[value[PLACE]] : inside(value, depth, put);
  return put(request, 0);
}

/** Parts of long lists, one after the other, each with the number of its list. */
export function* partsOfLists(
  lists: readonly (readonly unknown[])[],
): Generator<{ readonly list: number; readonly values: readonly unknown[] }> {
  for (const [list, values] of lists.entries())
    for (let start = 0; start < values.length; start += MOST_AT_ONCE)
      yield { list, values: values.slice(start, start + MOST_AT_ONCE) };
}

const isPlace = (value: unknown): value is Place => value instanceof Object && Object.hasOwn(value, PLACE);

/** The value itself where nothing in it changes. */
function inside(value: unknown, depth: number, change: (value: unknown, depth: number) => unknown): unknown {
  if (depth === MAX_DEPTH) return value;
  if (Array.isArray(value)) {
    // Of a short list of plain values, and of most others, nothing is copied.
    const changed = value.map((each: unknown) => change(each, depth + 1));
    return changed.some((each, place) => each !== value[place]) ? changed : value;
  }
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const entries = Object.entries(value);
  const changed = entries.map(([name, each]) => [name, change(each, depth + 1)] as const);
  return changed.some(([, each], place) => each !== entries[place]?.[1]) ? Object.fromEntries(changed) : value;
}
