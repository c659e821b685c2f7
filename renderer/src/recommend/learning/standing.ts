import type { Catalogue } from '../catalogue';
import type { WindowEvent } from '../encoding/history-window';
import type { Channels } from '../scoring/mixture';
import { scaleOf, zScore } from '../scoring/standardise';
import type { Scale } from '../scoring/standardise';
import type { Question, TaskScorer } from '../task-scores';

/** What the model says of items under one history, in units that mean the same whatever stands beside them. */
export interface Standing {
  /**
   * The model's log-odds of liking the item once met, [rows]. A kind that was never trained has no such answer: there the
   * order in which the model puts its items is spread around the usual chance.
   */
  readonly offsets: Float64Array;
  /** Standard deviations above the usual item of its kind group. [rows] */
  readonly future: Float64Array;
  readonly content: Float64Array;
  /** All channels of the items themselves, the crowd's heard. */
  readonly channels: Channels;
}

/** Items of each kind group that say what is usual in it. */
const REFERENCE_SIZE = 200;
/** Of kinds that were never trained: log-odds of the share of judged things that are liked at large, and per deviation of the order. */
const USUAL_LOG_ODDS = 0.85;
const LOG_ODDS_PER_DEVIATION = 0.5;

/**
 * Where items stand under a history. A learner must meet the same number for the same thing in every question, so scores
 * are standardised over a fixed sample of the library (an even one per kind group) and not over the candidates at hand.
 */
export class StandingScorer {
  #references: ReadonlyMap<string, Int32Array> | null = null;

  constructor(private readonly scorer: TaskScorer, private readonly catalogue: Catalogue) {}

  /** To be called when the library has changed. */
  forget(): void {
    this.#references = null;
  }

  /** @param queries as TaskScorer.queries gives them, this history's at `offset`. */
  standing(history: readonly WindowEvent[], rows: Int32Array, queries: Float32Array, offset: number): Standing {
    const { scorer, catalogue } = this;
    const references = this.#references ??= sampleByGroup(catalogue);
    const groups = Array.from(rows, (row) => catalogue.names(row).group);
    const wanted = [...new Set(groups)].map((group) => ({ group, sample: references.get(group) ?? new Int32Array(0) }));
    const candidates = Int32Array.from([...rows, ...wanted.flatMap(({ sample }) => [...sample])]);
    const question: Question = { mode: 'warm', history, candidates };
    const channels = scorer.channels(question, queries, offset, true);
    const order = scorer.mixed('shareRated', true, question, channels);
    const scales = new Map<string, { readonly future: Scale; readonly content: Scale; readonly order: Scale }>();
    let start = rows.length;
    for (const { group, sample } of wanted) {
      const ofSample = (values: Float64Array): Scale => scaleOf(values.slice(start, start + sample.length));
      scales.set(group, { future: ofSample(channels.future), content: ofSample(channels.content), order: ofSample(order) });
      start += sample.length;
    }
    const standardised = (name: 'future' | 'content' | 'order', values: Float64Array): Float64Array => Float64Array.from(rows, (_, index) => {
      const scale = scales.get(groups[index] ?? '');
      return scale === undefined ? 0 : clamped(zScore(values[index] ?? Number.NaN, scale[name]));
    });
    const places = standardised('order', order);
    return {
      offsets: Float64Array.from(rows, (row, index) => (catalogue.isTrained(row) ? channels.like[index] ?? 0 : USUAL_LOG_ODDS + LOG_ODDS_PER_DEVIATION * (places[index] ?? 0))),
      future: standardised('future', channels.future), content: standardised('content', channels.content),
      channels: ofFirst(channels, rows.length),
    };
  }
}

/** The channels of the first `count` candidates: views, nothing is copied. */
function ofFirst({ next, future, like, content, cooccurrence, rating, popularity }: Channels, count: number): Channels {
  const first = (values: Float64Array): Float64Array => values.subarray(0, count);
  return { next: first(next), future: first(future), like: first(like), content: first(content), cooccurrence: first(cooccurrence), rating: first(rating), popularity: first(popularity) };
}

const MOST_DEVIATIONS = 4;

function clamped(value: number): number {
  return Math.max(-MOST_DEVIATIONS, Math.min(MOST_DEVIATIONS, value));
}

function sampleByGroup(catalogue: Catalogue): ReadonlyMap<string, Int32Array> {
  const byGroup = new Map<string, number[]>();
  for (const row of catalogue.rows()) {
    const { group } = catalogue.names(row);
    const found = byGroup.get(group);
    if (found === undefined) byGroup.set(group, [row]);
    else found.push(row);
  }
  return new Map([...byGroup].map(([group, rows]) => {
    const step = Math.max(1, rows.length / REFERENCE_SIZE);
    return [group, Int32Array.from({ length: Math.min(rows.length, REFERENCE_SIZE) }, (_, index) => rows[Math.floor(index * step)] ?? 0)];
  }));
}
