import type { LibraryItem } from '../../renderer/src/domain/recommendation-request';
import { averageRanks } from '../../renderer/src/recommend/scoring/standardise';
import { topK } from '../../renderer/src/recommend/scoring/top-k';
import type { Setting } from './evaluate-pack';
import type { Case, Variant } from './pack';
import type { CaseSeries } from './summary';

/** The exact strings of the rows: of a method's first five, and of what there was to find and to choose from. */
export const TOP_METRIC = 'popularity-of-top-5';
export const POOL_METRIC = 'popularity';
export const POOL_METHODS = ['relevant', 'candidates'] as const;

/** Pools of share-rated are so small that five are nearly all of them. */
const VARIANTS: readonly Variant[] = ['next', 'share'];
const TOP = 5;

interface Growing extends CaseSeries {
  readonly values: number[];
  readonly clusters: string[];
  readonly lengths: number[];
}

/**
 * How famous the first five are: the mean percentile (rank of the crowd's count within the pack, 0 least .. 1 most), per
 * case, beside that of the relevant items and of all candidates. Items without a count are left out.
 */
export class PopularityBias {
  readonly #percentiles: Float64Array;
  readonly #silent: boolean;
  readonly #series = new Map<string, Growing>();

  constructor(items: readonly LibraryItem[]) {
    this.#percentiles = averageRanks(Float64Array.from(items, ({ crowd }) => crowd?.count ?? Number.NaN));
    this.#silent = this.#percentiles.every((value) => Number.isNaN(value));
  }

  /** @param candidates places in the pack. */
  observe(variant: Variant, method: string, settings: readonly Setting[], one: Case | undefined, candidates: Int32Array, scores: Float64Array): void {
    if (this.#silent || !VARIANTS.includes(variant)) return;
    // A score that is no number stands last, as in the metrics.
    const first = topK(scores.map((score) => Number.isNaN(score) ? -Infinity : score), TOP);
    this.#add(variant, method, TOP_METRIC, settings, one, first.map((index) => candidates[index] ?? -1));
  }

  observePool(variant: Variant, settings: readonly Setting[], one: Case | undefined, candidates: Int32Array, relevant: Uint8Array): void {
    if (this.#silent || !VARIANTS.includes(variant)) return;
    const [wanted, all] = POOL_METHODS;
    this.#add(variant, wanted, POOL_METRIC, settings, one, candidates.filter((_, index) => relevant[index] === 1));
    this.#add(variant, all, POOL_METRIC, settings, one, candidates);
  }

  series(): readonly CaseSeries[] {
    return [...this.#series.values()];
  }

  #add(variant: Variant, method: string, metric: string, settings: readonly Setting[], one: Case | undefined, places: ArrayLike<number>): void {
    if (one === undefined) return;
    const value = this.#meanOf(places);
    for (const { mode, crowd } of settings) {
      const key = [variant, method, mode, crowd].join(' ');
      const series = this.#series.get(key) ?? { variant, method, mode, crowd, metric, values: [], clusters: [], lengths: [] };
      this.#series.set(key, series);
      series.values.push(value);
      series.clusters.push(one.cluster);
      series.lengths.push(one.events.length);
    }
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
