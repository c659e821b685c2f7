import type { Server } from 'node:http';
import { join } from 'node:path';
import { createServer } from 'vite';
import type { AssetHandler } from '../browser-shell/page-assets';
import { ISOLATION_HEADERS } from '../host/page-headers';

/**
 * The page straight from its sources, with hot reload, behind the same host. The script policy is left out here and
 * only here: Vite's client needs inline scripts and a socket.
 * @param sockets hands over the upgrades that the owner's page asks for
 */
export async function devAssets(root: string, sockets: Server): Promise<AssetHandler> {
  const { default: config } = await import('../../electron.vite.config');
  if (typeof config !== 'object' || !('renderer' in config) || config.renderer === undefined)
    throw new Error('electron.vite.config.ts has no renderer part.');
  const { renderer } = config;
  const vite = await createServer({
    ...renderer,
    root: join(root, 'renderer'),
    configFile: false,
    appType: 'spa',
    server: { ...renderer.server, middlewareMode: true, hmr: { server: sockets }, headers: { ...ISOLATION_HEADERS } },
    plugins: renderer.plugins ?? [],
  });
  sockets.once('close', () => {
    void vite.close();
  });
  return (request, response) =>
    new Promise((settle, reject) => {
      response.once('close', settle);
      vite.middlewares(request, response, (error: unknown) => {
        if (error === undefined) response.writeHead(404).end();
        else
          reject(
            error instanceof Error ? error : new Error('The development server could not answer.', { cause: error }),
          );
      });
    });
}
