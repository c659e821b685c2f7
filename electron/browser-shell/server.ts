import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AppInfo } from '../host-contract';
import { NOTHING_KEPT, type DurableStore } from '../host/durable-store';
import { openLink } from '../host/external-link';
import { hostOverPost } from './host-over-post';
import { builtAssets, type AssetHandler } from './page-assets';

/**
 * Fixed, because browsers keep databases per origin and the port is part of it: another port, an empty library.
 * In the user range (RFC 6335) and unassigned.
 */
export const DEFAULT_PORT = 47_613;
const HOST = '127.0.0.1';
export const IDENTITY_PATH = '/handpicked';

export interface ShellServerOptions {
  /** 0 = any free port (tests); otherwise fixed. */
  readonly port: number;
  readonly appInfo: AppInfo;
  /** The parts of the page, given the token to put into it and the server to listen on for hot reload. */
  readonly assets: (token: string, server: Server) => AssetHandler | Promise<AssetHandler>;
  readonly openLink?: (link: string) => Promise<boolean>;
  /** Journal and snapshots of the data folder; without it (tests) their methods refuse. */
  readonly durable?: DurableStore;
}

export interface ShellServer {
  /** e.g. "http://127.0.0.1:47613": never "localhost", which would be another origin with another database. */
  readonly origin: string;
  close(): Promise<void>;
}

/** A short name of a data folder that says nothing about where it is. */
export function folderMark(dataFolder: string | null): string {
  return createHash('sha256')
    .update(dataFolder ?? '')
    .digest('hex')
    .slice(0, 16);
}

/** Serves the page and its host on this computer only. Rejects with the system's error (EADDRINUSE: port taken). */
export async function startShellServer(options: ShellServerOptions): Promise<ShellServer> {
  const token = randomBytes(32).toString('base64url');
  const server = createServer();
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  const origin = `http://${HOST}:${port}`;
  const assets = await options.assets(token, server);
  const host = hostOverPost(
    {
      appInfo: options.appInfo,
      openLink: options.openLink ?? openLink,
      durable: options.durable ?? NOTHING_KEPT,
    },
    origin,
    token,
  );
  const identity = JSON.stringify({
    program: 'handpicked',
    version: options.appInfo.version,
    folder: folderMark(options.appInfo.dataFolder),
  });

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // A page of another site can point its own name at 127.0.0.1 (DNS rebinding); then Host is not ours.
    if (request.headers.host !== `${HOST}:${port}`) return refuse(response, 421, 'Not this host');
    const pathname = pathOf(request.url);
    if (pathname === null) return refuse(response, 400, 'Bad request');
    if (request.method === 'POST') {
      const method = /^\/host\/([a-zA-Z]+)$/.exec(pathname)?.[1];
      return method === undefined ? refuse(response, 404, 'Not found') : await host(request, response, method);
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'Method not allowed');
    if (pathname === IDENTITY_PATH) {
      response
        .writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' })
        .end(identity);
      return;
    }
    await assets(request, response, pathname);
  };
  server.on('request', (request, response) => {
    answer(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'Something went wrong');
    });
  });

  return {
    origin,
    close: async () => {
      await closed(server);
    },
  };
}

/** The usual page of the built program. */
export function builtPage(root: string): ShellServerOptions['assets'] {
  return (token) => builtAssets(root, token);
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((settle, reject) => {
    server.once('error', reject);
    server.listen({ host: HOST, port, exclusive: true }, () => {
      server.off('error', reject);
      settle();
    });
  });
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((settle) => {
    server.close(() => {
      settle();
    });
  });
}

/** The path as it was sent: `new URL` alone would quietly fold `..` away. */
function pathOf(target: string | undefined): string | null {
  return target?.startsWith('/') === true ? (target.split(/[?#]/, 1)[0] ?? null) : null;
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response
    .writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': Buffer.byteLength(text) })
    .end(text);
}
