import type { RunningWorker } from './worker-connection';

/** The recommender in a worker of the page. The address is written out for the bundler, which makes a file of it. */
export const startRecommenderWorker = (): RunningWorker =>
  running(
    new Worker(new URL('./recommender.worker.ts', import.meta.url), {
      type: 'module',
      name: 'recommender',
    }),
  );

/** Likewise the catalogue, in a worker of its own: typing never waits for picks. */
export const startCatalogueWorker = (): RunningWorker =>
  running(
    new Worker(new URL('./catalogue.worker.ts', import.meta.url), {
      type: 'module',
      name: 'catalogue',
    }),
  );

/** Reads IMDb's files and ends. */
export const startImdbWorker = (): RunningWorker =>
  running(
    new Worker(new URL('./imdb.worker.ts', import.meta.url), {
      type: 'module',
      name: 'imdb',
    }),
  );

/** Reads export files and ends. */
export const startImportWorker = (): RunningWorker =>
  running(
    new Worker(new URL('./import.worker.ts', import.meta.url), {
      type: 'module',
      name: 'import',
    }),
  );

/** Writes, reads or restores one archive and ends. */
export const startArchiveWorker = (): RunningWorker =>
  running(
    new Worker(new URL('./archive.worker.ts', import.meta.url), {
      type: 'module',
      name: 'archive',
    }),
  );

const running = (worker: Worker): RunningWorker => ({
  endpoint: worker,
  onCrash: (listener) => {
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      listener(event.message === '' ? 'its script could not be loaded' : event.message);
    });
    worker.addEventListener('messageerror', () => {
      listener('a message could not be read');
    });
  },
  stop: () => {
    worker.terminate();
  },
});
