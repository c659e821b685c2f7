import { afterEach, describe, expect, it } from 'vitest';
import { NO_LEARNING_SETTINGS } from '../../../renderer/src/domain/learning';
import { ALONE } from '../../fixtures/recommender-data';
import { itemId, personId } from '../../../renderer/src/domain/ids';
import type { PersonId } from '../../../renderer/src/domain/ids';
import type { FetchFile } from '../../../renderer/src/inference/load-model';
import { createRecommenderClient } from '../../../renderer/src/workers/recommender-client';
import type { RunningWorker } from '../../../renderer/src/workers/worker-connection';
import { ENGINE_STATE_NOTICE } from '../../../renderer/src/workers/rpc-messages';
import { RECOMMENDER_METHODS, type EngineState } from '../../../renderer/src/domain/ports/recommender';
import type { LibraryItem, PicksRequest } from '../../../renderer/src/domain/recommendation-request';
import { createRecommenderService } from '../../../renderer/src/workers/recommender-service';
import { serveRpc } from '../../../renderer/src/workers/rpc-server';
import { folderFiles, nodeRuntime } from '../../benchmark/node-model';
import { BLANK_FACTS } from '../../fixtures/blank-facts';

const tinyModel = folderFiles(new URL('../../fixtures/tiny-model/', import.meta.url).pathname);

function item(id: string, title: string, tags: readonly string[]): LibraryItem {
  return {
    ...BLANK_FACTS,
    id: itemId(id),
    kind: 'movie',
    title,
    year: 1990 + id.length,
    tags,
  };
}
const LIBRARY = [
  item('a', 'The Quiet Orbit', ['space', 'drama']),
  item('bb', 'Two Suns', ['space', 'adventure']),
  item('ccc', 'Harvest Home', ['romance', 'drama']),
  item('dddd', 'A Field Guide to Moons', ['space', 'documentary']),
  item('eeeee', 'The Baker of Bath', ['romance', 'comedy']),
  item('ffffff', 'Salt Road', ['adventure']),
  item('ggggggg', 'Long Way Down', ['thriller']),
];
const FRIEND = personId('friend');

function picksFor(person: PersonId, liked = 'a'): PicksRequest {
  return {
    profile: {
      personId: person,
      events: [{ itemId: itemId(liked), rating: 1, at: 1_600_000_000_000 }],
      excludedItemIds: [itemId(liked)],
      likedTags: [],
      avoidedTags: [],
      reactions: [],
      learning: NO_LEARNING_SETTINGS,
    },
    ...ALONE,
    candidates: LIBRARY.map(({ id }) => ({ itemId: id, ownRating: 0.9 })),
    count: 3,
    now: 1_700_000_000_000,
  };
}

let ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports) port.close();
  ports = [];
});

