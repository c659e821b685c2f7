/** What the page asks of its host. The contract is written once, beside both shells that keep it. */
export type {
  AppInfo,
  DurableApi,
  HostApi,
  JournalAppendResult,
  JournalDamage,
  JournalPage,
  JournalRecord,
  JournalStatus,
  MenuCommand,
  OpenedFile,
  OpenFileRequest,
  SaveFileRequest,
  SaveFileResult,
  SnapshotInfo,
  SnapshotRequest,
  StoredJournalRecord,
} from '../../../../electron/host-contract';
