/** Everything the page may ask of its host. No imports: both shells and the page are checked against this file. */

export type ShellName = 'electron' | 'browser' | 'page';

export interface AppInfo {
  readonly version: string;
  readonly shell: ShellName;
  /** One plain sentence where the shell is not the first choice, else null. */
  readonly shellReason: string | null;
  /** Folder that holds everything this program writes; null in a plain page. */
  readonly dataFolder: string | null;
}

export interface OpenedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface OpenFileRequest {
  /** Shown by the dialog, e.g. "Choose export files". */
  readonly title: string;
  /** Without the dot: "csv", "zip". Empty = any. */
  readonly extensions: readonly string[];
  readonly multiple: boolean;
}

export interface SaveFileRequest {
  readonly suggestedName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export type SaveFileResult = 'saved' | 'cancelled';

/** Commands of the native menu (Electron); the page binds the same shortcuts itself elsewhere. */
export const MENU_COMMANDS = [
  'undo',
  'redo',
  'import',
  'new-item',
  'new-friend',
  'search',
  'settings',
  'help',
] as const;
export type MenuCommand = (typeof MENU_COMMANDS)[number];

export interface HostApi {
  appInfo(): Promise<AppInfo>;
  /** Empty where the person cancelled. */
  openFiles(request: OpenFileRequest): Promise<readonly OpenedFile[]>;
  saveFile(request: SaveFileRequest): Promise<SaveFileResult>;
  /** http, https and mailto only; anything else is refused. True if it was opened. */
  openExternal(url: string): Promise<boolean>;
  /** Returns the unsubscribe function. */
  onMenuCommand(listener: (command: MenuCommand) => void): () => void;
}

/** Methods that cross a boundary as a request; `onMenuCommand` is a subscription and does not. */
export const HOST_METHODS = ['appInfo', 'openFiles', 'saveFile', 'openExternal'] as const satisfies readonly Exclude<
  keyof HostApi,
  'onMenuCommand'
>[];
export type HostMethod = (typeof HOST_METHODS)[number];

export const HOST_ERROR_CODES = [
  'host-refused',
  'invalid-input',
  'file-unreadable',
  'file-too-large',
  'storage-full',
  'unexpected',
] as const;
export type HostErrorCode = (typeof HOST_ERROR_CODES)[number];

/** What a host answers on the wire: a thrown Error would lose its code on the way through IPC and HTTP alike. */
export type HostReply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: HostErrorCode; readonly message: string };

/** `window.host`, put there by Electron's preload and by nothing else. Replies are unknown until parsed. */
export type HostBridge = {
  readonly [Method in HostMethod]: (...request: Parameters<HostApi[Method]>) => Promise<unknown>;
} & {
  onMenuCommand(listener: (command: unknown) => void): () => void;
};

/** Names of the `<meta>` tag and the request header that carry the browser shell's token of this run. */
export const TOKEN_META_NAME = 'handpicked-token';
export const TOKEN_HEADER = 'x-handpicked-token';
