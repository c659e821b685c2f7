import { describe, expect, it } from 'vitest';
import { HistoryFold } from '../../../renderer/src/data/history-fold';
import { MIGRATIONS } from '../../../renderer/src/data/migrations/migrations';
import { deletedKeys, writeOutsideChange, type TableChange } from '../../../renderer/src/data/outside-change';
import { completeEvent } from '../../../renderer/src/domain/event';
import { AppError } from '../../../renderer/src/domain/errors';
import { completeItem } from '../../../renderer/src/domain/item';
import { eventId, itemId, OWNER_ID } from '../../../renderer/src/domain/ids';
import type { OutsideJournal } from '../../../renderer/src/domain/ports/outside-journal';
import { openTestLibrary, type TestLibrary } from './open-test-library';
import { OutsideJournalInMemory } from './outside-journal-in-memory';

const DUNE = itemId('dune');
const subject = { type: 'item', id: DUNE } as const;
const dune = completeItem({ kind: 'book', title: 'Dune', ownRating: 0.8 }, DUNE, 1);
const rated = completeEvent(
  { personId: OWNER_ID, itemId: DUNE, type: 'rated', rating: 0.8, source: 'goodreads' },
  eventId('rated-dune'),
  90,
);
const put = (table: TableChange['table'], ...rows: readonly object[]): TableChange => ({
  table,
  put: rows,
  delete: [],
});
const removed = (table: TableChange['table'], ...keys: readonly string[]): TableChange => ({
  table,
  put: [],
  delete: keys,
});
const text = (...changes: readonly TableChange[]): string =>
  writeOutsideChange({ libraryId: 'L', databaseVersion: MIGRATIONS.length, changes, sent: [] });

/** Records a second apart, from the time 100. */
function folded(...records: readonly (readonly TableChange[])[]): ReturnType<HistoryFold['entries']> {
  const fold = new HistoryFold(subject);
  records.forEach((changes, index) => {
    fold.apply({ sequence: index + 1, at: 100 + 1000 * index }, fold.own(changes));
  });
  return fold.entries();
}

describe('which records are parsed', () => {
  const fold = new HistoryFold(subject);
  fold.apply({ sequence: 1, at: 1 }, fold.own([put('items', dune), put('events', rated)]));

  it.each([
    ['the thing’s row', text(put('items', dune)), true],
    ['a statement about it', text(put('events', rated)), true],
    ['its deletion', text(removed('items', DUNE)), true],
    [
      'the deletion of a statement about it, which names the statement alone',
      text(removed('events', 'x', rated.id)),
      true,
    ],
    ['another thing', text(put('items', { ...dune, id: 'solaris' }), removed('events', 'x', 'y')), false],
    [
      'another thing whose text holds what looks like a deletion',
      text(put('items', { ...dune, id: 's', note: `"delete":["${rated.id}"]` })),
      false,
    ],
    ['the deletion of a key that cannot be read without parsing', text(removed('lists', 'a"]b')), true],
  ])('%s', (_what, record, isParsed) => {
    expect(fold.mayConcern(record)).toBe(isParsed);
  });

  it('tells deleted keys of several tables', () => {
    expect(deletedKeys(text(removed('events', 'a', 'b'), put('items', dune), removed('shares', 'c')))).toEqual([
      'a',
      'b',
      'c',
    ]);
  });
});

describe('versions', () => {
  it('holds an action together that went to the journal in several records', () => {
    const entries = folded([put('items', dune)], [put('events', rated)]);
    expect(entries).toMatchObject([{ sequence: 2, at: 100, changes: [{ table: 'items' }, { table: 'events' }] }]);
  });

  it('keeps a statement apart that was made after the row was sent', () => {
    const later = { ...rated, recordedAt: 900 };
    expect(folded([put('items', dune)], [put('events', later)])).toHaveLength(2);
  });

  it('keeps what an undo brings back apart, though it was written down long before', () => {
    const entries = folded(
      [put('items', dune), put('events', rated)],
      [removed('events', rated.id)],
      [put('events', rated)],
    );
    expect(entries.map(({ isNow }) => isNow)).toEqual([true, false, true]);
  });

  it('has a deletion of many things, which comes in several records, as one entry', () => {
    const held = { id: 'entry', key: DUNE, type: 'item', items: [dune], events: [rated] };
    const entries = folded(
      [put('items', dune), put('events', rated)],
      [put('trash', held)],
      [removed('events', rated.id)],
      [removed('items', DUNE)],
      [removed('trash', 'entry')],
    );
    expect(entries.map(({ standing }) => standing)).toEqual(['in-trash', 'there']);
  });

  it('has a thing as gone that no entry of the trash holds, and as there again after that was undone', () => {
    const entries = folded([put('items', dune)], [removed('items', DUNE)], [put('items', dune)]);
    expect(entries.map(({ standing, isNow }) => [standing, isNow])).toEqual([
      ['there', true],
      ['gone', false],
      ['there', true],
    ]);
  });

  it('passes over friends’ statements, other things, and rows that only mention it', () => {
    const entries = folded(
      [put('items', dune)],
      [put('events', { ...rated, personId: 'ben' }), put('items', { ...dune, id: 'x', note: 'dune' })],
      [put('events', { ...rated, id: 'e', itemId: 'x', otherItemId: DUNE })],
    );
    expect(entries).toHaveLength(1);
  });
});

