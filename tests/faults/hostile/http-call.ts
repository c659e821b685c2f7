import { rawExchange } from './raw-exchange';
import { ownHeaders, type Target } from './target';

/** One thing that a hostile program sends. */
export interface HttpCall {
  readonly name: string;
  readonly bytes: string | Uint8Array;
  /** False: the sending side stays open. */
  readonly ends?: boolean;
}

export interface CallParts {
  readonly method?: string;
  readonly path?: string;
  /** Over the page's own headers; null leaves one out. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** Further header lines as they are, a second of the same name, say. */
  readonly lines?: readonly string[];
  readonly body?: string | Uint8Array;
}

/** A request that is the page's own but for the parts named. */
export function callOf(target: Target, name: string, parts: CallParts): HttpCall {
  const { method = 'GET', path = '/', headers = {}, lines = [], body } = parts;
  const content = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body ?? '');
  const merged: Readonly<Record<string, string | null>> = {
    ...ownHeaders(target),
    ...(body === undefined ? { 'Content-Type': null } : {}),
    ...headers,
  };
  const head = [
    `${method} ${path} HTTP/1.1`,
    ...Object.entries(merged).flatMap(([header, value]) => (value === null ? [] : [`${header}: ${value}`])),
    ...lines,
    ...(body === undefined ? [] : [`Content-Length: ${String(content.length)}`]),
    'Connection: close',
    '',
    '',
  ].join('\r\n');
  return { name, bytes: Buffer.concat([Buffer.from(head, 'latin1'), content]) };
}

/** Everything but the host's own refusals, which come with status 200 and say so. */
const isRefusal = (answer: string): boolean =>
  [...answer.matchAll(/^HTTP\/1\.1 (\d\d\d)/gm)].every(
    ([, status = '']) => status >= '400' || status === '100' || (status === '200' && /"ok":false/.test(answer)),
  );

/** Sends it. Null where it was refused and nothing was done or given away, else what went wrong. */
export async function outcomeOf(target: Target, { name, bytes, ends }: HttpCall): Promise<string | null> {
  const answer = await rawExchange(target.port, bytes, ends);
  const done = target.done();
  if (done.length > 0) return `${name}: did ${done.join(', ')}`;
  if (target.leaks(answer)) return `${name}: gave away ${answer.slice(0, 300)}`;
  return isRefusal(answer) ? null : `${name}: was answered ${answer.slice(0, 300)}`;
}
