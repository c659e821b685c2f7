import { itemIndex, itemRows } from '../item-index';
import type { ItemRows } from '../item-index';
import { AppError } from '../../domain/errors';
import type { TasteProfileEvent } from '../../domain/taste-profile';
import type { EncodedLibrary } from '../encoded-library';
import { historyWindows } from '../encoding/history-window';
import type { WindowEvent } from '../encoding/history-window';
import { FALLBACK_SCORING } from '../model/fallback-schema';
import { TASKS, WEIGHT_SETS } from '../model/model-manifest';
import type { Head, Scoring, Task, TaskScoring } from '../model/model-manifest';
import type { TasteModel } from '../model/model-ports';
import type { Mode, TaskRequest } from '../recommender-api';
import { scoreArrays } from './heads';
import { CHANNEL_VALUES, channelValues } from './channel-values';
import type { HeadScores, ScoringQuestion } from './channel-values';
import { byChannel, CHANNELS } from './channels';
import type { ByChannel, ChannelName, Channels } from './channels';
import { mix, scalesOf } from './mixture';
import type { Scales } from './mixture';

/** Histories per call of the encoder. */
const HISTORY_BATCH = 32;

/** Arrays for the channels of one question, reused by the next question of as many candidates. */
class ChannelArrays {
  readonly #channels = new Map<string, Float64Array>();
  #heads: readonly Float64Array[] | null = null;

  constructor(
    readonly candidates: number,
    private readonly headCount: number,
  ) {}

  channel(name: string): Float64Array {
    const found = this.#channels.get(name) ?? new Float64Array(this.candidates);
    this.#channels.set(name, found);
    return found;
  }

  /** One array per head. */
  heads(): readonly Float64Array[] {
    return (this.#heads ??= scoreArrays(this.headCount, this.candidates));
  }
}

export interface ChannelOptions {
  /** What the channels will be mixed for: an expensive channel that none of them weighs is left empty. */
  readonly tasks?: readonly Task[];
  /** Other channels are left empty. */
  readonly asked?: (name: ChannelName) => boolean;
  /** Writes into the arrays of the last question that reused them. */
  readonly reuse?: boolean;
}

/**
 * Raw task scores, for the benchmark and for the picks alike: history → queries → channels → standardised over the
 * candidates → weighted sum.
 */
export class TaskScorer {
  /** Arrays of the last question that reused them. */
  #reused = new ChannelArrays(0, 0);

  readonly #scoring: Scoring;
  /** Tasks that give each channel a weight other than 0. */
  readonly #tasksOf: ByChannel<ReadonlySet<Task>>;
  /** Queries of an empty history, float32 [heads, D]. Encoded once, before the first other history. */
  #emptyHistory: Float32Array | null = null;
  /** Head scores of every row under it, for the version of the library that they were computed from. */
  readonly #emptyHistoryScores = new Map<Mode, { readonly version: number; readonly scores: HeadScores }>();

