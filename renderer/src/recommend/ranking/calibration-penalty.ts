/** Shares by class, each item's and each person's adding up to 1: `kind:book`, `tag:horror`. */
export type ClassDistribution = ReadonlyMap<string, number>;

/** Steck's alpha: how much of the target is mixed into the list's distribution, so that an absent class is not infinitely bad. */
const ALPHA = 0.01;
/** The kind is half of what a thing is, its tags share the other half. */
const KIND_SHARE = 0.5;
/** What was liked this long ago says half as much of what the person is after now. */
const HALF_LIFE = 730 * 24 * 60 * 60 * 1000;

/** Steck's p(g|i): what one item is, by kind group and tags. */
export function classesOfItem(group: string, tags: readonly string[]): ClassDistribution {
  const own = new Set(tags);
  const classes = new Map([[`kind:${group}`, own.size === 0 ? 1 : KIND_SHARE]]);
  for (const tag of own) classes.set(`tag:${tag}`, (1 - KIND_SHARE) / own.size);
  return classes;
}

export interface LikedClasses {
  readonly classes: ClassDistribution;
  /** Above 0: how much it is liked. */
  readonly weight: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Steck's p(g|u): what the person's liked things are, recent ones weighing more; empty without any. `halfLife` in milliseconds. */
export function targetDistribution(
  liked: readonly LikedClasses[],
  now: number,
  halfLife: number = HALF_LIFE,
): ClassDistribution {
  const target = new Map<string, number>();
  let total = 0;
  for (const { classes, weight, at } of liked) {
    const counted = weight * 0.5 ** (Math.max(0, now - at) / halfLife);
    for (const [name, share] of classes) {
      target.set(name, (target.get(name) ?? 0) + counted * share);
      total += counted * share;
    }
  }
  if (!(total > 0)) return new Map();
  for (const [name, sum] of target) target.set(name, sum / total);
  return target;
}

/**
 * How far a growing list is from what the person likes: KL(p ‖ q~) in nats, p the target, q the mean of the chosen items'
 * classes, q~ = (1 − α) q + α p (Steck 2018). 0 = the same mix, at most −log α = 4.6 = nothing in common.
 */
export class CalibrationPenalty {
  readonly #target: ClassDistribution;
  /** Class → sum over the chosen; of classes in the target alone, as no other enters the divergence. */
  readonly #sums = new Map<string, number>();
  #count = 0;
  /** Divergence if the next item had none of the target's classes; null = to be worked out anew. */
  #without: number | null = null;

  constructor(target: ClassDistribution) {
    this.#target = target;
  }

  add(classes: ClassDistribution): void {
    for (const [name, share] of classes)
      if (this.#target.has(name)) this.#sums.set(name, (this.#sums.get(name) ?? 0) + share);
    this.#count += 1;
    this.#without = null;
  }

  /** The divergence once this item is added: one pass over the target per addition, then only the item's own classes. */
  after(classes: ClassDistribution): number {
    const size = this.#count + 1;
    this.#without ??= this.#divergence(size);
    let penalty = this.#without;
    for (const [name, share] of classes) {
      const wanted = this.#target.get(name);
      if (wanted === undefined) continue;
      const sum = this.#sums.get(name) ?? 0;
      penalty += term(wanted, (sum + share) / size) - term(wanted, sum / size);
    }
    return Math.max(0, penalty);
  }

  /** Of what is chosen so far; that of an empty list is the greatest there is. */
  current(): number {
    return Math.max(0, this.#divergence(Math.max(1, this.#count)));
  }

  #divergence(size: number): number {
    let sum = 0;
    for (const [name, wanted] of this.#target) sum += term(wanted, (this.#sums.get(name) ?? 0) / size);
    return sum;
  }
}

function term(wanted: number, held: number): number {
  return wanted > 0 ? wanted * Math.log(wanted / ((1 - ALPHA) * held + ALPHA * wanted)) : 0;
}
