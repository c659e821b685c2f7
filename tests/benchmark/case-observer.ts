import type { Setting } from './evaluate-pack';
import type { Case, Variant } from './pack';
import type { Prepared } from './prepared-case';
import type { CaseSeries } from './summary';

/** Sees every method's scores of every case and computes metrics of its own. */
export interface CaseObserver {
  /** Called once per case. */
  observeCase?(variant: Variant, settings: readonly Setting[], one: Case, prepared: Prepared): void;
  /** @param scores of the case's candidates. */
  observe(
    variant: Variant,
    method: string,
    settings: readonly Setting[],
    one: Case,
    prepared: Prepared,
    scores: Float64Array,
  ): void;
  series(): readonly CaseSeries[];
}

interface Growing extends CaseSeries {
  readonly values: number[];
  readonly clusters: string[];
  readonly lengths: number[];
}

/** Per-case series, filled value by value. */
export class SeriesBook {
  readonly #series = new Map<string, Growing>();

  /** @param value NaN where the metric is not defined for the case. */
  add(variant: Variant, method: string, metric: string, settings: readonly Setting[], one: Case, value: number): void {
    for (const { mode, crowd } of settings) {
      const key = [variant, method, mode, crowd, metric].join(' ');
      const series = this.#series.get(key) ?? {
        variant,
        method,
        mode,
        crowd,
        metric,
        values: [],
        clusters: [],
        lengths: [],
      };
      this.#series.set(key, series);
      series.values.push(value);
      series.clusters.push(one.cluster);
      series.lengths.push(one.events.length);
    }
  }

  all(): readonly CaseSeries[] {
    return [...this.#series.values()];
  }
}
