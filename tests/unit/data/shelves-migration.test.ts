import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { declareVersions, MIGRATIONS } from '../../../renderer/src/data/migrations/migrations';
import { entryId, itemId } from '../../../renderer/src/domain/ids';
import { completeItem, type Item, type ItemDraft } from '../../../renderer/src/domain/item';
import { tagsAndShelves } from '../../../renderer/src/importing/cells/shelves';
import { contents, openTestLibrary } from './open-test-library';

/** A thing as version 4 wrote one. */
function item(id: string, draft: Partial<ItemDraft> = {}): object {
  const { shelves: _shelves, ...rest } = completeItem({ kind: 'book', title: id, ...draft }, itemId(id), 1);
  return rest;
}
const trashed = (id: string, items: readonly object[]) => ({
  id: `${id}-entry`,
  type: 'item',
  title: id,
  key: id,
  deletedAt: 1,
  items,
  people: [],
  events: [],
  shares: [],
  lists: [],
  places: [],
});
const DUNE = item('dune', { tags: ['fantasy', 'to-buy'] });
const EMMA = item('emma', { tags: ['to-buy', 'read-2019'] });
const OLD_DUNE = item('dune', { title: 'Dune Messiah', tags: ['own'] });
let count = 0;

/** Version 4 with Dune and Kim in the library, Emma in the trash, and Dune before an edit in the journal. */
async function upgradedFromVersion4() {
  const name = `shelves-${(count += 1)}`;
  const old = new Dexie(name);
  declareVersions(old, MIGRATIONS, 4);
  await old.open();
  await old.table('items').bulkAdd([DUNE, item('kim', { tags: ['epic'] })]);
  await old.table('trash').bulkAdd([trashed('emma', [EMMA]), trashed('nobody', [])]);
  await old.table('actions').add({ id: 1, label: 'Edited Dune', at: 1, undoneOrder: null });
  await old.table('actionChanges').add({ actionId: 1, table: 'items', keys: ['dune'], images: [OLD_DUNE] });
  old.close();
  return openTestLibrary(name);
}

const separate = ({ tags, title }: Item) => (title === 'kim' ? null : tagsAndShelves(tags));

describe('upgrading from version 4', () => {
  it('gives no shelves to what was there, in the table, in the trash and in the journal, and moves nothing', async () => {
    const library = await upgradedFromVersion4();
    expect(await library.items.byId(itemId('dune'))).toEqual({ ...DUNE, shelves: [] });
    expect((await library.database.trash.get(entryId('emma-entry')))?.items).toEqual([{ ...EMMA, shelves: [] }]);
    await library.journal.undo();
    expect(await library.items.byId(itemId('dune'))).toEqual({ ...OLD_DUNE, shelves: [] });
    library.database.close();
  });
});

describe('moving shelves out of the tags', () => {
  it('is one action over the library and the trash, and says how many shelves and of which sources', async () => {
    const library = await upgradedFromVersion4();
    const moved = await library.shelvesInTags.moveOnce(separate);
    expect(moved).toMatchObject({
      shelfCount: 2,
      sources: ['manual'],
      label: 'Moved 2 shelves of 2 books out of the tags',
    });
    expect(await library.items.byId(itemId('dune'))).toMatchObject({ tags: ['fantasy'], shelves: ['to-buy'] });
    expect(await library.items.byId(itemId('kim'))).toMatchObject({ tags: ['epic'], shelves: [], updatedAt: 1 });
    await library.trash.restore(entryId('emma-entry'));
    expect(await library.items.byId(itemId('emma'))).toMatchObject({ tags: [], shelves: ['to-buy', 'read-2019'] });
    library.database.close();
  });

  it('is taken back whole, made again by redo, and never done by itself a second time', async () => {
    const library = await upgradedFromVersion4();
    const before = await contents(library);
    const moved = await library.shelvesInTags.moveOnce(separate);
    const after = await contents(library);
    if (moved === null) throw new Error('nothing moved');
    await library.journal.undoAction(moved.actionId);
    expect(await contents(library)).toEqual(before);
    const reopened = await library.reopen();
    expect(await reopened.shelvesInTags.moveOnce(separate)).toBeNull();
    expect(await contents(reopened)).toEqual(before);
    await reopened.journal.redo();
    expect(await contents(reopened)).toEqual(after);
    reopened.database.close();
  });

  it('goes before what was done earlier when that is undone', async () => {
    const library = await upgradedFromVersion4();
    await library.shelvesInTags.moveOnce(separate);
    expect((await library.journal.undo())?.label).toMatch(/^Moved 2 shelves/);
    expect((await library.journal.undo())?.label).toBe('Edited Dune');
    expect(await library.items.byId(itemId('dune'))).toEqual({ ...OLD_DUNE, shelves: [] });
    library.database.close();
  });

  it('tells nobody where nothing is to be moved, and asks nothing of a new library', async () => {
    const upgraded = await upgradedFromVersion4();
    expect(await upgraded.shelvesInTags.moveOnce(() => null)).toBeNull();
    expect(await upgraded.shelvesInTags.moveOnce(separate)).toBeNull();
    expect(await upgraded.journal.latest(5)).toHaveLength(1);
    const fresh = await openTestLibrary();
    await fresh.items.addItem({ kind: 'book', title: 'Dune', tags: ['to-buy'] });
    expect(await fresh.shelvesInTags.moveOnce(separate)).toBeNull();
    for (const { database } of [upgraded, fresh]) database.close();
  });

  it('is tried again at the next start where it failed', async () => {
    const library = await upgradedFromVersion4();
    const before = await contents(library);
    await expect(
      library.shelvesInTags.moveOnce(() => {
        throw new Error('no power');
      }),
    ).rejects.toBeInstanceOf(Error);
    expect(await contents(library)).toEqual(before);
    expect(await library.shelvesInTags.moveOnce(separate)).not.toBeNull();
    library.database.close();
  });
});
