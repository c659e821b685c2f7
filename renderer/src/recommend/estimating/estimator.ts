import { rowsAt } from '../item-index';
import type { ItemIndex } from '../item-index';
import type { EncodedLibrary } from '../encoded-library';
import { FALLBACK_ESTIMATES, FALLBACK_SCORING } from '../model/fallback-schema';
import type { TasteModel } from '../model/model-ports';
import { samplePlaces, SHORTLIST } from '../scoring/shortlist';
import type { HeadScores } from '../scoring/channel-values';
import type { TermLikeness } from '../scoring/term-likeness';
import type { TaskScorer } from '../scoring/task-scorer';
import { estimate, weighedBy } from './estimates';
import type { Estimates } from './estimates';
import { byFeature } from './features';
import type { FeatureName, FeatureValues } from './features';
import { EXPENSIVE_FEATURES, featureValues, itemFacts, termLikeness } from './feature-values';
import type { FeatureQuestion, ItemFact, TermField } from './feature-values';
import { fameOf, libraryStatistics, TYPICAL_RATING } from './library-statistics';
import type { GroupStatistics } from './library-statistics';
import { MakerMeans } from './maker-means';
import type { WindowEvent } from '../encoding/history-window';

/** What the estimates say of some things for one person; arrays run over the things. */
export interface EstimatedItems {
  readonly features: FeatureValues;
  /** Log-odds of liking it once met. */
  readonly like: Float64Array;
  /** The same with every feature computed for the things at these ascending places; null = it is for all. */
  readonly completed: ((places: Int32Array) => EstimatedItems) | null;
}

/** Features of things for a person, and what the bundle's estimates make of them. */
export class Estimator {
  readonly estimates: Estimates;
  readonly #wanted: ReadonlySet<FeatureName>;
  #statistics: ReadonlyMap<string, GroupStatistics> | null = null;
  /** By row of the library. */
  readonly #facts = new Map<ItemFact, Float64Array>();
  readonly #terms = new Map<TermField, TermLikeness>();

  /** @param estimates instead of the bundle's own: the benchmark gives fits that left the person out. */
  constructor(
    private readonly scorer: TaskScorer,
    private readonly library: EncodedLibrary,
    private readonly model: TasteModel | null,
    estimates?: Estimates,
  ) {
    this.estimates = estimates ?? model?.manifest.estimates ?? FALLBACK_ESTIMATES;
    const { like, interest, knows } = this.estimates;
    this.#wanted = new Set([like, interest, knows].flatMap(weighedBy));
  }

  /** Call when the library has changed. */
  invalidate(): void {
    this.#statistics = null;
    this.#facts.clear();
    this.#terms.clear();
  }

  /** Popularity rank of a row within its kind group, 0 (least) to 1; null = not known. */
  fame(row: ItemIndex): number | null {
    const group = this.#ofLibrary().get(this.library.names(row).group);
    return group === undefined ? null : fameOf(row, group, this.library);
  }

  /** Everybody's mean rating of the kind of the newest event: stands in for averages that are not known. */
  #typicalRating(history: readonly WindowEvent[]): number {
    const newest = history.at(-1);
    const group = newest === undefined ? undefined : this.#ofLibrary().get(this.library.names(newest.row).group);
    return group?.typicalRating ?? TYPICAL_RATING;
  }

  #ofLibrary(): ReadonlyMap<string, GroupStatistics> {
    return (this.#statistics ??= libraryStatistics(this.library));
  }

  #factsOf(name: ItemFact): Float64Array {
    const found = this.#facts.get(name) ?? itemFacts(name, this.library, this.#ofLibrary());
    this.#facts.set(name, found);
    return found;
  }

  #termsOf(field: TermField): TermLikeness {
    const found = this.#terms.get(field) ?? termLikeness(field, this.library);
    this.#terms.set(field, found);
    return found;
  }

  /**
   * As `features`, with the log-odds of liking. Of more things than a shortlist holds, the expensive features are
   * at first the means of the thing's kind group in a sample; `completed` computes them.
   */
  scores(question: FeatureQuestion, queries: Float32Array, offset: number): EstimatedItems {
    const { rows, history } = question;
    const groups = Array.from(rows, (row) => this.library.names(row).group);
    const estimated = (features: FeatureValues, completed: EstimatedItems['completed']): EstimatedItems => ({
      features,
      like: estimate(this.estimates.like, features, groups, history.length),
      completed,
    });
    const ofAll = (every: 'cheap' | 'all'): FeatureValues =>
      this.#values(question, queries, offset, (name) => every === 'all' || !EXPENSIVE_FEATURES.has(name));
    if (rows.length <= SHORTLIST) return estimated(ofAll('all'), null);
    const cheap = ofAll('cheap');
    const expensiveOf = (places: Int32Array): FeatureValues =>
      this.#values({ ...question, rows: rowsAt(rows, places) }, queries, offset, (name) =>
        EXPENSIVE_FEATURES.has(name),
      );
    const sample = samplePlaces(rows.length);
    const sampled = expensiveOf(sample);
    const typical = byFeature((name) =>
      EXPENSIVE_FEATURES.has(name) ? groupMeans(groups, sample, sampled[name]) : cheap[name],
    );
    return estimated(typical, (places) => {
      const found = expensiveOf(places);
      return estimated(
        byFeature((name) =>
          EXPENSIVE_FEATURES.has(name) ? replacedAt(typical[name], places, found[name]) : cheap[name],
        ),
        null,
      );
    });
  }

  /**
   * @param queries as TaskScorer.queries returns them; this history's start at `offset`.
   * @param every also those that no estimate weighs: for fitting.
   */
  features(question: FeatureQuestion, queries: Float32Array, offset: number, every = false): FeatureValues {
    return this.#values(question, queries, offset, () => true, every);
  }

  #values(
    question: FeatureQuestion,
    queries: Float32Array,
    offset: number,
    asked: (name: FeatureName) => boolean,
    every = false,
  ): FeatureValues {
    const { scorer, library } = this;
    const { history, rows } = question;
    let heads: HeadScores | undefined;
    let makers: MakerMeans | undefined;
    return featureValues(
      {
        ...question,
        library,
        scoring: this.model?.manifest.scoring ?? FALLBACK_SCORING,
        heads: () => (heads ??= scorer.headScores('warm', rows, queries, offset)),
        base: scorer.emptyHistory('warm'),
        factsOf: (name) => this.#factsOf(name),
        terms: (field) => this.#termsOf(field),
        makers: () => (makers ??= new MakerMeans(history, this.#typicalRating(history), library)),
      },
      (name) => asked(name) && (every || this.#wanted.has(name)),
    );
  }
}

/** Each thing's mean of its kind group over the sampled values; of all of them where none is of its group. */
function groupMeans(groups: readonly string[], sample: Int32Array, values: Float64Array): Float64Array {
  const sums = new Map<string, { sum: number; count: number }>();
  let total = 0;
  sample.forEach((place, at) => {
    const value = values[at] ?? 0;
    total += value;
    const own = sums.get(groups[place] ?? '') ?? { sum: 0, count: 0 };
    sums.set(groups[place] ?? '', { sum: own.sum + value, count: own.count + 1 });
  });
  const means = new Map([...sums].map(([group, { sum, count }]) => [group, sum / count]));
  return Float64Array.from(groups, (group) => means.get(group) ?? total / sample.length);
}

function replacedAt(values: Float64Array, places: Int32Array, by: Float64Array): Float64Array {
  const replaced = values.slice();
  places.forEach((place, at) => {
    replaced[place] = by[at] ?? 0;
  });
  return replaced;
}
