import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { builtPage, startShellServer, type ShellServerOptions } from '../../../electron/browser-shell/server';
import { TOKEN_HEADER } from '../../../electron/host-contract';
import { temporaryFolder } from './temporary-folder';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** A request as it is given: `fetch` folds `..` away, forbids a foreign Host and adds headers of its own. */
export async function ask(
  origin: string,
  path: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string | string[]>; body?: string | Uint8Array } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  return await new Promise((settle, reject) => {
    const sent = httpRequest({ hostname, port, path, headers, method, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => {
        settle({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Bytes sent over one connection as they are, and everything that came back until it was closed. */
export async function askRaw(origin: string, bytes: string | Uint8Array, ends = true): Promise<string> {
  return await new Promise((settle) => {
    let text = '';
    const socket = connect(Number(new URL(origin).port), '127.0.0.1', () => {
      if (ends) socket.end(bytes);
      else socket.write(bytes);
    });
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      text += chunk;
    });
    // A refused connection is as good an end as any.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      settle(text);
    });
  });
}

/** A running browser shell over a small page, and its owner's cookie and token. */
export async function serveShell(options: Partial<ShellServerOptions> = {}) {
  const root = temporaryFolder();
  mkdirSync(join(root, 'assets'));
  writeFileSync(join(root, 'index.html'), '<!doctype html><html><head lang="en"><title>x</title></head></html>');
  writeFileSync(join(root, 'assets/a.js'), 'export {}');
  const opened: string[] = [];
  const secret = randomBytes(32);
  const server = await startShellServer({
    port: 0,
    appInfo: () => ({
      version: '1.2.3',
      shell: 'browser',
      shellReason: 'because',
      dataFolder: '/data/one',
      keepsOutside: true,
      setAsideProblem: null,
    }),
    secret,
    assets: builtPage(root),
    openLink: (link) => {
      opened.push(link);
      return Promise.resolve(true);
    },
    ...options,
  });
  onTestFinished(() => server.close());
  const { origin } = server;
  const pathOf = (address: string): string => address.slice(origin.length);
  const start = await ask(origin, pathOf(server.startAddress('person')));
  const cookie = String(start.headers['set-cookie']).split(';', 1)[0] ?? '';
  const token = /"handpicked-token","([\w-]{43})"/.exec(start.text)?.[1] ?? '';
  const own = { Cookie: cookie, Origin: origin, 'Content-Type': 'application/json', [TOKEN_HEADER]: token };
  return {
    server,
    origin,
    secret,
    root,
    cookie,
    token,
    start,
    opened,
    pathOf,
    /** Headers of the page's own requests to the host. */
    own,
    get: async (path: string, headers: Record<string, string> = {}) =>
      await ask(origin, path, { headers: { Cookie: cookie, ...headers } }),
    post: async (method: string, argument?: unknown, headers: Record<string, string> = {}) => {
      const answer = await ask(origin, `/host/${method}`, {
        method: 'POST',
        headers: { ...own, ...headers },
        body: JSON.stringify({ argument }),
      });
      const body: unknown = answer.headers['content-type']?.includes('json') === true ? JSON.parse(answer.text) : null;
      return { status: answer.status, body };
    },
  };
}
