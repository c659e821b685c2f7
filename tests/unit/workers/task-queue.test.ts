import { describe, expect, it } from 'vitest';
import { taskQueue } from '../../../renderer/src/workers/task-queue';

/** A promise and what settles it. */
function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((settle) => {
    open = settle;
  });
  return { opened, open };
}
const NEVER_ABORTED = new AbortController().signal;

describe('the queue of the worker', () => {
  it('runs one task at a time, in the order in which they came', async () => {
    const inTurn = taskQueue();
    const first = gate();
    const log: string[] = [];
    const tasks = [
      inTurn(NEVER_ABORTED, async () => {
        log.push('first starts');
        await first.opened;
        log.push('first ends');
      }),
      inTurn(NEVER_ABORTED, async () => {
        log.push('second');
      }),
    ];
    await new Promise((settle) => setTimeout(settle, 5));
    expect(log).toEqual(['first starts']);
    first.open();
    await Promise.all(tasks);
    expect(log).toEqual(['first starts', 'first ends', 'second']);
  });

  it('never runs a task that was cancelled while it waited, and goes on with the next', async () => {
    const inTurn = taskQueue();
    const first = gate();
    const log: string[] = [];
    const running = inTurn(NEVER_ABORTED, () => first.opened);
    const controller = new AbortController();
    const cancelled = inTurn(controller.signal, async () => {
      log.push('cancelled');
    });
    const next = inTurn(NEVER_ABORTED, async () => {
      log.push('next');
    });
    controller.abort();
    first.open();
    await running;
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    await next;
    expect(log).toEqual(['next']);
  });

  it('never runs a task whose cancellation arrives in the turn before it starts', async () => {
    const inTurn = taskQueue();
    const controller = new AbortController();
    let runs = 0;
    const task = inTurn(controller.signal, async () => {
      runs += 1;
    });
    // As a message of the page would: a task of the event loop, queued before the piece of work.
    await Promise.resolve();
    controller.abort();
    await expect(task).rejects.toMatchObject({ name: 'AbortError' });
    expect(runs).toBe(0);
  });

  it('goes on after a task that failed', async () => {
    const inTurn = taskQueue();
    const failing = inTurn(NEVER_ABORTED, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(await inTurn(NEVER_ABORTED, () => Promise.resolve(7))).toBe(7);
  });
});
