import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import {
  openSource,
  overlaid,
  sortedRows,
  type RowsByKey,
  type WantedRow,
  type WantedTable,
} from '../../../renderer/src/data/wanted-rows';
import { itemId } from '../../../renderer/src/domain/ids';
import { completeItem } from '../../../renderer/src/domain/item';
import { openTestLibrary } from './open-test-library';

const pause = (): Promise<void> => Promise.resolve();
const key = (place: number): string => `n${String(place).padStart(5, '0')}`;

async function all(table: WantedTable): Promise<readonly WantedRow[]> {
  const rows: WantedRow[] = [];
  for (let part = await table.next(); part.length > 0; part = await table.next()) rows.push(...part);
  return rows;
}

const items = (places: readonly number[], from: string): RowsByKey =>
  new Map([['items', new Map(places.map((place) => [key(place), { id: key(place), from }]))]]);
const numbers = (count: number, step: number): number[] => Array.from({ length: count }, (_, place) => place * step);

describe('rows that are wanted', () => {
  it('come in the order of their keys, whatever they were held in', async () => {
    const places = numbers(1_300, 7).map((place) => place % 1_301);
    const rows = await all((await sortedRows(items(places, 'here'), pause)).table('items'));
    expect(rows.map(([at]) => at)).toEqual(places.map(key).sort());
  });

  it.each([
    ['below', 1_200, 0],
    ['above', 0, 1_200],
    ['both', 2_700, 1_100],
  ])('of two, the later counts (%s)', async (_name, below, above) => {
    const base = await sortedRows(items(numbers(below, 2), 'below'), pause);
    const gone: RowsByKey = new Map([['items', new Map(numbers(above, 3).map((place) => [key(place), null]))]]);
    const rows = await all(overlaid(base, await sortedRows(gone, pause)).table('items'));
    const wanted = new Map<string, object | null>([
      ...(items(numbers(below, 2), 'below').get('items') ?? []),
      ...(gone.get('items') ?? []),
    ]);
    expect(rows).toEqual([...wanted].sort(([a], [b]) => (a < b ? -1 : 1)));
  });

  it('are read from another database within a transaction of this one, but damaged ones', async () => {
    const [there, here] = [await openTestLibrary(), await openTestLibrary()];
    const made = numbers(1_700, 1).map((place) =>
      completeItem({ kind: 'book', title: 'Number' }, itemId(key(place)), place),
    );
    await there.database.items.bulkAdd(made);
    await there.database.transaction('rw', there.database.items, async () => {
      there.database.skipParsing();
      for (const place of [3, 499, 500, 1_699])
        await there.database.table<object>('items').put({ id: key(place), title: 5 });
    });
    const source = await openSource(there.database.name);
    const { database } = here;
    const count = await database.transaction('rw', database.items, async () => {
      const table = source.table('items');
      for (let part = await table.next(); part.length > 0; part = await table.next())
        await database.table<object>('items').bulkAdd(part.map(([, row]) => row ?? {}));
      return await database.items.count();
    });
    source.close();
    expect(count).toBe(1_696);
    expect(await database.items.toArray()).toEqual(
      made.filter((_item, place) => ![3, 499, 500, 1_699].includes(place)),
    );
  });
});
