import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtPage, startShellServer, type ShellServerOptions } from '../../../electron/browser-shell/server';
import { DURABLE_METHODS, TOKEN_HEADER } from '../../../electron/host-contract';
import type { DurableStore } from '../../../electron/host/durable-store';
import { rawExchange } from './raw-exchange';

/** Stands in the page, in its parts and in what the host would say of itself. */
const MARK = 'what-only-the-owner-may-see';

/** A running browser shell that remembers what was done through it, with what its owner alone knows. */
export interface Target {
  readonly port: number;
  readonly origin: string;
  readonly secret: Buffer;
  /** `NAME=VALUE` */
  readonly cookie: string;
  readonly token: string;
  /** Path with a code that nobody has used. */
  startPath(): string;
  /** Links opened and methods of the journal that were reached, since it was last asked. */
  done(): readonly string[];
  /** Whether an answer gives anything away that is the owner's. */
  leaks(answer: string): boolean;
  close(): Promise<void>;
}

export async function startTarget(options: Partial<ShellServerOptions> = {}): Promise<Target> {
  const root = mkdtempSync(join(tmpdir(), 'handpicked-hostile-'));
  mkdirSync(join(root, 'assets'));
  writeFileSync(join(root, 'index.html'), `<!doctype html><title>${MARK}</title>`);
  writeFileSync(join(root, 'assets/a.js'), `// ${MARK}`);
  const secret = randomBytes(32);
  let done: string[] = [];
  const note = (what: string): Promise<never> => {
    done.push(what);
    // It could be done: that it was reached is enough.
    return Promise.resolve(null as never);
  };
  const server = await startShellServer({
    port: 0,
    appInfo: () => ({
      version: MARK,
      shell: 'browser',
      shellReason: MARK,
      dataFolder: MARK,
      keepsOutside: true,
      setAsideProblem: null,
    }),
    setAside: () => note('databaseSetAside'),
    secret,
    assets: builtPage(root),
    openLink: (link) => note(`opened ${link}`),
    durable: {
      ...Object.fromEntries(DURABLE_METHODS.map((method) => [method, () => note(method)])),
      close: () => Promise.resolve(),
    } as unknown as DurableStore,
    ...options,
  });
  const { origin } = server;
  const port = Number(new URL(origin).port);
  const startPath = (): string => server.startAddress('person').slice(origin.length);
  const start = await rawExchange(port, `GET ${startPath()} HTTP/1.1\r\nHost: ${origin.slice(7)}\r\n\r\n`);
  const cookie = /set-cookie: ([^;]+)/i.exec(start)?.[1] ?? '';
  const token = /"handpicked-token","([\w-]+)"/.exec(start)?.[1] ?? '';
  return {
    port,
    origin,
    secret,
    cookie,
    token,
    startPath,
    done: () => {
      const since = done;
      done = [];
      return since;
    },
    leaks: (answer) =>
      [MARK, token, cookie.split('=')[1] ?? '', secret.toString('base64url')].some(
        (own) => own !== '' && answer.includes(own),
      ),
    close: async () => {
      await server.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Headers of the page's own request to its host, in their order; a call replaces or leaves out some. */
export function ownHeaders({ origin, cookie, token }: Target): Readonly<Record<string, string>> {
  return {
    Host: origin.slice('http://'.length),
    Origin: origin,
    Cookie: cookie,
    'Content-Type': 'application/json',
    [TOKEN_HEADER]: token,
  };
}
