import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { BYTES_MEDIA_TYPE, TOKEN_HEADER, type AppInfo, type HostReply, type SetAsideTime } from '../host-contract';
import { durableMethods } from '../host/durable-methods';
import type { DurableStore } from '../host/durable-store';
import { allowedLink, LINK_REFUSAL } from '../host/external-link';
import { HostFailure, replyOf } from '../host/host-failure';
import { noArgument, parsed } from '../host/parsed-argument';
import type { OwnerSessions } from './owner-sessions';
import { argumentOf, bodyRuleOf } from './request-body';
import { isJson } from './request-rules';

export interface PostHost {
  readonly appInfo: () => AppInfo;
  /** Opens an allowed link; injected, so that no test opens a browser. */
  readonly openLink: (link: string) => Promise<boolean>;
  readonly setAside: () => Promise<SetAsideTime>;
  readonly durable: DurableStore;
}

/**
 * HostApi for the page of the browser shell. Choosing and saving files is done by the page itself, with the
 * browser's own dialogs; what is left needs the host. The caller has checked the cookie; here the page must also name
 * its origin and the token that only scripts of that origin can read.
 * @param origin the only origin that may ask, e.g. "http://127.0.0.1:47613"
 */
export function hostOverPost(host: PostHost, origin: string, sessions: Pick<OwnerSessions, 'isToken'>) {
  const methods: Readonly<Record<string, (argument: unknown) => Promise<unknown>>> = {
    appInfo: () => Promise.resolve(host.appInfo()),
    openExternal: async (argument) => {
      const link = allowedLink(parsed(z.string(), argument));
      if (link === null) throw new HostFailure('host-refused', LINK_REFUSAL);
      return await host.openLink(link);
    },
    databaseSetAside: async (argument) => {
      parsed(noArgument, argument);
      return await host.setAside();
    },
    ...durableMethods(host.durable),
  };

  return async (request: IncomingMessage, response: ServerResponse, name: string): Promise<void> => {
    const refusal = refusalOf(request, origin, sessions, bodyRuleOf(name).mediaType);
    if (refusal !== null) {
      response.setHeader('Connection', 'close');
      send(response, 403, { ok: false, code: 'host-refused', message: refusal });
      return;
    }
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (method === undefined) {
      response.setHeader('Connection', 'close');
      send(response, 404, { ok: false, code: 'host-refused', message: `This host has no method "${name}".` });
      return;
    }
    const reply = await replyOf(async () => await method(await argumentOf(request, name)));
    if (!request.complete) response.setHeader('Connection', 'close');
    if (reply.ok && reply.value instanceof Uint8Array) sendBytes(response, reply.value);
    else send(response, 200, reply);
  };
}

function refusalOf(
  { headers }: IncomingMessage,
  origin: string,
  sessions: Pick<OwnerSessions, 'isToken'>,
  mediaType: string,
): string | null {
  if (headers.origin !== origin) return 'The request did not come from the program’s own page.';
  const type = headers['content-type'];
  if (type !== mediaType && !(mediaType === 'application/json' && isJson(type)))
    return `The request is not ${mediaType}.`;
  if (!sessions.isToken(String(headers[TOKEN_HEADER] ?? ''))) return 'The page belongs to an earlier run: reload it.';
  return null;
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

/** A snapshot as it is: as base64 within JSON it would take three times its size. */
function sendBytes(response: ServerResponse, bytes: Uint8Array): void {
  response.writeHead(200, {
    'Content-Type': BYTES_MEDIA_TYPE,
    'Content-Length': bytes.byteLength,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(bytes);
}
