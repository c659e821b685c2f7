/** Everything the page may ask of its host. No imports: both shells and the page are checked against this file. */

export type ShellName = 'electron' | 'browser' | 'page';

export interface AppInfo {
  readonly version: string;
  readonly shell: ShellName;
  /** One plain sentence where the shell is not the first choice, else null. */
  readonly shellReason: string | null;
  /** Folder that holds everything this program writes; null in a plain page. */
  readonly dataFolder: string | null;
  /** Whether this host keeps a journal and snapshots. False: what is entered is kept only in this browser. */
  readonly keepsOutside: boolean;
  /**
   * Why the browser's database, which the page asked to be set aside, could not be moved, in one plain sentence; null
   * where it could, or where nothing was asked for.
   */
  readonly setAsideProblem: string | null;
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

/** One change as the page gives it. */
export interface JournalRecord {
  /** UUID of the change. A change is kept once, however often it is given. */
  readonly id: string;
  /** Epoch milliseconds of the change. */
  readonly at: number;
  /** JSON of the change; the host does not look into it. */
  readonly text: string;
}

export interface StoredJournalRecord extends JournalRecord {
  /** 1 for the first record of the journal; each later one is higher. A number that was lost is not given again. */
  readonly sequence: number;
}

export const JOURNAL_DAMAGE_KINDS = ['torn-tail', 'damaged-record', 'missing-records', 'unreadable'] as const;

export interface JournalDamage {
  /** Epoch milliseconds. The entry comes back at every start, with the same time. */
  readonly foundAt: number;
  /** Name in the journal's folder. */
  readonly file: string;
  readonly fromByte: number;
  /**
   * - torn-tail: the last write did not end (power cut). It had not been acknowledged, unless the disk is damaged.
   * - damaged-record: bytes that are no record, between records that are; what stands before and after is kept.
   * - missing-records: numbers that no file holds.
   * - unreadable: the file could not be read; it is left alone, and read again at the next start.
   */
  readonly what: (typeof JOURNAL_DAMAGE_KINDS)[number];
  readonly lostBytes: number;
  /** First and last number that is lost, where the numbers around it tell. */
  readonly lostSequences: { readonly first: number; readonly last: number } | null;
  /** Name, in the same folder, of the file that holds the bytes as they were found; null where none was made. */
  readonly setAsideAs: string | null;
}

export interface JournalStatus {
  /** UUID made with the first segment: another id is another journal, whose numbers mean nothing to this one. */
  readonly journalId: string;
  /** 0 where the journal is empty. */
  readonly firstSequence: number;
  /** 0 where nothing was ever written. Lower than what the page has seen: the end of the journal is gone. */
  readonly lastSequence: number;
  /** Oldest first; damage of records that were dropped since (`journalCompact`) is no longer named. */
  readonly damage: readonly JournalDamage[];
  /** Bytes that may still be written to the disk of the data folder; null where the system does not say. */
  readonly freeBytes: number | null;
  /** Bytes set aside for a full disk; 0 once they were released. */
  readonly reserveBytes: number;
}

export interface JournalAppendResult {
  readonly lastSequence: number;
  /** One per record given, in that order. */
  readonly sequences: readonly number[];
  readonly freeBytes: number | null;
}

export interface JournalPage {
  /** In order of their numbers. */
  readonly records: readonly StoredJournalRecord[];
  /** True: nothing follows. */
  readonly isEnd: boolean;
}

export interface SnapshotInfo {
  /** Name of the file in the folder of the snapshots. */
  readonly name: string;
  readonly bytes: number;
  /** Epoch milliseconds: of its name, or of the file where the name says nothing. */
  readonly writtenAt: number;
  /** Last record of the journal that it holds; null where the name does not say. */
  readonly sequence: number | null;
  readonly reason: string | null;
  /** Whether the name is one this program gives. Other files are listed, may be read, and are never deleted. */
  readonly isKnown: boolean;
}

export interface SnapshotRequest {
  /** An archive; the host does not look into it. */
  readonly bytes: Uint8Array;
  /** Last record of the journal that it holds. */
  readonly sequence: number;
  /** Small letters and hyphens, e.g. "before-import": part of the file's name. */
  readonly reason: string;
  /** True while a restore waits to be confirmed: no older snapshot is thinned out. */
  readonly keepAll?: boolean | undefined;
}

/**
 * What keeps a library outside the browser. Every method rejects with `no-host` in a plain page, with `folder-in-use`
 * where another program holds the data folder, with `journal-newer` where a later version wrote it, and with
 * `storage-full` or `storage-failed` where the disk refuses; then nothing was acknowledged, and it may be asked again.
 */
export interface DurableApi {
  journalStatus(): Promise<JournalStatus>;
  /**
   * Answers once the records are on the disk (fsync). A record whose id is among the newest 10,000 at least keeps its
   * number and is not written twice. After a rejection the records may be found later all the same: their ids tell.
   */
  journalAppend(records: readonly JournalRecord[]): Promise<JournalAppendResult>;
  /**
   * Records with a number above `after`.
   * @param maxBytes of text, about; one record is given whatever its length
   */
  journalRead(after: number, maxBytes: number): Promise<JournalPage>;
  /**
   * Drops the oldest files of the journal, each as a whole, whose last number is at most `upTo` and whose newest record
   * is older than `keepSince` (epoch milliseconds). The newest file stays.
   */
  journalCompact(upTo: number, keepSince: number): Promise<void>;
  /** Newest first. */
  snapshots(): Promise<readonly SnapshotInfo[]>;
  /** Answers once the file is on the disk under its name and was read back the same. Then older ones are thinned. */
  snapshotWrite(request: SnapshotRequest): Promise<SnapshotInfo>;
  /** Rejects with `not-found` for a name that `snapshots` does not list. */
  snapshotRead(name: string): Promise<Uint8Array>;
  /** Shows the folder in the system's file manager. False where there is none. */
  snapshotRevealFolder(): Promise<boolean>;
  /** Frees what is kept in reserve, so that a full disk can take the last changes. True if there was something. */
  releaseReserve(): Promise<boolean>;
}

export const DURABLE_METHODS = [
  'journalStatus',
  'journalAppend',
  'journalRead',
  'journalCompact',
  'snapshots',
  'snapshotWrite',
  'snapshotRead',
  'snapshotRevealFolder',
  'releaseReserve',
] as const satisfies readonly (keyof DurableApi)[];
export type DurableMethod = (typeof DURABLE_METHODS)[number];

/**
 * When the browser's database is set aside. `now`: this window closes and another one opens. `next-start`: the host did
 * not open this window and cannot close it, so it is done at the next start of the program, before a window opens.
 */
export const SET_ASIDE_TIMES = ['now', 'next-start'] as const;
export type SetAsideTime = (typeof SET_ASIDE_TIMES)[number];

export interface HostApi extends DurableApi {
  appInfo(): Promise<AppInfo>;
  /** Empty where the person cancelled. */
  openFiles(request: OpenFileRequest): Promise<readonly OpenedFile[]>;
  saveFile(request: SaveFileRequest): Promise<SaveFileResult>;
  /** http, https and mailto only; anything else is refused. Asks the person first. True if it was opened. */
  openExternal(url: string): Promise<boolean>;
  /**
   * For a database that the browser cannot read: its files are moved to a folder of their own in the data folder, so
   * that the next window begins with an empty one and brings back what is kept outside. Nothing is deleted. Rejects
   * with `no-host` in a plain page, with `storage-full` or `storage-failed` where the wish cannot be written down.
   */
  databaseSetAside(): Promise<SetAsideTime>;
  /** Returns the unsubscribe function. */
  onMenuCommand(listener: (command: MenuCommand) => void): () => void;
}

/** Methods that cross a boundary as a request; `onMenuCommand` is a subscription and does not. */
export const HOST_METHODS = [
  'appInfo',
  'openFiles',
  'saveFile',
  'openExternal',
  'databaseSetAside',
  ...DURABLE_METHODS,
] as const satisfies readonly Exclude<keyof HostApi, 'onMenuCommand'>[];
export type HostMethod = (typeof HOST_METHODS)[number];

export const HOST_ERROR_CODES = [
  'host-refused',
  'invalid-input',
  'file-unreadable',
  'file-too-large',
  'not-found',
  'storage-full',
  'storage-failed',
  'folder-in-use',
  'journal-newer',
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

/** The browser shell's token of this run: its key in `localStorage`, and the request header that carries it. */
export const TOKEN_KEY = 'handpicked-token';
export const TOKEN_HEADER = 'x-handpicked-token';
/**
 * Browser shell: the body of `snapshotWrite` is the snapshot itself, and this header carries the rest of the request as
 * JSON. The answer of `snapshotRead` is the snapshot itself where it is no JSON.
 */
export const ARGUMENT_HEADER = 'x-handpicked-argument';
export const BYTES_MEDIA_TYPE = 'application/octet-stream';
