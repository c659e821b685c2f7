import type { CaughtUp, LibraryKeeping, LibraryStanding } from '../domain/ports/library-keeping';
import type { Outbox } from '../domain/ports/outbox';
import type { OutsideJournal } from '../domain/ports/outside-journal';
import { catchUp } from './catch-up';
import type { DataContext } from './data-context';

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
    await this.outbox.flush();
  }

  /** The owner is there from the start. */
  async isEmpty(): Promise<boolean> {
    const { items, people, lists, trash } = this.context.database;
    const counts = await Promise.all([items.count(), people.count(), lists.count(), trash.count()]);
    return counts[0] === 0 && counts[1] <= 1 && counts[2] === 0 && counts[3] === 0;
  }

  async catchUp(): Promise<CaughtUp | null> {
    return await catchUp(this.context, this.journal);
  }
}
