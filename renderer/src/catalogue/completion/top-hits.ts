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
/** A title that does not begin with what was typed must be this many times as famous to come before one that does. */
const MIDDLE_PENALTY = 8;

const classOf = ({ misspelt, otherKind, exact }: HitClass): number =>
  (misspelt ? 4 : 0) + (otherKind ? 2 : 0) + (exact ? 0 : 1);

/** @param rank of the entry, zero for the most famous */
export const hitScore = (hitClass: HitClass, rank: number, begins: boolean): number =>
  classOf(hitClass) * CLASS_WIDTH + (rank + 1) * (begins ? 1 : MIDDLE_PENALTY);

export function hitClassOf(score: number): HitClass {
  const number = Math.floor(score / CLASS_WIDTH);
  return { misspelt: number >= 4, otherKind: (number & 2) !== 0, exact: (number & 1) === 0 };
}

/** The best hits, best first, each entry once. */
export class TopHits {
  readonly hits: Hit[] = [];

  constructor(private readonly limit: number) {}

  get isFull(): boolean {
    return this.hits.length >= this.limit;
  }

  /** A hit must score below this to get in. */
  get threshold(): number {
    return this.isFull ? (this.hits.at(-1)?.score ?? Infinity) : Infinity;
  }

  add(hit: Hit): void {
    if (hit.score >= this.threshold) return;
    const known = this.hits.findIndex(({ entry }) => entry === hit.entry);
    if (known >= 0) {
      if ((this.hits[known]?.score ?? 0) <= hit.score) return;
      this.hits.splice(known, 1);
    }
    const place = this.hits.findIndex(({ score }) => score > hit.score);
    this.hits.splice(place < 0 ? this.hits.length : place, 0, hit);
    if (this.hits.length > this.limit) this.hits.pop();
  }
}
