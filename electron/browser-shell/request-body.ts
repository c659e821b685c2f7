import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { ARGUMENT_HEADER, BYTES_MEDIA_TYPE } from '../host-contract';
import { MAX_APPEND_BYTES, MAX_SNAPSHOT_BYTES } from '../host/durable-methods';
import { HostFailure } from '../host/host-failure';
import { parsed } from '../host/parsed-argument';

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
  const body = await bytesOf(request, maxBytes);
  if (mediaType === BYTES_MEDIA_TYPE) {
    const details = parsed(z.record(z.string(), z.unknown()), fromJson(String(request.headers[ARGUMENT_HEADER] ?? '')));
    return { ...details, bytes: new Uint8Array(body.buffer, body.byteOffset, body.byteLength) };
  }
  return parsed(z.object({ argument: z.unknown().optional() }), fromJson(body.toString('utf8'))).argument;
}

async function bytesOf(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new HostFailure('invalid-input', 'The request is too long.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new HostFailure('invalid-input', 'The request is not JSON.', { cause: error });
  }
}
