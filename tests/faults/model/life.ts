/** Waits for so many turns of the event loop. */
export async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1)
    await new Promise((settle) => {
      setImmediate(settle);
    });
}

/** Thrown at everything that a killed window still tries. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/** A window is killed before a step: the opening of a transaction, or a call to its host, its beginning and its end. */
export class Life {
  #stepsLeft: number | null = null;
  #isOver = false;

  get isOver(): boolean {
    return this.#isOver;
  }

  /** @param steps null: it is not killed */
  limit(steps: number | null): void {
    this.#stepsLeft = steps;
  }

  end(): void {
    this.#isOver = true;
  }

  step(): void {
    if (this.#stepsLeft !== null && this.#stepsLeft-- <= 0) this.#isOver = true;
    if (this.#isOver) throw new Killed('The window was killed.');
  }
}
