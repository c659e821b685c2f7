import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { declareVersions, MIGRATIONS } from '../../../renderer/src/data/migrations/migrations';
import { openDatabase } from '../../../renderer/src/data/open-database';
import { itemId } from '../../../renderer/src/domain/ids';
import { completeItem } from '../../../renderer/src/domain/item';
import { itemSchema } from '../../../renderer/src/domain/item-fields/item-schema';

/** An item as version 1 wrote one. Written out: fields that came later are not in it. */
const FIRST_ITEM = {
  id: 'emma',
  kind: 'book',
  title: 'Emma',
  originalTitle: null,
  creators: ['Jane Austen'],
  year: 1815,
  tags: ['classic'],
  series: null,
  crowd: null,
  identifiers: {},
  url: null,
  ownRating: 0.8,
  status: 'finished',
  finishedAt: 5,
  note: null,
  privateNote: null,
  inLibrary: true,
  excludedFromPicks: false,
  source: 'manual',
  addedAt: 1,
  updatedAt: 2,
};

it('has a migration for every field that items have got since version 1', async () => {
  const name = 'fields-since-version-1';
  const old = new Dexie(name);
  declareVersions(old, MIGRATIONS, 1);
  await old.open();
  await old.table('items').add(FIRST_ITEM);
  old.close();
  const database = await openDatabase({ clock: () => 5, name });
  const stored: unknown = await database.table('items').get('emma');
  const now = completeItem({ kind: 'book', title: 'Emma' }, itemId('emma'), 1);
  expect(Object.keys(stored ?? {}).sort()).toEqual(Object.keys(now).sort());
  expect(stored).toEqual(itemSchema.parse(FIRST_ITEM));
  database.close();
});
