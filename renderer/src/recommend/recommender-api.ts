import type { ItemRows } from './item-index';
import type { ItemId } from '../domain/ids';
import type { Answers } from '../domain/ports/method-table';
import type { QUERY_METHODS } from '../domain/ports/recommender';
import type { Engine } from '../domain/recommendation';
import type { LibraryItem } from '../domain/recommendation-request';
import type { TasteProfileEvent } from '../domain/taste-profile';
import type { Task } from './model/model-manifest';
import type { TasteModel } from './model/model-ports';

export interface RecommenderOptions {
  /** null: the fallback, which ranks by content similarity, the owner's rating and the crowd. */
  readonly model: TasteModel | null;
  /** What runs the model's encoders now; read for every slate. Ignored without a model ('content'). */
  readonly engine: () => Exclude<Engine, 'content'>;
  /** Milliseconds from any fixed start, for `tookMilliseconds`. */
  readonly clock: () => number;
}

export interface CallContext {
  /** Called between steps; throws to stop (a cancelled request). */
  readonly throwIfCancelled?: () => void;
  /** Items encoded so far, of all. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** 'warm' adds the known-item table to the encoder's vectors; 'cold' treats every item as unknown. */
export type Mode = 'warm' | 'cold';

/** One ranking question without eligibility, diversity and pKnows: what the benchmark measures. */
export interface TaskRequest {
  readonly task: Task;
  readonly mode: Mode;
  /** Whether the items' `crowd` columns may be used. */
  readonly crowd: boolean;
  /** Oldest first; events about items that are not in the library are ignored. */
  readonly events: readonly TasteProfileEvent[];
  /** Rows of the library, see `rowsOf`; scores come back in this order. */
  readonly candidates: ItemRows;
}

/**
 * The pure recommender: the queries of the table, and what the worker and the benchmark need besides.
 * Calls that change the library must not overlap with others: the worker queues them.
 */
export interface Recommender extends Answers<typeof QUERY_METHODS, CallContext> {
  setLibrary(items: readonly LibraryItem[], context?: CallContext): Promise<void>;
  updateLibrary(upserts: readonly LibraryItem[], removals: readonly ItemId[], context?: CallContext): Promise<void>;
  /** Items of the library that the known-item table recognises, and how many there are. */
  recognised(): { readonly known: number; readonly total: number };
  /** Rows of the encoded library for ids; an id the library does not hold throws `not-found`. */
  rowsOf(ids: readonly ItemId[]): ItemRows;
  /** Raw task scores, one array per request: higher is better, equal ones go by lower index (math/top-k.ts). */
  scoreTasks(requests: readonly TaskRequest[], context?: CallContext): Promise<readonly Float64Array[]>;
  /** Rows of the best candidates by one task, best first; of more than 2,000 nearly exact (scoring/best-by-task.ts). */
  bestByTask(request: TaskRequest, count: number, context?: CallContext): Promise<ItemRows>;
}
