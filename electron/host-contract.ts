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
export const MENU_COMMANDS = ['undo', 'redo', 'import', 'new-item', 'new-friend', 'search', 'settings', 'help'] as const;
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
