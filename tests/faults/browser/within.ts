import { setTimeout as wait } from 'node:timers/promises';

const POLL_MS = 20;

/** What was waited for, or an error that says what it was: a window that was killed may never answer. */
export async function within<T>(milliseconds: number, what: string, work: Promise<T>): Promise<T> {
  const ended = new AbortController();
  const late = wait(milliseconds, undefined, { signal: ended.signal }).then(
    () => {
      throw new Error(`Waited ${String(milliseconds / 1000)} s in vain: ${what}`);
    },
    () => undefined as never,
  );
  try {
    return await Promise.race([work, late]);
  } finally {
    ended.abort();
  }
}

/** Asks again and again until there is an answer. */
export async function answerWithin<T>(
  milliseconds: number,
  what: string,
  answer: () => T | null | Promise<T | null>,
): Promise<T> {
  let isOver = false;
  const asking = async (): Promise<T> => {
    for (;;) {
      const given = await answer();
      if (given !== null) return given;
      if (isOver) throw new Error(what);
      await wait(POLL_MS);
    }
  };
  try {
    return await within(milliseconds, what, asking());
  } finally {
    isOver = true;
  }
}
