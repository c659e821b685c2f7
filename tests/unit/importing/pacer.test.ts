import { describe, expect, it } from 'vitest';
import { AppError } from '../../../renderer/src/domain/errors';
import { createPacer } from '../../../renderer/src/importing/pacer';

const tooSlow = (): AppError => new AppError('file-too-large', 'too slow');

/** A clock that stands still until it is moved, and how often the thread was given away. */
function watched() {
  const state = { now: 0, pauses: 0 };
  return {
    state,
    options: {
      now: () => state.now,
      pause: () => {
        state.pauses += 1;
        return Promise.resolve();
      },
    },
  };
}

describe('a pacer', () => {
  it('gives the thread away once 12 ms have passed, however many things that were', async () => {
    const { state, options } = watched();
    const pacer = createPacer(undefined, options);
    for (let asked = 0; asked < 1000; asked += 1) await pacer.yieldIfDue();
    expect(state.pauses).toBe(0);
    state.now = 12;
    await pacer.yieldIfDue();
    await pacer.yieldIfDue();
    expect(state.pauses).toBe(1);
    state.now = 200;
    await pacer.yieldIfDue();
    expect(state.pauses).toBe(2);
  });

  it('ends what takes too long; each file has its own time', async () => {
    const { state, options } = watched();
    const pacer = createPacer(undefined, { ...options, limit: { milliseconds: 60_000, tooSlow } });
    for (let file = 0; file < 3; file += 1) {
      pacer.beginFile();
      for (let step = 0; step < 6; step += 1) {
        state.now += 10_000;
        await pacer.yieldIfDue();
      }
    }
    state.now += 1;
    await expect(pacer.yieldIfDue()).rejects.toThrow('too slow');
  });

  it('takes a computer that slept for no file that takes long', async () => {
    const { state, options } = watched();
    const pacer = createPacer(undefined, { ...options, limit: { milliseconds: 60_000, tooSlow } });
    state.now += 8 * 3_600_000;
    await expect(pacer.yieldIfDue()).resolves.toBeUndefined();
  });

  it('stops at once where it is cancelled', async () => {
    const { options } = watched();
    const controller = new AbortController();
    const pacer = createPacer(controller.signal, options);
    controller.abort();
    await expect(pacer.yieldIfDue()).rejects.toMatchObject({ code: 'cancelled' });
  });
});
