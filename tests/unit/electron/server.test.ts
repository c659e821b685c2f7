import { mkdirSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { noteRunning, occupantOf, runningOrigin } from '../../../electron/browser-shell/running-instance';
import { builtPage, startShellServer } from '../../../electron/browser-shell/server';
import { TOKEN_HEADER } from '../../../electron/host-contract';
import { temporaryFolder } from './temporary-folder';

async function serve(dataFolder = '/data/one') {
  const root = temporaryFolder();
  mkdirSync(join(root, 'assets'));
  writeFileSync(join(root, 'index.html'), '<!doctype html><html><head lang="en"><title>x</title></head></html>');
  writeFileSync(join(root, 'assets/a.js'), 'export {}');
  const opened: string[] = [];
  const server = await startShellServer({
    port: 0,
    appInfo: { version: '1.2.3', shell: 'browser', shellReason: 'because', dataFolder, keepsOutside: true },
    assets: builtPage(root),
    openLink: (link) => {
      opened.push(link);
      return Promise.resolve(true);
    },
  });
  onTestFinished(() => server.close());
  const html = await (await fetch(server.origin)).text();
  const token = /name="handpicked-token" content="([\w-]{40,})"/.exec(html)?.[1] ?? '';
  const post = async (method: string, argument?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${server.origin}/host/${method}`, {
      method: 'POST',
      body: JSON.stringify({ argument }),
      headers: { 'Content-Type': 'application/json', Origin: server.origin, [TOKEN_HEADER]: token, ...headers },
    });
    return {
      status: response.status,
      body: (await response.json()) as { readonly ok: boolean; readonly value?: unknown; readonly code?: string },
    };
  };
  return { server, token, post, opened };
}

/** `fetch` folds `..` away and forbids a foreign Host; a hostile client does neither. */
async function raw(
  origin: string,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<number> {
  const { hostname, port } = new URL(origin);
  return await new Promise((settle, reject) => {
    httpRequest({ hostname, port, path, headers, method }, (response) => {
      response.resume();
      settle(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('the page', () => {
  it('comes with the same headers as in Electron and a token of this run', async () => {
    const { server, token } = await serve();
    const response = await fetch(server.origin);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
    expect(token).not.toBe('');
    expect((await serve()).token).not.toBe(token);
    expect((await fetch(`${server.origin}/assets/a.js`)).headers.get('content-type')).toContain('text/javascript');
  });

  it('stays on this computer, in its folder, and reads only', async () => {
    const { server } = await serve();
    expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await raw(server.origin, '/../../etc/passwd')).toBe(404);
    expect(await raw(server.origin, '/%2e%2e/%2e%2e/etc/passwd')).toBe(404);
    expect(await raw(server.origin, '/', { Host: 'evil.example' })).toBe(421);
    expect(await raw(server.origin, '/', { Host: server.origin.replace('http://127.0.0.1', 'localhost') })).toBe(421);
    expect(await raw(server.origin, '/', {}, 'PUT')).toBe(405);
    expect(await raw(server.origin, '/', {}, 'HEAD')).toBe(200);
  });
});

describe('the host', () => {
  it('answers its own page', async () => {
    const { post, opened } = await serve();
    expect((await post('appInfo')).body).toEqual({
      ok: true,
      value: {
        version: '1.2.3',
        shell: 'browser',
        shellReason: 'because',
        dataFolder: '/data/one',
        keepsOutside: true,
      },
    });
    expect((await post('openExternal', 'mailto:ada@example.com')).body).toEqual({ ok: true, value: true });
    expect(opened).toEqual(['mailto:ada@example.com']);
  });

  it('refuses anyone else', async () => {
    const { post, server, token } = await serve();
    expect(await post('appInfo', undefined, { [TOKEN_HEADER]: '' })).toMatchObject({
      status: 403,
      body: { ok: false, code: 'host-refused' },
    });
    expect(
      (await post('appInfo', undefined, { [TOKEN_HEADER]: token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) }))
        .status,
    ).toBe(403);
    expect((await post('appInfo', undefined, { Origin: 'https://evil.example' })).status).toBe(403);
    expect((await post('appInfo', undefined, { 'Content-Type': 'text/plain' })).status).toBe(403);
    expect(await raw(server.origin, '/host/appInfo', { [TOKEN_HEADER]: token }, 'POST')).toBe(403);
    expect(await raw(server.origin, '/host/appInfo', { [TOKEN_HEADER]: token }, 'GET')).toBe(404);
  });

  it('refuses what it does not know or must not open', async () => {
    const { post, opened } = await serve();
    expect((await post('constructor')).status).toBe(404);
    expect((await post('openFiles')).status).toBe(404);
    expect((await post('openExternal', 'file:///etc/passwd')).body).toMatchObject({ ok: false, code: 'host-refused' });
    expect((await post('openExternal', 7)).body).toMatchObject({ ok: false, code: 'invalid-input' });
    expect((await post('openExternal', `https://x/${'a'.repeat(70_000)}`)).body).toMatchObject({
      ok: false,
      code: 'invalid-input',
    });
    expect(opened).toEqual([]);
  });
});

describe('a second start', () => {
  it('tells its own data, other data, and everybody else apart', async () => {
    const { server } = await serve('/data/one');
    expect(await occupantOf(server.origin, '/data/one')).toBe('same-data');
    expect(await occupantOf(server.origin, '/data/two')).toBe('other-data');
    await server.close();
    expect(await occupantOf(server.origin, '/data/one')).toBe('not-ours');
    const stranger = createServer((socket) => {
      socket.end('SSH-2.0-x\r\n');
    });
    await new Promise<void>((settle) => {
      stranger.listen(0, '127.0.0.1', settle);
    });
    onTestFinished(() => {
      stranger.close();
    });
    const address = stranger.address();
    expect(await occupantOf(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, '/data/one')).toBe(
      'not-ours',
    );
  });

  it('finds the running one by its note, and does not believe a stale note', async () => {
    const dataFolder = temporaryFolder();
    expect(await runningOrigin(dataFolder)).toBeNull();
    const { server } = await serve(dataFolder);
    const forget = await noteRunning(dataFolder, server.origin);
    expect(await runningOrigin(dataFolder)).toBe(server.origin);
    await server.close();
    expect(await runningOrigin(dataFolder)).toBeNull();
    await forget();
    writeFileSync(join(dataFolder, 'running.json'), '{"origin":"http://evil.example:80"}');
    expect(await runningOrigin(dataFolder)).toBeNull();
  });
});
