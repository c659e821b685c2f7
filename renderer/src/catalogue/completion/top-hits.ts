/** A text that matches what was typed. */
export interface Hit {
  /** Number of the text in its part. */
  readonly text: number;
  readonly entry: number;
  /** Lower is better; see `hitScore`. */
  readonly score: number;
}

/** What comes before what, most important first. */
export interface HitClass {
  /** Found only with a typing error. */
  readonly misspelt: boolean;
  readonly otherKind: boolean;
  /** What was typed is the whole title. */
  readonly exact: boolean;
}

/** More than any rank, weighed. */
const CLASS_WIDTH = 2 ** 40;
/**
 * A title that has what was typed inside, or of whose maker some words typed are, must be so many times as famous as
 * one that begins with it to come before that.
 */
const PENALTIES = { beginning: 1, inside: 8, maker: 8 };
/** A thing of another kind than the usual one must be this many times as famous to come before one of it. */
export const UNUSUAL_PENALTY = 4;

const classOf = ({ misspelt, otherKind, exact }: HitClass): number =>
  (misspelt ? 4 : 0) + (otherKind ? 2 : 0) + (exact ? 0 : 1);

/** How a hit stands within its class. */
export interface HitPlace {
  /** Of the entry, zero for the most famous. */
  readonly rank: number;
  readonly found: keyof typeof PENALTIES;
  /** It is of another kind than most that the person types. */
  readonly unusual: boolean;
}

export const hitScore = (hitClass: HitClass, { rank, found, unusual }: HitPlace): number =>
  classOf(hitClass) * CLASS_WIDTH + (rank + 1) * PENALTIES[found] * (unusual ? UNUSUAL_PENALTY : 1);

export function hitClassOf(score: number): HitClass {
  const number = Math.floor(score / CLASS_WIDTH);
  return { misspelt: number >= 4, otherKind: (number & 2) !== 0, exact: (number & 1) === 0 };
}

/** The best hits, best first, each entry once. Which they are does not depend on the order in which they were added. */
export class TopHits {
  readonly hits: Hit[] = [];
  #threshold = Infinity;

  constructor(private readonly limit: number) {}

  get isFull(): boolean {
    return this.hits.length >= this.limit;
  }

  /** A hit that scores more does not get in. */
  get threshold(): number {
    return this.#threshold;
  }

  add(hit: Hit): void {
    if (hit.score > this.#threshold) return;
    const known = this.hits.findIndex(({ entry }) => entry === hit.entry);
    if (known >= 0) {
      const other = this.hits[known];
      if (other !== undefined && isBetter(other, hit)) return;
      this.hits.splice(known, 1);
    }
    const place = this.hits.findIndex((other) => isBetter(hit, other));
    this.hits.splice(place < 0 ? this.hits.length : place, 0, hit);
    if (this.hits.length > this.limit) this.hits.pop();
    if (this.isFull) this.#threshold = this.hits.at(-1)?.score ?? -Infinity;
  }
}

/** Of equal scores the more famous thing, and of its texts the first, is better. */
const isBetter = (left: Hit, right: Hit): boolean =>
  (left.score - right.score || left.entry - right.entry || left.text - right.text) < 0;
