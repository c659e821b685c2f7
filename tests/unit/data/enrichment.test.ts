import { describe, expect, it } from 'vitest';
import type { Fill } from '../../../renderer/src/domain/enrichment';
import type { ItemId } from '../../../renderer/src/domain/ids';
import type { ItemDraft } from '../../../renderer/src/domain/item';
import { NOTHING_CHANGED } from '../../../renderer/src/data/action-journal';
import { contents, openTestLibrary, type TestLibrary } from './open-test-library';

const ENTRY = ['imdb:tt69293'];
const fill = (itemId: ItemId, facts: Fill['facts']): Fill => ({ itemId, entry: ENTRY, facts });

async function libraryOf(...drafts: readonly Partial<ItemDraft>[]): Promise<[TestLibrary, ...ItemId[]]> {
  const library = await openTestLibrary();
  const ids: ItemId[] = [];
  for (const draft of drafts) ids.push((await library.items.addItem({ kind: 'movie', title: 'Solaris', ...draft })).id);
  return [library, ...ids];
}

describe('filling in', () => {
  it('is one action for many things, and undo restores them exactly', async () => {
    const library = await openTestLibrary();
    for (let number = 0; number < 30; number += 1)
      await library.items.addItem({ kind: 'movie', title: `Film ${number}` });
    const ids = (await library.items.all()).map(({ id }) => id);
    const before = await contents(library);
    const receipt = await library.enrichment.fillIn(ids.map((id) => fill(id, { year: 1972, tags: ['drama'] })));
    expect(receipt.label).toBe('Filled in 30 films from the catalogue');
    expect((await library.items.all()).every(({ year, tags }) => year === 1972 && tags[0] === 'drama')).toBe(true);
    const after = await contents(library);
    await library.journal.undoAction(receipt.actionId);
    expect(await contents(library)).toEqual(before);
    await library.journal.redo();
    expect(await contents(library)).toEqual(after);
    library.database.close();
  });

  it('leaves what was typed since the facts were found', async () => {
    const [library, id] = await libraryOf({});
    if (id === undefined) throw new Error('no item');
    const found = fill(id, { year: 1972, creators: ['Andrei Tarkovsky'] });
    await library.items.editItem(id, { year: 2002 });
    await library.enrichment.fillIn([found]);
    const item = await library.items.byId(id);
    expect(item).toMatchObject({ year: 2002, creators: ['Andrei Tarkovsky'] });
    expect(item?.catalogue?.filled).toEqual(['creators']);
    library.database.close();
  });

  it('writes nothing where nothing is left to fill in', async () => {
    const [library, id] = await libraryOf({ year: 2002 });
    if (id === undefined) throw new Error('no item');
    const receipt = await library.enrichment.fillIn([fill(id, { year: 1972 })]);
    expect(receipt).toMatchObject({ actionId: NOTHING_CHANGED, label: 'There was nothing left to fill in' });
    expect(await library.journal.latest(5)).toHaveLength(1);
    library.database.close();
  });

  it('refuses facts that no field can hold, whole', async () => {
    const [library, one, two] = await libraryOf({}, {});
    if (one === undefined || two === undefined) throw new Error('no item');
    const before = await contents(library);
    await expect(
      library.enrichment.fillIn([fill(one, { year: 1972 }), fill(two, { length: -3 })]),
    ).rejects.toMatchObject({ code: 'invalid-input' });
    expect(await contents(library)).toEqual(before);
    library.database.close();
  });

  it('goes before the person: an edit takes the mark from the field, and undo gives it back', async () => {
    const [library, id] = await libraryOf({});
    if (id === undefined) throw new Error('no item');
    await library.enrichment.fillIn([fill(id, { year: 1972, tags: ['drama'] })]);
    await library.items.editItem(id, { year: 2002 });
    await library.items.addTags([id], ['slow']);
    expect((await library.items.byId(id))?.catalogue?.filled).toEqual([]);
    await library.journal.undo();
    expect((await library.items.byId(id))?.catalogue?.filled).toEqual(['tags']);
    await library.journal.undo();
    expect((await library.items.byId(id))?.catalogue?.filled).toEqual(['year', 'tags']);
    library.database.close();
  });
});

describe('saying that a thing is another', () => {
  it('is remembered over a restart, and undo forgets it', async () => {
    const [library, id] = await libraryOf({});
    if (id === undefined) throw new Error('no item');
    await library.enrichment.fillIn([fill(id, { year: 1972 })]);
    const filled = await contents(library);
    await library.enrichment.sayDifferent(id, ENTRY);
    const reopened = await library.reopen();
    expect(await reopened.items.byId(id)).toMatchObject({
      year: null,
      catalogue: { entry: [], filled: [], different: ENTRY },
    });
    await reopened.journal.undo();
    expect(await contents(reopened)).toEqual(filled);
    reopened.database.close();
  });
});
