import type { DBCore, DBCoreDeleteRangeRequest, DBCoreMutateRequest, DBCoreTable, Middleware } from 'dexie';
import type { Clock, IdSource } from '../domain/ports/clock';
import { partsOf } from '../domain/parts-of';
import { KEPT_TABLES, type KeptTable, type OutboxRow } from './schema';

/** Keys of one row of the outbox, so that an import is sent in parts. */
export const KEYS_PER_OUTBOX_ROW = 500;

/** What the outbox notes of rows that changed. */
export function outboxRows(table: KeptTable, keys: readonly string[], at: number, newToken: IdSource): OutboxRow[] {
  return Array.from(partsOf(keys, KEYS_PER_OUTBOX_ROW), (part) => ({ at, table, keys: part, token: newToken() }));
}

const OUTBOX = 'outbox';

/** Below Dexie's own layers (its hooks are at level 2), so that what they write is seen, too. */
const INNERMOST = 1;

export interface OutboxedWritesOptions {
  readonly clock: Clock;
  readonly newToken: IdSource;
  /** Whether what this transaction writes need not go outside. */
  readonly isSkipped: (transaction: object) => boolean;
  /** Called after each commit that left something in the outbox. */
  readonly onCommit: () => void;
}

/**
 * Notes the keys of every row that is written or deleted in the outbox, within the same transaction: whichever way a
 * change is made, either it is in the database *and* the outbox, or in neither. What is sent from there: outbox.ts.
 */
export function outboxedWrites({ clock, newToken, isSkipped, onCommit }: OutboxedWritesOptions): Middleware<DBCore> {
  const kept = new Set<string>(KEPT_TABLES);
  const told = new WeakSet<object>();
  return {
    stack: 'dbcore',
    name: 'outboxed-writes',
    level: INNERMOST,
    create: (core) => {
      // A database of a test may have no outbox.
      const hasOutbox = core.schema.tables.some(({ name }) => name === OUTBOX);
      if (!hasOutbox) return core;
      const outbox = core.table(OUTBOX);
      const note: Note = (trans, table, keys) => {
        const rows = outboxRows(table, keys, clock(), newToken);
        if (rows.length === 0) return undefined;
        if (!told.has(trans)) trans.addEventListener('complete', onCommit);
        told.add(trans);
        return outbox.mutate({ type: 'add', trans, values: rows });
      };
      return {
        ...core,
        transaction: (stores, mode, options) =>
          core.transaction(
            mode === 'readwrite' && stores.some((name) => kept.has(name)) && !stores.includes(OUTBOX)
              ? [...stores, OUTBOX]
              : [...stores],
            mode,
            options,
          ),
        table: (name) => {
          const table = core.table(name);
          return kept.has(name) ? { ...table, mutate: notedWrites(table, name as KeptTable, note, isSkipped) } : table;
        },
      };
    },
  };
}

type Note = (trans: IDBTransaction, table: KeptTable, keys: readonly string[]) => PromiseLike<unknown> | undefined;

/** Without `await`, which would leave Dexie's zone: what its own layers do next would miss their transaction. */
function notedWrites(
  table: DBCoreTable,
  name: KeptTable,
  note: Note,
  isSkipped: OutboxedWritesOptions['isSkipped'],
): DBCoreTable['mutate'] {
  return (request) => {
    const trans = request.trans as IDBTransaction;
    if (isSkipped(trans)) return table.mutate(request);
    const write = (keys: readonly string[]): ReturnType<DBCoreTable['mutate']> =>
      table.mutate(request).then((response) => note(trans, name, keys)?.then(() => response) ?? response);
    if (request.type !== 'deleteRange') return write(keysOf(table, request));
    // Before the change: a range says which rows it deletes only while they are there.
    const { range } = request;
    return table
      .query({ trans, values: false, query: { index: table.schema.primaryKey, range } })
      .then(({ result }) => write(result.map(String)));
  };
}

function keysOf(table: DBCoreTable, request: Exclude<DBCoreMutateRequest, DBCoreDeleteRangeRequest>): string[] {
  if (request.type === 'delete') return request.keys.map(String);
  const { primaryKey } = table.schema;
  return request.values.map((row: unknown) => String(primaryKey.extractKey?.(row)));
}
