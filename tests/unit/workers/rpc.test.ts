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
