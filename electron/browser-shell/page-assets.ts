import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { resolveBuiltFile } from '../host/built-page';
import { pageHeaders } from '../host/page-headers';

/** Answers one GET or HEAD for a part of the page. */
export type AssetHandler = (request: IncomingMessage, response: ServerResponse, pathname: string) => Promise<void>;

/** Serves the built page from a folder. */
export function builtAssets(root: string): AssetHandler {
  return async (request, response, pathname) => {
    const file = await resolveBuiltFile(root, pathname);
    if (file === null) {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found');
      return;
    }
    response.writeHead(200, { ...pageHeaders(file), 'Content-Length': (await stat(file)).size });
    if (request.method === 'HEAD') response.end();
    else
      createReadStream(file)
        .on('error', () => response.destroy())
        .pipe(response);
  };
}
