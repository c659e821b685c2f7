import { z } from 'zod';
import {
  ARGUMENT_HEADER,
  BYTES_MEDIA_TYPE,
  TOKEN_HEADER,
  type HostApi,
  type HostMethod,
} from '../../../electron/host-contract';
import { AppError } from '../domain/errors';
import {
  journalAppendResultSchema,
  journalPageSchema,
  journalStatusSchema,
  snapshotBytesSchema,
  snapshotInfoSchema,
  snapshotsSchema,
} from './durable-replies';
import { appInfoSchema, setAsideTimeSchema, valueOf } from './host-replies';
import { chooseFiles, downloadFile } from './page-files';

/** Characters of an address that a question shows. */
const MAX_SHOWN = 500;

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
  const post = async (method: HostMethod, headers: Record<string, string>, body: BodyInit): Promise<unknown> => {
    try {
      const response = await fetch(`/host/${method}`, {
        method: 'POST',
        headers: { ...headers, [TOKEN_HEADER]: token },
        body,
      });
      if (response.headers.get('Content-Type') !== BYTES_MEDIA_TYPE) return (await response.json()) as unknown;
      return { ok: true, value: new Uint8Array(await response.arrayBuffer()) };
    } catch (error) {
      throw new AppError(
        'host-refused',
        'Handpicked is no longer running behind this window. Your data is safe: start it again with "npm start".',
        { cause: error },
      );
    }
  };
  const ask = async <T>(schema: z.ZodType<T>, method: HostMethod, argument?: unknown): Promise<T> =>
    valueOf(schema, await post(method, { 'Content-Type': 'application/json' }, JSON.stringify({ argument })));
  return {
    appInfo: () => ask(appInfoSchema, 'appInfo'),
    openFiles: chooseFiles,
    saveFile: (request) => Promise.resolve(downloadFile(request)),
    openExternal: async (url) => {
      const question = url.startsWith('mailto:')
        ? 'Open this draft in your e-mail program?'
        : 'Open this address in your browser?';
      if (!confirm(`${question}\n\n${url.length > MAX_SHOWN ? `${url.slice(0, MAX_SHOWN)}…` : url}`)) return false;
      return await ask(z.boolean(), 'openExternal', url);
    },
    databaseSetAside: () => ask(setAsideTimeSchema, 'databaseSetAside'),
    journalStatus: () => ask(journalStatusSchema, 'journalStatus'),
    journalAppend: (records) => ask(journalAppendResultSchema, 'journalAppend', records),
    journalRead: (after, maxBytes) => ask(journalPageSchema, 'journalRead', { after, maxBytes }),
    journalCompact: async (upTo, keepSince) => {
      await ask(z.null(), 'journalCompact', { upTo, keepSince });
    },
    snapshots: () => ask(snapshotsSchema, 'snapshots'),
    snapshotWrite: async ({ bytes, ...rest }) => {
      const headers = { 'Content-Type': BYTES_MEDIA_TYPE, [ARGUMENT_HEADER]: JSON.stringify(rest) };
      return valueOf(snapshotInfoSchema, await post('snapshotWrite', headers, new Blob([bytes.slice()])));
    },
    snapshotRead: (name) => ask(snapshotBytesSchema, 'snapshotRead', name),
    snapshotRevealFolder: () => ask(z.boolean(), 'snapshotRevealFolder'),
    releaseReserve: () => ask(z.boolean(), 'releaseReserve'),
    onMenuCommand: () => () => undefined,
  };
}
