import { AppError } from '../../domain/errors';
import type { TasteProfileEvent } from '../../domain/taste-profile';
import type { EncodedLibrary } from '../encoded-library';
import { historyWindows } from '../encoding/history-window';
import type { WindowEvent } from '../encoding/history-window';
import { FALLBACK_SCORING } from '../model/fallback-schema';
import { TASKS, WEIGHT_SETS } from '../model/model-manifest';
import type { Scoring, Task, TaskScoring } from '../model/model-manifest';
import type { TasteModel } from '../model/model-ports';
import type { Mode, TaskRequest } from '../recommender-api';
import { likedWeight } from './content-similarity';
import { scoreArrays } from './heads';
import { crowdChannels, mix, NO_CROWD, scalesOf } from './mixture';
import type { Channels, Scales } from './mixture';
import { neighbourhood, surprisesOf } from './neighbourhood';

/** Histories per call of the encoder. */
const HISTORY_BATCH = 32;

export interface Question {
  readonly mode: Mode;
  readonly history: readonly WindowEvent[];
  readonly candidates: Int32Array;
}

/** Where one question's channels may be written: see `ItemMatrix.headScores`. */
interface ReusedArrays {
  readonly heads: readonly Float64Array[];
  readonly content: Float64Array;
  readonly cooccurrence: Float64Array;
  readonly neighbourhood: Float64Array;
  /** Of a history of nothing. */
  readonly usual: readonly Float64Array[];
}

function newArrays(heads: number, candidates: number): ReusedArrays {
  return {
    heads: scoreArrays(heads, candidates),
    content: new Float64Array(candidates),
    cooccurrence: new Float64Array(candidates),
    neighbourhood: new Float64Array(candidates),
    usual: scoreArrays(heads, candidates),
  };
}

/**
 * Raw task scores: the one path by which both the benchmark ranks and the picks begin.
 * history → queries → channels → standardised over the candidates → weighed sum.
 */
export class TaskScorer {
  /** Channels of the last question of `score`, written over by the next of as many candidates. */
  #reused: ReusedArrays = newArrays(0, 0);

  readonly #scoring: Scoring;
  /** Tasks that hear channels which are dear, or ask for a history of nothing. */
  readonly #neighbourly: ReadonlySet<Task>;
  readonly #usually: ReadonlySet<Task>;
  /** Queries of a history of nothing, float32 [heads, D]: what is to be expected of anybody. Encoded with the first others. */
  #nobody: Float32Array | null = null;

