import { z } from 'zod';
import type { HostApi, HostBridge } from '../../../electron/host-contract';
import { appInfoSchema, menuCommandSchema, openedFilesSchema, saveFileResultSchema, valueOf } from './host-replies';

/** HostApi over the bridge of Electron's preload. */
export function electronHost(bridge: HostBridge): HostApi {
  return {
    appInfo: async () => valueOf(appInfoSchema, await bridge.appInfo()),
    openFiles: async (request) => valueOf(openedFilesSchema, await bridge.openFiles(request)),
    saveFile: async (request) => valueOf(saveFileResultSchema, await bridge.saveFile(request)),
    openExternal: async (url) => valueOf(z.boolean(), await bridge.openExternal(url)),
    onMenuCommand: (listener) =>
      bridge.onMenuCommand((value) => {
        const command = menuCommandSchema.safeParse(value);
        if (command.success) listener(command.data);
      }),
  };
}
