import type { ImportProgress, ImportReceipt, ImportsRepository } from '../domain/ports/imports-repository';
import { AppError } from '../domain/errors';
import { withTrueMarks } from '../domain/enrichment';
import type { TasteEvent, TasteEventDraft } from '../domain/event';
import { entryId, itemId, listId, OWNER_ID, type ItemId, type ListId } from '../domain/ids';
import { completeItem, type Item } from '../domain/item';
import type { ImportPlan, PlannedAddition, PlannedChange, PlannedList } from '../domain/import-plan';
import type { DataContext } from './data-context';
import { partsOf } from '../domain/parts-of';
import { eventsBeside, plannedEvents } from '../domain/planned-events';
import type { RecordedWrite } from './recorded-write';
import { writeDifferent } from './said-different';
import { replaceStatements, type Answered } from './taste-statements';

/** Rows between two reports of progress, some milliseconds apart; a cancel takes effect at the next one. */
const CHUNK = 250;

type Statement = Omit<TasteEventDraft, 'personId'>;

/** What the changes of an import say of the owner. */
interface Said {
  readonly statements: Statement[];
  readonly answered: Answered[];
  /** Written beside what is replaced. */
  readonly beside: TasteEvent[];
}

/**
 * A rating of another day or service stays beside the later one that counts now, and so does each other day on which
 * the thing was finished.
 */
function staysBeside({ statements }: Said): (earlier: TasteEvent) => boolean {
  const rated = new Map(statements.filter(({ type }) => type === 'rated').map((draft) => [draft.itemId, draft]));
  const finished = new Map(statements.filter(({ type }) => type === 'finished').map((draft) => [draft.itemId, draft]));
  return (earlier) => {
    if (earlier.type === 'finished') return earlier.at !== null && earlier.at !== finished.get(earlier.itemId)?.at;
    const later = rated.get(earlier.itemId);
    if (earlier.type !== 'rated' || later?.at == null) return false;
    const isSame = earlier.source === later.source && (earlier.at === null || earlier.at === later.at);
    return !isSame && (earlier.at ?? -Infinity) <= later.at;
  };
}

export class DexieImportsRepository implements ImportsRepository {
  constructor(private readonly context: DataContext) {}

  async applyImport(
    plan: ImportPlan,
    options?: { readonly signal?: AbortSignal; readonly onProgress?: (progress: ImportProgress) => void },
  ): Promise<ImportReceipt> {
    const total = plan.additions.length + plan.changes.length;
    const { actionId, label, result } = await this.context.journal.write(
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
        const idOf = new Map<PlannedAddition, ItemId>();
        for (const chunk of partsOf(plan.additions, CHUNK)) {
          await this.#addChunk(write, plan.source, chunk, idOf);
          step(chunk.length);
        }
        const said: Said = { statements: [], answered: [], beside: [] };
        for (const chunk of partsOf(plan.changes, CHUNK)) {
          await this.#changeChunk(write, plan.source, chunk, said);
          step(chunk.length);
        }
        if (said.statements.length + said.answered.length > 0) {
          // In one call, which reads the owner's events once: thousands of changes take seconds otherwise.
          await replaceStatements(this.context, write, OWNER_ID, said.statements, said.answered, staysBeside(said));
          step(0);
        }
        await write.add('events', said.beside);
        await writeDifferent(
          this.context,
          write,
          plan.different.flatMap(([one, other]) => {
            const ids = [one, other].map((thing) => (typeof thing === 'string' ? thing : idOf.get(thing)));
            return ids[0] === undefined || ids[1] === undefined ? [] : [[ids[0], ids[1]] as const];
          }),
        );
        return {
          listId: plan.list === null ? null : await this.#addList(write, plan.list, idOf),
          itemIds: [...idOf.values(), ...plan.changes.map(({ itemId: changed }) => changed)],
        };
      },
      'import',
    );
    return { actionId, label, ...result };
  }

  /** @param idOf gets the id of each addition */
  async #addChunk(
    write: RecordedWrite,
    source: string,
    additions: readonly PlannedAddition[],
    idOf: Map<PlannedAddition, ItemId>,
  ): Promise<void> {
    const { clock, newId } = this.context;
    const now = clock();
    const items: Item[] = [];
    const events: TasteEvent[] = [];
    for (const addition of additions) {
      const item = completeItem({ source, ...addition.draft }, itemId(newId()), now);
      items.push(item);
      idOf.set(addition, item.id);
      events.push(...plannedEvents(addition, { itemId: item.id, source, newId, now }));
    }
    await write.add('items', items);
    await write.add('events', events);
  }

  /** @param said gets what the changes say of the owner */
  async #changeChunk(
    write: RecordedWrite,
    source: string,
    changes: readonly PlannedChange[],
    said: Said,
  ): Promise<void> {
    const stored = await this.context.database.items.bulkGet(changes.map((change) => change.itemId));
    const { clock, newId } = this.context;
    const now = clock();
    const items: Item[] = [];
    changes.forEach((change, index) => {
      const { patch, event } = change;
      const item = stored[index];
      // Deleted since the preview: an import does not bring back what was deleted meanwhile.
      if (item === undefined) return;
      // An item of the sample library that is also in the owner's export becomes the owner's.
      const after = { ...item, ...patch, ...(item.source === 'sample' ? { source } : {}), updatedAt: now };
      items.push(withTrueMarks(item, after));
      if (event !== null) said.statements.push({ source, at: null, ...event, itemId: item.id });
      // What was given up and is finished now was not given up.
      if (patch.status !== undefined) said.answered.push({ itemId: item.id, type: 'finished' });
      said.beside.push(...eventsBeside(change, { itemId: item.id, source, newId, now }));
    });
    await write.put(
      'items',
      items,
      stored.filter((item) => item !== undefined),
    );
  }

  async #addList(
    write: RecordedWrite,
    { title, description, entries }: PlannedList,
    idOf: ReadonlyMap<PlannedAddition, ItemId>,
  ): Promise<ListId> {
    const { clock, newId, database } = this.context;
    const now = clock();
    const id = listId(newId());
    const found = entries.flatMap(({ thing, annotation }) => {
      const item = typeof thing === 'string' ? thing : idOf.get(thing);
      return item === undefined ? [] : [{ id: entryId(newId()), itemId: item, annotation }];
    });
    const stored = await database.items.bulkGet(found.map((entry) => entry.itemId));
    await write.add('lists', [
      {
        id,
        title,
        description,
        // Deleted since the preview: the list does without.
        entries: found.filter((_entry, index) => stored[index] !== undefined),
        createdAt: now,
        updatedAt: now,
      },
    ]);
    return id;
  }
}
