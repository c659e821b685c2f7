import type { ActionReceipt } from '../domain/ports/action-receipt';
import type { CallOptions } from '../domain/ports/method-table';
import type { RowCounts, TakenOver } from '../domain/ports/library-keeping';
import type { DataContext } from './data-context';
import { putUnjournaled, writeWanted } from './library-rows';
import { openSource } from './wanted-rows';

export interface TakeOver {
  /** A database of the present version, which an archive was restored into. */
  readonly from: string;
  /** `replace`: the library becomes what is there. `merge`: what is there and not here is added, nothing is changed. */
  readonly how: TakenOver;
  /** When the archive was made, epoch milliseconds; for the name of the action. */
  readonly madeAt: number;
}

/** Brings another database's rows into this one: one action, which can be undone and goes outside like any other. */
export async function takeOverLibrary(
  context: DataContext,
  { from, how, madeAt }: TakeOver,
  watched: CallOptions = {},
): Promise<ActionReceipt & { readonly rows: RowCounts }> {
  const { database, journal, labels } = context;
  const there = await openSource(from);
  try {
    const { result, ...receipt } = await journal.write(
      () => (how === 'replace' ? labels.libraryRestored(madeAt) : labels.libraryMerged(madeAt)),
      async (write) => {
        if (how === 'replace') await putUnjournaled(database, there.unjournaled);
        const options = how === 'replace' ? { removesOthers: true } : { onlyAdds: true };
        return await writeWanted(database, write, there, { ...watched, ...options });
      },
    );
    return { ...receipt, rows: result };
  } finally {
    there.close();
  }
}
