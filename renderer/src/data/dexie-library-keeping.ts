import type { ActionReceipt } from '../domain/ports/action-receipt';
import type {
  CatchUpOptions,
  CaughtUp,
  JoinedHow,
  LibraryKeeping,
  LibraryStanding,
  RowCounts,
} from '../domain/ports/library-keeping';
import type { CallOptions } from '../domain/ports/method-table';
import type { Outbox } from '../domain/ports/outbox';
import { lastSaid } from '../domain/last-record';
import { catchUp, noteAll } from './catch-up';
import type { DataContext } from './data-context';
import type { OutsideServices } from './outbox';
import { readOutsideChange } from './outside-change';
import { takeOverLibrary, type TakeOver } from './take-over-library';

export class DexieLibraryKeeping implements LibraryKeeping {
  constructor(
    private readonly context: DataContext,
    readonly outbox: Outbox,
    private readonly outside: OutsideServices,
  ) {}

  async standing(): Promise<LibraryStanding | null> {
    return (await this.context.database.outside.get('library')) ?? null;
  }

  async decide(standing: LibraryStanding, { sendsAll = false } = {}): Promise<void> {
    const { database } = this.context;
    await database.transaction('rw', database.actionTables, async () => {
      await database.outside.put({ key: 'library', ...standing });
      if (sendsAll) await noteAll(this.context);
    });
  }

  async newestLibrary(): Promise<string | null> {
    const { journal } = this.outside;
    const { lastSequence } = await journal.standing();
    return await lastSaid(journal, lastSequence, ({ text }) => readOutsideChange(text)?.libraryId ?? null);
  }

  /** The owner is there from the start. */
  async isEmpty(): Promise<boolean> {
    const { items, people, lists, trash } = this.context.database;
    const counts = await Promise.all([items.count(), people.count(), lists.count(), trash.count()]);
    return counts[0] === 0 && counts[1] <= 1 && counts[2] === 0 && counts[3] === 0;
  }

  async takeOver(options: TakeOver, watched?: CallOptions): Promise<ActionReceipt & { readonly rows: RowCounts }> {
    return await takeOverLibrary(this.context, options, watched);
  }

  async join(how: JoinedHow): Promise<ActionReceipt | null> {
    const { journalId, lastSequence } = await this.outside.journal.standing();
    const libraryId = await this.newestLibrary();
    if (how === 'this-alone' || libraryId === null) {
      const standing = { libraryId: this.context.newId(), journalId, appliedSequence: lastSequence };
      await this.decide(standing, { sendsAll: true });
      void this.outbox.flush();
      return null;
    }
    const as = { libraryId, journalId, appliedSequence: 0 };
    const caughtUp = await this.catchUp(how === 'together' ? { as, sendsAll: true } : { as, isWhole: true });
    void this.outbox.flush();
    return caughtUp?.receipt ?? null;
  }

  async catchUp(options?: CatchUpOptions): Promise<CaughtUp | null> {
    return await catchUp(this.context, this.outside, options);
  }
}
