import { expect, it } from 'vitest';
import { newestFirst, newestFirstAfter } from '../../../../renderer/src/application/library/newest-first';
import { itemId, type ItemId } from '../../../../renderer/src/domain/ids';
import { completeItem, type Item } from '../../../../renderer/src/domain/item';
import { seededRandom } from '../../../../renderer/src/recommend/math/seeded-random';

it('keeps the order that sorting all of them anew would give, whatever changes', () => {
  const random = seededRandom(5);
  const below = (count: number): number => Math.floor(random() * count);
  const thing = (place: number): Item => ({
    ...completeItem(
      { kind: 'book', title: String(below(1000)), inLibrary: below(5) > 0 },
      itemId(`n${String(place)}`),
      1,
    ),
    // Many were added at the same time.
    addedAt: below(6),
  });
  let before = new Map<ItemId, Item>();
  let items: readonly Item[] = [];
  for (let round = 0; round < 300; round += 1) {
    const after = new Map(before);
    const removals = [...before.keys()].filter(() => below(20) === 0);
    for (const id of removals) after.delete(id);
    const upserts = Array.from({ length: below(6) }, () => thing(below(60))).flatMap((item) => {
      // One change says one thing of an item.
      if (removals.includes(item.id)) return [];
      const known = before.get(item.id);
      // Most are rated, or renamed: they keep their place.
      return known === undefined || below(4) === 0
        ? item
        : { ...item, addedAt: known.addedAt, inLibrary: known.inLibrary && item.inLibrary };
    });
    for (const item of upserts) after.set(item.id, item);
    items = newestFirstAfter(items, before, after, { upserts, removals });
    expect(items).toEqual(newestFirst(after));
    before = after;
  }
});
