import { z } from 'zod';
import type { HostApi, HostBridge } from '../../../electron/host-contract';
import {
  journalAppendResultSchema,
  journalPageSchema,
  journalStatusSchema,
  snapshotBytesSchema,
  snapshotInfoSchema,
  snapshotsSchema,
} from './durable-replies';
import {
  appInfoSchema,
  menuCommandSchema,
  openedFilesSchema,
  saveFileResultSchema,
  setAsideTimeSchema,
  valueOf,
} from './host-replies';

/** HostApi over the bridge of Electron's preload. */
export function electronHost(bridge: HostBridge): HostApi {
  return {
    appInfo: async () => valueOf(appInfoSchema, await bridge.appInfo()),
    openFiles: async (request) => valueOf(openedFilesSchema, await bridge.openFiles(request)),
    saveFile: async (request) => valueOf(saveFileResultSchema, await bridge.saveFile(request)),
    openExternal: async (url) => valueOf(z.boolean(), await bridge.openExternal(url)),
    databaseSetAside: async () => valueOf(setAsideTimeSchema, await bridge.databaseSetAside()),
    journalStatus: async () => valueOf(journalStatusSchema, await bridge.journalStatus()),
    journalAppend: async (records) => valueOf(journalAppendResultSchema, await bridge.journalAppend(records)),
    journalRead: async (after, maxBytes) => valueOf(journalPageSchema, await bridge.journalRead(after, maxBytes)),
    journalCompact: async (upTo, keepSince) => {
      valueOf(z.null(), await bridge.journalCompact(upTo, keepSince));
    },
    snapshots: async () => valueOf(snapshotsSchema, await bridge.snapshots()),
    snapshotWrite: async (request) => valueOf(snapshotInfoSchema, await bridge.snapshotWrite(request)),
    snapshotRead: async (name) => valueOf(snapshotBytesSchema, await bridge.snapshotRead(name)),
    snapshotRevealFolder: async () => valueOf(z.boolean(), await bridge.snapshotRevealFolder()),
    releaseReserve: async () => valueOf(z.boolean(), await bridge.releaseReserve()),
    onMenuCommand: (listener) =>
      bridge.onMenuCommand((value) => {
        const command = menuCommandSchema.safeParse(value);
        if (command.success) listener(command.data);
      }),
  };
}
