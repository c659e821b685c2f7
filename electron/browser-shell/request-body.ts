import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { ARGUMENT_HEADER, BYTES_MEDIA_TYPE } from '../host-contract';
import { MAX_APPEND_BYTES, MAX_SNAPSHOT_BYTES } from '../host/durable-methods';
import { HostFailure } from '../host/host-failure';
import { parsed } from '../host/parsed-argument';
import { bodyBytes, jsonBody } from './body-bytes';

/** Most requests are a link, a name, or nothing at all. */
const MAX_BODY_BYTES = 64 * 1024;

interface BodyRule {
  readonly mediaType: 'application/json' | typeof BYTES_MEDIA_TYPE;
  readonly maxBytes: number;
}

const RULES: ReadonlyMap<string, BodyRule> = new Map<string, BodyRule>([
  // JSON within JSON: a quotation mark takes up to four times its bytes.
  ['journalAppend', { mediaType: 'application/json', maxBytes: 2 * MAX_APPEND_BYTES }],
  ['snapshotWrite', { mediaType: BYTES_MEDIA_TYPE, maxBytes: MAX_SNAPSHOT_BYTES }],
]);
const USUAL: BodyRule = { mediaType: 'application/json', maxBytes: MAX_BODY_BYTES };

/** What the body of a method must be. */
export function bodyRuleOf(method: string): BodyRule {
  return RULES.get(method) ?? USUAL;
}

/** The argument of a method from the body of its request. Throws HostFailure `invalid-input`. */
export async function argumentOf(request: IncomingMessage, method: string): Promise<unknown> {
  const { mediaType, maxBytes } = bodyRuleOf(method);
  if (mediaType === BYTES_MEDIA_TYPE) {
    const details = detailsOf(request);
    const body = await bodyBytes(request, maxBytes);
    return { ...details, bytes: new Uint8Array(body.buffer, body.byteOffset, body.byteLength) };
  }
  return parsed(z.strictObject({ argument: z.unknown().optional() }), await jsonBody(request, maxBytes)).argument;
}

/** What is said of the bytes beside them. */
function detailsOf(request: IncomingMessage): Readonly<Record<string, unknown>> {
  const header = String(request.headers[ARGUMENT_HEADER] ?? '');
  try {
    return parsed(z.record(z.string(), z.unknown()), JSON.parse(header));
  } catch (error) {
    throw error instanceof HostFailure
      ? error
      : new HostFailure('invalid-input', 'The request is not JSON.', { cause: error });
  }
}
