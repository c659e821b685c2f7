/** Compiled by renderer/tsconfig.core.json: each line must be an error there, or `npm run types` fails. */

// @ts-expect-error No DOM.
export const dom = document;
// @ts-expect-error No window.
export const page = window;
// @ts-expect-error No Node.
export const node = process;
// @ts-expect-error No logging.
export const log = console;
// @ts-expect-error No randomness but what arrives as an argument.
export const random = crypto;
// @ts-expect-error No network.
export const network = fetch;
// @ts-expect-error No database.
export const database = indexedDB;

// What every environment has: no error.
export const shared = [TextEncoder, TextDecoder, URL];
