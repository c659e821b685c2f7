import type { IncomingMessage } from 'node:http';
import { HostFailure } from '../host/host-failure';
import {
  CHALLENGE_PATH,
  challengeSchema,
  MAX_OWNER_BODY_BYTES,
  START_PATH,
  startRequestSchema,
  type StartReply,
} from './owner-proof';
import type { OwnerSessions } from './owner-sessions';
import { jsonBody } from './body-bytes';
import { isJson } from './request-rules';
import type { WindowShown } from './shown-window';

/**
 * What a second start asks: that we prove to be the owner's, and then, proving the same of itself, that the window is
 * shown, or where there is none an address with a fresh code. A browser cannot ask: it sends an Origin with a POST.
 * @returns the answer, or null where there is none for this request
 */
export async function ownerReply(
  request: IncomingMessage,
  pathname: string,
  sessions: OwnerSessions,
  origin: string,
  showWindow: () => Promise<WindowShown>,
): Promise<object | null> {
  const { headers } = request;
  if (headers.origin !== undefined || headers['sec-fetch-site'] !== undefined || !isJson(headers['content-type']))
    return null;
  if (pathname === CHALLENGE_PATH) {
    const asked = challengeSchema.safeParse(await bodyOrNull(request));
    return asked.success ? sessions.answer(asked.data.challenge) : null;
  }
  if (pathname !== START_PATH) return null;
  const asked = startRequestSchema.safeParse(await bodyOrNull(request));
  if (!asked.success || !sessions.isProved(asked.data.nonce, asked.data.proof)) return null;
  const window = asked.data.opens ? await showWindow() : 'none';
  if (window === 'shown') return { window } satisfies StartReply;
  const code = sessions.newCode(asked.data.opens && window === 'none' ? 'window' : 'person');
  return { window, address: `${origin}/start/${code}` } satisfies StartReply;
}

async function bodyOrNull(request: IncomingMessage): Promise<unknown> {
  try {
    return await jsonBody(request, MAX_OWNER_BODY_BYTES);
  } catch (error) {
    if (error instanceof HostFailure) return null;
    throw error;
  }
}
