import type { LibraryItem } from '../../renderer/src/domain/recommendation-request';
import { averageRanks } from '../../renderer/src/recommend/math/standardise';
import { topK } from '../../renderer/src/recommend/math/top-k';
import { numbers } from './case-metrics';
import { SeriesBook } from './case-observer';
import type { CaseObserver } from './case-observer';
import type { Setting } from './evaluate-pack';
import type { Case, Variant } from './pack';
import type { Prepared } from './prepared-case';
import type { CaseSeries } from './summary';

/** Metric names as in the rows: of a method's top five, of the relevant items, and of all candidates. */
export const TOP_METRIC = 'popularity-of-top-5';
export const POOL_METRIC = 'popularity';
export const POOL_METHODS = ['relevant', 'candidates'] as const;

/** Pools of share-rated are so small that five are nearly all of them. */
const VARIANTS: readonly Variant[] = ['next', 'share'];
const TOP = 5;

/**
 * How popular the top five are: mean percentile of the crowd's count within the pack (0 least, 1 most) per case, beside
 * that of the relevant items and of all candidates. Items without a count are left out.
 */
export class PopularityBias implements CaseObserver {
  readonly #percentiles: Float64Array;
  readonly #silent: boolean;
  readonly #book = new SeriesBook();

  constructor(items: readonly LibraryItem[]) {
    this.#percentiles = averageRanks(Float64Array.from(items, ({ crowd }) => crowd?.count ?? Number.NaN));
    this.#silent = this.#percentiles.every((value) => Number.isNaN(value));
  }

  observe(
    variant: Variant,
    method: string,
    settings: readonly Setting[],
    one: Case,
    { question: { candidates } }: Prepared,
    scores: Float64Array,
  ): void {
    if (this.#silent || !VARIANTS.includes(variant)) return;
    const first = topK(numbers(scores), TOP);
    this.#book.add(
      variant,
      method,
      TOP_METRIC,
      settings,
      one,
      this.#meanOf(first.map((index) => candidates[index] ?? -1)),
    );
  }

  observeCase(
    variant: Variant,
    settings: readonly Setting[],
    one: Case,
    { question: { candidates }, relevant }: Prepared,
  ): void {
    if (this.#silent || !VARIANTS.includes(variant)) return;
    const [wanted, all] = POOL_METHODS;
    this.#book.add(
      variant,
      wanted,
      POOL_METRIC,
      settings,
      one,
      this.#meanOf(candidates.filter((_, index) => relevant[index] === 1)),
    );
    this.#book.add(variant, all, POOL_METRIC, settings, one, this.#meanOf(candidates));
  }

  series(): readonly CaseSeries[] {
    return this.#book.all();
  }

  #meanOf(places: ArrayLike<number>): number {
    let sum = 0;
    let count = 0;
    for (let at = 0; at < places.length; at += 1) {
      const percentile = this.#percentiles[places[at] ?? -1] ?? Number.NaN;
      if (Number.isNaN(percentile)) continue;
      sum += percentile;
      count += 1;
    }
    return count === 0 ? Number.NaN : sum / count;
  }
}
