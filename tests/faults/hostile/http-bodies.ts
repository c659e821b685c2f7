import { ARGUMENT_HEADER, BYTES_MEDIA_TYPE } from '../../../electron/host-contract';
import { callOf, type HttpCall } from './http-call';
import type { Target } from './target';

/** Links that must reach no other program, in either shell. */
export const HOSTILE_LINKS: readonly string[] = [
  '',
  ' ',
  'x',
  'example.com',
  '//example.com/',
  '/etc/passwd',
  'C:\\Windows\\System32\\calc.exe',
  '\\\\server\\share\\x.exe',
  '-a Calculator',
  '--help',
  'file:///etc/passwd',
  'FILE:///etc/passwd',
  'file://server/share',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'vbscript:x',
  'data:text/html,<script>alert(1)</script>',
  'blob:http://127.0.0.1/x',
  'about:blank',
  'view-source:https://example.com/',
  'chrome://settings',
  'ms-settings:',
  'search-ms:query=x',
  'vscode://x',
  'ssh://-oProxyCommand=x',
  'ftp://example.com/x.exe',
  'smb://server/share',
  'tel:+491234',
  'app://handpicked/',
  'http://',
  'https://[',
  'mailto:a@x.org?attach=/etc/passwd',
  'mailto:a@x.org?attachment=/etc/passwd',
  'mailto:a@x.org?Attach=/etc/passwd',
  'mailto:a@x.org?subject=x&attach=/etc/passwd',
  'mailto:a@x.org?subject=x;attach=/etc/passwd',
  'mailto:a@x.org?subject=x&amp;attach=/etc/passwd',
  'mailto:a@x.org?att%61ch=/etc/passwd',
  'mailto:a@x.org?subject=x%0D%0AAttach:%20/etc/passwd',
  'mailto:a@x.org?to=b@x.org%0ABcc:c@x.org',
  'mailto:a@x.org%0D%0ABcc:b@x.org',
  'mailto:a@x.org?in-reply-to=x',
  'mailto:a@x.org?from=owner@x.org',
  'mailto:a@x.org?x-mozilla-status=1',
  'mailto:a@x.org#attach=/etc/passwd',
  `https://example.com/${'a'.repeat(20_000)}`,
  `mailto:?body=${'ü'.repeat(5_000)}`,
];

/** Values that are no argument of the method named. */
export const HOSTILE_ARGUMENTS: Readonly<Record<string, readonly unknown[]>> = {
  openExternal: [undefined, null, 7, true, [], ['https://example.com/'], {}, { toString: 'https://example.com/' }],
  journalAppend: [
    undefined,
    null,
    'x',
    {},
    [null],
    [[]],
    [{ id: 'a', at: 1 }],
    [{ id: '', at: 1, text: 'x' }],
    [{ id: '../a', at: 1, text: 'x' }],
    [{ id: 'a'.repeat(65), at: 1, text: 'x' }],
    [{ id: 'a', at: 1.5, text: 'x' }],
    [{ id: 'a', at: 1e308, text: 'x' }],
    [{ id: 'a', at: '1', text: 'x' }],
    [{ id: 'a', at: 1, text: {} }],
    [{ id: 'a', at: 1, text: 'x', sequence: 1 }],
    [{ id: 'a', at: 1, text: 'x', constructor: 1 }],
  ],
  journalRead: [
    undefined,
    null,
    0,
    [],
    { after: 0 },
    { after: -1, maxBytes: 1 },
    { after: 0, maxBytes: 1e12 },
    { after: 0.5, maxBytes: 1 },
    { after: 0, maxBytes: 0 },
    { after: 0, maxBytes: 1, more: 1 },
  ],
  journalCompact: [
    undefined,
    null,
    9,
    { upTo: 1 },
    { upTo: -1, keepSince: 0 },
    { upTo: 1, keepSince: 'x' },
    { upTo: 1e308, keepSince: 0 },
  ],
  snapshotRead: [undefined, null, 7, [], {}, 'x'.repeat(256)],
  snapshotWrite: [
    undefined,
    null,
    {},
    { sequence: 1, reason: 'x' },
    { bytes: [1, 2], sequence: 1, reason: 'manual' },
    { bytes: new Uint8Array(1), sequence: -1, reason: 'manual' },
    { bytes: new Uint8Array(1), sequence: 1, reason: '../../x' },
    { bytes: new Uint8Array(1), sequence: 1, reason: 'A' },
    { bytes: new Uint8Array(1), sequence: 1, reason: '' },
    { bytes: new Uint8Array(1), sequence: 1, reason: 'x'.repeat(100) },
    { bytes: new Uint8Array(1), sequence: 1, reason: 'x', keepAll: 'yes' },
    { bytes: new Uint8Array(1), sequence: 1, reason: 'x', path: '/etc/passwd' },
  ],
};

