import { newNonce, proofOf } from '../../../electron/browser-shell/owner-proof';
import { callOf, type HttpCall } from './http-call';
import { ownHeaders, type Target } from './target';

/** Requests that two programs may read differently, or that never end. With cookie and token where that could help. */
export function callsByFraming(target: Target): readonly HttpCall[] {
  const own = Object.entries(ownHeaders(target)).map(([name, value]) => `${name}: ${value}`);
  const [host = ''] = own;
  const link = '{"argument":"https://example.com/"}';
  const post = (...lines: readonly string[]): string =>
    ['POST /host/openExternal HTTP/1.1', ...own, ...lines, 'Connection: close', '', ''].join('\r\n');
  const length = String(link.length);
  const chunked = `${link.length.toString(16)}\r\n${link}\r\n0\r\n\r\n`;
  const ended: readonly (readonly [string, string])[] = [
    ['two framings', post('Transfer-Encoding: chunked', `Content-Length: ${length}`) + chunked],
    ['two framings, turned round', post(`Content-Length: ${length}`, 'Transfer-Encoding: chunked') + chunked],
    ['two lengths', post(`Content-Length: ${length}`, 'Content-Length: 1') + link],
    ['two lengths in one', post(`Content-Length: ${length}, 1`) + link],
    ['a negative length', post('Content-Length: -1') + link],
    ['a length with a sign', post(`Content-Length: +${length}`) + link],
    ['a hexadecimal length', post(`Content-Length: 0x${link.length.toString(16)}`) + link],
    ['a length beyond all', post('Content-Length: 99999999999999999999999') + link],
    ['an unknown coding', post('Transfer-Encoding: gzip') + link],
    ['a coding that is none', post('Transfer-Encoding: xchunked') + chunked],
    ['chunked and more', post('Transfer-Encoding: chunked, identity') + chunked],
    ['chunked twice', post('Transfer-Encoding: chunked', 'Transfer-Encoding: identity') + chunked],
    ['a coding after a blank', post('Transfer-Encoding : chunked') + chunked],
    ['a coding on a second line', post('Transfer-Encoding:\r\n chunked') + chunked],
    ['a chunk without size', `${post('Transfer-Encoding: chunked')}\r\n${link}\r\n0\r\n\r\n`],
    ['a chunk of a hundred digits', `${post('Transfer-Encoding: chunked')}${'f'.repeat(100)}\r\n${link}`],
    ['a header without name', `${post(': x', `Content-Length: ${length}`)}${link}`],
    ['a header without colon', `${post('x', `Content-Length: ${length}`)}${link}`],
    ['a zero in a header', `${post('X: a\0b', `Content-Length: ${length}`)}${link}`],
    ['a line break in a header', `${post('X: a\rb', `Content-Length: ${length}`)}${link}`],
    ['20 kB of header', `${post(`X: ${'a'.repeat(20_000)}`, `Content-Length: ${length}`)}${link}`],
    [
      '3,000 headers',
      `${post(...Array.from({ length: 3_000 }, (_value, index) => `X${String(index)}: 1`), `Content-Length: ${length}`)}${link}`,
    ],
    ['no version', `GET /\r\n${host}\r\n\r\n`],
    ['version 0.9', 'GET /\r\n'],
    ['version 1.0', `GET / HTTP/1.0\r\n\r\n`],
    ['version 3', `GET / HTTP/3.0\r\n${own.join('\r\n')}\r\n\r\n`],
    ['the preface of version 2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    [
      'an upgrade to version 2',
      `GET / HTTP/1.1\r\n${host}\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n`,
    ],
    [
      'an upgrade to a socket',
      `GET / HTTP/1.1\r\n${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
    ],
    ['a tunnel', `CONNECT 127.0.0.1:22 HTTP/1.1\r\n${host}\r\n\r\n`],
    ['a tunnel with the cookie', `CONNECT example.com:443 HTTP/1.1\r\n${own.join('\r\n')}\r\n\r\n`],
    ['a handshake of TLS', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003'],
    ['blanks before the request', `  GET / HTTP/1.1\r\n${own.join('\r\n')}\r\n\r\n`],
    ['a method in small letters', `get / HTTP/1.1\r\n${own.join('\r\n')}\r\n\r\n`],
    ['a method of its own', `HANDPICKED / HTTP/1.1\r\n${own.join('\r\n')}\r\n\r\n`],
    [
      'an expectation',
      `POST /host/openExternal HTTP/1.1\r\n${host}\r\nExpect: 100-continue\r\nContent-Length: ${length}\r\n\r\n`,
    ],
    ['an expectation of its own', `${post('Expect: everything', `Content-Length: ${length}`)}${link}`],
    [
      'a second request inside the first',
      `${callText(target, 'GET', '/no-such-file', 'Content-Length: 0')}GET / HTTP/1.1\r\n${host}\r\nConnection: close\r\n\r\n`,
    ],
  ];
  return [
    ...ended.map(([name, text]) => ({ name: `framing: ${name}`, bytes: Buffer.from(text, 'latin1') })),
    { name: 'framing: no end of headers', bytes: `GET / HTTP/1.1\r\n${host}\r\nX-`, ends: false },
    { name: 'framing: nothing at all', bytes: '', ends: false },
  ];
}

function callText(target: Target, method: string, path: string, ...lines: readonly string[]): string {
  const own = Object.entries(ownHeaders(target)).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${path} HTTP/1.1`, ...own, ...lines, '', ''].join('\r\n');
}

/** Codes that open nothing, and second starts that prove nothing. */
export function callsByCode(target: Target, usedPath: string): readonly HttpCall[] {
  const stranger = { Cookie: null, Origin: null, 'x-handpicked-token': null };
  const fresh = (): string => target.startPath();
  const code = (name: string, path: string, headers = {}, method = 'GET'): HttpCall =>
    callOf(target, `code: ${name}`, { method, path, headers: { ...stranger, ...headers } });
  const challenge = newNonce();
  const nonce = newNonce();
  const right = proofOf(target.secret, 'asks', { origin: target.origin, challenge, nonce });
  const start = (name: string, body: unknown, headers = {}): HttpCall =>
    callOf(target, `start: ${name}`, {
      method: 'POST',
      path: '/owner/start',
      headers: { ...stranger, ...headers },
      body: JSON.stringify(body),
    });
  return [
    code('used', usedPath),
    code('made up', `/start/${newNonce()}`),
    code('cut short', fresh().slice(0, -1)),
    code('longer', `${fresh()}x`),
    code('in another case', fresh().toLowerCase().replace('/start/', '/start/A')),
    code('with a slash', `${fresh()}/`),
    code('asked for its head', fresh(), {}, 'HEAD'),
    code('posted', fresh(), {}, 'POST'),
    code('from another host name', fresh(), { Host: `localhost:${String(target.port)}` }),
    code('from another origin', fresh(), { Origin: 'https://evil.example' }),
    code('in a frame', fresh(), {
      'Sec-Fetch-Site': 'cross-site',
      'Sec-Fetch-Mode': 'navigate',
      'Sec-Fetch-Dest': 'iframe',
    }),
    code('as a picture', fresh(), {
      'Sec-Fetch-Site': 'cross-site',
      'Sec-Fetch-Mode': 'no-cors',
      'Sec-Fetch-Dest': 'image',
    }),
    code('by a script', fresh(), {
      'Sec-Fetch-Site': 'cross-site',
      'Sec-Fetch-Mode': 'cors',
      'Sec-Fetch-Dest': 'empty',
    }),
    ...['__proto__', 'constructor', '..', '%2e%2e', ''].map((word) => code(`called ${word}`, `/start/${word}`)),
    start('a right proof of no challenge', { nonce, proof: right, opens: false }),
    start('the nonce as its proof', { nonce, proof: nonce, opens: false }),
    start('no proof', { nonce, opens: false }),
    start('an empty proof', { nonce, proof: '', opens: false }),
    start('a list', [nonce, right]),
    start('nothing', null),
    start('names of a prototype', { nonce: '__proto__', proof: 'constructor', opens: false }),
    start('from a browser', { nonce, proof: right, opens: false }, { Origin: target.origin }),
    start('from a browser’s page', { nonce, proof: right, opens: false }, { 'Sec-Fetch-Site': 'none' }),
    start('as text', { nonce, proof: right, opens: false }, { 'Content-Type': 'text/plain' }),
    start('2 MB', { nonce, proof: right, opens: false, more: 'x'.repeat(2_000_000) }),
    callOf(target, 'challenge: from a browser', {
      method: 'POST',
      path: '/owner/challenge',
      headers: { ...stranger, Origin: target.origin },
      body: JSON.stringify({ challenge }),
    }),
    callOf(target, 'challenge: a word', {
      method: 'POST',
      path: '/owner/challenge',
      headers: stranger,
      body: '{"challenge":"x"}',
    }),
    callOf(target, 'challenge: by GET', { path: '/owner/challenge', headers: stranger }),
  ];
}
