/** Compiled by renderer/tsconfig.worker.json: each line must be an error there, or `npm run types` fails. */

// @ts-expect-error No DOM.
export const dom = document;
// @ts-expect-error No window.
export const page = window;
// @ts-expect-error No local storage.
export const storage = localStorage;
// @ts-expect-error No Node.
export const node = process;
// @ts-expect-error No Node.
export const bytes = Buffer;

// A worker's own: no error.
export const own = [importScripts, fetch, performance];