describe('a journal that is not as it should be', () => {
  async function libraryOver(journal: OutsideJournal): Promise<TestLibrary> {
    const library = await openTestLibrary(undefined, undefined, journal);
    await library.keeping.decide({ libraryId: 'L', journalId: 'J', appliedSequence: 0 });
    return library;
  }
  function journalOf(...texts: readonly string[]): OutsideJournalInMemory {
    const journal = new OutsideJournalInMemory();
    texts.forEach((record, index) => journal.records.push({ sequence: index + 1, at: 100 + index, text: record }));
    return journal;
  }

  it('counts what may belong to it and cannot be read, and passes over other libraries', async () => {
    const library = await libraryOver(
      journalOf(
        text(put('items', dune)),
        'no JSON at all',
        '"dune" is in here, and it is no JSON',
        text(put('items', { ...dune, kind: 3 })),
        text(put('items', { ...dune, title: 'Dune, of another' })).replace('"L"', '"M"'),
        text(put('items', { ...dune, title: 'Dune Messiah' })),
      ),
    );
    const history = await library.history.of(subject);
    expect(history.unreadable).toBe(2);
    expect(history.entries.map(({ changes }) => changes.map(({ after }) => after))).toMatchObject([
      [{ title: 'Dune Messiah' }],
      [{ title: 'Dune' }],
    ]);
  });

  it('upgrades rows of an earlier version', async () => {
    const row: object = { ...dune };
    for (const added of ['length', 'shelves', 'catalogue', 'twins']) Reflect.deleteProperty(row, added);
    const library = await libraryOver(
      journalOf(writeOutsideChange({ libraryId: 'L', databaseVersion: 2, changes: [put('items', row)], sent: [] })),
    );
    expect((await library.history.of(subject)).entries).toMatchObject([{ changes: [{ after: dune }] }]);
  });

  it('keeps what is older than its oldest record, and begins with that record', async () => {
    const journal = new OutsideJournalInMemory();
    const library = await libraryOver(journal);
    const kept = async <T>(work: Promise<T>): Promise<T> => {
      const result = await work;
      await library.keeping.outbox.flush();
      return result;
    };
    const thing = (await kept(library.items.addItem({ kind: 'book', title: 'Dune' }))).id;
    await kept(library.taste.recordTaste({ personId: OWNER_ID, itemId: thing, type: 'loved' }));
    const ben = (await kept(library.people.addFriend({ name: 'Ben' }))).id;
    journal.lostThrough = journal.records.length;
    await kept(library.taste.recordTaste({ personId: ben, itemId: thing, type: 'liked' }));
    await kept(library.taste.recordTaste({ personId: ben, itemId: thing, type: 'loved' }));
    await kept(library.items.editItem(thing, { note: 'Sand.' }));
    await kept(library.items.editItem(thing, { note: null }));

    const ofFriend = await library.history.of({ type: 'person', id: ben });
    expect(ofFriend.entries.map(({ changes }) => changes.map(({ table }) => table))).toEqual([
      ['events', 'events'],
      ['people', 'events'],
    ]);
    await library.history.bringBack(ofFriend, ofFriend.entries[1]?.sequence ?? 0);
    expect(await library.taste.eventsOf(ben)).toMatchObject([{ type: 'liked' }]);
    expect(await library.people.byId(ben)).toMatchObject({ name: 'Ben' });

    const ofThing = await library.history.of({ type: 'item', id: thing });
    await library.history.bringBack(ofThing, ofThing.entries[1]?.sequence ?? 0);
    expect(await library.items.byId(thing)).toMatchObject({ note: 'Sand.' });
    expect(await library.taste.eventsAbout(thing)).toMatchObject([
      { personId: OWNER_ID, type: 'loved' },
      { personId: ben, type: 'liked' },
    ]);
  });

  it('says so where a newer version has written to it', async () => {
    const library = await libraryOver(
      journalOf(writeOutsideChange({ libraryId: 'L', databaseVersion: 99, changes: [put('items', dune)], sent: [] })),
    );
    await expect(library.history.of(subject)).rejects.toMatchObject({ code: 'database-newer' });
  });

  it('says so where there is none', async () => {
    const noHost = (): Promise<never> => Promise.reject(new AppError('no-host', 'no host'));
    const library = await libraryOver({
      append: noHost,
      standing: noHost,
      readAfter: () => {
        throw new Error('asked all the same');
      },
    });
    await expect(library.history.of(subject)).rejects.toMatchObject({ code: 'no-host' });
  });

  it('is empty where it is not decided which library this is', async () => {
    const library = await openTestLibrary(undefined, undefined, journalOf(text(put('items', dune))));
    expect((await library.history.of(subject)).entries).toEqual([]);
  });
});
