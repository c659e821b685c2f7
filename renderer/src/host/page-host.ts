import type { HostApi } from '../../../electron/host-contract';
import { AppError } from '../domain/errors';
import { chooseFiles, downloadFile } from './page-files';

const OPENABLE = /^(?:https?|mailto):/i;

/** HostApi of a page without a host (a plain static server): the browser's own dialogs and windows. */
export function pageHost(version: string): HostApi {
  return {
    appInfo: () =>
      Promise.resolve({
        version,
        shell: 'page',
        shellReason: 'This page runs without its program, in a plain browser tab.',
        dataFolder: null,
        keepsOutside: false,
        setAsideProblem: null,
      }),
    openFiles: chooseFiles,
    saveFile: (request) => Promise.resolve(downloadFile(request)),
    openExternal: (url) => {
      if (!OPENABLE.test(url)) return Promise.resolve(false);
      // With noopener the answer is always null, so "was it blocked?" cannot be asked.
      window.open(url, '_blank', 'noopener,noreferrer');
      return Promise.resolve(true);
    },
    databaseSetAside: nothingOutside,
    journalStatus: nothingOutside,
    journalAppend: nothingOutside,
    journalRead: nothingOutside,
    journalCompact: nothingOutside,
    snapshots: nothingOutside,
    snapshotWrite: nothingOutside,
    snapshotRead: nothingOutside,
    snapshotRevealFolder: () => Promise.resolve(false),
    releaseReserve: () => Promise.resolve(false),
    onMenuCommand: () => () => undefined,
  };
}

function nothingOutside(): Promise<never> {
  return Promise.reject(
    new AppError(
      'no-host',
      'This page runs without its program: what you enter is kept only in this browser. Start Handpicked with "npm start".',
    ),
  );
}
