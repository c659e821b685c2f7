/** Compiled by renderer/tsconfig.page.json: each line must be an error there, or `npm run types` fails. */

// @ts-expect-error No Node.
export const node = process;
// @ts-expect-error No Node.
export const bytes = Buffer;
// @ts-expect-error No modules of Node.
export const files = import('node:fs');
// @ts-expect-error Not a worker.
export const worker = importScripts;

// The page's own: no error.
export const own = [document, window, localStorage, indexedDB];
