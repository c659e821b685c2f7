import { AppError, toAppError } from '../domain/errors';
import type { CallOptions } from '../domain/ports/method-table';
import { nextTask } from '../inference/next-task';
import { CallsInTurn } from './calls-in-turn';
import { partsOfLists, withoutLongLists } from './long-lists';
import { fromWorkerMessage } from './rpc-messages';
import type { MessageEndpoint, ToWorkerMessage } from './rpc-messages';

interface Outstanding {
  readonly settle: (value: unknown) => void;
  readonly fail: (error: AppError) => void;
  readonly onProgress: CallOptions['onProgress'];
}

/** The page's end of one worker. A new worker gets a new client: ids are never reused across them. */
export class RpcClient {
  readonly #outstanding = new Map<number, Outstanding>();
  #nextId = 0;
  #closed: AppError | null = null;

  readonly #inTurn: CallsInTurn;

  /**
   * @param onNotice called for what the worker sends without being asked
   * @param pause lets the page do what waits, between two parts of a long list
   */
  constructor(
    private readonly endpoint: MessageEndpoint,
    private readonly onNotice: (name: string, value: unknown) => void,
    pause: () => Promise<void> = nextTask,
  ) {
    this.#inTurn = new CallsInTurn(pause);
    endpoint.addEventListener('message', ({ data }) => {
      this.#receive(data);
    });
  }

  /** Rejects with an AppError: the worker's own, `cancelled` at once on abort, or what `failAll` was given. */
  async call(method: string, payload: unknown, options: CallOptions = {}): Promise<unknown> {
    const { signal, onProgress } = options;
    if (this.#closed !== null) throw this.#closed;
    if (signal?.aborted === true) throw cancelled();
    const id = this.#nextId++;
    return await new Promise<unknown>((resolve, reject) => {
      const onAbort = (): void => {
        this.#send({ type: 'cancel', id });
        this.#outstanding.get(id)?.fail(cancelled());
      };
      const done = (): void => {
        this.#outstanding.delete(id);
        signal?.removeEventListener('abort', onAbort);
      };
      this.#outstanding.set(id, {
        settle: (value) => {
          done();
          resolve(value);
        },
        fail: (error) => {
          done();
          reject(error);
        },
        onProgress,
      });
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#post(id, method, payload);
    });
  }

  /** What is small is sent at once; long lists go before it in parts, and later calls after it. */
  #post(id: number, method: string, payload: unknown): void {
    const { request, lists } = withoutLongLists(payload);
    const call: ToWorkerMessage = { type: 'call', id, method, payload: request };
    const messages = function* (): Generator<{ readonly message: ToWorkerMessage; readonly isLast: boolean }> {
      for (const part of partsOfLists(lists))
        yield { message: { type: 'part', id, list: part.list, values: [...part.values] }, isLast: false };
      yield { message: call, isLast: true };
    };
    this.#inTurn
      .inParts(messages(), async ({ message }) => {
        // It was cancelled meanwhile: what has been sent of it is let go of.
        const isWanted = this.#outstanding.has(id);
        if (isWanted || lists.length > 0) this.#send(isWanted ? message : { type: 'cancel', id });
      })
      // A list that cannot be copied: a bug of the caller.
      .catch((error: unknown) => this.#outstanding.get(id)?.fail(toAppError(error)));
  }

  /** The worker is gone: every call that waits, and every later one, fails with `error`. */
  failAll(error: AppError): void {
    this.#closed = error;
    for (const call of this.#outstanding.values()) call.fail(error);
  }

  #send(message: ToWorkerMessage): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker or port has no origin
    this.endpoint.postMessage(message);
  }

  #receive(data: unknown): void {
    const parsed = fromWorkerMessage.safeParse(data);
    if (!parsed.success || this.#closed !== null) return;
    const message = parsed.data;
    if (message.type === 'notice') {
      this.onNotice(message.name, message.value);
      return;
    }
    // The answer to a cancelled call finds no entry any more.
    const call = this.#outstanding.get(message.id);
    if (message.type === 'result') call?.settle(message.value);
    else if (message.type === 'error') call?.fail(new AppError(message.code, message.message));
    else call?.onProgress?.({ done: message.done, total: message.total });
  }
}

export function cancelled(): AppError {
  return new AppError('cancelled', 'The request was cancelled.');
}
