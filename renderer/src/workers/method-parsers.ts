import type { z } from 'zod';
import { AppError, type ErrorCode } from '../domain/errors';
import {
  mapMethods,
  type MethodEntry,
  type MethodTable,
  type RequestOf,
  type ResponseOf,
} from '../domain/ports/method-table';
import { parserOf, problemOf } from '../domain/parsing';

export type RequestParsers<Table extends MethodTable> = {
  readonly [Name in keyof Table]: (request: unknown) => RequestOf<Table[Name]>;
};
export type AnswerParsers<Table extends MethodTable> = {
  readonly [Name in keyof Table]: (answer: unknown) => ResponseOf<Table[Name]>;
};

/**
 * In the worker: what arrives is a request to its full depth, or throws `invalid-input` with the place and the reason.
 */
export function requestParsers<Table extends MethodTable>(table: Table): RequestParsers<Table> {
  return mapMethods<Table, RequestParsers<Table>>(table, (name, entry) =>
    parser(entry, 'request', 'invalid-input', `The request "${name}"`),
  );
}

/** In the page: likewise for answers; one that does not fit throws `unexpected`. */
export function answerParsers<Table extends MethodTable>(table: Table): AnswerParsers<Table> {
  return mapMethods<Table, AnswerParsers<Table>>(table, (name, entry) =>
    parser(entry, 'response', 'unexpected', `The worker’s answer to "${name}"`),
  );
}

function parser<Entry extends MethodEntry, Side extends 'request' | 'response'>(
  entry: Entry,
  side: Side,
  code: ErrorCode,
  what: string,
): (value: unknown) => z.output<Entry[Side]> {
  const schema = entry[side];
  const parse = parserOf(schema);
  return (value) => {
    const parsed = parse(value);
    if (parsed === undefined)
      throw new AppError(code, `${what} does not have its shape (${problemOf(schema, value)}).`);
    return parsed;
  };
}
