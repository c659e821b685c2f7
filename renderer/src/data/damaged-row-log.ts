import type { DamagedRow, DamagedRows } from '../domain/ports/damaged-rows';

/** Remembers each damaged row once, however often it is read. */
export class DamagedRowLog implements DamagedRows {
  readonly #rows = new Map<string, DamagedRow>();
  readonly #listeners = new Set<() => void>();
  #all: readonly DamagedRow[] | null = null;

  /** The same array until another row is met. */
  all(): readonly DamagedRow[] {
    return (this.#all ??= [...this.#rows.values()]);
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** @param problem asked for only where the row was not met before */
  add(table: string, key: string, problem: () => string): void {
    const id = JSON.stringify([table, key]);
    if (this.#rows.has(id)) return;
    this.#rows.set(id, { table, key, problem: problem() });
    this.#all = null;
    for (const listener of this.#listeners) listener();
  }
}
