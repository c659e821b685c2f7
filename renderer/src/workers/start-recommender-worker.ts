import type { RecommenderWorker } from './worker-connection';

/** The recommender in a worker of the page. The address is written out for the bundler, which makes a file of it. */
export function startRecommenderWorker(): RecommenderWorker {
  const worker = new Worker(new URL('./recommender.worker.ts', import.meta.url), {
    type: 'module',
    name: 'recommender',
  });
  return {
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
  };
}
