import type { ActionLabels } from '../domain/ports/action-labels';
import type { ActionReceipt } from '../domain/ports/action-receipt';
import type { ActionKind, Journal, PastAction } from '../domain/ports/journal';
import type { Outbox } from '../domain/ports/outbox';
import { AppError } from '../domain/errors';
import { type ActionId, actionId, itemId, type ItemId } from '../domain/ids';
import type { Item } from '../domain/item';
import { itemSchema } from '../domain/item-fields/item-schema';
import { parserOf } from '../domain/parsing';
import type { HandpickedDatabase } from './database';
import { databaseError } from './database-errors';
import type { ItemsChanges } from './items-changes';
import { RecordedWrite } from './recorded-write';
import { actionChangeSchema } from './row-schemas';
import { RowsToSwap } from './rows-to-swap';
import type { ActionChangeRow, ActionRow, ItemsChange, JournaledTable } from './schema';
import type { Clock } from '../domain/ports/clock';

/** How many actions can be taken back. */
export const JOURNAL_LENGTH = 100;

/** The receipt of a write that turned out to change nothing; undoing it does nothing. */
export const NOTHING_CHANGED: ActionId = actionId(0);

const parseItem = parserOf(itemSchema);
const parseChange = parserOf(actionChangeSchema);

type StoredAction = ActionRow & { readonly id: number };

/**
 * Runs every write as one transaction together with its entry in the journal, and takes entries back.
 * Undo and redo swap the rows in the tables with the images in the journal (see `ActionChangeRow`), so they survive a
 * reload and are themselves atomic.
 */
export class ActionJournal implements Journal {
  constructor(
    private readonly database: HandpickedDatabase,
    private readonly itemsChanges: ItemsChanges,
    private readonly clock: Clock,
    private readonly labels: Pick<ActionLabels, 'nothingHadChanged'>,
    private readonly outbox: Pick<Outbox, 'assertRoom'>,
  ) {}

  /** `label` is made after the work, from its result: "Rated Dune". */
  async write<T>(
    label: (result: T) => string,
    work: (write: RecordedWrite) => Promise<T>,
    kind?: ActionKind,
  ): Promise<ActionReceipt & { readonly result: T }> {
    const write = new RecordedWrite(this.database, this.clock);
    try {
      await this.outbox.assertRoom();
      const outcome = await this.database.transaction('rw', this.database.actionTables, async () => {
        const result = await work(write);
        const text = label(result);
        const id = await write.finish(text, kind);
        if (id === null) return { result, label: text, actionId: NOTHING_CHANGED };
        // A new action ends the chance to redo what was undone before it.
        await this.#discard(await this.#undone());
        await this.#discard((await this.#ids()).slice(0, -JOURNAL_LENGTH));
        return { result, label: text, actionId: actionId(id) };
      });
      await this.itemsChanges.publish(write.itemsChange());
      return outcome;
    } catch (error) {
      throw databaseError(error);
    }
  }

  async undo(): Promise<ActionReceipt | null> {
    return this.#swap(
      async () => (await this.#actions()).filter((action) => action.undoneOrder === null).at(-1),
      'undo',
    );
  }

  async redo(): Promise<ActionReceipt | null> {
    return this.#swap(async () => (await this.#undoneActions()).at(-1), 'redo');
  }

