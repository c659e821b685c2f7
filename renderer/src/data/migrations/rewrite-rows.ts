import type { Transaction } from 'dexie';

/** Row by row: an import in the journal is large, and most of its rows are left as they are. */
export async function rewriteRows<Row extends object>(transaction: Transaction, table: string, change: (row: Row) => Row): Promise<void> {
  await transaction.table<Row>(table).toCollection().modify((row, context) => {
    const after = change(row);
    if (after !== row) context.value = after;
  });
}
