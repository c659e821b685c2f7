/** Part of a call; `isLast` where none follows. */
export interface Part<T> {
  readonly items: readonly T[];
  readonly isLast: boolean;
}

/** The items, taken one by one as the parts are; one empty part where there are none. */
export function* inPartsOf<T>(items: Iterable<T>, size: number): Generator<Part<T>> {
  let part: T[] = [];
  for (const item of items) {
    if (part.length === size) {
      yield { items: part, isLast: false };
      part = [];
    }
    part.push(item);
  }
  yield { items: part, isLast: true };
}

/**
 * Calls reach a worker in the order in which they were made, although some are too large to be posted at once: those
 * after it wait until all of it is posted, so that none meets half of it.
 */
export class CallsInTurn {
  /** Settles once everything that was asked for is posted; null: nothing is being posted. */
  #posting: Promise<void> | null = null;

  /** @param pause lets the page do what waits, between two parts */
  constructor(private readonly pause: () => Promise<void>) {}

  one<T>(call: () => Promise<T>): Promise<T> {
    return this.#posting === null ? call() : this.#posting.then(call);
  }

  /**
   * @param parts at least one
   * @param post posts a part and answers with what the worker answers
   * @returns the answer to the last part; rejects where one of them was refused
   */
  async inParts<P extends { readonly isLast: boolean }, T>(
    parts: Iterator<P>,
    post: (part: P) => Promise<T>,
  ): Promise<T> {
    let next = parts.next();
    // What is small, and has nothing before it, is posted before this returns.
    if (this.#posting === null && next.done !== true && next.value.isLast) return await post(next.value);
    const answers: Promise<T>[] = [];
    await this.#after(this.#posting ?? Promise.resolve(), async () => {
      for (; next.done !== true; next = parts.next()) {
        await this.pause();
        const answer = post(next.value);
        // It is waited for below, when all parts are posted.
        answer.catch(() => undefined);
        answers.push(answer);
      }
    });
    const all = await Promise.all(answers);
    return all[all.length - 1] as T;
  }

  /** Whatever becomes of it, what follows is posted. */
  async #after(before: Promise<void>, work: () => Promise<void>): Promise<void> {
    const done = before.then(work);
    const posting = done
      .catch(() => undefined)
      .then(() => {
        if (this.#posting === posting) this.#posting = null;
      });
    this.#posting = posting;
    await done;
  }
}