  async undoAction(id: ActionId): Promise<ActionReceipt> {
    if (id === NOTHING_CHANGED) return { actionId: id, label: this.labels.nothingHadChanged };
    const receipt = await this.#swap(async () => {
      const action = (await this.#actions()).find((candidate) => candidate.id === id);
      if (action === undefined)
        throw new AppError(
          'not-found',
          `This is too long ago to undo: only the last ${JOURNAL_LENGTH} actions are kept.`,
        );
      if (action.undoneOrder !== null) throw new AppError('invalid-input', `“${action.label}” is undone already.`);
      const later = await this.#laterActionOnSameRows(id);
      if (later !== null)
        throw new AppError(
          'invalid-input',
          `“${action.label}” cannot be undone on its own: “${later}” came later and changed the same thing. Undo that first.`,
        );
      return action;
    }, 'undo');
    if (receipt === null) throw new AppError('not-found', 'There is nothing to undo.');
    return receipt;
  }

  async latest(limit: number, kind?: ActionKind): Promise<readonly PastAction[]> {
    const actions = (await this.#actions()).filter((action) => kind === undefined || action.kind === kind);
    return actions
      .slice(-limit)
      .reverse()
      .map((action) => ({
        actionId: actionId(action.id),
        label: action.label,
        at: action.at,
        undone: action.undoneOrder !== null,
      }));
  }

  /**
   * For what must not come back: discards the newest action that changed one of the rows, every action before it (which
   * can no longer be undone in order), and every undone action. Call inside a transaction over `actionTables`.
   */
  async discardActionsOn(rows: ReadonlyMap<JournaledTable, ReadonlySet<string>>): Promise<void> {
    const touching = await this.database.actionChanges
      .filter((change) => change.keys.some((key) => rows.get(change.table)?.has(key) === true))
      .toArray();
    const newest = touching.reduce((highest, change) => Math.max(highest, change.actionId), 0);
    await this.#discard([...(await this.#ids()).filter((id) => id <= newest), ...(await this.#undone())]);
  }

  async #swap(
    choose: () => Promise<StoredAction | undefined>,
    direction: 'undo' | 'redo',
  ): Promise<ActionReceipt | null> {
    const itemsAfter = new Map<ItemId, Item | null>();
    try {
      await this.outbox.assertRoom();
      const receipt = await this.database.transaction('rw', this.database.actionTables, async () => {
        const action = await choose();
        if (action === undefined) return null;
        // A damaged row is swapped like any other: taken for a missing one, it would be overwritten.
        this.database.skipParsing();
        const ids = await this.#changeIds(action.id);
        const rows = new RowsToSwap(this.database, await this.#sizes(ids));
        // Where the journal has several images of one row, the first is the one from before the action.
        for (const id of direction === 'undo' ? ids.toReversed() : ids)
          await this.#swapRows(await this.#change(id), rows, itemsAfter);
        const undoneOrder = direction === 'redo' ? null : ((await this.#undoneActions()).at(-1)?.undoneOrder ?? 0) + 1;
        await this.database.actions.update(action.id, { undoneOrder });
        return { actionId: actionId(action.id), label: action.label };
      });
      await this.itemsChanges.publish(toItemsChange(itemsAfter));
      return receipt;
    } catch (error) {
      throw databaseError(error);
    }
  }

  async #swapRows(
    change: ActionChangeRow & { readonly id: number },
    rows: RowsToSwap,
    itemsAfter: Map<ItemId, Item | null>,
  ): Promise<void> {
    const { keys } = change;
    const current = await rows.current(change);
    const images = change.images ?? keys.map(() => null);
    await rows.put(change, images, current);
    await this.database.actionChanges.put({ ...change, images: current.every((row) => row === null) ? null : current });
    if (change.table === 'items')
      keys.forEach((key, index) => {
        itemsAfter.set(itemId(key), parseItem(images[index]) ?? null);
      });
  }

  /**
   * Label of the first later action, not undone, that changed a row of this one or refers to a row this one added; null
   * where there is none.
   */
  async #laterActionOnSameRows(id: number): Promise<string | null> {
    const later = (await this.#actions()).filter((action) => action.id > id && action.undoneOrder === null);
    if (later.length === 0) return null;
    const own = new Map<JournaledTable, Set<string>>();
    const made = new Set<string>();
    for (const changeId of await this.#changeIds(id)) {
      const { table, keys, images } = await this.#change(changeId);
      const rows = own.get(table) ?? new Set();
      own.set(table, rows);
      keys.forEach((key, index) => {
        rows.add(key);
        if ((images?.[index] ?? null) === null) made.add(key);
      });
    }
    for (const action of later)
      for (const changeId of await this.#changeIds(action.id)) {
        const change = await this.#change(changeId);
        if (change.keys.some((key) => own.get(change.table)?.has(key))) return action.label;
        if (made.size > 0 && (await this.#mentions(change, made))) return action.label;
      }
    return null;
  }

  /** Whether rows of this change, as they are now, point at one of the keys: a friend's event would lose its friend. */
  async #mentions(change: ActionChangeRow, keys: ReadonlySet<string>): Promise<boolean> {
    const { database } = this;
    const rows = [...change.keys];
    switch (change.table) {
      case 'events':
        return (await database.journaled('events').bulkGet(rows)).some(
          (row) =>
            row !== undefined && [row.itemId, row.personId, row.otherItemId].some((id) => id !== null && keys.has(id)),
        );
      case 'shares':
        return (await database.journaled('shares').bulkGet(rows)).some(
          (row) => row !== undefined && (keys.has(row.itemId) || keys.has(row.personId)),
        );
      case 'lists':
        return (await database.journaled('lists').bulkGet(rows)).some(
          (row) => row?.entries.some((entry) => keys.has(entry.itemId)) === true,
        );
      case 'items':
      case 'people':
      case 'trash':
        return false;
    }
  }

  /** How many keys an action names, by table. */
  async #sizes(changeIds: readonly number[]): Promise<ReadonlyMap<JournaledTable, number>> {
    const sizes = new Map<JournaledTable, number>();
    for (const id of changeIds) {
      const { table, keys } = await this.#change(id);
      sizes.set(table, (sizes.get(table) ?? 0) + keys.length);
    }
    return sizes;
  }

  /** Of an action, in the order in which they were made; each is read by itself, for it may hold thousands of rows. */
  async #changeIds(id: number): Promise<readonly number[]> {
    return await this.database.actionChanges.where('actionId').equals(id).primaryKeys();
  }

  /** Throws `invalid-input` where it is damaged: half an action cannot be undone. */
  async #change(id: number): Promise<ActionChangeRow & { readonly id: number }> {
    const change = parseChange(await this.database.actionChanges.get(id));
    if (change === undefined)
      throw new AppError('invalid-input', 'This cannot be undone or redone: its record is damaged.');
    return { ...change, id };
  }

  async #actions(): Promise<StoredAction[]> {
    return (await this.database.actions.orderBy('id').toArray()).flatMap((action) =>
      action.id === undefined ? [] : [{ ...action, id: action.id }],
    );
  }

  /** In the order in which they were undone. */
  async #undoneActions(): Promise<StoredAction[]> {
    return (await this.#actions())
      .filter((action) => action.undoneOrder !== null)
      .sort((a, b) => (a.undoneOrder ?? 0) - (b.undoneOrder ?? 0));
  }

  async #undone(): Promise<number[]> {
    return (await this.#undoneActions()).map((action) => action.id);
  }

  async #ids(): Promise<number[]> {
    return this.database.actions.orderBy('id').primaryKeys();
  }

  async #discard(ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    await this.database.actions.bulkDelete([...ids]);
    await this.database.actionChanges
      .where('actionId')
      .anyOf([...ids])
      .delete();
  }
}

function toItemsChange(itemsAfter: ReadonlyMap<ItemId, Item | null>): ItemsChange {
  const entries = [...itemsAfter];
  return {
    upserts: entries.flatMap(([, item]) => (item === null ? [] : [item])),
    removals: entries.flatMap(([id, item]) => (item === null ? [id] : [])),
  };
}
