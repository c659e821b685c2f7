import type { DurableStore } from './durable-store';
import { HostFailure } from './host-failure';

/**
 * Takes the data folder, and says who holds it where that is another program; null where it is ours. What the disk
 * refuses does not keep a shell from starting: the page is told with every call.
 */
export async function inUseBy(store: DurableStore): Promise<string | null> {
  try {
    await store.hold();
  } catch (error) {
    if (error instanceof HostFailure && error.code === 'folder-in-use') return error.message;
  }
  return null;
}
