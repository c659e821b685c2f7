import { useSyncExternalStore } from 'react';
import type { LibraryIndex, LibrarySnapshot } from '../../application/library/library-index';

/** The library in memory; renders again on every change. */
export function useLibrary(index: LibraryIndex): LibrarySnapshot {
  return useSyncExternalStore(index.subscribe, index.snapshot);
}
