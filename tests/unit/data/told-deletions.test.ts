import 'fake-indexeddb/auto';
import { Dexie, liveQuery, type ObservabilitySet } from 'dexie';
import { expect, it } from 'vitest';
import { itemId } from '../../../renderer/src/domain/ids';
import { completeItem } from '../../../renderer/src/domain/item';
import { openTestLibrary } from './open-test-library';

it('tells live queries of many deletions, and not of each', async () => {
  const { database } = await openTestLibrary();
  const made = Array.from({ length: 120 }, (_, place) =>
    completeItem({ kind: 'book', title: 'Number' }, itemId(`n${String(place).padStart(3, '0')}`), 1),
  );
  await database.items.bulkAdd(made);
  const counts: number[] = [];
  const last: (string | undefined)[] = [];
  const watching = [
    liveQuery(() => database.items.count()).subscribe((count) => counts.push(count)),
    liveQuery(() => database.items.get(itemId('n001'))).subscribe((item) => last.push(item?.title)),
  ];
  await expect.poll(() => [counts.at(-1), last.at(-1)]).toEqual([120, 'Number']);
  const told: ObservabilitySet[] = [];
  const listen = (parts: ObservabilitySet): unknown => told.push(parts);
  Dexie.on('storagemutated', listen);
  await database.items.bulkDelete(made.slice(0, 100).map(({ id }) => id));
  await expect.poll(() => [counts.at(-1), last.at(-1)]).toEqual([20, undefined]);
  const items = told.flatMap((parts) => parts[`idb://${database.name}/items/`] ?? []);
  expect(items.map((ranges) => JSON.stringify(ranges).length < 200)).toEqual([true]);
  await database.items.bulkDelete(made.slice(100, 110).map(({ id }) => id));
  await expect.poll(() => counts.at(-1)).toBe(10);
  Dexie.on.storagemutated.unsubscribe(listen);
  for (const one of watching) one.unsubscribe();
});
