import { describe, expect, it } from 'vitest';
import type { ItemDraft } from '../../../renderer/src/domain/item';
import type { PastedAddition } from '../../../renderer/src/domain/paste-plan';
import { listId, OWNER_ID, personId } from '../../../renderer/src/domain/ids';
import { contents, openTestLibrary } from './open-test-library';

const ENTRY = ['imdb:tt69293'];
const addition = (
  title: string,
  draft: Partial<ItemDraft> = {},
  fill: PastedAddition['fill'] = null,
): PastedAddition => ({
  draft: { title, kind: 'movie', inLibrary: true, ...draft },
  fill,
});

describe('pasted lines', () => {
  it('become things of the library with what the catalogue knows, marked, as one action that undo takes back', async () => {
    const library = await openTestLibrary();
    const { id: known } = await library.items.addItem({ kind: 'book', title: 'Emma', inLibrary: false });
    const before = await contents(library);
    const facts = { year: 1972, creators: ['Andrei Tarkovsky'] };
    const { label, actionId } = await library.pastes.addPasted({
      destination: { type: 'library' },
      things: [addition('Solaris', { year: 1973, ownRating: 0.9 }, { entry: ENTRY, facts }), known, addition('Heat')],
    });
    expect(label).toBe('Added 3 things from a pasted list');
    const items = await library.items.all();
    expect(items.find(({ title }) => title === 'Solaris')).toMatchObject({
      year: 1973,
      creators: ['Andrei Tarkovsky'],
      catalogue: { entry: ENTRY, filled: ['creators'] },
    });
    expect(items.filter(({ inLibrary }) => inLibrary)).toHaveLength(3);
    expect(await library.taste.eventsOf(OWNER_ID)).toMatchObject([{ type: 'rated', rating: 0.9 }]);
    await library.journal.undoAction(actionId);
    expect(await contents(library)).toEqual(before);
    library.database.close();
  });

  it('are remembered as different from what they were said not to be, on both sides', async () => {
    const library = await openTestLibrary();
    const { id: known } = await library.items.addItem({ kind: 'movie', title: 'Heat', year: 1986 });
    const before = await contents(library);
    const { itemIds, actionId } = await library.pastes.addPasted({
      destination: { type: 'library' },
      things: [addition('Heat', { twins: { same: [], different: [known] } })],
    });
    const [added] = itemIds;
    if (added === undefined) throw new Error('nothing added');
    expect((await library.items.byId(added))?.twins?.different).toEqual([known]);
    expect((await library.items.byId(known))?.twins?.different).toEqual([added]);
    await library.journal.undoAction(actionId);
    expect(await contents(library)).toEqual(before);
    library.database.close();
  });

  it('are loved by a friend, those that are there too, and stay out of the library', async () => {
    const library = await openTestLibrary();
    const { id: ida } = await library.people.addFriend({ name: 'Ida' });
    const { id: emma } = await library.items.addItem({ kind: 'book', title: 'Emma', ownRating: 0.2 });
    const before = await contents(library);
    const { label } = await library.pastes.addPasted({
      destination: { type: 'loves', personId: ida },
      things: [emma, addition('Heat', { inLibrary: false })],
    });
    expect(label).toBe('Noted: Ida loves 2 things');
    const events = await library.taste.eventsOf(ida);
    expect(events.map(({ type }) => type)).toEqual(['loved', 'loved']);
    expect(await library.items.byId(emma)).toMatchObject({ ownRating: 0.2, inLibrary: true });
    await library.journal.undo();
    expect(await contents(library)).toEqual(before);
    library.database.close();
  });

  it('are appended to a list, each thing once', async () => {
    const library = await openTestLibrary();
    const { id: emma } = await library.items.addItem({ kind: 'book', title: 'Emma' });
    const { id: heat } = await library.items.addItem({ kind: 'movie', title: 'Heat' });
    const { id: winter } = await library.lists.createList({ title: 'Winter', itemIds: [emma] });
    await library.pastes.addPasted({
      destination: { type: 'list', listId: winter },
      things: [emma, addition('Solaris'), heat, heat],
    });
    const titles = new Map((await library.items.all()).map(({ id, title }) => [id, title]));
    const list = await library.lists.byId(winter);
    expect(list?.entries.map(({ itemId }) => titles.get(itemId))).toEqual(['Emma', 'Solaris', 'Heat']);
    library.database.close();
  });

  it('are written nowhere where the friend or the list is gone, or a line cannot be a thing', async () => {
    const library = await openTestLibrary();
    const before = await contents(library);
    const things = [addition('Heat')];
    for (const destination of [
      { type: 'loves', personId: personId('gone') },
      { type: 'list', listId: listId('gone') },
    ] as const)
      await expect(library.pastes.addPasted({ destination, things })).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      library.pastes.addPasted({ destination: { type: 'library' }, things: [addition('Heat'), addition(' ')] }),
    ).rejects.toMatchObject({ code: 'invalid-input' });
    expect(await contents(library)).toEqual(before);
    library.database.close();
  });
});
