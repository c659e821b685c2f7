import type { ItemId } from '../domain/ids';
import type { Item } from '../domain/item';
import { saidDifferent } from '../domain/merge-items';
import type { DataContext } from './data-context';
import type { RecordedWrite } from './recorded-write';

/**
 * Notes of each pair that it is two things: each names the other, so that it is known of whichever is looked at.
 * Returns the pairs of which both are there; the others are left out.
 */
export async function writeDifferent(
  { database, clock }: DataContext,
  write: RecordedWrite,
  pairs: readonly (readonly [ItemId, ItemId])[],
): Promise<readonly (readonly [Item, Item])[]> {
  if (pairs.length === 0) return [];
  const ids = [...new Set(pairs.flat())];
  const found = (await database.items.bulkGet(ids)).filter((item) => item !== undefined);
  const items = new Map(found.map((item) => [item.id, item]));
  const updatedAt = clock();
  const after = new Map<ItemId, Item>();
  const said: (readonly [Item, Item])[] = [];
  for (const [left, right] of pairs) {
    const [one, other] = [items.get(left), items.get(right)];
    if (one === undefined || other === undefined) continue;
    said.push([one, other]);
    after.set(left, { ...saidDifferent(after.get(left) ?? one, [right]), updatedAt });
    after.set(right, { ...saidDifferent(after.get(right) ?? other, [left]), updatedAt });
  }
  await write.put(
    'items',
    [...after.values()],
    [...after.keys()].flatMap((id) => items.get(id) ?? []),
  );
  return said;
}
