/** A value attributed to its parts, in the unit of the value. */
export interface Attribution {
  /** The value with none of the parts. */
  readonly none: number;
  /** The value with all of them. */
  readonly all: number;
  /** Contribution of each part. */
  readonly each: Float64Array;
  /** Interaction: `all − none − Σ each`; zero up to rounding for Shapley values. */
  readonly together: number;
  readonly method: 'leave-one-out' | 'shapley';
}

/** The value for each subset of the parts; `true` where a part is in. */
export type ValueOf = (subsets: readonly (readonly boolean[])[]) => Promise<ArrayLike<number>>;

/** Above this share of all contributions, leaving single parts out explains too little. */
const MAX_INTERACTION = 0.2;
/** Random orders; each is used forwards and backwards. */
const ORDERS = 12;

/**
 * Leave one out first: what the value loses without a part. Where parts can replace each other this leaves a large
 * interaction; then Shapley values, sampled by permutations (Castro, Gómez & Tejada 2009) in antithetic pairs: a part's
 * mean contribution over random orders in which the parts are added. The contributions of an order sum to `all − none`
 * exactly, and so does their mean.
 * @param random 0 <= x < 1.
 */
export async function attribute(parts: number, valueOf: ValueOf, random: () => number): Promise<Attribution> {
  const everything = Array.from({ length: parts }, () => true);
  const values = await valueOf([
    everything,
    everything.map(() => false),
    ...everything.map((_, part) => everything.map((_in, other) => other !== part)),
  ]);
  const all = values[0] ?? 0;
  const none = parts === 0 ? all : (values[1] ?? 0);
  const each = Float64Array.from({ length: parts }, (_, part) => all - (values[part + 2] ?? 0));
  const together = all - none - sum(each);
  const moved = Math.max(
    Math.abs(all - none),
    each.reduce((total, value) => total + Math.abs(value), 0),
  );
  if (parts < 2 || Math.abs(together) <= MAX_INTERACTION * moved)
    return { none, all, each, together, method: 'leave-one-out' };
  const shapley = await shapleyValues(parts, valueOf, { none, all }, random);
  return { none, all, each: shapley, together: all - none - sum(shapley), method: 'shapley' };
}

async function shapleyValues(
  parts: number,
  valueOf: ValueOf,
  { none, all }: { readonly none: number; readonly all: number },
  random: () => number,
): Promise<Float64Array> {
  const orders = Array.from({ length: ORDERS }, () => shuffled(parts, random)).flatMap((order) => [
    order,
    order.toReversed(),
  ]);
  // Every prefix of every order, except the empty and the whole set, whose values are known.
  const subsets = orders.flatMap((order) =>
    order.slice(0, -1).map((_, place) => {
      const subset = Array.from({ length: parts }, () => false);
      for (const part of order.slice(0, place + 1)) subset[part] = true;
      return subset;
    }),
  );
  const values = await valueOf(subsets);
  const sums = new Float64Array(parts);
  orders.forEach((order, index) => {
    let before = none;
    order.forEach((part, place) => {
      const after = place === parts - 1 ? all : (values[index * (parts - 1) + place] ?? 0);
      sums[part] = (sums[part] ?? 0) + after - before;
      before = after;
    });
  });
  return sums.map((total) => total / orders.length);
}

/** Fisher–Yates. */
function shuffled(length: number, random: () => number): readonly number[] {
  const order = Array.from({ length }, (_, index) => index);
  for (let index = length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [order[index], order[other]] = [order[other] ?? 0, order[index] ?? 0];
  }
  return order;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
