import { AppError, toAppError } from '../domain/errors';
import { toWorkerMessage } from './rpc-messages';
import type { FromWorkerMessage, MessageEndpoint } from './rpc-messages';

/** Request and response of each method, by its name. */
export type Methods = { readonly [name: string]: { readonly request: unknown; readonly response: unknown } };

export interface HandlerContext {
  /** Aborted when the caller cancels. */
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

export type Handlers<M> = {
  readonly [Name in keyof M]: M[Name] extends { readonly request: infer Request; readonly response: infer Response }
    ? (request: Request, context: HandlerContext) => Promise<Response>
    : never;
};

/** Checks the outermost shape of each method's payload; throws `invalid-input`. */
export type PayloadParsers<M> = {
  readonly [Name in keyof M]: (
    payload: unknown,
  ) => M[Name] extends { readonly request: infer Request } ? Request : never;
};

export interface RpcServer {
  /** Tells the page something it did not ask for. */
  notify(name: string, value: unknown): void;
}

/**
 * Answers calls that arrive at `endpoint`. Errors travel as a code and a message; a method that is not among the
 * handlers is refused; a message that is no envelope at all is dropped, for there is nobody to answer.
 */
export function serveRpc<M>(endpoint: MessageEndpoint, handlers: Handlers<M>, parsers: PayloadParsers<M>): RpcServer {
  const running = new Map<number, AbortController>();
  const send = (message: FromWorkerMessage): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker or a port: only windows have origins to name
    endpoint.postMessage(message);
  };

  const answer = async (id: number, method: string, payload: unknown): Promise<void> => {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      if (!isMethod(handlers, method))
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
    if (message.data.type === 'cancel') running.get(message.data.id)?.abort();
    else void answer(message.data.id, message.data.method, message.data.payload);
  });
  return {
    notify: (name, value) => {
      send({ type: 'notice', name, value });
    },
  };
}

function isMethod<M>(handlers: Handlers<M>, name: string): name is Extract<keyof M, string> {
  // Own properties only: "constructor" is no method.
  return Object.hasOwn(handlers, name);
}
