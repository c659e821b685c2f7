import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '../../../renderer/src/domain/errors';
import type { MethodTable } from '../../../renderer/src/domain/ports/method-table';
import { RpcClient } from '../../../renderer/src/workers/rpc-client';
import { serveRpc } from '../../../renderer/src/workers/rpc-server';
import type { HandlerContext, Handlers, RpcServer } from '../../../renderer/src/workers/rpc-server';

const TABLE = {
  double: { request: z.number(), response: z.number() },
  wait: { request: z.null(), response: z.string() },
  refuse: { request: z.string(), response: z.never() },
  count: {
    request: z.object({ people: z.array(z.object({ said: z.array(z.number()) })), own: z.array(z.string()) }),
    response: z.string(),
  },
} as const satisfies MethodTable;
type TestTable = typeof TABLE;

let open: MessagePort[] = [];
afterEach(() => {
  for (const port of open) port.close();
  open = [];
});

function connect(handlers: Partial<Handlers<TestTable>> = {}) {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  port1.start();
  port2.start();
  const notices: unknown[] = [];
  const all: Handlers<TestTable> = {
    double: (value) => Promise.resolve(value * 2),
    wait: async (_request, { signal }) =>
      await new Promise((_settle, fail) => {
        signal.addEventListener('abort', () => {
          fail(new Error('stopped'));
        });
      }),
    refuse: (code) =>
      Promise.reject(code === 'bug' ? new TypeError('a bug') : new AppError('model-missing', 'There is no model.')),
    count: ({ people, own }) =>
      Promise.resolve(
        [...people.map(({ said }) => `${String(said.length)} to ${String(said.at(-1))}`), own.length].join(),
      ),
    ...handlers,
  };
  const server: RpcServer = serveRpc(port2, TABLE, all);
  const client = new RpcClient(port1, (name, value) => {
    notices.push([name, value]);
  });
  return { client, server, notices, port1, port2 };
}

describe('typed RPC over a real MessageChannel', () => {
  it('answers each call with its own result', async () => {
    const { client } = connect();
    expect(await Promise.all([1, 2, 3].map((value) => client.call('double', value)))).toEqual([2, 4, 6]);
  });

  it("carries an error's code and message", async () => {
    const { client } = connect();
    await expect(client.call('refuse', 'missing')).rejects.toEqual(new AppError('model-missing', 'There is no model.'));
    await expect(client.call('refuse', 'bug')).rejects.toMatchObject({ code: 'unexpected', message: 'a bug' });
  });

  it.each(['nothing', 'constructor', 'toString', '__proto__'])('refuses the unknown method "%s"', async (method) => {
    await expect(connect().client.call(method, null)).rejects.toMatchObject({ code: 'unknown-method' });
  });

  it('refuses a payload of the wrong shape before the handler sees it', async () => {
    await expect(connect().client.call('double', 'seven')).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('rejects at once when aborted, and tells the worker', async () => {
    let tell: (heard: boolean) => void = () => undefined;
    const heard = new Promise<boolean>((settle) => {
      tell = settle;
    });
    const { client } = connect({
      wait: async (_request, { signal }: HandlerContext) =>
        await new Promise(() => {
          signal.addEventListener('abort', () => {
            tell(true);
          });
        }),
    });
    const controller = new AbortController();
    const call = client.call('wait', null, { signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
    expect(await heard).toBe(true);
  });

  it('sends long lists in parts, and what is asked later after them', async () => {
    const { client, port2 } = connect();
    const heard: unknown[] = [];
    port2.addEventListener('message', ({ data }: MessageEvent<{ type: string; id: number }>) => {
      heard.push(`${data.type} ${String(data.id)}`);
    });
    const said = Array.from({ length: 4_500 }, (_, place) => place);
    const request = { people: [{ said: [1, 2] }, { said }], own: ['a'] };
    const answers = [client.call('count', request), client.call('double', 4)];
    expect(await Promise.all(answers)).toEqual(['2 to 2,4500 to 4499,1', 8]);
    expect(heard).toEqual(['part 0', 'part 0', 'part 0', 'call 0', 'call 1']);
    expect(await client.call('count', { people: [], own: said.map(String) })).toBe('4500');
  });

  it('stops sending long lists once the call is cancelled, and goes on with the next', async () => {
    let counted = 0;
    const { client } = connect({
      count: () => {
        counted += 1;
        return Promise.resolve('');
      },
    });
    const controller = new AbortController();
    const own = Array.from({ length: 10_000 }, String);
    const call = client.call('count', { people: [], own }, { signal: controller.signal });
    const next = client.call('double', 4);
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
    expect(await next).toBe(8);
    expect(counted).toBe(0);
  });

  it('says so where a list cannot be sent', async () => {
    const { client } = connect();
    const own = Array.from({ length: 3_000 }, () => () => 'no list of texts');
    await expect(client.call('count', { people: [], own })).rejects.toMatchObject({ code: 'unexpected' });
    expect(await client.call('double', 4)).toBe(8);
  });

  it('sends nothing for a signal that was aborted before the call', async () => {
    let called = 0;
    const { client } = connect({
      double: (value) => {
        called += 1;
        return Promise.resolve(value);
      },
    });
    await expect(client.call('double', 1, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    });
    await client.call('double', 1);
    expect(called).toBe(1);
  });

  it('reports progress to the call it belongs to', async () => {
    const { client } = connect({
      double: (value, { onProgress }) => {
        onProgress(1, 2);
        onProgress(2, 2);
        return Promise.resolve(value);
      },
    });
    const progress: unknown[] = [];
    await client.call('double', 1, {
      onProgress: (step) => {
        progress.push(step);
      },
    });
    expect(progress).toEqual([
      { done: 1, total: 2 },
      { done: 2, total: 2 },
    ]);
  });

  it('passes notices on, and ignores messages that are no envelope', async () => {
    const { client, server, notices, port1, port2 } = connect();
    port1.postMessage('nonsense');
    port2.postMessage({ type: 'result' });
    server.notify('news', 7);
    await client.call('double', 1);
    expect(notices).toEqual([['news', 7]]);
  });

  it('fails every waiting and every later call once the worker is gone', async () => {
    const { client } = connect();
    const waiting = [client.call('wait', null), client.call('wait', null)];
    client.failAll(new AppError('worker-crashed', 'gone'));
    for (const call of waiting) await expect(call).rejects.toMatchObject({ code: 'worker-crashed' });
    await expect(client.call('double', 1)).rejects.toMatchObject({ code: 'worker-crashed' });
  });
});