const DEEP = 200_000;

/** Bodies that are no call, with cookie and token. */
export function callsByBody(target: Target): readonly HttpCall[] {
  const post = (name: string, method: string, body: string | Uint8Array): HttpCall =>
    callOf(target, name, { method: 'POST', path: `/host/${method}`, body });
  const bodies: readonly (readonly [string, string | Uint8Array])[] = [
    ['nothing', ''],
    ['blanks', '   '],
    ['a word', 'appInfo'],
    ['null', 'null'],
    ['a number', '1e999'],
    ['a list', '[]'],
    ['a text', '"https://example.com/"'],
    ['half', '{"argument":"https://example.com/"'],
    ['two', '{"argument":"https://example.com/"}{}'],
    ['a comment', '{"argument":"https://example.com/"}//'],
    ['single quotes', "{'argument':'https://example.com/'}"],
    ['one key too many', '{"argument":"https://example.com/","method":"x"}'],
    ['another key', '{"Argument":"https://example.com/"}'],
    ['the key on a prototype', '{"__proto__":{"argument":"https://example.com/"}}'],
    ['a constructor', '{"constructor":{"prototype":{"argument":"https://example.com/"}}}'],
    ['a form', 'argument=https://example.com/'],
    ['deep lists', '['.repeat(DEEP)],
    ['deep lists, closed', `{"argument":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
    ['deep objects', '{"argument":'.repeat(5_000)],
    ['no UTF-8', Buffer.from([...Buffer.from('{"argument":"https://example.com/'), 0xff, 0xfe, 0x22, 0x7d])],
    ['UTF-16', Buffer.from('{"argument":"https://example.com/"}', 'utf16le')],
    ['zeros', new Uint8Array(1_000)],
    ['70 kB', `{"argument":"https://example.com/"}${' '.repeat(70_000)}`],
    ['2 MB', `{"argument":"https://example.com/","x":"${'x'.repeat(2_000_000)}"}`],
  ];
  const details = [
    '',
    'x',
    'null',
    '[]',
    '7',
    '{"__proto__":{"sequence":1,"reason":"manual"}}',
    '{"sequence":1}',
    '{"sequence":1,"reason":"../x"}',
    '{"sequence":1,"reason":"manual","path":"/x"}',
  ];
  return [
    ...bodies.map(([name, body]) => post(`body: ${name}`, 'openExternal', body)),
    ...HOSTILE_LINKS.map((link) =>
      post(`link: ${link.slice(0, 60)}`, 'openExternal', JSON.stringify({ argument: link })),
    ),
    ...Object.entries(HOSTILE_ARGUMENTS)
      .filter(([method]) => method !== 'snapshotWrite')
      .flatMap(([method, values]) =>
        values.map((argument, index) => post(`${method} ${String(index)}`, method, JSON.stringify({ argument }))),
      ),
    ...details.map((argument) =>
      callOf(target, `snapshotWrite, said of it: ${argument}`, {
        method: 'POST',
        path: '/host/snapshotWrite',
        headers: { 'Content-Type': BYTES_MEDIA_TYPE, [ARGUMENT_HEADER]: argument },
        body: new Uint8Array(8),
      }),
    ),
  ];
}
