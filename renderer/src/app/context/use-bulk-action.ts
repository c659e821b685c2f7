import { useCallback } from 'react';
import type { ActionReceipt } from '../../domain/ports/action-receipt';
import { useServices } from './services';
import { useAction } from './use-action';

/** From here on, a change of several things is one of many: how they were goes into a snapshot first. */
const MANY = 10;

export type RunBulkAction = (count: number, work: () => Promise<ActionReceipt>) => Promise<ActionReceipt | undefined>;

/** `useAction` for what changes `count` things at once. */
export function useBulkAction(): RunBulkAction {
  const { snapshots } = useServices();
  const run = useAction();
  return useCallback(
    async (count, work) =>
      await run(async () => {
        if (count >= MANY) await snapshots.takeBefore('before-bulk-edit');
        return await work();
      }),
    [snapshots, run],
  );
}
