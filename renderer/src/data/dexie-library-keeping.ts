import type { CaughtUp, LibraryKeeping, LibraryStanding } from '../domain/ports/library-keeping';
import type { Outbox } from '../domain/ports/outbox';
import type { OutsideJournal } from '../domain/ports/outside-journal';
import { catchUp } from './catch-up';
import type { DataContext } from './data-context';
import { KEYS_PER_OUTBOX_ROW } from './outboxed-writes';
import { KEPT_TABLES, type OutboxRow } from './schema';

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
          const rows: OutboxRow[] = [];
          for (let start = 0; start < keys.length; start += KEYS_PER_OUTBOX_ROW)
            rows.push({ at, table, keys: keys.slice(start, start + KEYS_PER_OUTBOX_ROW) });
          await database.outbox.bulkAdd(rows);
        }
      },
    );
    void this.outbox.flush();
  }

  async catchUp(): Promise<CaughtUp | null> {
    return await catchUp(this.context, this.journal);
  }
}
