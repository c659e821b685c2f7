import { ownValue } from '../../domain/own-value';
import { isSameJson } from '../../domain/same-json';

/** How the rows of two tables differ. */
export interface RowDifferences {
  /** Only in the second. */
  readonly added: number;
  /** Only in the first. */
  readonly removed: number;
  readonly changed: number;
  readonly same: number;
}

export type RowBatches = AsyncIterable<readonly unknown[]>;

/**
 * Compares two tables that come ascending by key, each held a batch at a time. Members in another order are the same;
 * rows whose key is no text are passed over.
 */
export async function compareRows(
  keyField: string,
  first: RowBatches,
  second: RowBatches,
  pause: () => Promise<void> = async () => undefined,
): Promise<RowDifferences> {
  let [added, removed, changed, same] = [0, 0, 0, 0];
  const [ones, others] = [cursor(keyField, first, pause), cursor(keyField, second, pause)];
  let [one, other] = [await ones.next(), await others.next()];
  while (one !== null || other !== null) {
    if (other === null || (one !== null && one.key < other.key)) {
      removed += 1;
      one = ones.ready() ?? (await ones.next());
    } else if (one === null || other.key < one.key) {
      added += 1;
      other = others.ready() ?? (await others.next());
    } else {
      if (isSameJson(one.row, other.row)) same += 1;
      else changed += 1;
      one = ones.ready() ?? (await ones.next());
      other = others.ready() ?? (await others.next());
    }
  }
  return { added, removed, changed, same };
}

interface KeyedRow {
  readonly key: string;
  readonly row: unknown;
}
interface RowCursor {
  /** The next row where its batch is there already; without waiting, which would take longer than to compare it. */
  ready(): KeyedRow | null;
  /** The next row, null at the end. */
  next(): Promise<KeyedRow | null>;
}

function cursor(keyField: string, batches: RowBatches, pause: () => Promise<void>): RowCursor {
  const iterator = batches[Symbol.asyncIterator]();
  let batch: readonly unknown[] = [];
  let at = 0;
  const ready = (): KeyedRow | null => {
    while (at < batch.length) {
      const row = batch[at];
      at += 1;
      const key = row instanceof Object ? ownValue(row as Readonly<Record<string, unknown>>, keyField) : undefined;
      if (typeof key === 'string') return { key, row };
    }
    return null;
  };
  return {
    ready,
    next: async () => {
      for (;;) {
        const found = ready();
        if (found !== null) return found;
        await pause();
        const result = await iterator.next();
        if (result.done === true) return null;
        batch = result.value;
        at = 0;
      }
    },
  };
}
