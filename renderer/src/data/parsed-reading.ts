import type { DBCore, DBCoreCursor, DBCoreTable, Middleware } from 'dexie';
import { parserOf, problemOf } from '../domain/parsing';
import type { DamagedRowLog } from './damaged-row-log';
import { ROW_SCHEMAS } from './row-schemas';

export interface ParsedReadingOptions {
  readonly damagedRows: DamagedRowLog;
  /** Whether rows that this transaction reads are handed on as they are stored. */
  readonly isUnparsed: (transaction: object) => boolean;
}

/** The parsed row, or undefined for one that is damaged. */
type ParseRow = (row: unknown) => unknown;

/**
 * Everything read from the database passes here, whatever way it was asked for: each row is parsed by the schema of its
 * table. A row that does not parse is left out as if it were not there (it stays in its table) and is logged.
 */
export function parsedReading({ damagedRows, isUnparsed }: ParsedReadingOptions): Middleware<DBCore> {
  const parsers = new Map(
    Object.entries(ROW_SCHEMAS).map(([name, schema]) => [name, { schema, parse: parserOf(schema) }]),
  );
  return {
    stack: 'dbcore',
    name: 'parsed-reading',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        const parser = parsers.get(name);
        // A table of a database from a test; the app's own have a schema each, see `TableRows`.
        if (parser === undefined) return table;
        const keyOf = (row: unknown): string =>
          row instanceof Object ? String(table.schema.primaryKey.extractKey?.(row)) : '?';
        const parseRow: ParseRow = (row) => {
          const parsed = parser.parse(row);
          if (parsed === undefined) damagedRows.add(name, keyOf(row), () => problemOf(parser.schema, row));
          return parsed;
        };
        return withParsedRows(table, parseRow, isUnparsed);
      },
    }),
  };
}

function withParsedRows(
  table: DBCoreTable,
  parseRow: ParseRow,
  isUnparsed: ParsedReadingOptions['isUnparsed'],
): DBCoreTable {
  const parseFound: ParseRow = (row) => (row === undefined ? undefined : parseRow(row));
  return {
    ...table,
    get: (request) =>
      isUnparsed(request.trans) ? table.get(request) : table.get(request).then((row: unknown) => parseFound(row)),
    getMany: (request) =>
      isUnparsed(request.trans)
        ? table.getMany(request)
        : table.getMany(request).then((rows: readonly unknown[]) => rows.map(parseFound)),
    query: (request) =>
      request.values !== true || isUnparsed(request.trans)
        ? table.query(request)
        : table.query(request).then((response) => ({
            ...response,
            result: response.result.map(parseRow).filter((row) => row !== undefined),
          })),
    openCursor: (request) =>
      request.values !== true || isUnparsed(request.trans)
        ? table.openCursor(request)
        : table.openCursor(request).then((cursor) => (cursor === null ? null : withParsedValues(cursor, parseRow))),
  };
}

/** The cursor over parsed rows, damaged ones passed over. A cursor's own getters must be asked on the cursor itself. */
function withParsedValues(cursor: DBCoreCursor, parseRow: ParseRow): DBCoreCursor {
  let value: unknown;
  return Object.create(cursor, {
    key: { get: () => cursor.key },
    primaryKey: { get: () => cursor.primaryKey },
    value: { get: () => value },
    start: {
      value: (onNext: () => void) =>
        cursor.start(() => {
          value = parseRow(cursor.value);
          if (value === undefined) cursor.continue();
          else onNext();
        }),
    },
  }) as DBCoreCursor;
}