/** A client whose workers are real services behind real message channels; `crash` is what a dying worker reports. */
function start(fetchFile: FetchFile = tinyModel) {
  const crashes: ((why: string) => void)[] = [];
  let stopped = 0;
  let now = 0;
  const startWorker = (): RunningWorker => {
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    const handlers = createRecommenderService({
      fetchFile,
      runtime: nodeRuntime(),
      findAdapter: () => Promise.resolve(null),
      clock: () => performance.now(),
      onEngineState: (state) => {
        server.notify(ENGINE_STATE_NOTICE, state);
      },
    });
    const server = serveRpc(port2, RECOMMENDER_METHODS, handlers);
    port1.start();
    port2.start();
    return {
      endpoint: port1,
      onCrash: (listener) => {
        crashes.push(listener);
      },
      stop: () => {
        stopped += 1;
        port1.close();
        port2.close();
      },
    };
  };
  const client = createRecommenderClient(startWorker, () => now);
  return {
    client,
    crash: () => {
      crashes.at(-1)?.('out of memory');
    },
    workers: () => crashes.length,
    stopped: () => stopped,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

describe('the recommender behind its worker', () => {
  it('loads the model, holds the library and answers with picks', async () => {
    const { client } = start();
    const states: EngineState[] = [];
    client.onEngineState((state) => {
      states.push(state);
    });
    expect(client.engineState().status).toBe('loading');
    const state = await client.setLibrary({ items: LIBRARY });
    expect(state).toMatchObject({ status: 'ready', engine: 'wasm', recognised: { total: LIBRARY.length } });
    expect(states.map(({ status }) => status)).toEqual(['ready', 'ready']);
    const slate = await client.picks(picksFor(FRIEND));
    expect(slate).toMatchObject({ engine: 'wasm', modelVersion: state.modelVersion });
    expect(slate.recommendations).toHaveLength(3);
    expect(slate.recommendations.map((pick) => pick.itemId)).not.toContain('a');
  });

  it('takes edits: a removed item is no pick, an added one may be', async () => {
    const { client } = start();
    await client.setLibrary({ items: LIBRARY });
    const state = await client.updateLibrary({
      upserts: [item('hhhhhhhh', 'New Here', ['space'])],
      removals: [itemId('bb'), itemId('ccc')],
    });
    expect(state.recognised.total).toBe(LIBRARY.length - 1);
  });

  it('answers which tags are likely, one list per item, after the library it was given last', async () => {
    const { client } = start();
    void client.setLibrary({ items: LIBRARY });
    const likely = await client.likelyTags({ itemIds: LIBRARY.map(({ id }) => id) });
    expect(likely).toHaveLength(LIBRARY.length);
    for (const { name, confidence } of likely.flat()) {
      expect(name).not.toBe('');
      expect(confidence).toBeGreaterThanOrEqual(0.5);
      expect(confidence).toBeLessThanOrEqual(1);
    }
    await client.updateLibrary({ upserts: [], removals: [itemId('bb')] });
    await expect(client.likelyTags({ itemIds: [itemId('bb')] })).rejects.toMatchObject({ code: 'not-found' });
  });

  it("answers only the latest request for a person, and leaves other people's alone", async () => {
    const { client } = start();
    await client.setLibrary({ items: LIBRARY });
    const older = client.picks(picksFor(FRIEND, 'a'));
    const other = client.picks(picksFor(personId('another')));
    const newer = client.picks(picksFor(FRIEND, 'bb'));
    await expect(older).rejects.toMatchObject({ code: 'cancelled' });
    expect((await other).recommendations).toHaveLength(3);
    expect((await newer).recommendations.map((pick) => pick.itemId)).not.toContain('bb');
  });

  it('cancels by signal', async () => {
    const { client } = start();
    const controller = new AbortController();
    const call = client.picks(picksFor(FRIEND), { signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
  });

  it.each([
    ['missing', () => Promise.reject(new Error('ENOENT'))],
    ['damaged', async (name: string) => (name === 'manifest.json' ? await tinyModel(name) : new ArrayBuffer(8))],
  ] as const)('says so and ranks by content where the model is %s', async (_what, fetchFile) => {
    const { client } = start(fetchFile);
    const state = await client.setLibrary({ items: LIBRARY });
    expect(state).toMatchObject({ status: 'fallback', engine: 'content', modelVersion: null });
    expect(state.reason).toContain('Reinstall');
    const slate = await client.picks(picksFor(FRIEND));
    expect(slate.engine).toBe('content');
    expect(slate.recommendations).toHaveLength(3);
    expect(await client.likelyTags({ itemIds: [itemId('a')] })).toEqual([[]]);
    expect(await client.chooseEngine({})).toMatchObject({ status: 'fallback' });
  });

  it('stays on WASM and says why where there is no graphics adapter', async () => {
    const { client } = start();
    await client.setLibrary({ items: LIBRARY });
    const state = await client.chooseEngine({});
    expect(state).toMatchObject({ status: 'ready', engine: 'wasm', timings: { webgpu: null } });
    expect(state.timings.wasm).toBeGreaterThan(0);
    expect(state.reason).toContain('no graphics adapter');
  });

  it('fails waiting calls when the worker dies, restarts it, and plays the library back with its edits', async () => {
    const { client, crash, workers, stopped } = start();
    await client.setLibrary({ items: LIBRARY });
    await client.updateLibrary({ upserts: [item('hhhhhhhh', 'New Here', ['space'])], removals: [itemId('ccc')] });
    const waiting = client.picks(picksFor(FRIEND));
    crash();
    await expect(waiting).rejects.toMatchObject({ code: 'worker-crashed' });
    expect([workers(), stopped()]).toEqual([2, 1]);
    const remaining = [...LIBRARY.filter(({ id }) => id !== 'ccc').map(({ id }) => id), itemId('hhhhhhhh')];
    const slate = await client.picks({
      ...picksFor(FRIEND),
      candidates: remaining.map((id) => ({ itemId: id, ownRating: null })),
      count: 10,
    });
    expect(slate.engine).toBe('wasm');
    expect(client.engineState().recognised.total).toBe(LIBRARY.length);
  });

  it('gives up on a worker that dies again and again, but not on one that dies now and then', async () => {
    const { client, crash, workers, pass } = start();
    for (let day = 0; day < 4; day++) {
      crash();
      pass(86_400_000);
    }
    expect(workers()).toBe(5);
    crash();
    crash();
    crash();
    expect(workers()).toBe(7);
    expect(client.engineState()).toMatchObject({ status: 'fallback' });
    await expect(client.picks(picksFor(FRIEND))).rejects.toMatchObject({ code: 'worker-crashed' });
  });
});
