import { readFile } from 'node:fs/promises';
import type { CustomScheme } from 'electron';
import { resolveBuiltFile } from '../host/built-page';
import { pageHeaders } from '../host/page-headers';

const SCHEME = 'app';
export const APP_ORIGIN = 'app://handpicked';

/**
 * Must be registered before the app is ready. `standard` and `secure` give the page an origin of its own: without
 * them Chromium denies it IndexedDB, modules and cross-origin isolation.
 */
export const APP_SCHEME: CustomScheme = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
};

/** True for an address of the app's own page or its parts, and nothing that only begins like one. */
export function isAppAddress(address: string): boolean {
  return address === APP_ORIGIN || address.startsWith(`${APP_ORIGIN}/`);
}

/**
 * Answers `app://handpicked/…` from the built page.
 * @param root folder of the built page
 */
export function appProtocol(root: string): (request: Pick<Request, 'url' | 'method'>) => Promise<Response> {
  return async ({ url, method }) => {
    if (method !== 'GET' && method !== 'HEAD') return plain(405, 'Method not allowed');
    if (!isAppAddress(url)) return plain(404, 'Not found');
    const file = await resolveBuiltFile(root, url.slice(APP_ORIGIN.length).split(/[?#]/, 1)[0] || '/');
    if (file === null) return plain(404, 'Not found');
    return new Response(method === 'HEAD' ? null : new Uint8Array(await readFile(file)), {
      status: 200,
      headers: pageHeaders(file),
    });
  };
}

function plain(status: number, text: string): Response {
  return new Response(text, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
