import { AppError } from '../domain/errors';
import type { TasteProfileEvent } from '../domain/taste-profile';
import type { Catalogue } from './catalogue';
import { historyWindows } from './encoding/history-window';
import type { WindowEvent } from './encoding/history-window';
import { FALLBACK_SCORING } from './fallback-schema';
import type { Task, TaskScoring } from './model-manifest';
import type { TasteModel } from './model-ports';
import type { Mode, TaskRequest } from './recommender-api';
import { headScores } from './scoring/heads';
import { crowdChannels, mix, scalesOf, weightsOf } from './scoring/mixture';
import type { Channels, Scales } from './scoring/mixture';

/** Histories per call of the encoder. */
const HISTORY_BATCH = 32;

export interface Question {
  readonly mode: Mode;
  readonly history: readonly WindowEvent[];
  readonly candidates: Int32Array;
}

/**
 * Raw task scores: the one path by which both the benchmark ranks and the picks begin.
 * history → queries → channels → standardised over the candidates → weighed sum.
 */
export class TaskScorer {
  constructor(private readonly model: TasteModel | null, private readonly catalogue: Catalogue) {}

  /** Events about items the library holds; to the encoder the others do not exist. */
  usable(events: readonly TasteProfileEvent[]): readonly WindowEvent[] {
    const usable: WindowEvent[] = [];
    for (const { itemId, rating, at } of events) {
      const row = this.catalogue.rowOf(itemId);
      if (row !== undefined) usable.push({ row, rating, at });
    }
    return usable;
  }

  /** Queries float32 [histories, heads, D] in one array; empty without a model. */
  async queries(histories: readonly (readonly WindowEvent[])[], mode: Mode, throwIfCancelled?: () => void): Promise<Float32Array> {
    const { model, catalogue } = this;
    if (model === null) return new Float32Array(0);
    const width = catalogue.heads * catalogue.dim;
    const queries = new Float32Array(histories.length * width);
    const { vectors } = catalogue.matrix(mode);
    for (let start = 0; start < histories.length; start += HISTORY_BATCH) {
      throwIfCancelled?.();
      const batch = histories.slice(start, start + HISTORY_BATCH);
      const windows = historyWindows(catalogue.schema.history, batch);
      const input = new Float32Array(windows.items.length * catalogue.dim);
      windows.items.forEach((row, at) => {
        if (row >= 0) input.set(vectors.subarray(row * catalogue.dim, (row + 1) * catalogue.dim), at * catalogue.dim);
      });
      const { ratingBuckets, timeGapBuckets } = windows;
      const found = await model.historyEncoder.encodeHistories({ count: batch.length, vectors: input, ratingBuckets, timeGapBuckets });
      if (found.length < batch.length * width) throw new AppError('model-damaged', 'The model\'s history encoder answered with too few numbers.');
      queries.set(found.subarray(0, batch.length * width), start * width);
    }
    return queries;
  }

  /** All channels of the question's candidates, given its queries at `offset` of `queries`. */
  channels(question: Question, queries: Float32Array, offset: number, crowd: boolean): Channels {
    const { candidates, history } = question;
    const crowds = Array.from(candidates, (row) => (crowd ? this.catalogue.item(row).crowd : null));
    return { ...this.tasteChannels(question, queries, offset), ...crowdChannels(crowds), content: this.catalogue.content.similarities(history, candidates) };
  }

  /** The three heads, zero without a model. */
  tasteChannels({ candidates, mode }: Question, queries: Float32Array, offset: number): Pick<Channels, 'next' | 'future' | 'like'> {
    const { catalogue, model } = this;
    const silent = (): Float64Array => new Float64Array(candidates.length);
    if (model === null) return { next: silent(), future: silent(), like: silent() };
    const scores = headScores(catalogue.matrix(mode), catalogue.dim, catalogue.heads, queries, offset, candidates);
    const head = (name: 'next' | 'future' | 'like'): Float64Array => scores[model.manifest.heads.indexOf(name)] ?? silent();
    return { next: head('next'), future: head('future'), like: head('like') };
  }

  scoring(task: Task): TaskScoring {
    return this.model?.manifest.scoring.tasks[task] ?? FALLBACK_SCORING;
  }

  /** Weighed sums of standardised channels, one per candidate. */
  mixed(task: Task, crowd: boolean, candidates: Int32Array, channels: Channels, scales: Scales = scalesOf(channels)): Float64Array {
    const scoring = this.scoring(task);
    const trained = weightsOf(scoring, true, crowd);
    const untrained = weightsOf(scoring, false, crowd);
    const scores = new Float64Array(candidates.length);
    for (let index = 0; index < candidates.length; index += 1) {
      scores[index] = mix(channels, scales, this.catalogue.isTrained(candidates[index] ?? 0) ? trained : untrained, index);
    }
    return scores;
  }

  /** Scores of many questions; histories of one mode share the encoder's batches. */
  async score(requests: readonly TaskRequest[], throwIfCancelled?: () => void): Promise<readonly Float64Array[]> {
    const answers: Float64Array[] = [];
    const width = this.catalogue.heads * this.catalogue.dim;
    for (const mode of ['warm', 'cold'] as const) {
      const chosen = requests.map((request, index) => ({ request, index })).filter(({ request }) => request.mode === mode);
      const histories = chosen.map(({ request }) => this.usable(request.events));
      const queries = await this.queries(histories, mode, throwIfCancelled);
      chosen.forEach(({ request, index }, at) => {
        const question: Question = { mode, history: histories[at] ?? [], candidates: request.candidates };
        answers[index] = this.mixed(request.task, request.crowd, request.candidates, this.channels(question, queries, at * width, request.crowd));
      });
    }
    return answers;
  }
}