  constructor(
    private readonly model: TasteModel | null,
    private readonly library: EncodedLibrary,
  ) {
    this.#scoring = model?.manifest.scoring ?? FALLBACK_SCORING;
    const hear = (channel: 'neighbourhood' | 'usual'): ReadonlySet<Task> =>
      new Set(TASKS.filter((task) => WEIGHT_SETS.some((set) => this.#scoring.tasks[task][set][channel] !== 0)));
    this.#neighbourly = hear('neighbourhood');
    this.#usually = hear('usual');
  }

  /** Events about items the library holds; to the encoder the others do not exist. */
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
    if (this.#neighbourly.size + this.#usually.size > 0) this.#nobody ??= await this.#encoded(this.model, [[]], mode);
    return await this.#encoded(this.model, histories, mode, throwIfCancelled);
  }

  async #encoded(
    model: TasteModel,
    histories: readonly (readonly WindowEvent[])[],
    mode: Mode,
    throwIfCancelled?: () => void,
  ): Promise<Float32Array> {
    const { library } = this;
    const width = library.heads * library.dim;
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
   * All channels of the question's candidates, given its queries at `offset` of `queries`.
   * @param tasks what they will be mixed for: a dear channel that none of them hears is left empty.
   */
  channels(
    question: Question,
    queries: Float32Array,
    offset: number,
    crowd: boolean,
    tasks: readonly Task[] = TASKS,
    into: ReusedArrays = newArrays(this.library.heads, question.candidates.length),
  ): Channels {
    const { candidates, history } = question;
    const crowds = crowd ? crowdChannels(Array.from(candidates, (row) => this.library.item(row).crowd)) : NO_CROWD;
    const content = this.library.content.similarities(
      history,
      candidates,
      this.#scoring.content.lengthPower,
      likedWeight,
      into.content,
    );
    return {
      ...this.tasteChannels(question, queries, offset, into.heads),
      ...crowds,
      content,
      cooccurrence: this.#cooccurrence(question, into.cooccurrence),
      neighbourhood: this.#neighbourhood(question, tasks, into.neighbourhood),
      usual: this.#usual(question, tasks, into.usual),
    };
  }

  #neighbourhood({ mode, history, candidates }: Question, tasks: readonly Task[], into: Float64Array): Float64Array {
    if (this.#nobody === null || !tasks.some((task) => this.#neighbourly.has(task))) return new Float64Array(0);
    const { library } = this;
    const rule = this.#scoring.neighbourhood;
    const { like } = this.tasteChannels(
      { mode, history, candidates: Int32Array.from(history, ({ row }) => row) },
      this.#nobody,
      0,
    );
    return neighbourhood(library.matrix(mode), surprisesOf(history, like, rule), candidates, rule.power, into);
  }

  #usual(question: Question, tasks: readonly Task[], into: readonly Float64Array[]): Float64Array {
    if (this.#nobody === null || !tasks.some((task) => this.#usually.has(task))) return new Float64Array(0);
    return this.tasteChannels(question, this.#nobody, 0, into).future;
  }

  /** Newer events count more: 1 + recent × 2 ^ (-age / half-life), age in events. */
  #cooccurrence({ mode, history, candidates }: Question, into: Float64Array): Float64Array {
    const { recent, halfLife } = this.#scoring.cooccurrence;
    const weighed = history.map(({ row, rating }, index) => ({
      row,
      weight: likedWeight(rating) * (1 + recent * 0.5 ** ((history.length - 1 - index) / halfLife)),
    }));
    return this.library.cooccurrence(weighed, candidates, mode, into);
  }

  /** The three heads, zero without a model. */
  tasteChannels(
    { candidates, mode }: Question,
    queries: Float32Array,
    offset: number,
    into?: readonly Float64Array[],
  ): Pick<Channels, 'next' | 'future' | 'like'> {
    const { library, model } = this;
    const silent = (): Float64Array => new Float64Array(candidates.length);
    if (model === null) return { next: silent(), future: silent(), like: silent() };
    const scores = library.matrix(mode).headScores(queries, offset, candidates, into);
    const head = (name: 'next' | 'future' | 'like'): Float64Array =>
      scores[model.manifest.heads.indexOf(name)] ?? silent();
    return { next: head('next'), future: head('future'), like: head('like') };
  }

  scoring(task: Task): TaskScoring {
    return this.#scoring.tasks[task];
  }

  /** Weighed sums of standardised channels, one per candidate. */
  mixed(
    task: Task,
    crowd: boolean,
    { mode, candidates }: Pick<Question, 'mode' | 'candidates'>,
    channels: Channels,
    scales: Scales = scalesOf(channels),
  ): Float64Array {
    return mix(channels, scales, this.scoring(task), crowd, this.library.weightSets(candidates, mode));
  }

  /** Scores of many questions; histories of one mode share the encoder's batches. */
  async score(requests: readonly TaskRequest[], throwIfCancelled?: () => void): Promise<readonly Float64Array[]> {
    const answers: Float64Array[] = [];
    const width = this.library.heads * this.library.dim;
    for (const mode of ['warm', 'cold'] as const) {
      const chosen = requests
        .map((request, index) => ({ request, index }))
        .filter(({ request }) => request.mode === mode);
      const histories = chosen.map(({ request }) => this.usable(request.events));
      const queries = await this.queries(histories, mode, throwIfCancelled);
      chosen.forEach(({ request, index }, at) => {
        const question: Question = { mode, history: histories[at] ?? [], candidates: request.candidates };
        answers[index] = this.mixed(
          request.task,
          request.crowd,
          question,
          this.channels(
            question,
            queries,
            at * width,
            request.crowd,
            [request.task],
            this.#reusable(request.candidates.length),
          ),
        );
      });
    }
    return answers;
  }

  #reusable(candidates: number): ReusedArrays {
    if (this.#reused.content.length !== candidates) this.#reused = newArrays(this.library.heads, candidates);
    return this.#reused;
  }
}
