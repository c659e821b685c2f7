import { SIMPLE_WAYS } from '../../domain/backtest';
import type { SimpleWay } from '../../domain/backtest';
import { tasteHistory } from '../../domain/taste-history';
import type { TasteProfile } from '../../domain/taste-profile';
import type { EncodedLibrary } from '../encoded-library';
import type { WindowEvent } from '../encoding/history-window';
import { itemRows } from '../item-index';
import type { ItemIndex, ItemRows } from '../item-index';
import type { PastJudgement } from '../learning/past-judgements';
import { averageRating } from '../estimating/maker-means';
import { averageRanks } from '../math/standardise';
import { averageRatings, TYPICAL_RATING, withCreatorResiduals } from './creator-residuals';

type Judged = Pick<PastJudgement, 'row' | 'reaction'>;

/** Scores of the rows for one person, higher is better. Comparable within one answer only. [rows] */
type Compute = (ways: SimpleWays, history: readonly WindowEvent[], rows: ItemRows) => Float64Array;

const COMPUTE: Readonly<Record<SimpleWay, Compute>> = {
  'average-rating': (ways, _history, rows) => Float64Array.from(rows, (row) => ways.averageOf(row)),
  creators: (ways, history, rows) =>
    withCreatorResiduals(
      history.map(({ row, rating }) => ({ key: row, rating })),
      [...rows],
      (row) => ways.averageOf(row),
      (row) => ways.makersOf(row),
    ),
  likeness: (ways, history, rows) => ways.library.content.similarities(history, rows),
  popularity: (ways, _history, rows) => Float64Array.from(rows, (row) => ways.popularityOf(row)),
};

/**
 * Orders that need no model: what Handpicked is compared with (backtest.ts), and what orders for a person where it is
 * better for them (better-way.ts). What only the library decides is worked out once, on first use.
 */
export class SimpleWays {
  #averages: ReadonlyMap<ItemIndex, number> | null = null;
  #popularity: ReadonlyMap<ItemIndex, number> | null = null;
  readonly #makers = new Map<ItemIndex, readonly string[]>();
  readonly #before = new WeakMap<Judged, ReadonlyMap<SimpleWay, number>>();

  constructor(readonly library: EncodedLibrary) {}

  /** Call when the library has changed. */
  invalidate(): void {
    this.#averages = null;
    this.#popularity = null;
    this.#makers.clear();
  }

  /**
   * Scores of the rows, higher is better; comparable within one answer only. [rows]
   * @param history what was known of the person then, each thing once.
   */
  scores(way: SimpleWay, history: readonly WindowEvent[], rows: ItemRows): Float64Array {
    return COMPUTE[way](this, history, rows);
  }

  /**
   * What each way says of a judged thing from what the person had said before. Worked out once per judgement: learning
   * makes new ones where the person's earlier reactions or the library changed.
   */
  before(judgement: Judged, { reactions }: Pick<TasteProfile, 'reactions'>): ReadonlyMap<SimpleWay, number> {
    const found = this.#before.get(judgement);
    if (found !== undefined) return found;
    const history = tasteHistory(reactions.slice(0, judgement.reaction)).flatMap(
      ({ itemId, rating, at }): readonly WindowEvent[] => {
        const row = this.library.rowOf(itemId);
        return row === undefined ? [] : [{ row, rating, at }];
      },
    );
    const rows = itemRows([judgement.row]);
    const said = new Map(SIMPLE_WAYS.map((way) => [way, this.scores(way, history, rows)[0] ?? Number.NaN]));
    this.#before.set(judgement, said);
    return said;
  }

  /** The crowd's average where the thing came with one, else the model's table's, else the mean of its kind. 0..1 */
  averageOf(row: ItemIndex): number {
    this.#averages ??= averageRatings(
      [...this.library.rows()].map((key) => {
        const { kind } = this.library.item(key);
        return { key, kind, rating: averageRating(key, this.library) };
      }),
    );
    return this.#averages.get(row) ?? TYPICAL_RATING;
  }

  /**
   * Rank 0..1 of how many people rated it, by the model's table and by the counts things came with; the mean of what is
   * known, 0 for a thing nobody counted.
   */
  popularityOf(row: ItemIndex): number {
    this.#popularity ??= popularityRanks(this.library);
    return this.#popularity.get(row) ?? 0;
  }

  /** Creators and series. */
  makersOf(row: ItemIndex): readonly string[] {
    const found = this.#makers.get(row);
    if (found !== undefined) return found;
    const { series } = this.library.item(row);
    const makers = [
      ...this.library.names(row).creators.map((name) => `by ${name}`),
      ...(series === null ? [] : [`in ${this.library.text.phrase(series.name)}`]),
    ];
    this.#makers.set(row, makers);
    return makers;
  }
}

function popularityRanks(library: EncodedLibrary): ReadonlyMap<ItemIndex, number> {
  const rows = [...library.rows()];
  const counted = averageRanks(Float64Array.from(rows, (row) => library.item(row).crowd?.count ?? Number.NaN));
  return new Map(
    rows.map((row, place) => {
      const known = [library.popularity(row), counted[place] ?? null].filter(
        (rank) => rank !== null && !Number.isNaN(rank),
      );
      return [row, known.reduce<number>((sum, rank) => sum + (rank ?? 0), 0) / Math.max(1, known.length)];
    }),
  );
}
