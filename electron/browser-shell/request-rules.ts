import type { IncomingMessage } from 'node:http';

/** Characters; the longest address of the page itself has about a hundred. */
const MAX_ADDRESS_LENGTH = 2_048;
/** Headers that decide something: sent twice, two programs may read them differently. */
const SINGLE_HEADERS = ['host', 'origin', 'content-type', 'cookie', 'sec-fetch-site'] as const;

export interface Refusal {
  readonly status: number;
  readonly text: string;
}

/**
 * What is checked of every request, before anything else is looked at.
 * @param origin of this server, e.g. "http://127.0.0.1:47613"
 */
export function refusalOf(request: IncomingMessage, origin: string): Refusal | null {
  const { method, url = '', headers } = request;
  if (SINGLE_HEADERS.some((name) => (request.headersDistinct[name]?.length ?? 0) > 1))
    return { status: 400, text: 'Bad request' };
  // A page of another site can point its own name at 127.0.0.1 (DNS rebinding); then Host is not ours.
  if (headers.host !== origin.slice('http://'.length)) return { status: 421, text: 'Not this host' };
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') return { status: 405, text: 'Method not allowed' };
  if (url.length > MAX_ADDRESS_LENGTH) return { status: 414, text: 'Address too long' };
  if (!url.startsWith('/') || url.startsWith('//')) return { status: 400, text: 'Bad request' };
  if (headers.origin !== undefined && headers.origin !== origin) return { status: 403, text: 'Not this origin' };
  return isForeign(request) ? { status: 403, text: 'Not from another site' } : null;
}

/**
 * Whether the browser says that another site's page makes this request (Fetch Metadata). An address with a code may be
 * opened by a link from anywhere, a terminal in a browser for one, but only as a page of its own.
 */
function isForeign({ headers, url = '' }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return false;
  return !(
    url.startsWith('/start/') &&
    headers['sec-fetch-mode'] === 'navigate' &&
    headers['sec-fetch-dest'] === 'document'
  );
}

/** JSON and nothing that begins like it: other types can be sent across sites without asking first. */
export function isJson(contentType: string | undefined): boolean {
  return /^application\/json(?:; ?charset=utf-8)?$/i.test(contentType ?? '');
}
