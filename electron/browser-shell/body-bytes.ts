import type { IncomingMessage } from 'node:http';
import { HostFailure } from '../host/host-failure';

/** A request's body. Throws HostFailure `invalid-input` where it has more bytes than allowed. */
export async function bodyBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLong();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw tooLong();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** The JSON of a request's body. Throws HostFailure `invalid-input`, also for bytes that are no UTF-8. */
export async function jsonBody(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  const bytes = await bodyBytes(request, maxBytes);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new HostFailure('invalid-input', 'The request is not JSON.', { cause: error });
  }
}

function tooLong(): HostFailure {
  return new HostFailure('invalid-input', 'The request is too long.');
}
