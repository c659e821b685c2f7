import type { z } from 'zod';

/** One method of a worker: all that differs from one to the next. Client, server and parsers are derived from it. */
export interface MethodEntry<Request = unknown, Response = unknown> {
  readonly request: z.ZodType<Request>;
  readonly response: z.ZodType<Response>;
  /** A newer call with the same key cancels the older one. */
  latestPer?(request: Request): string;
}
export type MethodTable = Readonly<Record<string, MethodEntry>>;

export type RequestOf<Entry extends MethodEntry> = z.output<Entry['request']>;
export type ResponseOf<Entry extends MethodEntry> = z.output<Entry['response']>;

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Steps done so far, and in all: items while a library is set or updated, people during a backtest. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
}

/** The table as its callers see it: one function per method. */
export type Calls<Table extends MethodTable> = {
  readonly [Name in keyof Table]: (
    request: RequestOf<Table[Name]>,
    options?: CallOptions,
  ) => Promise<ResponseOf<Table[Name]>>;
};

/** The table as the one who answers sees it. `Context`: what a running call must watch and may report. */
export type Answers<Table extends MethodTable, Context> = {
  readonly [Name in keyof Table]: (
    request: RequestOf<Table[Name]>,
    context?: Context,
  ) => Promise<ResponseOf<Table[Name]>>;
};

/** One value per method of the table. */
export function mapMethods<Table extends MethodTable, Result extends { readonly [Name in keyof Table]: unknown }>(
  table: Table,
  make: <Name extends keyof Table & string>(name: Name, entry: Table[Name]) => Result[Name],
): Result {
  // Every name is visited; TypeScript has no way to say so of Object.fromEntries.
  return Object.fromEntries(
    Object.entries(table).map(([name, entry]) => [name, make(name, entry as Table[string])]),
  ) as Result;
}
