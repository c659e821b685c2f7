import type {
  IpcMain,
  IpcMainInvokeEvent,
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron';
import { z } from 'zod';
import { HOST_METHODS, type AppInfo, type HostMethod, type HostReply, type SetAsideTime } from '../host-contract';
import { durableMethods } from '../host/durable-methods';
import type { DurableStore } from '../host/durable-store';
import { allowedLink, LINK_REFUSAL } from '../host/external-link';
import { HostFailure, replyOf } from '../host/host-failure';
import { noArgument, parsed } from '../host/parsed-argument';
import { isAppAddress } from './app-protocol';
import { MAX_FILE_BYTES, readChosenFile, saveChosenFile, suggestedPath } from './host-files';

export interface HostDevices {
  readonly appInfo: AppInfo;
  readonly durable: DurableStore;
  readonly documentsFolder: string;
  showOpenDialog(options: OpenDialogOptions): Promise<OpenDialogReturnValue>;
  showSaveDialog(options: SaveDialogOptions): Promise<SaveDialogReturnValue>;
  /** Asks the person whether this address may be opened, or this draft of an e-mail. */
  confirmLink(link: string): Promise<boolean>;
  openLink(link: string): Promise<void>;
  /** Sets the database of the window aside (`set-aside-by-relaunch.ts`). */
  setAside(): Promise<SetAsideTime>;
  /** Id of the one window's contents. */
  contentsId(): number | null;
}

const extension = z.string().regex(/^[a-z0-9]{1,12}$/i);
const openFileRequest = z.strictObject({
  title: z.string().max(200),
  extensions: z.array(extension).max(50),
  multiple: z.boolean(),
});
const saveFileRequest = z.strictObject({
  suggestedName: z.string().min(1).max(400),
  mediaType: z.string().max(200),
  bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= MAX_FILE_BYTES, 'too large'),
});

/** The channel of a method; the preload spells it the same way. */
export function channelOf(method: HostMethod): string {
  return `host:${method}`;
}

/** What each method does; arguments are unknown until parsed. */
export function hostMethods(
  devices: HostDevices,
): Readonly<Record<HostMethod, (argument: unknown) => Promise<unknown>>> {
  return {
    appInfo: () => Promise.resolve(devices.appInfo),
    openFiles: async (argument) => {
      const request = parsed(openFileRequest, argument);
      const { canceled, filePaths } = await devices.showOpenDialog({
        title: request.title,
        properties: request.multiple ? ['openFile', 'multiSelections'] : ['openFile'],
        filters:
          request.extensions.length === 0
            ? []
            : [
                { name: request.title, extensions: [...request.extensions] },
                { name: '*', extensions: ['*'] },
              ],
      });
      return canceled ? [] : await Promise.all(filePaths.map((path) => readChosenFile(path)));
    },
    saveFile: async (argument) => {
      const request = parsed(saveFileRequest, argument);
      const { canceled, filePath } = await devices.showSaveDialog({
        defaultPath: suggestedPath(devices.documentsFolder, request.suggestedName),
      });
      return canceled || filePath === '' ? 'cancelled' : await saveChosenFile(filePath, request.bytes);
    },
    openExternal: async (argument) => {
      const link = allowedLink(parsed(z.string(), argument));
      if (link === null) throw new HostFailure('host-refused', LINK_REFUSAL);
      if (!(await devices.confirmLink(link))) return false;
      await devices.openLink(link);
      return true;
    },
    databaseSetAside: async (argument) => {
      parsed(noArgument, argument);
      return await devices.setAside();
    },
    ...durableMethods(devices.durable),
  };
}

/** Answers the page, and only the page: the main frame of the app's one window, showing the app itself. */
export function registerHostHandlers(ipc: Pick<IpcMain, 'handle'>, devices: HostDevices): void {
  const methods = hostMethods(devices);
  for (const method of HOST_METHODS) {
    ipc.handle(
      channelOf(method),
      async (event, argument: unknown): Promise<HostReply> =>
        await replyOf(async () => {
          if (!isOwnPage(event, devices.contentsId()))
            throw new HostFailure('host-refused', 'Only the program’s own page may ask this.');
          return await methods[method](argument);
        }),
    );
  }
}

type Sender = {
  readonly senderFrame: Pick<NonNullable<IpcMainInvokeEvent['senderFrame']>, 'url' | 'parent'> | null;
  readonly sender: Pick<IpcMainInvokeEvent['sender'], 'id'>;
};

/** A frame that navigated or died while its message was on the way has no senderFrame, and no answer. */
export function isOwnPage({ senderFrame, sender }: Sender, contentsId: number | null): boolean {
  return (
    senderFrame !== null && senderFrame.parent === null && sender.id === contentsId && isAppAddress(senderFrame.url)
  );
}
