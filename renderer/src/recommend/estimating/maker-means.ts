import type { ItemIndex, ItemRows } from '../item-index';
import type { EncodedLibrary } from '../encoded-library';
import type { WindowEvent } from '../encoding/history-window';

/** Residuals count against this many of nobody's: a single book by an author says little. */
const SHRINKAGE = 3;

/** Everybody's mean rating 0..1 of a row; null = not known. */
export const averageRating = (row: ItemIndex, library: EncodedLibrary): number | null =>
  library.item(row).crowd?.rating ?? library.knownRating(row);

interface Residuals {
  readonly sum: number;
  readonly count: number;
}

/**
 * How much better than everybody's mean a person found things, by creator and by series, shrunk towards nothing (a
 * random effect per maker: Gelman & Hill 2007, ch. 12). The strongest simple way on real libraries.
 */
export class MakerMeans {
  readonly #creators = new Map<string, Residuals>();
  readonly #series = new Map<string, Residuals>();
  /** Mean residual of the person's ratings, shrunk, −1..1. */
  readonly generosity: number;

  /** @param typical the mean assumed of a thing nobody's mean is known of. */
  constructor(
    history: readonly WindowEvent[],
    typical: number,
    private readonly library: EncodedLibrary,
  ) {
    const rated = history.flatMap(({ row, rating }) =>
      rating === null ? [] : [{ row, residual: rating - (averageRating(row, library) ?? typical) }],
    );
    const sum = rated.reduce((total, { residual }) => total + residual, 0);
    this.generosity = sum / (rated.length + SHRINKAGE);
    const mean = sum / Math.max(1, rated.length);
    for (const { row, residual } of rated) {
      const { creators, seriesKeys } = library.names(row);
      for (const creator of creators) add(this.#creators, creator, residual - mean);
      for (const key of seriesKeys) add(this.#series, key, residual - mean);
    }
  }

  /** Shrunk mean residual of the makers of each row, 0 where none is known. */
  creators(rows: ItemRows, into: Float64Array): Float64Array {
    return this.#means(rows, this.#creators, (row) => this.library.names(row).creators, into);
  }

  series(rows: ItemRows, into: Float64Array): Float64Array {
    return this.#means(rows, this.#series, (row) => this.library.names(row).seriesKeys, into);
  }

  #means(
    rows: ItemRows,
    of: ReadonlyMap<string, Residuals>,
    keysOf: (row: ItemIndex) => readonly string[],
    into: Float64Array,
  ): Float64Array {
    if (of.size === 0) return into.fill(0);
    rows.forEach((row, index) => {
      let [sum, count] = [0, 0];
      for (const key of keysOf(row)) {
        const found = of.get(key);
        if (found === undefined) continue;
        sum += found.sum;
        count += found.count;
      }
      into[index] = sum / (count + SHRINKAGE);
    });
    return into;
  }
}

function add(to: Map<string, Residuals>, key: string, residual: number): void {
  const before = to.get(key) ?? { sum: 0, count: 0 };
  to.set(key, { sum: before.sum + residual, count: before.count + 1 });
}
