import { describe, expect, it } from 'vitest';
import { TOKEN_HEADER } from '../../../electron/host-contract';
import { ask, askRaw, serveShell } from './shell-client';

/** Another text of the same length. */
const other = (text: string): string => text.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));

describe('the page', () => {
  it('comes with the same headers as in Electron', async () => {
    const { get } = await serveShell();
    const page = await get('/');
    expect(page.text).toContain('<title>x</title>');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.headers['cross-origin-embedder-policy']).toBe('require-corp');
    expect(page.headers['access-control-allow-origin']).toBeUndefined();
    expect((await get('/assets/a.js')).headers['content-type']).toContain('text/javascript');
  });

  it('stays on this computer, in its folder, and reads only', async () => {
    const { origin, get, cookie } = await serveShell();
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await get('/../../etc/passwd')).status).toBe(404);
    expect((await get('/%2e%2e/%2e%2e/etc/passwd')).status).toBe(404);
    expect((await get('/', { Host: 'evil.example' })).status).toBe(421);
    expect((await get('/', { Host: origin.replace('http://127.0.0.1', 'localhost') })).status).toBe(421);
    for (const method of ['PUT', 'TRACE', 'OPTIONS', 'DELETE', 'PATCH'])
      expect((await ask(origin, '/', { method, headers: { Cookie: cookie } })).status).toBe(405);
    expect((await ask(origin, '/', { method: 'HEAD', headers: { Cookie: cookie } })).status).toBe(200);
    expect((await get(`/${'a'.repeat(3_000)}`)).status).toBe(414);
  });

  it('is shown to nobody without the cookie of this run', async () => {
    const { origin, cookie } = await serveShell();
    const earlier = await serveShell();
    const foreign = [{}, { Cookie: other(cookie) }, { Cookie: `${cookie}; ${cookie}` }, { Cookie: earlier.cookie }];
    for (const headers of foreign) {
      const answers = await Promise.all(
        ['/', '/assets/a.js', '/no-such-file', '/handpicked'].map((path) => ask(origin, path, { headers })),
      );
      for (const { status, text } of answers) {
        expect(status).toBe(403);
        // The same for everything: who is not the owner does not learn which files there are.
        expect(text).toBe(answers[0]?.text);
        expect(text).not.toContain('1.2.3');
        expect(text).toContain('npm start');
      }
    }
  });

  it('is no other site’s, whatever the cookie', async () => {
    const { get } = await serveShell();
    expect((await get('/', { 'Sec-Fetch-Site': 'same-site' })).status).toBe(403);
    expect((await get('/assets/a.js', { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect((await get('/', { Origin: 'https://evil.example' })).status).toBe(403);
    expect((await get('/', { 'Sec-Fetch-Site': 'none' })).status).toBe(200);
    expect((await get('/', { 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200);
  });
});

describe('an address with a code', () => {
  it('hands the page over once, by a cookie no script reads and a token no other port is sent', async () => {
    const { start, cookie, token, origin, get } = await serveShell();
    expect(start.status).toBe(200);
    expect(start.headers['set-cookie']).toEqual([`${cookie}; Path=/; HttpOnly; SameSite=Strict`]);
    expect(cookie).toMatch(new RegExp(`^handpicked-${new URL(origin).port}=[\\w-]{43}$`));
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(start.headers['content-security-policy']).toContain("default-src 'none'");
    expect((await get('/')).text).not.toContain(token);
  });

  it('is refused when it was used, with what to do', async () => {
    const { server, origin, pathOf, cookie } = await serveShell();
    const path = pathOf(server.startAddress('person'));
    expect((await ask(origin, path)).status).toBe(200);
    const again = await ask(origin, path);
    expect(again.status).toBe(403);
    expect(again.headers['set-cookie']).toBeUndefined();
    expect(again.text).toContain('npm start');
    expect((await ask(origin, '/start/made-up')).status).toBe(403);
    // Whoever has the page may come back.
    expect((await ask(origin, path, { headers: { Cookie: cookie } })).headers['location']).toBe('/');
    // A person may open a printed address twice by mistake: the first window stays.
    expect((await ask(origin, '/', { headers: { Cookie: cookie } })).status).toBe(200);
  });

  it('closes what it opened where two have opened the one that a window was given', async () => {
    const { server, origin, pathOf } = await serveShell();
    const path = pathOf(server.startAddress('window'));
    const first = String((await ask(origin, path)).headers['set-cookie']).split(';', 1)[0] ?? '';
    expect((await ask(origin, '/', { headers: { Cookie: first } })).status).toBe(200);
    expect((await ask(origin, path, { headers: { Cookie: first } })).status).toBe(303);
    expect((await ask(origin, '/', { headers: { Cookie: first } })).status).toBe(200);
    expect((await ask(origin, path)).status).toBe(403);
    expect((await ask(origin, '/', { headers: { Cookie: first } })).status).toBe(403);
  });

  it('is good for two minutes where other accounts may list the browser’s command line', async () => {
    let now = 1_000_000;
    const { server, origin, pathOf, cookie } = await serveShell({ now: () => now });
    const [late, printed, used] = [
      server.startAddress('window'),
      server.startAddress('person'),
      server.startAddress('window'),
    ].map(pathOf);
    expect((await ask(origin, used ?? '')).status).toBe(200);
    now += 121_000;
    expect((await ask(origin, late ?? '')).status).toBe(403);
    expect((await ask(origin, printed ?? '')).status).toBe(200);
    // Nobody can close the owner's window with an address read off a process list later.
    expect((await ask(origin, used ?? '')).status).toBe(403);
    expect((await ask(origin, '/', { headers: { Cookie: cookie } })).status).toBe(200);
  });

  it('may be opened by a link of another site, as a page and as nothing else', async () => {
    const { server, origin, pathOf } = await serveShell();
    const headers = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' };
    const path = pathOf(server.startAddress('person'));
    expect((await ask(origin, path, { headers: { ...headers, 'Sec-Fetch-Dest': 'iframe' } })).status).toBe(403);
    expect((await ask(origin, path, { headers: { ...headers, 'Sec-Fetch-Mode': 'no-cors' } })).status).toBe(403);
    expect((await ask(origin, path, { method: 'HEAD' })).status).toBe(403);
    expect((await ask(origin, path, { headers })).status).toBe(200);
  });
});

describe('the host', () => {
  it('answers its own page', async () => {
    const { post, opened } = await serveShell();
    expect((await post('appInfo')).body).toEqual({
      ok: true,
      value: {
        version: '1.2.3',
        shell: 'browser',
        shellReason: 'because',
        dataFolder: '/data/one',
        keepsOutside: true,
        setAsideProblem: null,
      },
    });
    expect((await post('appInfo', undefined, { 'Content-Type': 'application/json; charset=UTF-8' })).status).toBe(200);
    expect((await post('openExternal', 'mailto:ada@example.com')).body).toEqual({ ok: true, value: true });
    expect(opened).toEqual(['mailto:ada@example.com']);
  });

  it('refuses anyone else', async () => {
    const { post, origin, token, own } = await serveShell();
    expect(await post('appInfo', undefined, { [TOKEN_HEADER]: '' })).toMatchObject({
      status: 403,
      body: { ok: false, code: 'host-refused' },
    });
    expect((await post('appInfo', undefined, { [TOKEN_HEADER]: other(token) })).status).toBe(403);
    expect((await post('appInfo', undefined, { Cookie: '' })).status).toBe(403);
    expect((await post('appInfo', undefined, { Origin: 'https://evil.example' })).status).toBe(403);
    const { Origin: _origin, ...withoutOrigin } = own;
    expect((await ask(origin, '/host/appInfo', { method: 'POST', headers: withoutOrigin, body: '{}' })).status).toBe(
      403,
    );
    expect((await ask(origin, '/host/appInfo', { headers: own })).status).toBe(404);
  });

  it.each([
    'text/plain',
    'application/jsonp',
    'application/json-seq',
    'application/json, text/plain',
    'application/json; charset=utf-7',
    '',
  ])('refuses the content type %j', async (type) => {
    const { post } = await serveShell();
    expect((await post('appInfo', undefined, { 'Content-Type': type })).status).toBe(403);
  });

  it('refuses what it does not know or must not open', async () => {
    const { post, opened } = await serveShell();
    expect((await post('constructor')).status).toBe(404);
    expect((await post('openFiles')).status).toBe(404);
    expect((await post('openExternal', 'file:///etc/passwd')).body).toMatchObject({ ok: false, code: 'host-refused' });
    expect((await post('openExternal', 'mailto:a@x.org?attach=/etc/passwd')).body).toMatchObject({
      ok: false,
      code: 'host-refused',
    });
    expect((await post('openExternal', 7)).body).toMatchObject({ ok: false, code: 'invalid-input' });
    expect((await post('openExternal', `https://x/${'a'.repeat(70_000)}`)).body).toMatchObject({
      ok: false,
      code: 'invalid-input',
    });
    expect(opened).toEqual([]);
  });
});

describe('connections', () => {
  it('of another account end before they are read, where the system tells', async () => {
    const { origin, cookie } = await serveShell();
    const own = process.getuid?.() ?? 0;
    expect((await ask(origin, '/', { headers: { Cookie: cookie } })).status).toBe(200);
    for (const [account, answered] of [
      [own, true],
      [null, true],
      [own + 1, false],
    ] as const) {
      const shell = serveShell({ accountOf: () => account });
      if (answered) expect((await shell).start.status).toBe(200);
      else await expect(shell).rejects.toThrow(/hang up|ECONNRESET/);
    }
  });

  it('that hold two lengths, or a length twice, are ended', async () => {
    const { origin, cookie, token } = await serveShell();
    const post = [
      'POST /host/openExternal HTTP/1.1',
      `Host: ${origin.slice(7)}`,
      `Origin: ${origin}`,
      `Cookie: ${cookie}`,
      `${TOKEN_HEADER}: ${token}`,
      'Content-Type: application/json',
    ];
    const smuggled = [...post.slice(0, 4), '', ''].join('\r\n');
    for (const lengths of [
      ['Transfer-Encoding: chunked', 'Content-Length: 4'],
      ['Content-Length: 4', 'Transfer-Encoding: chunked'],
      ['Content-Length: 4', 'Content-Length: 40'],
      ['Transfer-Encoding: chunked, identity'],
      ['Transfer-Encoding : chunked'],
    ]) {
      const answer = await askRaw(origin, `${[...post, ...lengths].join('\r\n')}\r\n\r\n0\r\n\r\n${smuggled}`);
      expect(answer, lengths.join()).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
    }
  });

  it('judge each of several requests by itself', async () => {
    const { origin, cookie } = await serveShell();
    const get = (...headers: string[]) =>
      `GET / HTTP/1.1\r\nHost: ${origin.slice(7)}\r\n${headers.map((line) => `${line}\r\n`).join('')}\r\n`;
    const answer = await askRaw(
      origin,
      get(`Cookie: ${cookie}`) + get() + get(`Cookie: ${cookie}`, 'Connection: close'),
      false,
    );
    expect([...answer.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual(['200', '403', '200']);
  });

  it('that send no end of headers are ended', async () => {
    const { origin } = await serveShell();
    const began = Date.now();
    const answer = await askRaw(origin, `GET / HTTP/1.1\r\nHost: ${origin.slice(7)}\r\nX-`, false);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(Date.now() - began).toBeLessThan(7_000);
    expect(await askRaw(origin, `GET / HTTP/1.1\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
  });
});
