import type { ItemIndex, ItemRows } from '../item-index';
import type { EncodedLibrary } from '../encoded-library';
import type { WindowEvent } from '../encoding/history-window';
import { SHRINKAGE, ShrunkMeans } from '../math/shrunk-means';

/** Everybody's mean rating 0..1 of a row; null = not known. */
export const averageRating = (row: ItemIndex, library: EncodedLibrary): number | null =>
  library.item(row).crowd?.rating ?? library.knownRating(row);

/**
 * How much better than everybody's mean a person found things, by creator and by series, shrunk towards nothing. The
 * strongest simple way on real libraries.
 */
export class MakerMeans {
  readonly #creators = new ShrunkMeans();
  readonly #series = new ShrunkMeans();
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
      for (const creator of creators) this.#creators.add(creator, residual - mean);
      for (const key of seriesKeys) this.#series.add(key, residual - mean);
    }
  }

  /** Shrunk mean residual of the makers of each row, 0 where none is known. */
  creators(rows: ItemRows, into: Float64Array): Float64Array {
    return means(this.#creators, rows, (row) => this.library.names(row).creators, into);
  }

  series(rows: ItemRows, into: Float64Array): Float64Array {
    return means(this.#series, rows, (row) => this.library.names(row).seriesKeys, into);
  }
}

function means(
  of: ShrunkMeans,
  rows: ItemRows,
  labelsOf: (row: ItemIndex) => readonly string[],
  into: Float64Array,
): Float64Array {
  if (of.size === 0) return into.fill(0);
  rows.forEach((row, index) => {
    into[index] = of.of(labelsOf(row));
  });
  return into;
}
