import type { Transaction } from 'dexie';

interface ChangeRow {
  readonly table: string;
  readonly images: readonly (object | null)[] | null;
}

/**
 * Rewrites every row of a table wherever a copy of it is stored: in the table, in the trash (whose rows hold other rows
 * under the name of their table) and in the journal's images, which undo and redo write back as they are.
 * @param complete returns the same object where nothing changes
 */
export async function completeEverywhere(
  transaction: Transaction,
  table: 'people' | 'items',
  complete: (row: object) => object,
): Promise<void> {
  const completeTrashed = (trashed: object): object => {
    const held = (trashed as Readonly<Record<string, readonly object[]>>)[table] ?? [];
    return held.length === 0 ? trashed : { ...trashed, [table]: held.map(complete) };
  };
  const completeImages = (change: ChangeRow): ChangeRow => {
    const step = change.table === table ? complete : change.table === 'trash' ? completeTrashed : null;
    return step === null || change.images === null
      ? change
      : { ...change, images: change.images.map((image) => (image === null ? null : step(image))) };
  };
  await rewriteRows<object>(transaction, table, complete);
  await rewriteRows<object>(transaction, 'trash', completeTrashed);
  await rewriteRows<ChangeRow>(transaction, 'actionChanges', completeImages);
}

/** Row by row, because an import in the journal is large; rows that do not change are not written. */
async function rewriteRows<Row extends object>(
  transaction: Transaction,
  table: string,
  change: (row: Row) => Row,
): Promise<void> {
  await transaction
    .table<Row>(table)
    .toCollection()
    .modify((row, context) => {
      const after = change(row);
      if (after !== row) context.value = after;
    });
}
