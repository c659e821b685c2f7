import type { DBCore, DBCoreCursor, DBCoreTable, Middleware } from 'dexie';
import { AppError } from '../domain/errors';
import { parserOf, problemOf } from '../domain/parsing';
import type { DamagedRowLog } from './damaged-row-log';
import { ROW_SCHEMAS } from './row-schemas';

export interface ParsedRowsOptions {
  readonly damagedRows: DamagedRowLog;
  /** Whether this transaction reads and writes rows as they are. */
  readonly skipsParsing: (transaction: object) => boolean;
}

/** The parsed row, or undefined for one that is damaged. */
type ParseRow = (row: unknown) => unknown;

/**
 * Everything read from the database or written to it passes here, whatever way it was asked for: each row is parsed by
 * the schema of its table. A row that is read and does not parse is left out as if it were not there (it stays in its
 * table) and is logged. A write with such a row fails with `invalid-input`, which rolls its transaction back: otherwise
 * what was just saved would not be there any more.
 */
export function parsedRows({ damagedRows, skipsParsing }: ParsedRowsOptions): Middleware<DBCore> {
  const parsers = new Map(
    Object.entries(ROW_SCHEMAS).map(([name, schema]) => [name, { schema, parse: parserOf(schema) }]),
  );
  return {
    stack: 'dbcore',
    name: 'parsed-rows',
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
        const problem = (row: unknown): string | null =>
          parser.parse(row) === undefined ? problemOf(parser.schema, row) : null;
        return {
          ...withParsedRows(table, parseRow, skipsParsing),
          mutate: checkedWrites(table, problem, skipsParsing),
        };
      },
    }),
  };
}

function withParsedRows(
  table: DBCoreTable,
  parseRow: ParseRow,
  skipsParsing: ParsedRowsOptions['skipsParsing'],
): DBCoreTable {
  const parseFound: ParseRow = (row) => (row === undefined ? undefined : parseRow(row));
  return {
    ...table,
    get: (request) =>
      skipsParsing(request.trans) ? table.get(request) : table.get(request).then((row: unknown) => parseFound(row)),
    getMany: (request) =>
      skipsParsing(request.trans)
        ? table.getMany(request)
        : table.getMany(request).then((rows: readonly unknown[]) => rows.map(parseFound)),
    query: (request) =>
      request.values !== true || skipsParsing(request.trans)
        ? table.query(request)
        : table.query(request).then((response) => ({
            ...response,
            result: response.result.map(parseRow).filter((row) => row !== undefined),
          })),
    openCursor: (request) =>
      request.values !== true || skipsParsing(request.trans)
        ? table.openCursor(request)
        : table.openCursor(request).then((cursor) => (cursor === null ? null : withParsedValues(cursor, parseRow))),
  };
}

function checkedWrites(
  table: DBCoreTable,
  problemIn: (row: unknown) => string | null,
  skipsParsing: ParsedRowsOptions['skipsParsing'],
): DBCoreTable['mutate'] {
  return (request) => {
    if ((request.type === 'add' || request.type === 'put') && !skipsParsing(request.trans)) {
      for (const row of request.values) {
        const problem = problemIn(row);
        if (problem !== null)
          return Promise.reject(
            new AppError('invalid-input', `This cannot be saved, and nothing was changed: ${table.name}.${problem}`),
          );
      }
    }
    return table.mutate(request);
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
