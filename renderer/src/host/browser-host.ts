import { z } from 'zod';
import { TOKEN_HEADER, type HostApi, type HostMethod } from '../../../electron/host-contract';
import { AppError } from '../domain/errors';
import { appInfoSchema, valueOf } from './host-replies';
import { chooseFiles, downloadFile } from './page-files';

type Fetch = (address: string, init: RequestInit) => Promise<Response>;

/**
 * HostApi of the browser shell: what needs the host goes to it by POST, files by the browser's own dialogs.
 * @param token of this run, from the page's `<meta>` tag
 * @param confirm asks before a link is opened in another window
 */
export function browserHost(
  token: string,
  fetch: Fetch = window.fetch.bind(window),
  confirm: (question: string) => boolean = window.confirm.bind(window),
): HostApi {
  const ask = async <T>(schema: z.ZodType<T>, method: HostMethod, argument?: unknown): Promise<T> => {
    let reply: unknown;
    try {
      const response = await fetch(`/host/${method}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', [TOKEN_HEADER]: token },
        body: JSON.stringify({ argument }),
      });
      reply = await response.json();
    } catch (error) {
      throw new AppError(
        'host-refused',
        'Handpicked is no longer running behind this window. Your data is safe: start it again with "npm start".',
        { cause: error },
      );
    }
    return valueOf(schema, reply);
  };
  return {
    appInfo: () => ask(appInfoSchema, 'appInfo'),
    openFiles: chooseFiles,
    saveFile: (request) => Promise.resolve(downloadFile(request)),
    openExternal: async (url) => {
      // An e-mail draft opens nothing on the network by itself; a web address does, so the person is asked.
      if (!url.startsWith('mailto:') && !confirm(`Open this address in your browser?\n\n${url}`)) return false;
      return await ask(z.boolean(), 'openExternal', url);
    },
    onMenuCommand: () => () => undefined,
  };
}
