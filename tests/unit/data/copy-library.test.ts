import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { ARCHIVED_TABLES } from '../../../renderer/src/data/archived-tables';
import { copyLibrary } from '../../../renderer/src/data/copy-library';
import { ROW_SCHEMAS } from '../../../renderer/src/data/row-schemas';
import type { DamagedTableRow } from '../../../renderer/src/domain/archived-table';
import { completeItem } from '../../../renderer/src/domain/item';
import { itemId } from '../../../renderer/src/domain/ids';
import { openTestLibrary, START, type TestLibrary } from './open-test-library';

async function filled(count: number): Promise<TestLibrary> {
  const library = await openTestLibrary();
  const items = Array.from({ length: count }, (_, index) =>
    completeItem(
      { kind: 'book', title: `Title ${String(index)}` },
      itemId(`i${String(index).padStart(6, '0')}`),
      START,
    ),
  );
  await library.database.items.bulkAdd(items);
  return library;
}

function collected() {
  const rows: unknown[] = [];
  const damaged: DamagedTableRow[] = [];
  const sink = {
    addRows: (_table: string, added: readonly unknown[]) => rows.push(...added),
    addDamaged: (row: DamagedTableRow) => damaged.push(row),
  };
  return { rows, damaged, sink };
}

describe('copying a library', () => {
  it('covers every table but the history of undo and what stands between the database and the journal outside', () => {
    const archived = ARCHIVED_TABLES.map(({ name }) => name);
    expect([...archived, 'actions', 'actionChanges', 'outbox', 'outside'].sort()).toEqual(
      Object.keys(ROW_SCHEMAS).sort(),
    );
  });

  it.each([
    ['page by page', 0],
    ['in one transaction', 1e6],
  ])('reads every row once, in key order, %s', async (_how, maxHeldRows) => {
    const { database } = await filled(4500);
    const { rows, sink } = collected();
    await copyLibrary(database, ARCHIVED_TABLES, () => sink, { maxHeldRows });
    expect(rows.slice(0, 4500).map((row) => (row as { id: string }).id)).toEqual(
      await database.items.orderBy('id').primaryKeys(),
    );
    // The owner.
    expect(rows).toHaveLength(4501);
  });

  it('goes around a row that the database cannot read, and names it', async () => {
    const { database } = await filled(4100);
    const broken = 'i003000';
    database.use({
      stack: 'dbcore',
      name: 'broken-disk',
      create: (core) => ({
        ...core,
        table: (name) => {
          const table = core.table(name);
          const failing = async <T>(answer: Promise<T>, values: unknown): Promise<T> => {
            if (JSON.stringify(values).includes(broken)) throw new DOMException('cannot be read', 'DataError');
            return await answer;
          };
          return {
            ...table,
            get: (request) => table.get(request).then((row: unknown) => failing(Promise.resolve(row), row ?? null)),
            query: (request) =>
              table
                .query(request)
                .then((found) => (request.values === true ? failing(Promise.resolve(found), found.result) : found)),
          };
        },
      }),
    });
    database.close();
    await database.open();
    const { rows, damaged, sink } = collected();
    await copyLibrary(database, ARCHIVED_TABLES, () => sink);
    expect(damaged).toEqual([{ table: 'items', key: broken, problem: expect.stringContaining('not read') }]);
    expect(rows).toHaveLength(4100);
  });

  it('stops when it is cancelled', async () => {
    const { database } = await filled(10);
    const controller = new AbortController();
    controller.abort();
    const copying = copyLibrary(database, ARCHIVED_TABLES, () => collected().sink, { signal: controller.signal });
    await expect(copying).rejects.toMatchObject({ code: 'cancelled' });
  });
});
