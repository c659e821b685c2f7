import { itemRows } from '../item-index';
import type { ItemIndex, ItemRows } from '../item-index';
import type { EncodedLibrary } from '../encoded-library';
import type { WindowEvent } from '../encoding/history-window';
import { byChannel, CHANNELS } from '../scoring/channels';
import type { Channels } from '../scoring/channels';
import type { ScoringQuestion } from '../scoring/channel-values';
import { scalesOf } from '../scoring/mixture';
import { scaleOf, zScore } from '../math/standardise';
import type { TaskScorer } from '../scoring/task-scorer';

/** The model's scores of items under one history, in units that do not depend on which items are asked about. */
export interface ModelScores {
  /**
   * Log-odds of liking the item once met, [rows]. For an untrained kind, which has no calibrated answer: the order of
   * its items spread around a typical chance.
   */
  readonly offsets: Float64Array;
  /** Standard deviations above the mean of its kind group. [rows] */
  readonly future: Float64Array;
  readonly content: Float64Array;
  /** All channels of the items, the crowd's included. */
  readonly channels: Channels;
}

/** Items of each kind group in the reference sample. */
const REFERENCE_SIZE = 200;
/**
 * Platt scaling (Platt 1999) for trained kinds: from the like head's mean and deviation over the sample to log-odds of
 * what is sent. Fitted on the dev packs (`--suite learning`, the reliability tables).
 */
const CALIBRATION = { intercept: -0.24, slope: 0.96 } as const;
/** For untrained kinds: log-odds of the overall share of liked judgements, and per standard deviation of the order. */
const TYPICAL_LOG_ODDS = 0.85;
const LOG_ODDS_PER_DEVIATION = 0.5;

/**
 * Scores items under a history. The learner must see the same number for the same item in every question, so scores are
 * standardised over a fixed sample of the library (evenly spaced, per kind group) and not over the candidates.
 */
export class ModelScorer {
  #references: ReadonlyMap<string, ItemRows> | null = null;

  constructor(
    private readonly scorer: TaskScorer,
    private readonly library: EncodedLibrary,
  ) {}

  /** Call when the library has changed. */
  invalidate(): void {
    this.#references = null;
  }

  /** @param queries as TaskScorer.queries returns them; this history's start at `offset`. */
  scores(history: readonly WindowEvent[], rows: ItemRows, queries: Float32Array, offset: number): ModelScores {
    const { scorer, library } = this;
    const references = (this.#references ??= sampleByGroup(library));
    const groups = Array.from(rows, (row) => library.names(row).group);
    const wanted = [...new Set(groups)].map((group) => ({ group, sample: references.get(group) ?? itemRows([]) }));
    const candidates = itemRows([...rows, ...wanted.flatMap(({ sample }) => [...sample])]);
    const question: ScoringQuestion = { mode: 'warm', history, candidates };
    const channels = scorer.channels(question, queries, offset, true);
    const offsets = new Float64Array(rows.length);
    const future = new Float64Array(rows.length);
    const content = new Float64Array(rows.length);
    let start = rows.length;
    for (const { group, sample } of wanted) {
      const [from, end] = [start, start + sample.length];
      start = end;
      const scales = scalesOf(
        CHANNELS,
        mapped(channels, (values) => values.slice(from, end)),
      );
      const mixed = scorer.mixed('shareRated', true, question, channels, scales);
      const order = scaleOf(mixed.slice(from, end));
      rows.forEach((row, index) => {
        if (groups[index] !== group) return;
        future[index] = clamped(zScore(channels.future[index] ?? Number.NaN, scales.future));
        content[index] = clamped(zScore(channels.content[index] ?? Number.NaN, scales.content));
        const place = clamped(zScore(mixed[index] ?? Number.NaN, order));
        offsets[index] = library.isTrained(row)
          ? CALIBRATION.intercept + CALIBRATION.slope * (scales.like.mean + place / (scales.like.inverseDeviation || 1))
          : TYPICAL_LOG_ODDS + LOG_ODDS_PER_DEVIATION * place;
      });
    }
    return { offsets, future, content, channels: mapped(channels, (values) => values.subarray(0, rows.length)) };
  }
}

function mapped(channels: Channels, of: (values: Float64Array) => Float64Array): Channels {
  return byChannel(CHANNELS, (name) => of(channels[name]));
}

const MAX_DEVIATIONS = 4;

function clamped(value: number): number {
  return Math.max(-MAX_DEVIATIONS, Math.min(MAX_DEVIATIONS, value));
}

function sampleByGroup(library: EncodedLibrary): ReadonlyMap<string, ItemRows> {
  const byGroup = new Map<string, ItemIndex[]>();
  for (const row of library.rows()) {
    const { group } = library.names(row);
    const found = byGroup.get(group);
    if (found === undefined) byGroup.set(group, [row]);
    else found.push(row);
  }
  return new Map(
    [...byGroup].map(([group, rows]) => {
      const step = Math.max(1, rows.length / REFERENCE_SIZE);
      const places = Array.from({ length: Math.min(rows.length, REFERENCE_SIZE) }, (_, index) =>
        Math.floor(index * step),
      );
      return [group, itemRows(places.flatMap((place) => rows[place] ?? []))];
    }),
  );
}
