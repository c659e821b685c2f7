/** Shares by class (`kind:book`, `tag:horror`) that add up to 1. */
export type ClassDistribution = ReadonlyMap<string, number>;

/**
 * Steck's alpha: share of the target mixed into the list's distribution, so that a missing class is not infinitely bad.
 */
const ALPHA = 0.01;
/** Share of the kind; the tags have the rest between them. */
const KIND_SHARE = 0.5;
/** Milliseconds after which a liked item counts half in the target. */
const HALF_LIFE = 730 * 24 * 60 * 60 * 1000;

/** Steck's p(g|i): the classes of one item. */
export function classesOfItem(group: string, tags: readonly string[]): ClassDistribution {
  const own = new Set(tags);
  const classes = new Map([[`kind:${group}`, own.size === 0 ? 1 : KIND_SHARE]]);
  for (const tag of own) classes.set(`tag:${tag}`, (1 - KIND_SHARE) / own.size);
  return classes;
}

export interface LikedClasses {
  readonly classes: ClassDistribution;
  /** Above 0; here the rating. */
  readonly weight: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * Steck's p(g|u): the mean class distribution of liked items, newer ones weighing more; empty without any. `halfLife`
 * in milliseconds.
 */
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
 * Divergence of a growing list from the target: KL(p ‖ q~) in nats, where p is the target, q the mean of the chosen
 * items' classes and q~ = (1 − α) q + α p (Steck 2018). 0 = the same mix; at most −log α = 4.6 = nothing in common.
 */
export class CalibrationPenalty {
  readonly #target: ClassDistribution;
  /** Class → sum over the chosen items. Only classes of the target matter. */
  readonly #sums = new Map<string, number>();
  #count = 0;
  /** Divergence if the next item had none of the target's classes; null = not computed yet. */
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

  /** The divergence if this item were added. One pass over the target per addition, then only the item's classes. */
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

  /** The divergence of what is chosen so far; the maximum for an empty list. */
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
