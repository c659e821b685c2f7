import type { ItemStatus } from '../domain/item-values';
import type { ImportedRow } from '../domain/imported-row';
import type { RowCollector } from './source';

export interface SeenEpisode {
  /** What tells it from the others of its series: "2:7", a title. */
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number | null;
}

interface SeenSeries {
  readonly row: ImportedRow;
  readonly episodes: Set<string>;
  lastAt: number | null;
  airedCount: number | null;
}

/**
 * Episodes that were seen, as one row for each series: how many in `plays`, the last day in `finishedAt`, and finished
 * only where all that were aired are seen.
 */
export class SeriesRows {
  readonly #collector: RowCollector;
  readonly #series = new Map<string, SeenSeries>();

  constructor(collector: RowCollector) {
    this.#collector = collector;
  }

  /**
   * Takes one record.
   * @param key what the series is known by @param first its row, where this is its first record
   * @param airedCount of the episodes without specials; null where the file does not say
   */
  see(key: string, first: () => ImportedRow, episodes: readonly SeenEpisode[], airedCount: number | null = null): void {
    let series = this.#series.get(key);
    if (series === undefined) {
      series = { row: first(), episodes: new Set(), lastAt: null, airedCount: null };
      this.#series.set(key, series);
    } else this.#collector.joinedCount += 1;
    series.airedCount = airedCount ?? series.airedCount;
    for (const { id, at } of episodes) {
      series.episodes.add(id);
      if (at !== null) series.lastAt = Math.max(series.lastAt ?? at, at);
    }
  }

  /** Adds the rows. @param isSpecial of an episode's id: specials are not among those aired */
  finish(isSpecial: (id: string) => boolean = () => false): void {
    for (const { row, episodes, lastAt, airedCount } of this.#series.values()) {
      const regular = airedCount === null ? 0 : [...episodes].filter((id) => !isSpecial(id)).length;
      const isWhole = airedCount !== null && airedCount > 0 && regular >= airedCount;
      const status: ItemStatus = isWhole ? 'finished' : episodes.size > 0 ? 'in-progress' : 'none';
      this.#collector.add({
        ...row,
        status: row.status === 'none' ? status : row.status,
        finishedAt: lastAt ?? row.finishedAt,
        ...(episodes.size > 0 ? { plays: episodes.size } : {}),
      });
    }
    this.#series.clear();
  }
}
