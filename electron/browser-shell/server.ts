import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { AppInfo, SetAsideTime } from '../host-contract';
import { NOTHING_KEPT, type DurableStore } from '../host/durable-store';
import { openLink } from '../host/external-link';
import { HostFailure } from '../host/host-failure';
import { hostOverPost } from './host-over-post';
import { ownerReply } from './owner-requests';
import { ownerSessions, type CodeReader, type OwnerSessions } from './owner-sessions';
import { builtAssets, type AssetHandler } from './page-assets';
import { peerAccount } from './peer-account';
import { refusalOf } from './request-rules';
import type { WindowShown } from './shown-window';
import { closedPage, startPage, type PlainPage } from './start-page';

/**
 * Fixed, because browsers keep databases per origin and the port is part of it: another port, an empty library.
 * In the user range (RFC 6335) and unassigned.
 */
export const DEFAULT_PORT = 47_613;
const HOST = '127.0.0.1';

/** Against clients that send slowly or never end (slowloris). A snapshot of a gigabyte takes a while. */
const LIMITS = { headersTimeout: 3_000, requestTimeout: 120_000, keepAliveTimeout: 5_000 } as const;
/** How often the limits are looked at. */
const CHECK_INTERVAL_MS = 1_000;
const MAX_HEADER_BYTES = 16 * 1024;
/** A browser opens six per host. */
const MAX_CONNECTIONS = 128;

export interface ShellServerOptions {
  /** 0 = any free port (tests); otherwise fixed. */
  readonly port: number;
  readonly appInfo: () => AppInfo;
  /** What proves the owner, 32 bytes (`owner-secret.ts`). */
  readonly secret: Buffer;
  /** The parts of the page, given the server whose sockets may be upgraded for hot reload. */
  readonly assets: (sockets: Server) => AssetHandler | Promise<AssetHandler>;
  readonly openLink?: (link: string) => Promise<boolean>;
  /** Brings the window to the front for a second start; without it (tests) there is none. */
  readonly showWindow?: () => Promise<WindowShown>;
  /** Sets the window's database aside (`window-database.ts`); without it (tests) the page is refused. */
  readonly setAside?: () => Promise<SetAsideTime>;
  /** Journal and snapshots of the data folder; without it (tests) their methods refuse. */
  readonly durable?: DurableStore;
  /** Account at the other end of a connection, null where the system does not tell; for tests. */
  readonly accountOf?: (peerPort: number, ownPort: number) => number | null;
  /** Epoch milliseconds, for tests. */
  readonly now?: () => number;
}

export interface ShellServer {
  /** e.g. "http://127.0.0.1:47613": never "localhost", which would be another origin with another database. */
  readonly origin: string;
  /** An address that shows the page to whoever opens it first. The bare origin shows it to nobody. */
  startAddress(reader: CodeReader): string;
  close(): Promise<void>;
}

