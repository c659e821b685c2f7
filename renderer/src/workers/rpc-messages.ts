import { z } from 'zod';
import { ERROR_CODES } from '../domain/errors';

/** Name of the notice that carries an EngineState from the worker to the page. */
export const ENGINE_STATE_NOTICE = 'engine-state';
/** Of the one that carries a CatalogueState. */
export const CATALOGUE_STATE_NOTICE = 'catalogue-state';

/** Envelopes that travel between the page and its worker. What they carry is parsed by method-parsers.ts. */
const id = z.int().nonnegative();

export const toWorkerMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('call'), id, method: z.string(), payload: z.unknown() }),
  z.object({ type: z.literal('cancel'), id }),
  // Of a long list in the call that follows (long-lists.ts).
  z.object({ type: z.literal('part'), id, list: z.int().nonnegative(), values: z.array(z.unknown()) }),
]);
export type ToWorkerMessage = z.infer<typeof toWorkerMessage>;

export const fromWorkerMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('result'), id, value: z.unknown() }),
  z.object({ type: z.literal('error'), id, code: z.enum(ERROR_CODES), message: z.string() }),
  z.object({ type: z.literal('progress'), id, done: z.number(), total: z.number() }),
  z.object({ type: z.literal('notice'), name: z.string(), value: z.unknown() }),
]);
export type FromWorkerMessage = z.infer<typeof fromWorkerMessage>;

/** What both a worker's own scope and a MessagePort can do. */
export interface MessageEndpoint {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}
