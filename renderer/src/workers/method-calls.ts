import { mapMethods, type CallOptions, type Calls, type MethodTable } from '../domain/ports/method-table';
import { answerParsers } from './method-parsers';

/** Sends one call to the worker; answers with what came back, unparsed. */
export type SendCall = (method: string, request: unknown, options: CallOptions) => Promise<unknown>;

/**
 * The table as functions that call the worker and parse its answer. An answer that does not fit its schema is
 * `unexpected`; where an entry has `latestPer`, an older call with the same key fails with `cancelled`.
 */
export function callsOf<Table extends MethodTable>(table: Table, send: SendCall): Calls<Table> {
  const parsers = answerParsers(table);
  return mapMethods<Table, Calls<Table>>(table, (name, entry) => {
    const running = new Map<string, AbortController>();
    return async (request, options = {}) => {
      const key = entry.latestPer?.(request);
      if (key === undefined) return parsers[name](await send(name, request, options));
      running.get(key)?.abort();
      const controller = new AbortController();
      running.set(key, controller);
      const signal =
        options.signal === undefined ? controller.signal : AbortSignal.any([options.signal, controller.signal]);
      try {
        return parsers[name](await send(name, request, { ...options, signal }));
      } finally {
        if (running.get(key) === controller) running.delete(key);
      }
    };
  });
}