  constructor(
    private readonly model: TasteModel | null,
    private readonly library: EncodedLibrary,
  ) {
    this.#scoring = model?.manifest.scoring ?? FALLBACK_SCORING;
    this.#tasksOf = byChannel(
      CHANNELS,
      (name) =>
        new Set(TASKS.filter((task) => WEIGHT_SETS.some((set) => this.#scoring.tasks[task][set].weights[name] !== 0))),
    );
  }

  /** Numbers of one history's queries: heads × D. */
  get queryWidth(): number {
    return this.library.heads * this.library.dim;
  }

  /** Events about items in the library; the encoder cannot use others. */
  usable(events: readonly TasteProfileEvent[]): readonly WindowEvent[] {
    const usable: WindowEvent[] = [];
    for (const { itemId, rating, at } of events) {
      const row = this.library.rowOf(itemId);
      if (row !== undefined) usable.push({ row, rating, at });
    }
    return usable;
  }

  /** Queries float32 [histories, heads, D] in one array; empty without a model. */
  async queries(
    histories: readonly (readonly WindowEvent[])[],
    mode: Mode,
    throwIfCancelled?: () => void,
  ): Promise<Float32Array> {
    if (this.model === null) return new Float32Array(0);
    this.#emptyHistory ??= await this.#encoded(this.model, [[]], mode);
    return await this.#encoded(this.model, histories, mode, throwIfCancelled);
  }

  async #encoded(
    model: TasteModel,
    histories: readonly (readonly WindowEvent[])[],
    mode: Mode,
    throwIfCancelled?: () => void,
  ): Promise<Float32Array> {
    const { library } = this;
    const width = this.queryWidth;
    const queries = new Float32Array(histories.length * width);
    for (let start = 0; start < histories.length; start += HISTORY_BATCH) {
      throwIfCancelled?.();
      const batch = histories.slice(start, start + HISTORY_BATCH);
      const windows = historyWindows(library.schema.history, batch);
      const input = new Float32Array(windows.items.length * library.dim);
      const { vectors } = library.matrix(mode);
      windows.items.forEach((row, at) => {
        if (row >= 0) input.set(vectors.subarray(row * library.dim, (row + 1) * library.dim), at * library.dim);
      });
      const { ratingBuckets, timeGapBuckets } = windows;
      const found = await model.historyEncoder.encodeHistories({
        count: batch.length,
        vectors: input,
        ratingBuckets,
        timeGapBuckets,
      });
      if (found.length < batch.length * width)
        throw new AppError('model-damaged', "The model's history encoder answered with too few numbers.");
      queries.set(found.subarray(0, batch.length * width), start * width);
    }
    return queries;
  }

  /**
   * All channels of a question's candidates.
   * @param queries as `queries` returns them; this question's start at `offset`.
   * @param crowd whether the crowd's channels may be used; they are left empty if not.
   */
  channels(
    question: ScoringQuestion,
    queries: Float32Array,
    offset: number,
    crowd: boolean,
    { tasks = TASKS, asked = () => true, reuse = false }: ChannelOptions = {},
  ): Channels {
    const { mode, candidates } = question;
    const arrays = reuse ? this.#reusable(candidates.length) : new ChannelArrays(candidates.length, this.library.heads);
    return channelValues(
      CHANNELS,
      CHANNEL_VALUES,
      {
        question,
        library: this.library,
        scoring: this.#scoring,
        heads: this.headScores(mode, candidates, queries, offset, arrays.heads()),
        emptyHistory: this.emptyHistory(mode),
        array: (name) => arrays.channel(name),
      },
      (name) =>
        asked(name) &&
        (crowd || !CHANNELS[name].crowd) &&
        (!CHANNELS[name].expensive || tasks.some((task) => this.#tasksOf[name].has(task))),
    );
  }

  /**
   * Head scores under an empty history: what the model expects of anybody, by row of the library; zero without a model.
   * They depend on the library alone and are computed once for each of its versions, after the first `queries`.
   * [capacity] each
   */
  emptyHistory(mode: Mode): HeadScores {
    const { version, capacity } = this.library;
    const found = this.#emptyHistoryScores.get(mode);
    if (found?.version === version) return found.scores;
    const rows = itemRows(Array.from({ length: capacity }, (_, row) => itemIndex(row)));
    const scores = this.headScores(mode, rows, this.#emptyHistory ?? new Float32Array(0), 0);
    if (this.#emptyHistory !== null) this.#emptyHistoryScores.set(mode, { version, scores });
    return scores;
  }

  /**
   * Raw head scores of rows under one history, zero without a model. [rows] each
   * @param queries as `queries` returns them; this history's start at `offset`.
   */
  headScores(
    mode: Mode,
    rows: ItemRows,
    queries: Float32Array,
    offset: number,
    into?: readonly Float64Array[],
  ): HeadScores {
    const zeros = (): Float64Array => new Float64Array(rows.length);
    const { model } = this;
    if (model === null) return { next: zeros(), future: zeros(), like: zeros() };
    const scores = this.library.matrix(mode).headScores(queries, offset, rows, into);
    const head = (name: Head): Float64Array => scores[model.manifest.heads.indexOf(name)] ?? zeros();
    return { next: head('next'), future: head('future'), like: head('like') };
  }

  scoring(task: Task): TaskScoring {
    return this.#scoring.tasks[task];
  }

  /** Weighted sums of standardised channels, one per candidate. */
  mixed(
    task: Task,
    crowd: boolean,
    { mode, candidates }: Pick<ScoringQuestion, 'mode' | 'candidates'>,
    channels: Channels,
    scales: Scales = scalesOf(CHANNELS, channels),
  ): Float64Array {
    return mix(CHANNELS, channels, scales, this.scoring(task), crowd, this.library.weightSets(candidates, mode));
  }

  /** Scores of many questions; histories of one mode are encoded together. */
  async score(requests: readonly TaskRequest[], throwIfCancelled?: () => void): Promise<readonly Float64Array[]> {
    const answers: Float64Array[] = [];
    const width = this.queryWidth;
    for (const mode of ['warm', 'cold'] as const) {
      const chosen = requests
        .map((request, index) => ({ request, index }))
        .filter(({ request }) => request.mode === mode);
      const histories = chosen.map(({ request }) => this.usable(request.events));
      const queries = await this.queries(histories, mode, throwIfCancelled);
      chosen.forEach(({ request, index }, at) => {
        const question: ScoringQuestion = { mode, history: histories[at] ?? [], candidates: request.candidates };
        answers[index] = this.mixed(
          request.task,
          request.crowd,
          question,
          this.channels(question, queries, at * width, request.crowd, { tasks: [request.task], reuse: true }),
        );
      });
    }
    return answers;
  }

  #reusable(candidates: number): ChannelArrays {
    if (this.#reused.candidates !== candidates) this.#reused = new ChannelArrays(candidates, this.library.heads);
    return this.#reused;
  }
}
