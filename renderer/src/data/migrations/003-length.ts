import type { Transaction } from 'dexie';
import type { Migration } from './migration';
import { rewriteRows } from './rewrite-rows';

/** Rows as version 2 wrote them: only what this step reads. */
interface TrashedRow {
  readonly items: readonly object[];
}
interface ChangeRow {
  readonly table: string;
  readonly images: readonly (object | null)[] | null;
}

const completeItem = <T extends object>(item: T) => ({ ...item, length: null });

const completeTrashed = <T extends TrashedRow>(row: T): T => (row.items.length === 0 ? row : { ...row, items: row.items.map(completeItem) });

/** Things say how long they are; of those that are there it is not known. They lie where people do: see 002-learning.ts. */
export const length: Migration = {
  version: 3,
  stores: {},
  upgrade: async (transaction: Transaction) => {
    await rewriteRows<object>(transaction, 'items', completeItem);
    await rewriteRows<TrashedRow>(transaction, 'trash', completeTrashed);
    await rewriteRows<ChangeRow>(transaction, 'actionChanges', completeImages);
  },
};

function completeImages(change: ChangeRow): ChangeRow {
  if (change.images === null) return change;
  switch (change.table) {
    case 'items': return { ...change, images: change.images.map((image) => (image === null ? null : completeItem(image))) };
    case 'trash': return { ...change, images: change.images.map((image) => (image === null ? null : completeTrashed(image as TrashedRow))) };
    default: return change;
  }
}
