import type { ActionReceipt } from '../domain/ports/action-receipt';
import type {
  CaughtUp,
  JoinedHow,
  LibraryKeeping,
  LibraryStanding,
  RestoredSnapshot,
  RowCounts,
} from '../domain/ports/library-keeping';
import type { CallOptions } from '../domain/ports/method-table';
import type { Outbox } from '../domain/ports/outbox';
import type { OutsideJournal } from '../domain/ports/outside-journal';
import { catchUp, newestLibrary } from './catch-up';
import type { DataContext } from './data-context';
import { outboxRows } from './outboxed-writes';
import { takeOverLibrary, type TakeOver } from './take-over-library';
import { KEPT_TABLES } from './schema';

export class DexieLibraryKeeping implements LibraryKeeping {
  constructor(
    private readonly context: DataContext,
    readonly outbox: Outbox,
    private readonly journal: OutsideJournal,
  ) {}

  async standing(): Promise<LibraryStanding | null> {
    return (await this.context.database.outside.get('library')) ?? null;
  }

  async decide(standing: LibraryStanding): Promise<void> {
    await this.context.database.outside.put({ key: 'library', ...standing });
  }

  async newestLibrary(): Promise<string | null> {
    const { lastSequence } = await this.journal.standing();
    return await newestLibrary(this.journal, lastSequence);
  }

  /** The owner is there from the start. */
  async isEmpty(): Promise<boolean> {
    const { items, people, lists, trash } = this.context.database;
    const counts = await Promise.all([items.count(), people.count(), lists.count(), trash.count()]);
    return counts[0] === 0 && counts[1] <= 1 && counts[2] === 0 && counts[3] === 0;
  }

  async sendAll(): Promise<void> {
    const { database, clock } = this.context;
    const at = clock();
    await database.transaction(
      'rw',
      [database.outbox, ...KEPT_TABLES.map((name) => database.table(name))],
      async () => {
        for (const table of KEPT_TABLES) {
          const keys = (await database.table(table).toCollection().primaryKeys()).map(String);
          await database.outbox.bulkAdd(outboxRows(table, keys, at));
        }
      },
    );
    void this.outbox.flush();
  }

  async takeOver(options: TakeOver, watched?: CallOptions): Promise<ActionReceipt & { readonly rows: RowCounts }> {
    return await takeOverLibrary(this.context, options, watched);
  }

  async join(how: JoinedHow): Promise<ActionReceipt | null> {
    const { newId } = this.context;
    const { journalId, lastSequence } = await this.journal.standing();
    const outside = await this.newestLibrary();
    if (how === 'this-alone' || outside === null) {
      await this.decide({ libraryId: newId(), journalId, appliedSequence: lastSequence });
      await this.sendAll();
      return null;
    }
    // What waits is of this library as it stands, which is sent as a whole below.
    await this.context.database.outbox.clear();
    await this.decide({ libraryId: outside, journalId, appliedSequence: 0 });
    const caughtUp = await catchUp(this.context, this.journal, { isWhole: how === 'outside-alone' });
    await this.sendAll();
    return caughtUp?.receipt ?? null;
  }

  async catchUp(base?: RestoredSnapshot): Promise<CaughtUp | null> {
    return await catchUp(this.context, this.journal, { base });
  }
}
