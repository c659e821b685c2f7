import type { DurableApi } from '../host-contract';
import { HostFailure } from './host-failure';

/** What keeps a library outside the browser: journal, snapshots and reserve of one data folder. */
export interface DurableStore extends DurableApi {
  /** Lets go of the data folder. */
  close(): Promise<void>;
}

const refuse = (): Promise<never> =>
  Promise.reject(new HostFailure('storage-failed', 'This host keeps no journal and no snapshots.'));

/** Stands where there is no data folder. */
export const NOTHING_KEPT: DurableStore = {
  journalStatus: refuse,
  journalAppend: refuse,
  journalRead: refuse,
  journalCompact: refuse,
  snapshots: refuse,
  snapshotWrite: refuse,
  snapshotRead: refuse,
  snapshotRevealFolder: () => Promise.resolve(false),
  releaseReserve: () => Promise.resolve(false),
  close: () => Promise.resolve(),
};
