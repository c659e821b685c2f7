/** What the page asks of its host. The contract is written once, beside both shells that keep it. */
export type {
  AppInfo,
  HostApi,
  MenuCommand,
  OpenedFile,
  OpenFileRequest,
  SaveFileRequest,
  SaveFileResult,
} from '../../../../electron/host-contract';
