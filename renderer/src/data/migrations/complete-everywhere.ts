import type { Transaction } from 'dexie';

interface ChangeRow {
  readonly table: string;
  readonly images: readonly (object | null)[] | null;
}

/**
 * Completes every row of a table, wherever it lies: in the table, in the trash (whose rows hold others under their table's
 * name), and in the journal's images, from which an undo after the upgrade puts it back as it stands there.
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

/** Row by row: an import in the journal is large, and most of its rows are left as they are. */
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
