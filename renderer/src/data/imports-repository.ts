import type { ActionReceipt } from '../domain/ports/action-receipt';
import type { ImportProgress, ImportsRepository } from '../domain/ports/imports-repository';
import { AppError } from '../domain/errors';
import type { TasteEvent, TasteEventDraft } from '../domain/event';
import { eventId, itemId, OWNER_ID } from '../domain/ids';
import { completeItem, type Item } from '../domain/item';
import type { ImportPlan, PlannedAddition, PlannedChange } from '../domain/import-plan';
import type { DataContext } from './data-context';
import type { RecordedWrite } from './recorded-write';
import { completeEvent, replaceStatements } from './taste-statements';

/** Rows between two reports of progress; a cancel takes effect at the next one. */
const CHUNK = 500;

type Statement = Omit<TasteEventDraft, 'personId'>;

export class DexieImportsRepository implements ImportsRepository {
  constructor(private readonly context: DataContext) {}

  async applyImport(
    plan: ImportPlan,
    options?: { readonly signal?: AbortSignal; readonly onProgress?: (progress: ImportProgress) => void },
  ): Promise<ActionReceipt> {
    const total = plan.additions.length + plan.changes.length;
    return this.context.journal.write(
      () => this.context.labels.imported(plan),
      async (write) => {
        let done = 0;
        // An exception inside the transaction rolls everything back: the database stays as it was.
        const step = (count: number): void => {
          if (options?.signal?.aborted === true)
            throw new AppError('cancelled', 'The import was cancelled; nothing was changed.');
          done += count;
          options?.onProgress?.({ done, total });
        };
        step(0);
        for (const chunk of chunks(plan.additions)) {
          await this.#addChunk(write, plan.source, chunk);
          step(chunk.length);
        }
        const statements: Statement[] = [];
        for (const chunk of chunks(plan.changes)) {
          statements.push(...(await this.#changeChunk(write, plan.source, chunk)));
          step(chunk.length);
        }
        if (statements.length === 0) return;
        // Together: reading the owner's events once is what makes thousands of changes quick.
        await replaceStatements(this.context, write, OWNER_ID, statements);
        step(0);
      },
    );
  }

  async #addChunk(write: RecordedWrite, source: string, additions: readonly PlannedAddition[]): Promise<void> {
    const { clock, newId } = this.context;
    const now = clock();
    const items: Item[] = [];
    const events: TasteEvent[] = [];
    for (const { draft, event } of additions) {
      const item = completeItem({ source, ...draft }, itemId(newId()), now);
      items.push(item);
      if (event !== null)
        events.push(completeEvent({ source, at: null, ...event, itemId: item.id }, eventId(newId()), now));
    }
    await write.add('items', items);
    await write.add('events', events);
  }

  async #changeChunk(
    write: RecordedWrite,
    source: string,
    changes: readonly PlannedChange[],
  ): Promise<readonly Statement[]> {
    const stored = await this.context.database.items.bulkGet(changes.map((change) => change.itemId));
    const updatedAt = this.context.clock();
    const items: Item[] = [];
    const statements: Statement[] = [];
    changes.forEach(({ patch, event }, index) => {
      const item = stored[index];
      // Deleted since the preview: nothing to change, and a cancelled deletion is not for an import to make.
      if (item === undefined) return;
      // A thing of the sample library that stands in the owner's own export is the owner's from now on.
      items.push({ ...item, ...patch, ...(item.source === 'sample' ? { source } : {}), updatedAt });
      if (event !== null) statements.push({ source, at: null, ...event, itemId: item.id });
    });
    await write.put(
      'items',
      items,
      stored.filter((item) => item !== undefined),
    );
    return statements;
  }
}

function* chunks<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += CHUNK) yield rows.slice(start, start + CHUNK);
}
