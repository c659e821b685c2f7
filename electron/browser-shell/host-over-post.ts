import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { TOKEN_HEADER, type AppInfo, type HostReply } from '../host-contract';
import { allowedLink } from '../host/external-link';
import { HostFailure, replyOf } from '../host/host-failure';

/** Every request is a link or nothing at all. */
const MAX_BODY_BYTES = 64 * 1024;

export interface PostHost {
  readonly appInfo: AppInfo;
  /** Opens an allowed link; injected, so that no test opens a browser. */
  readonly openLink: (link: string) => Promise<boolean>;
}

/**
 * HostApi for the page of the browser shell. Choosing and saving files is done by the page itself, with the
 * browser's own dialogs; what is left needs the host.
 * @param origin the only origin that may ask, e.g. "http://127.0.0.1:47613"
 */
export function hostOverPost(host: PostHost, origin: string, token: string) {
  const methods: Readonly<Record<string, (argument: unknown) => Promise<unknown>>> = {
    appInfo: () => Promise.resolve(host.appInfo),
    openExternal: async (argument) => {
      const link = allowedLink(parsed(z.string(), argument));
      if (link === null) throw new HostFailure('host-refused', 'Only http, https and mailto links can be opened.');
      return await host.openLink(link);
    },
  };

  return async (request: IncomingMessage, response: ServerResponse, name: string): Promise<void> => {
    const refusal = refusalOf(request, origin, token);
    if (refusal !== null) {
      request.resume();
      send(response, 403, { ok: false, code: 'host-refused', message: refusal });
      return;
    }
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (method === undefined) {
      request.resume();
      send(response, 404, { ok: false, code: 'host-refused', message: `This host has no method "${name}".` });
      return;
    }
    send(response, 200, await replyOf(async () => await method(await argumentOf(request))));
  };
}

function refusalOf(request: IncomingMessage, origin: string, token: string): string | null {
  if (request.headers.origin !== origin) return 'The request did not come from the program’s own page.';
  if (!(request.headers['content-type'] ?? '').startsWith('application/json')) return 'The request is not JSON.';
  const given = Buffer.from(String(request.headers[TOKEN_HEADER] ?? ''));
  const expected = Buffer.from(token);
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    return 'The page belongs to an earlier run: reload it.';
  return null;
}

async function argumentOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new HostFailure('invalid-input', 'The request is too long.');
    chunks.push(chunk);
  }
  try {
    return parsed(z.object({ argument: z.unknown().optional() }), JSON.parse(Buffer.concat(chunks).toString('utf8')))
      .argument;
  } catch (error) {
    throw error instanceof HostFailure
      ? error
      : new HostFailure('invalid-input', 'The request is not JSON.', { cause: error });
  }
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (!result.success) throw new HostFailure('invalid-input', z.prettifyError(result.error));
  return result.data;
}

function send(response: ServerResponse, status: number, reply: HostReply): void {
  const body = JSON.stringify(reply);
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(body);
}
