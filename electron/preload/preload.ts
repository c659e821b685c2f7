import { contextBridge, ipcRenderer } from 'electron';
import type { HostBridge, HostMethod } from '../host-contract';

/** One request of the contract; the channel is built here from a name of the contract, never from the page. */
const ask = (method: HostMethod, argument?: unknown): Promise<unknown> =>
  ipcRenderer.invoke(`host:${method}`, argument);

const bridge: HostBridge = {
  appInfo: () => ask('appInfo'),
  openFiles: (request) => ask('openFiles', request),
  saveFile: (request) => ask('saveFile', request),
  openExternal: (url) => ask('openExternal', url),
  databaseSetAside: () => ask('databaseSetAside'),
  journalStatus: () => ask('journalStatus'),
  journalAppend: (records) => ask('journalAppend', records),
  journalRead: (after, maxBytes) => ask('journalRead', { after, maxBytes }),
  journalCompact: (upTo, keepSince) => ask('journalCompact', { upTo, keepSince }),
  snapshots: () => ask('snapshots'),
  snapshotWrite: (request) => ask('snapshotWrite', request),
  snapshotRead: (name) => ask('snapshotRead', name),
  snapshotRevealFolder: () => ask('snapshotRevealFolder'),
  releaseReserve: () => ask('releaseReserve'),
  onMenuCommand: (listener) => {
    // The event itself stays on this side: it carries ipcRenderer.
    const forward = (_event: unknown, command: unknown): void => {
      listener(command);
    };
    ipcRenderer.on('host:menu', forward);
    return () => {
      ipcRenderer.removeListener('host:menu', forward);
    };
  },
};

contextBridge.exposeInMainWorld('host', bridge);
