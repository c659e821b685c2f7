import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { mapMethods, type Answers, type MethodTable } from '../../../renderer/src/domain/ports/method-table';
import { QUERY_METHODS, RECOMMENDER_METHODS } from '../../../renderer/src/domain/ports/recommender';
import { createRecommender } from '../../../renderer/src/recommend/recommender';
import type { CallContext } from '../../../renderer/src/recommend/recommender-api';
import { callsOf } from '../../../renderer/src/workers/method-calls';
import { answerParsers, requestParsers } from '../../../renderer/src/workers/method-parsers';
import { createRecommenderClient } from '../../../renderer/src/workers/recommender-client';
import { queryHandlers } from '../../../renderer/src/workers/recommender-service';
import { RpcClient } from '../../../renderer/src/workers/rpc-client';
import { serveRpc } from '../../../renderer/src/workers/rpc-server';
import { libraryItem } from '../../fixtures/recommender-data';

/** The queries and one more, as a new entry of the table would be. */
const WITH_TOY = {
  ...QUERY_METHODS,
  longest: { request: z.object({ least: z.int() }), response: z.object({ title: z.string() }) },
} as const satisfies MethodTable;

let open: MessagePort[] = [];
afterEach(() => {
  for (const port of open) port.close();
  open = [];
});

/** Client and server of the table over a real channel; `longest` is the toy's implementation. */
function connect(longest: Answers<typeof WITH_TOY, CallContext>['longest']) {
  const recommender = createRecommender({ model: null, engine: () => 'wasm', clock: () => 0 });
  // Not asked here, only there.
  const queries: Answers<typeof QUERY_METHODS, CallContext> = recommender;
  const answers: Answers<typeof WITH_TOY, CallContext> = {
    ...mapMethods<typeof QUERY_METHODS, Answers<typeof QUERY_METHODS, CallContext>>(
      QUERY_METHODS,
      (name) => queries[name],
    ),
    longest,
  };
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  port1.start();
  port2.start();
  serveRpc(
    port2,
    WITH_TOY,
    queryHandlers(WITH_TOY, (_context, ask) => ask(answers, {})),
  );
  const rpc = new RpcClient(port1, () => undefined);
  return { calls: callsOf(WITH_TOY, (method, request, options) => rpc.call(method, request, options)), rpc };
}

describe('a method added to the table', () => {
  it('is in client, server and parsers', async () => {
    const { calls } = connect(({ least }) => Promise.resolve({ title: 'x'.repeat(least) }));
    expect(await calls.longest({ least: 3 })).toEqual({ title: 'xxx' });
    expect(requestParsers(WITH_TOY).longest({ least: 1 })).toEqual({ least: 1 });
    expect(answerParsers(WITH_TOY).longest({ title: 'x' })).toEqual({ title: 'x' });
  });

  it('has its requests parsed in the worker and its answers in the page', async () => {
    const { rpc } = connect(() => Promise.resolve({ title: 'x' }));
    await expect(rpc.call('longest', { least: 'three' })).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining('least'),
    });
    const { calls } = connect(async () => JSON.parse('{"title":7}'));
    await expect(calls.longest({ least: 1 })).rejects.toMatchObject({
      code: 'unexpected',
      message: expect.stringContaining('title'),
    });
  });

  it('does not compile without an implementation', () => {
    const recommender = createRecommender({ model: null, engine: () => 'wasm', clock: () => 0 });
    // @ts-expect-error -- the recommender has no method `longest`
    const answers: Answers<typeof WITH_TOY, CallContext> = recommender;
    expect('longest' in answers).toBe(false);
  });
});

describe('the methods of the recommender', () => {
  const names = Object.keys(RECOMMENDER_METHODS);

  it('are all functions of the client', () => {
    const client = createRecommenderClient(
      () => ({
        endpoint: { postMessage: () => undefined, addEventListener: () => undefined },
        onCrash: () => undefined,
        stop: () => undefined,
      }),
      () => 0,
    );
    expect(names.filter((name) => typeof Reflect.get(client, name) !== 'function')).toEqual([]);
  });

  it.each(names)('%s refuses what is no request', (name) => {
    const parsers: Readonly<Record<string, (request: unknown) => unknown>> = requestParsers(RECOMMENDER_METHODS);
    expect(() => parsers[name]?.('a request')).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });

  it('refuse a request that is wrong deep inside, and say where', () => {
    const { setLibrary, likelyTags } = requestParsers(RECOMMENDER_METHODS);
    const items = [libraryItem('a'), { ...libraryItem('b'), tags: ['space', 7] }];
    expect(() => setLibrary({ items })).toThrow('items.1.tags.1');
    expect(() => likelyTags({ itemIds: 'a' })).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });

  it('refuse items with anything that the worker must not have', () => {
    const { setLibrary } = requestParsers(RECOMMENDER_METHODS);
    expect(() => setLibrary({ items: [{ ...libraryItem('a'), privateNote: 'for her birthday' }] })).toThrow(
      expect.objectContaining({ code: 'invalid-input' }),
    );
  });
});
