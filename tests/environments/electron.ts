/** Compiled by electron/tsconfig.json: each line must be an error there, or `npm run types` fails. */

// @ts-expect-error No DOM.
export const dom = document;
// @ts-expect-error No window.
export const page = window;
// @ts-expect-error No elements.
export type Element = HTMLElement;
// @ts-expect-error No database of the page.
export const database = indexedDB;
// @ts-expect-error Not a worker.
export const worker = importScripts;

// Node's own: no error.
export const own = [process, Buffer, setTimeout];
