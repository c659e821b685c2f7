import { z } from 'zod';
import { backtestSchema } from '../backtest';
import { breakdownSchema } from '../breakdown';
import type { ItemId } from '../ids';
import { learnedWeightSchema } from '../learning';
import { policyEstimateSchema } from '../policy-estimate';
import { ENGINES, likelyTagSchema, slateSchema, type Engine } from '../recommendation';
import {
  backtestRequestSchema,
  breakdownRequestSchema,
  fameRequestSchema,
  friendsForItemRequestSchema,
  likelyTagsRequestSchema,
  nextChoiceRequestSchema,
  nextChoiceSchema,
  pairsRequestSchema,
  picksRequestSchema,
  type LibraryItem,
  type NextChoiceRequest,
  type PicksRequest,
  setLibraryRequestSchema,
  similarItemSchema,
  similarRequestSchema,
  togetherPickSchema,
  togetherRequestSchema,
  updateLibraryRequestSchema,
  weightsRequestSchema,
  wildcardsRequestSchema,
} from '../recommendation-request';
import type { Fields } from '../parsing';
import type { Calls, MethodTable } from './method-table';

/** loading: no answer yet · ready: the model runs · fallback: without the model, and the reason says why. */
export const ENGINE_STATUSES = ['loading', 'ready', 'fallback'] as const;

/** What runs the model, and why: shown in Settings. */
export interface EngineState {
  readonly status: (typeof ENGINE_STATUSES)[number];
  readonly engine: Engine;
  /** One plain sentence: why this engine, or why the fallback. */
  readonly reason: string;
  readonly modelName: string | null;
  readonly modelVersion: string | null;
  /** Median milliseconds to encode one history, by engine, once timed. */
  readonly timings: { readonly wasm: number | null; readonly webgpu: number | null };
  /** Items of the library the known-item table recognises, and how many there are. */
  readonly recognised: { readonly known: number; readonly total: number };
}

export const engineStateSchema: z.ZodType<EngineState> = z.object({
  status: z.enum(ENGINE_STATUSES),
  engine: z.enum(ENGINES),
  reason: z.string(),
  modelName: z.string().nullable(),
  modelVersion: z.string().nullable(),
  timings: z.object({ wasm: z.number().nullable(), webgpu: z.number().nullable() }),
  recognised: z.object({ known: z.number(), total: z.number() }),
} satisfies Fields<EngineState>);

/** Until the worker reports one. */
export const INITIAL_ENGINE_STATE: EngineState = {
  status: 'loading',
  engine: 'content',
  reason: 'The model is being loaded.',
  modelName: null,
  modelVersion: null,
  timings: { wasm: null, webgpu: null },
  recognised: { known: 0, total: 0 },
};

/**
 * What the recommender is asked: these change nothing. A new method is an entry here and a method of the same name in
 * recommend/recommender.ts; the port, the worker's client and server and the parsers on both sides are derived.
 */
export const QUERY_METHODS = {
  /** The slate for one person. */
  picks: {
    request: picksRequestSchema,
    response: slateSchema,
    latestPer: ({ profile }: PicksRequest) => profile.personId,
  },
  /** One recommendation per friend who may be sent the item, best fit first. */
  friendsForItem: { request: friendsForItemRequestSchema, response: slateSchema },
  pairs: { request: pairsRequestSchema, response: slateSchema },
  /** One pick in full, as the same question's slate ranks it. */
  breakdown: { request: breakdownRequestSchema, response: breakdownSchema },
  together: { request: togetherRequestSchema, response: z.array(togetherPickSchema).readonly() },
  similar: { request: similarRequestSchema, response: z.array(similarItemSchema).readonly() },
  /** Everything learned of a person, strongest first. */
  weights: { request: weightsRequestSchema, response: z.array(learnedWeightSchema).readonly() },
  /** What other ways of filling the wildcard's place would have achieved, from what was shown there. */
  compareWildcards: { request: wildcardsRequestSchema, response: z.array(policyEstimateSchema).readonly() },
  backtest: { request: backtestRequestSchema, response: backtestSchema },
  /**
   * Tags that each item probably deserves besides its own: guesses, written nowhere. One list per item asked about,
   * most probable first; empty lists without a model. `not-found` for an item the library does not hold.
   */
  likelyTags: { request: likelyTagsRequestSchema, response: z.array(z.array(likelyTagSchema).readonly()).readonly() },
  /**
   * How well known each thing is by the model's own table: rank 0..1 within its kind group, null where it is not in it.
   * One per item, in order; the library is neither asked nor changed.
   */
  fame: { request: fameRequestSchema, response: z.array(z.number().nullable()).readonly() },
  /** Of two well-known things, which would they pick? The pair whose answer teaches most. */
  nextChoice: {
    request: nextChoiceRequestSchema,
    response: nextChoiceSchema,
    latestPer: ({ profile }: NextChoiceRequest) => profile.personId,
  },
} as const satisfies MethodTable;

/** Every method of the worker. Those that are no query are answered by the worker itself (recommender-service.ts). */
export const RECOMMENDER_METHODS = {
  ...QUERY_METHODS,
  /** Replaces the whole library. */
  setLibrary: { request: setLibraryRequestSchema, response: engineStateSchema },
  updateLibrary: { request: updateLibraryRequestSchema, response: engineStateSchema },
  /** Tries WebGPU against WASM on this machine and keeps the faster; called after the first picks are on screen. */
  chooseEngine: { request: z.object({}), response: engineStateSchema },
} as const satisfies MethodTable;

/** What the use cases and features call: the table's methods, and what runs them. Implemented over a worker. */
export interface RecommenderPort extends Omit<Calls<typeof RECOMMENDER_METHODS>, 'setLibrary' | 'updateLibrary'> {
  /**
   * Replaces the whole library. The items are taken one by one, as they are sent; whatever is asked after this call is
   * answered with all of them.
   */
  setLibrary(request: { readonly items: Iterable<LibraryItem> }): Promise<EngineState>;
  /** Likewise; what is removed goes before what is added. */
  updateLibrary(request: {
    readonly upserts: Iterable<LibraryItem>;
    readonly removals: readonly ItemId[];
  }): Promise<EngineState>;
  engineState(): EngineState;
  /** Calls the listener on every change; returns the unsubscribe function. */
  onEngineState(listener: (state: EngineState) => void): () => void;
}
