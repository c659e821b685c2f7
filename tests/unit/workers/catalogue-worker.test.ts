import { afterEach, describe, expect, it } from 'vitest';
import { catalogueIndex, type CatalogueState } from '../../../renderer/src/domain/catalogue';
import { CATALOGUE_METHODS } from '../../../renderer/src/domain/ports/catalogue';
import type { KeptCatalogueStore } from '../../../renderer/src/domain/ports/kept-catalogue-store';
import type { ReadFile } from '../../../renderer/src/catalogue/open-files';
import { createCatalogueClient } from '../../../renderer/src/workers/catalogue-client';
import { createCatalogueService } from '../../../renderer/src/workers/catalogue-service';
import { CATALOGUE_STATE_NOTICE } from '../../../renderer/src/workers/rpc-messages';
import { serveRpc } from '../../../renderer/src/workers/rpc-server';
import type { RunningWorker } from '../../../renderer/src/workers/worker-connection';
import { catalogueEntry } from '../../fixtures/catalogue-entry';
import { catalogueFiles, readerOf } from '../../fixtures/catalogue-files';
import { MemoryKeptCatalogue } from '../../fixtures/memory-kept-catalogue';

const HARBOUR = catalogueEntry({ title: 'Harbour Lights', year: 1987, popularity: 1 });
const FILES = catalogueFiles({ 'catalogue.bin': [HARBOUR] });
const DESCRIPTION = { kind: 'movie', title: 'Harbour Lights', creators: [], year: 1987, series: null };

let ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports) port.close();
  ports = [];
});

/** A client whose workers are real services behind real message channels; `crash` is what a dying worker reports. */
function start(readFile: ReadFile = readerOf(FILES), kept: KeptCatalogueStore = new MemoryKeptCatalogue()) {
  const crashes: ((why: string) => void)[] = [];
  const states: CatalogueState[] = [];
  const startWorker = (): RunningWorker => {
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    const handlers = createCatalogueService({
      readShipped: readFile,
      kept,
      onState: (state) => {
        server.notify(CATALOGUE_STATE_NOTICE, state);
      },
    });
    const server = serveRpc(port2, CATALOGUE_METHODS, handlers);
    port1.start();
    port2.start();
    return {
      endpoint: port1,
      onCrash: (listener) => {
        crashes.push(listener);
      },
      stop: () => {
        port1.close();
        port2.close();
      },
    };
  };
  const client = createCatalogueClient(startWorker, () => 0);
  client.onCatalogueState((state) => {
    states.push(state);
  });
  return { client, states, workers: () => crashes.length, crash: () => crashes.at(-1)?.('out of memory') };
}

describe('the catalogue behind its worker', () => {
  it('starts its worker, and reads its files, with the first call', async () => {
    const read: string[] = [];
    const { client, states, workers } = start(async (name) => {
      read.push(name);
      return await readerOf(FILES)(name);
    });
    expect([workers(), client.catalogueState().status]).toEqual([0, 'waiting']);
    const found = await client.complete({ text: 'harb', kind: null, limit: 5 });
    expect(found.map(({ entry }) => entry)).toEqual([HARBOUR]);
    await client.complete({ text: 'harbo', kind: null, limit: 5 });
    expect([workers(), read]).toEqual([1, ['manifest.json', 'catalogue.bin']]);
    expect(states).toEqual([
      {
        status: 'ready',
        reason: 'The catalogue completes what you type.',
        version: '1.2.3',
        contents: expect.stringMatching(/^catalogue\.bin [\da-f]{12}$/),
        builtFrom: '2026-11-03',
        things: 1,
        origin: 'shipped',
        imdb: null,
        problem: null,
      },
    ]);
    expect(client.catalogueState()).toEqual(states[0]);
  });

  it('recognises many descriptions in one call, and gives the facts of a number', async () => {
    const { client } = start();
    const unknown = { ...DESCRIPTION, title: 'Elsewhere' };
    const [first, second] = await client.recognise({ descriptions: [DESCRIPTION, unknown] });
    expect(first).toMatchObject({ verdict: 'same', by: 'title-year', entry: HARBOUR });
    expect(second).toEqual({ verdict: 'none', authorKnown: false });
    expect(await client.facts({ indices: [catalogueIndex(0)] })).toEqual([HARBOUR]);
    await expect(client.facts({ indices: [catalogueIndex(1)] })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('names the best-known twentieth of a kind, the most famous first', async () => {
    const entries = Array.from({ length: 60 }, (_, place) =>
      catalogueEntry({
        kind: place % 3 === 2 ? 'book' : 'movie',
        title: `Light number ${String(place)}`,
        year: 1987,
        popularity: 1 - place / 100,
      }),
    );
    const { client } = start(readerOf(catalogueFiles({ 'catalogue.bin': entries })));
    expect((await client.famous({ kind: 'movie', limit: 5 })).map(({ title }) => title)).toEqual([
      'Light number 0',
      'Light number 1',
    ]);
    expect(await client.famous({ kind: 'movie', limit: 1 })).toHaveLength(1);
    expect((await client.famous({ kind: 'book', limit: 5 })).map(({ title }) => title)).toEqual(['Light number 2']);
    expect(await client.famous({ kind: 'wine', limit: 5 })).toEqual([]);
  });

  it('lets typing through while it recognises', async () => {
    const { client } = start();
    const order: string[] = [];
    const many = client.recognise({ descriptions: Array.from({ length: 1000 }, () => DESCRIPTION) }).then(() => {
      order.push('recognised');
    });
    await client.complete({ text: 'harb', kind: null, limit: 5 });
    order.push('completed');
    await many;
    expect(order).toEqual(['completed', 'recognised']);
  });

  it('answers the last keystroke and drops the ones before', async () => {
    const { client } = start();
    const first = client.complete({ text: 'h', kind: null, limit: 5 });
    const second = client.complete({ text: 'ha', kind: null, limit: 5 });
    await expect(first).rejects.toMatchObject({ code: 'cancelled' });
    expect(await second).toHaveLength(1);
  });

  it('goes on without a catalogue that is missing or damaged, and says so', async () => {
    for (const readFile of [readerOf({}), readerOf({ ...FILES, 'catalogue.bin': new Uint8Array(20) })]) {
      const { client, states } = start(readFile);
      expect(await client.complete({ text: 'harb', kind: null, limit: 5 })).toEqual([]);
      expect(await client.recognise({ descriptions: [DESCRIPTION] })).toEqual([
        { verdict: 'none', authorKnown: false },
      ]);
      expect(await client.state({})).toEqual(states[0]);
      expect(states[0]).toMatchObject({ status: 'unavailable', things: 0, version: null });
      expect(states[0]?.reason).toMatch(/The app goes on without it\.$/);
    }
  });

  it('starts a worker anew after a death, and gives up on one that dies again and again', async () => {
    const { client, crash, workers } = start();
    await client.state({});
    crash();
    expect(client.catalogueState().status).toBe('waiting');
    expect(await client.complete({ text: 'harb', kind: null, limit: 5 })).toHaveLength(1);
    crash();
    crash();
    expect(workers()).toBe(3);
    expect(client.catalogueState()).toMatchObject({ status: 'unavailable' });
    await expect(client.state({})).rejects.toMatchObject({ code: 'worker-crashed' });
  });
});
