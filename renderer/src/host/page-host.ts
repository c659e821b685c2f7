import type { HostApi } from '../../../electron/host-contract';
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
      }),
    openFiles: chooseFiles,
    saveFile: (request) => Promise.resolve(downloadFile(request)),
    openExternal: (url) => {
      if (!OPENABLE.test(url)) return Promise.resolve(false);
      // With noopener the answer is always null, so "was it blocked?" cannot be asked.
      window.open(url, '_blank', 'noopener,noreferrer');
      return Promise.resolve(true);
    },
    onMenuCommand: () => () => undefined,
  };
}
