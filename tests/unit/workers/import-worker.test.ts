import { afterEach, describe, expect, it } from 'vitest';
import { analyseFiles } from '../../../renderer/src/importing/detect';
import { analyseInWorker } from '../../../renderer/src/workers/exports/import-client';
import { IMPORT_METHODS, PART_ENTRIES } from '../../../renderer/src/workers/exports/import-methods';
import { createImportService } from '../../../renderer/src/workers/exports/import-service';
import { serveRpc } from '../../../renderer/src/workers/rpc-server';
import type { RunningWorker } from '../../../renderer/src/workers/worker-connection';
import { exportFile, letterboxdMembers, textFile, zipOf } from '../../fixtures/exports/files';

const opened: MessagePort[] = [];
let [started, stopped] = [0, 0];

/** A worker at the other end of a channel, as a page would start one. */
function startWorker(): RunningWorker {
  const { port1, port2 } = new MessageChannel();
  for (const port of [port1, port2]) port.start();
  opened.push(port1, port2);
  started += 1;
  serveRpc(port2, IMPORT_METHODS, createImportService());
  return {
    endpoint: port1,
    onCrash: () => undefined,
    stop: () => {
      stopped += 1;
    },
  };
}

const analyse = analyseInWorker(startWorker, () => 0);

afterEach(() => {
  for (const port of opened.splice(0)) port.close();
  [started, stopped] = [0, 0];
});

describe('reading export files in a worker', () => {
  it('finds what reading them here finds, and ends the worker', async () => {
    const files = [
      exportFile('goodreads-24-columns.csv'),
      zipOf('letterboxd.zip', letterboxdMembers()),
      textFile('own.csv', 'Name,Stars\nSalt Roads,4\n'),
      textFile('note.txt', 'nothing of use'),
    ];
    expect(await analyse(files)).toEqual(await analyseFiles(files));
    expect([started, stopped]).toEqual([1, 1]);
  });

  it('brings in a long file part by part, and loses no row and no skipped one', async () => {
    const rows = Array.from({ length: 5 * PART_ENTRIES + 7 }, (_unused, index) => `Number ${String(index)},4`);
    const bare = Array.from({ length: PART_ENTRIES + 1 }, () => ',3');
    const file = textFile('own.csv', ['Name,Stars', ...rows, ...bare].join('\n'));
    const mapping = { columns: { title: 0, rating: 1 }, kind: 'book', ratingMaximum: 5, crowdMaximum: 5 };
    const { analyses } = await analyse([file], { mapping });
    expect(analyses.map((one) => [one.rows.length, one.skipped.length])).toEqual([[rows.length, bare.length]]);
    expect(analyses).toEqual((await analyseFiles([file], { mapping })).analyses);
  }, 30_000);

  it('stops when it is cancelled, and ends the worker then too', async () => {
    const signal = AbortSignal.abort();
    await expect(analyse([exportFile('goodreads-24-columns.csv')], { signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(stopped).toBe(started);
  });
});
