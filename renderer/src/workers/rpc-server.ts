import { AppError, toAppError } from '../domain/errors';
import type { MethodTable, RequestOf, ResponseOf } from '../domain/ports/method-table';
import { withLongLists } from './long-lists';
import { requestParsers } from './method-parsers';
import { toWorkerMessage } from './rpc-messages';
import type { FromWorkerMessage, MessageEndpoint } from './rpc-messages';

export interface HandlerContext {
  /** Aborted when the caller cancels. */
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

export type Handlers<Table extends MethodTable> = {
  readonly [Name in keyof Table]: (
    request: RequestOf<Table[Name]>,
    context: HandlerContext,
  ) => Promise<ResponseOf<Table[Name]>>;
};

export interface RpcServer {
  /** Sends the page something it did not ask for. */
  notify(name: string, value: unknown): void;
}

/**
 * Answers calls that arrive at `endpoint`, each request parsed to its full depth first. Errors travel as a code and a
 * message; a method that is not in the table is refused with `unknown-method`; a message that is no envelope is
 * dropped, because it names no call to answer.
 */
export function serveRpc<Table extends MethodTable>(
  endpoint: MessageEndpoint,
  table: Table,
  handlers: Handlers<Table>,
): RpcServer {
  const parsers = requestParsers(table);
  const running = new Map<number, AbortController>();
  /** Long lists of calls that are still to come. */
  const listsOf = new Map<number, unknown[][]>();
  const send = (message: FromWorkerMessage): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker or port has no origin
    endpoint.postMessage(message);
  };

  const answer = async (id: number, method: string, payload: unknown): Promise<void> => {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      if (!isMethod(table, method))
        throw new AppError('unknown-method', `The worker has no method called "${method}".`);
      const context = {
        signal: controller.signal,
        onProgress: (done: number, total: number) => {
          send({ type: 'progress', id, done, total });
        },
      };
      const value = await handlers[method](parsers[method](payload), context);
      send({ type: 'result', id, value });
    } catch (error) {
      const { code, message } = toAppError(error);
      send({ type: 'error', id, code, message });
    } finally {
      running.delete(id);
    }
  };

  endpoint.addEventListener('message', ({ data }) => {
    const message = toWorkerMessage.safeParse(data);
    if (!message.success) return;
    const { id } = message.data;
    if (message.data.type === 'part') {
      const lists = listsOf.get(id) ?? [];
      listsOf.set(id, lists);
      (lists[message.data.list] ??= []).push(...message.data.values);
      return;
    }
    const lists = listsOf.get(id);
    listsOf.delete(id);
    if (message.data.type === 'cancel') running.get(id)?.abort();
    else {
      const { method, payload } = message.data;
      void answer(id, method, lists === undefined ? payload : withLongLists(payload, lists));
    }
  });
  return {
    notify: (name, value) => {
      send({ type: 'notice', name, value });
    },
  };
}

function isMethod<Table extends MethodTable>(table: Table, name: string): name is Extract<keyof Table, string> {
  // Own properties only: "constructor" is no method.
  return Object.hasOwn(table, name);
}
