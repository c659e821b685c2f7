import { describe, expect, it } from 'vitest';
import { isLength } from '../../../renderer/src/domain/item-length';
import { buildSampleRows, SAMPLE_ITEMS } from '../../../renderer/src/data/sample/sample-library';
import { contents, openTestLibrary, START } from './open-test-library';

describe('the sample library', () => {
  it('holds about 120 things of at least six kinds, each named once, with plausible years', () => {
    const inLibrary = SAMPLE_ITEMS.filter((item) => item.opinion !== null);
    expect(inLibrary.length).toBeGreaterThanOrEqual(115);
    expect(inLibrary.length).toBeLessThanOrEqual(125);
    expect(new Set(inLibrary.map((item) => item.kind)).size).toBeGreaterThanOrEqual(6);
    expect(new Set(SAMPLE_ITEMS.map((item) => item.title)).size).toBe(SAMPLE_ITEMS.length);
    for (const item of SAMPLE_ITEMS) {
      expect(item.tags.length, item.title).toBeGreaterThan(0);
      if (item.year !== null) expect(item.year, item.title).toBeGreaterThan(1800);
      if (item.year !== null) expect(item.year, item.title).toBeLessThan(2025);
    }
  });

  it('says how long most of its books and films are, so that the dial for it has something to move', () => {
    const { items } = buildSampleRows([], START, () => String(Math.random()));
    const lengths = items
      .filter(({ kind, inLibrary }) => inLibrary && (kind === 'book' || kind === 'movie'))
      .map(({ length }) => length);
    expect(lengths.length).toBeGreaterThan(40);
    for (const length of lengths) expect(length !== null && isLength(length)).toBe(true);
  });

  it('dates everything before it is installed', () => {
    const { events, shares, items } = buildSampleRows([], START, () => String(Math.random()));
    for (const event of events) expect(event.at).toBeLessThan(START);
    for (const share of shares) expect(share.outcomeAt ?? 0).toBeLessThan(START);
    for (const item of items) expect(item.addedAt).toBeLessThanOrEqual(START);
  });

  it('comes as one action and goes as one, leaving what was there before', async () => {
    const library = await openTestLibrary();
    await library.items.addItem({ kind: 'book', title: 'My own book' });
    const before = await contents(library);
    expect(await library.sample.isInstalled()).toBe(false);
    await library.sample.install();
    expect(await library.sample.isInstalled()).toBe(true);
    expect(await library.people.friends()).toHaveLength(3);
    const installed = await contents(library);

    const again = await library.sample.install();
    expect(again.label).toBe('The sample library is here already');
    expect(await contents(library)).toEqual(installed);

    await library.sample.remove();
    expect(await library.sample.isInstalled()).toBe(false);
    expect(await contents(library)).toEqual(before);
    await library.journal.undo();
    expect(await contents(library)).toEqual(installed);
    await library.journal.undo();
    expect(await contents(library)).toEqual(before);
  });

  it('gives each friend a taste with loves and never-agains, and things to pick from', async () => {
    const library = await openTestLibrary();
    await library.sample.install();
    const profiles = await library.taste.profilesOfFriends(library.clock.now);
    expect(profiles).toHaveLength(3);
    const offered = (await library.items.all()).filter((item) => item.inLibrary && (item.ownRating ?? 0) >= 0.7);
    for (const profile of profiles) {
      expect(profile.events.filter((event) => event.rating === 1).length).toBeGreaterThanOrEqual(3);
      expect(profile.events.some((event) => event.rating === 0)).toBe(true);
      expect(offered.filter((item) => !profile.excludedItemIds.includes(item.id)).length).toBeGreaterThan(60);
    }
  });

  it('does not add what the library has, and leaves it when it goes', async () => {
    const library = await openTestLibrary();
    const own = await library.items.addItem({ kind: 'movie', title: 'The  Matrix', year: 1999, ownRating: 0.3 });
    await library.sample.install();
    expect((await library.items.all()).filter((item) => item.title.endsWith('Matrix'))).toHaveLength(1);
    expect(await library.taste.eventsAbout(own.id)).toHaveLength(2);
    await library.sample.remove();
    expect(await library.items.byId(own.id)).toMatchObject({ ownRating: 0.3 });
    expect(await library.taste.eventsAbout(own.id)).toHaveLength(1);
  });

  it('keeps what own friends and lists rest upon, and says so', async () => {
    const library = await openTestLibrary();
    await library.sample.install();
    const all = await library.items.all();
    const named = (title: string) => {
      const found = all.find((item) => item.title === title);
      if (found === undefined) throw new Error(title);
      return found.id;
    };
    const ana = await library.people.addFriend({ name: 'Ana' });
    await library.taste.recordTaste({ personId: ana.id, itemId: named('Dune'), type: 'loved' });
    await library.shares.shareItem({ personId: ana.id, itemId: named('Azul'), via: 'told', note: '' });
    await library.lists.createList({ title: 'Mine', itemIds: [named('Maus')] });
    await library.items.rateItems([named('Blue')], 0.1);
    await library.items.moveToTrash([named('Catan')]);
    const { label } = await library.sample.remove();
    expect(label).toContain('kept 3');
    expect((await library.items.all()).map((item) => item.title).sort()).toEqual(['Azul', 'Dune', 'Maus']);
    expect(await library.trash.all()).toEqual([]);
    expect(await library.sample.isInstalled()).toBe(false);
    expect((await library.people.friends()).map((person) => person.name)).toEqual(['Ana']);
  });
});
