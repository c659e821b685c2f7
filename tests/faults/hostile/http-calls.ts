import { DURABLE_METHODS, TOKEN_HEADER } from '../../../electron/host-contract';
import { callOf, type CallParts, type HttpCall } from './http-call';
import type { Target } from './target';

const VERBS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'CONNECT'];
const PATHS = [
  '/',
  '/index.html',
  '/assets/a.js',
  '/no-such-file',
  '/host/appInfo',
  '/owner/start',
  '/start/',
  '/start/x',
];
/** Requests that the page itself makes; each is made wrong in one way at a time. */
const OWN: readonly (readonly [string, CallParts])[] = [
  ['page', {}],
  ['script', { path: '/assets/a.js' }],
  ['appInfo', { method: 'POST', path: '/host/appInfo', body: '{}' }],
  ['openExternal', { method: 'POST', path: '/host/openExternal', body: '{"argument":"https://example.com/"}' }],
  ['databaseSetAside', { method: 'POST', path: '/host/databaseSetAside', body: '{}' }],
];
const POSTS = OWN.slice(2);

/** Calls by who asks: without cookie or token, from another host name, another origin, another site. */
export function callsByCaller(target: Target): readonly HttpCall[] {
  const { origin, port, cookie, token } = target;
  const own = `127.0.0.1:${String(port)}`;
  const [name = '', value = ''] = cookie.split('=');
  const vary = (
    requests: readonly (readonly [string, CallParts])[],
    header: string,
    values: readonly (string | null)[],
  ): readonly HttpCall[] =>
    requests.flatMap(([what, parts]) =>
      values.map((given) =>
        callOf(target, `${what}, ${header}: ${String(given)}`, {
          ...parts,
          headers: { ...parts.headers, [header]: given },
        }),
      ),
    );
  const strangers = VERBS.flatMap((method) =>
    PATHS.map((path) => callOf(target, `no cookie, ${method} ${path}`, { method, path, headers: { Cookie: null } })),
  );
  const hosts = [
    null,
    '',
    'localhost',
    `localhost:${String(port)}`,
    '127.0.0.1',
    '127.0.0.1:1',
    `127.1:${String(port)}`,
    `2130706433:${String(port)}`,
    `0x7f.0.0.1:${String(port)}`,
    `[::1]:${String(port)}`,
    `[::ffff:127.0.0.1]:${String(port)}`,
    `user@${own}`,
    `${own}.evil.example`,
    `${own}, evil.example`,
    `evil.example:${String(port)}`,
    `http://${own}`,
    `${own}/`,
  ];
  const origins = [
    'null',
    '',
    `https://${own}`,
    `http://localhost:${String(port)}`,
    'http://127.0.0.1',
    'http://127.0.0.1:1',
    `${origin}/`,
    `${origin}.evil.example`,
    `${origin}, https://evil.example`,
    origin.toUpperCase(),
    'https://evil.example',
    'file://',
    'chrome-extension://abcdefghijklmnop',
  ];
  const cookies = [
    null,
    '',
    value,
    `${name}=`,
    `${name}=${value.slice(1)}`,
    `${name}=${value}x`,
    `${name}="${value}"`,
    `${name}=${value.toLowerCase()}`,
    `${name.toUpperCase()}=${value}`,
    `handpicked-1=${value}`,
    `x${name}=${value}`,
    `${name}=x; ${name}=${value}`,
    `${name}=${token}`,
    `${name}=${'x'.repeat(5_000)}`,
  ];
  const tokens = [
    null,
    '',
    token.slice(1),
    `${token}x`,
    token.toLowerCase(),
    `"${token}"`,
    value,
    `${token}, ${token}`,
  ];
  const sites = ['cross-site', 'same-site', '', 'bogus', 'same-origin, cross-site'];
  return [
    ...strangers,
    ...vary(OWN, 'Host', hosts),
    ...vary(OWN, 'Origin', origins),
    ...vary(POSTS, 'Origin', [null]),
    ...vary(OWN, 'Cookie', cookies),
    ...vary(POSTS, TOKEN_HEADER, tokens),
    ...vary(OWN, 'Sec-Fetch-Site', sites),
    ...OWN.flatMap(([what, parts]) =>
      [`Host: evil.example`, 'Origin: https://evil.example', `Cookie: ${name}=x`, 'Sec-Fetch-Site: none'].map((line) =>
        callOf(target, `${what}, a second ${line}`, {
          ...parts,
          headers: { ...parts.headers, 'Sec-Fetch-Site': 'same-origin' },
          lines: [line],
        }),
      ),
    ),
  ];
}

/** Calls by what is asked: content types, paths, names of methods. All with cookie and token. */
export function callsByRequest(target: Target): readonly HttpCall[] {
  const types = [
    '',
    'text/plain',
    'text/html',
    'text/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'application/json5',
    'application/json-seq',
    'application/ld+json',
    'application/json, text/plain',
    'application/json; charset=utf-7',
    'application/json; charset=utf-8; x=y',
    'application/json;',
    'application/json\t',
    'x-application/json',
  ];
  const typed = ['appInfo', 'openExternal', 'journalAppend', 'snapshotWrite'].flatMap((method) =>
    types.map((type) =>
      callOf(target, `${method} as ${type}`, {
        method: 'POST',
        path: `/host/${method}`,
        headers: { 'Content-Type': type === 'application/json\t' ? 'application/json\tx' : type },
        body: '{}',
      }),
    ),
  );
  const paths = [
    '/../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%2f..%2fetc/passwd',
    '/..%5c..%5cetc/passwd',
    '/..\\..\\etc\\passwd',
    '/%252e%252e/etc/passwd',
    '/....//etc/passwd',
    '/assets/../index.html',
    '/assets/%2e%2e/index.html',
    '/assets/..;/index.html',
    '/index.html%00.js',
    '/index.html\u0000',
    '/%00',
    '/%ff',
    '/%',
    '/%zz',
    '/assets',
    '/assets/',
    '/.git/config',
    '/owner-secret',
    '/running.json',
    '//evil.example/',
    '///etc/passwd',
    '\\index.html',
    '*',
    'index.html',
    'http://evil.example/',
    `http://127.0.0.1:${String(target.port)}/`,
    'file:///etc/passwd',
    `/${'a'.repeat(3_000)}`,
    `/?${'a'.repeat(3_000)}`,
    `/${'../'.repeat(500)}etc/passwd`,
    '/handpicked',
    '/start/',
    '/host/appInfo',
    '/owner/challenge',
    '/owner/start',
  ].map((path) => callOf(target, `path ${path.slice(0, 60)}`, { path }));
  const names = [
    '',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'prototype',
    'then',
    'close',
    'openFiles',
    'saveFile',
    'onMenuCommand',
    'appinfo',
    'APPINFO',
    'appInfo/',
    'appInfo;x',
    'appInfo.json',
    'appInfo%00',
    'appInfo%2f',
    '%61ppInfo',
    'appInfo/../openExternal',
    '../host/appInfo',
    './appInfo',
    'a'.repeat(1_000),
  ].map((method) =>
    callOf(target, `method ${method.slice(0, 60)}`, { method: 'POST', path: `/host/${method}`, body: '{}' }),
  );
  const verbs = VERBS.filter((verb) => verb !== 'POST').flatMap((method) =>
    ['appInfo', 'openExternal', 'databaseSetAside', ...DURABLE_METHODS].map((name) =>
      callOf(target, `${method} of ${name}`, {
        method,
        path: `/host/${name}`,
        body: '{"argument":"https://x.example/"}',
      }),
    ),
  );
  return [...typed, ...paths, ...names, ...verbs];
}
