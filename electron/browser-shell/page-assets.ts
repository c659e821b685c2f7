import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename } from 'node:path';
import { TOKEN_META_NAME } from '../host-contract';
import { resolveBuiltFile } from '../host/built-page';
import { pageHeaders } from '../host/page-headers';

/** Answers one GET or HEAD for a part of the page. */
export type AssetHandler = (request: IncomingMessage, response: ServerResponse, pathname: string) => Promise<void>;

/**
 * Puts the token of this run into the page. It travels in the document, not in the address: addresses end up in
 * histories and process lists, and a foreign page can read neither this document (same-origin policy, CORP) nor
 * frame it (frame-ancestors).
 */
export function withToken(html: string, token: string): string {
  return html.replace(/<head(\s[^>]*)?>/i, (head) => `${head}<meta name="${TOKEN_META_NAME}" content="${token}" />`);
}

/** Serves the built page from a folder. */
export function builtAssets(root: string, token: string): AssetHandler {
  return async (request, response, pathname) => {
    const file = await resolveBuiltFile(root, pathname);
    if (file === null) {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found');
      return;
    }
    const headers = pageHeaders(file);
    if (basename(file) === 'index.html') {
      const html = withToken(await readFile(file, 'utf8'), token);
      response.writeHead(200, { ...headers, 'Content-Length': Buffer.byteLength(html) });
      response.end(request.method === 'HEAD' ? undefined : html);
      return;
    }
    response.writeHead(200, { ...headers, 'Content-Length': (await stat(file)).size });
    if (request.method === 'HEAD') response.end();
    else
      createReadStream(file)
        .on('error', () => response.destroy())
        .pipe(response);
  };
}