/** Serves the page and its host to their owner. Rejects with the system's error (EADDRINUSE: port taken). */
export async function startShellServer(options: ShellServerOptions): Promise<ShellServer> {
  const server = createServer({
    ...LIMITS,
    maxHeaderSize: MAX_HEADER_BYTES,
    connectionsCheckingInterval: CHECK_INTERVAL_MS,
  });
  server.maxConnections = MAX_CONNECTIONS;
  refuseOtherAccounts(server, options.accountOf ?? peerAccount);
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  const origin = `http://${HOST}:${port}`;
  const sessions = ownerSessions(options.secret, origin, options.now ?? Date.now);
  const assets = await options.assets(ownersSockets(server, origin, sessions));
  const host = hostOverPost(
    {
      appInfo: options.appInfo,
      openLink: options.openLink ?? openLink,
      setAside: options.setAside ?? refuseSettingAside,
      durable: options.durable ?? NOTHING_KEPT,
    },
    origin,
    sessions,
  );

  const showWindow = options.showWindow ?? (() => Promise.resolve('none' as const));
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refusal = refusalOf(request, origin);
    if (refusal !== null) return refuse(request, response, refusal.status, refusal.text);
    const pathname = (request.url ?? '').split(/[?#]/, 1)[0] ?? '';
    if (request.method === 'POST' && pathname.startsWith('/owner/')) {
      const reply = await ownerReply(request, pathname, sessions, origin, showWindow);
      return reply === null ? refuse(request, response, 403, 'Refused') : sendJson(response, reply);
    }
    const code = request.method === 'GET' ? /^\/start\/([\w-]{1,100})$/.exec(pathname)?.[1] : undefined;
    if (code !== undefined) return redeem(request, response, code, sessions);
    // Before anything is looked up: who is not the owner does not even learn which files there are.
    if (!sessions.isOwner(request.headers.cookie)) return sendPage(request, response, 403, closedPage(false));
    if (request.method === 'POST') {
      const method = /^\/host\/([a-zA-Z]+)$/.exec(pathname)?.[1];
      return method === undefined ? refuse(request, response, 404, 'Not found') : await host(request, response, method);
    }
    await assets(request, response, pathname);
  };
  server.on('request', (request, response) => {
    answer(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else refuse(request, response, 500, 'Something went wrong');
    });
  });

  return {
    origin,
    startAddress: (reader) => `${origin}/start/${sessions.newCode(reader)}`,
    close: async () => {
      await closed(server);
    },
  };
}

/** The usual page of the built program. */
export function builtPage(root: string): ShellServerOptions['assets'] {
  return () => builtAssets(root);
}

const refuseSettingAside = (): Promise<never> =>
  Promise.reject(new HostFailure('host-refused', 'This host did not open the window, and keeps no data folder.'));

/** Where the system tells whose a connection is, another account's is ended before it is read. */
function refuseOtherAccounts(server: Server, accountOf: NonNullable<ShellServerOptions['accountOf']>): void {
  const own = process.getuid?.();
  if (own === undefined) return;
  server.on('connection', (socket: Socket) => {
    const account = accountOf(socket.remotePort ?? 0, socket.localPort ?? 0);
    if (account !== null && account !== own) socket.destroy();
  });
}

/** A server that never listens: it is handed the upgrades that the owner's page asks for, and no others. */
function ownersSockets(server: Server, origin: string, sessions: OwnerSessions): Server {
  const sockets = createServer();
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const isOwn =
      refusalOf(request, origin) === null &&
      request.headers.origin === origin &&
      sessions.isOwner(request.headers.cookie);
    if (!isOwn || !sockets.emit('upgrade', request, socket, head)) socket.destroy();
  });
  server.once('close', () => {
    sockets.emit('close');
  });
  return sockets;
}

function redeem(request: IncomingMessage, response: ServerResponse, code: string, sessions: OwnerSessions): void {
  const { cookie } = request.headers;
  const session = sessions.redeem(code, cookie);
  if (session !== null) {
    response.setHeader('Set-Cookie', session.cookie);
    sendPage(request, response, 200, startPage(session.token));
  } else if (sessions.isOwner(cookie)) {
    // Back in the window's history, say.
    response.writeHead(303, { Location: '/', 'Cache-Control': 'no-store' }).end();
  } else sendPage(request, response, 403, closedPage(true));
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

function sendJson(response: ServerResponse, reply: object): void {
  const body = JSON.stringify(reply);
  response
    .writeHead(200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': Buffer.byteLength(body),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    })
    .end(body);
}

function sendPage(request: IncomingMessage, response: ServerResponse, status: number, page: PlainPage): void {
  endBody(request, response);
  response.writeHead(status, { ...page.headers, 'Content-Length': Buffer.byteLength(page.html) });
  response.end(request.method === 'HEAD' ? undefined : page.html);
}

function refuse(request: IncomingMessage, response: ServerResponse, status: number, text: string): void {
  endBody(request, response);
  response
    .writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': Buffer.byteLength(text) })
    .end(request.method === 'HEAD' ? undefined : text);
}

/** A body that nobody will read ends its connection, however long it would have been. */
function endBody(request: IncomingMessage, response: ServerResponse): void {
  const hasBody = request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length']) > 0;
  if (hasBody && !request.complete) response.setHeader('Connection', 'close');
}
