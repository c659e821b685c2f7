import { z } from 'zod';
import { AppError } from '../domain/errors';
import { GROUP_RULES } from '../domain/recommendation-request';
import { ENGINE_STATUSES } from '../domain/ports/recommender';
import type { EngineState } from '../domain/ports/recommender';
import type { RecommenderMethods } from './recommender-contract';
import type { PayloadParsers } from './rpc-server';

/** An array, without a look at what is in it: see rpc-messages.ts. */
const list = z.custom<readonly unknown[]>(Array.isArray);
const record = z.looseObject({});

/** Everybody's profiles, from whom something is learned of each. */
const allProfiles = { others: list };
const picks = z.looseObject({
  profile: record,
  candidates: list,
  count: z.int().positive(),
  now: z.number(),
  dials: record,
  purpose: z.enum(['send', 'own']),
  wildcardSeed: z.number().nullable(),
  ...allProfiles,
});

const REQUESTS = {
  setLibrary: z.looseObject({ items: list }),
  updateLibrary: z.looseObject({ upserts: list, removals: list }),
  picks,
  friendsForItem: z.looseObject({
    candidate: record,
    profiles: list,
    candidates: list,
    now: z.number(),
    ...allProfiles,
  }),
  pairs: z.looseObject({
    profiles: list,
    candidates: list,
    count: z.int().positive(),
    now: z.number(),
    ...allProfiles,
  }),
  breakdown: picks.extend({ itemId: z.string() }),
  together: z.looseObject({
    profiles: list,
    candidates: list,
    count: z.int().positive(),
    now: z.number(),
    rule: z.enum(GROUP_RULES),
    ...allProfiles,
  }),
  similar: z.looseObject({ itemId: z.string(), candidates: list, count: z.int().positive() }),
  weights: z.looseObject({ profile: record, ...allProfiles }),
  compareWildcards: z.looseObject({ outcomes: list }),
  backtest: z.looseObject({ profiles: list, ...allProfiles }),
  likelyTags: z.looseObject({ itemIds: z.array(z.string()) }),
  chooseEngine: record,
} as const satisfies Record<keyof RecommenderMethods, z.ZodType>;

function shallow<Name extends keyof RecommenderMethods>(
  name: Name,
): (payload: unknown) => RecommenderMethods[Name]['request'] {
  return (payload) => {
    if (!REQUESTS[name].safeParse(payload).success)
      throw new AppError('invalid-input', `The request "${name}" does not have its shape.`);
    return payload as RecommenderMethods[Name]['request'];
  };
}

export const recommenderPayloads: PayloadParsers<RecommenderMethods> = {
  setLibrary: shallow('setLibrary'),
  updateLibrary: shallow('updateLibrary'),
  picks: shallow('picks'),
  friendsForItem: shallow('friendsForItem'),
  pairs: shallow('pairs'),
  breakdown: shallow('breakdown'),
  together: shallow('together'),
  similar: shallow('similar'),
  weights: shallow('weights'),
  compareWildcards: shallow('compareWildcards'),
  backtest: shallow('backtest'),
  likelyTags: shallow('likelyTags'),
  chooseEngine: shallow('chooseEngine'),
};

export const engineStateSchema = z.object({
  status: z.enum(ENGINE_STATUSES),
  engine: z.enum(['webgpu', 'wasm', 'content']),
  reason: z.string(),
  modelName: z.string().nullable(),
  modelVersion: z.string().nullable(),
  timings: z.object({ wasm: z.number().nullable(), webgpu: z.number().nullable() }),
  recognised: z.object({ known: z.number(), total: z.number() }),
}) satisfies z.ZodType<EngineState>;
