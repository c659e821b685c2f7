import type { ImportedRow, ImportQuestion } from '../../domain/imported-row';
import type { ItemStatus } from '../../domain/item-values';

/** What sources of marked passages share: each passage is a record, each thing a row. */

const QUESTION = 'status';
const STATUSES: readonly { readonly value: ItemStatus; readonly label: string }[] = [
  { value: 'none', label: 'left without a status' },
  { value: 'finished', label: 'finished' },
  { value: 'in-progress', label: 'being read' },
];

/** The things in which something was marked, in the order in which they were met. */
export class HighlightedThings {
  readonly #status: ItemStatus;
  readonly #rows = new Map<string, ImportedRow>();
  /** Passages beyond the first one of their thing. */
  furtherCount = 0;

  constructor(answers: ReadonlyMap<string, string>) {
    this.#status = STATUSES.find(({ value }) => value === answers.get(QUESTION))?.value ?? 'none';
  }

  /** @param key which thing it is @param read the thing itself @param at when the passage was marked */
  add(key: string, read: (known: ImportedRow | undefined) => ImportedRow, at: number | null): void {
    const known = this.#rows.get(key);
    if (known !== undefined) this.furtherCount += 1;
    const finishedAt =
      this.#status === 'finished' ? Math.max(known?.finishedAt ?? -Infinity, at ?? -Infinity) : -Infinity;
    const addedAt = Math.min(known?.addedAt ?? Infinity, at ?? Infinity);
    this.#rows.set(key, {
      ...read(known),
      status: this.#status,
      finishedAt: Number.isFinite(finishedAt) ? finishedAt : null,
      addedAt: Number.isFinite(addedAt) ? addedAt : null,
    });
  }

  get rows(): readonly ImportedRow[] {
    return [...this.#rows.values()];
  }

  get question(): ImportQuestion {
    return { id: QUESTION, text: 'Books with highlights are', options: STATUSES, answer: this.#status };
  }
}
