import { z } from 'zod';
import {
  catalogueDescriptionSchema,
  catalogueEntrySchema,
  catalogueIndexSchema,
  catalogueMatchSchema,
  catalogueNoticeSchema,
  kinQuestionSchema,
  kinSchema,
  type CatalogueState,
  catalogueStateSchema,
  catalogueSuggestionSchema,
} from '../catalogue';
import { pickedFileSchema } from '../picked-file';
import type { Calls, MethodTable } from './method-table';

/** More than a list under a field can show. */
const MAX_SUGGESTIONS = 50;
const MAX_FAMOUS = 1000;

const famousRequestSchema = z.object({ kind: z.string(), limit: z.int().min(1).max(MAX_FAMOUS) });

/**
 * What the catalogue is asked. Without a catalogue every method answers as an empty one would, so the app goes on. The
 * first call reads the catalogue; none is made before the first picks are on screen.
 */
export const CATALOGUE_METHODS = {
  /** The things whose titles begin like what is typed, the likeliest first. A newer call cancels an older one. */
  complete: {
    request: z.object({
      text: z.string(),
      /** Things of this kind come first; null for any. */
      kind: z.string().nullable(),
      /** Where no kind is asked for, the one mostly typed: things of it count as more famous. */
      usualKind: z.string().nullable().exactOptional(),
      limit: z.int().min(1).max(MAX_SUGGESTIONS),
    }),
    response: z.array(catalogueSuggestionSchema).readonly(),
    latestPer: () => 'complete',
  },
  /**
   * For each title, the things whose whole title it is but for typing errors, the likeliest first and those of the kind
   * before others; in the same order.
   */
  respelt: {
    request: z.object({
      titles: z.array(z.object({ text: z.string(), kind: z.string().nullable() })).readonly(),
      limit: z.int().min(1).max(MAX_SUGGESTIONS),
    }),
    response: z.array(z.array(catalogueSuggestionSchema).readonly()).readonly(),
  },
  /** One match per description, in the same order. */
  recognise: {
    request: z.object({ descriptions: z.array(catalogueDescriptionSchema).readonly() }),
    response: z.array(catalogueMatchSchema).readonly(),
  },
  /** For each, what is by the same makers or has the same actors, the nearest first; in the same order. */
  kin: {
    request: z.object({ things: z.array(kinQuestionSchema).readonly() }),
    response: z.array(z.array(kinSchema).readonly()).readonly(),
  },
  /** Entries by their numbers, in the same order; `not-found` for a number that the loaded catalogue does not have. */
  facts: {
    request: z.object({ indices: z.array(catalogueIndexSchema).readonly() }),
    response: z.array(catalogueEntrySchema).readonly(),
  },
  /** The best-known things of a kind, the most famous first. Fewer where it has few of that kind. */
  famous: { request: famousRequestSchema, response: z.array(catalogueEntrySchema).readonly() },
  /** Reads the catalogue, where that has not happened, and says which one it is. */
  state: { request: z.object({}), response: catalogueStateSchema },
  /** Where the facts come from; reads no more of the catalogue than that. */
  notice: { request: z.object({}), response: catalogueNoticeSchema },
  /**
   * Puts another catalogue in the place of the shipped one and keeps it on this device: `manifest.json` and the files
   * that it names, or a zip of them. Refused where anything is wrong with one of them; nothing changes then.
   */
  replace: { request: z.object({ files: z.array(pickedFileSchema).readonly() }), response: catalogueStateSchema },
  /** Takes away what `replace` kept. */
  useShipped: { request: z.object({}), response: catalogueStateSchema },
  /** Takes away the titles of IMDb's files. */
  removeImdb: { request: z.object({}), response: catalogueStateSchema },
  /** Reads anew what is kept on this device. */
  reopen: { request: z.object({}), response: catalogueStateSchema },
} as const satisfies MethodTable;

/** What the use cases and features call. Implemented over a worker that is started by the first call. */
export interface CataloguePort extends Calls<typeof CATALOGUE_METHODS> {
  /** Without reading anything: `waiting` until the first call. */
  catalogueState(): CatalogueState;
  /** Calls the listener on every change; returns the unsubscribe function. */
  onCatalogueState(listener: (state: CatalogueState) => void): () => void;
}
