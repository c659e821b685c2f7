import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDurableStore } from '../../electron/host/durable-store';
import type { HistoryEntry, HistorySubject } from '../../renderer/src/domain/history';
import { OWNER_ID, type ItemId } from '../../renderer/src/domain/ids';
import type { OutsideJournal } from '../../renderer/src/domain/ports/outside-journal';
import { hostJournal } from '../../renderer/src/host/host-journal';
import { contents, openTestLibrary, type TestLibrary } from '../unit/data/open-test-library';
import { OutsideJournalInMemory } from '../unit/data/outside-journal-in-memory';

/** A journal in memory, and the host's on a disk. */
const JOURNALS: Readonly<Record<string, () => OutsideJournal>> = {
  'a journal in memory': () => new OutsideJournalInMemory(),
  'the host’s journal': () => {
    const folder = mkdtempSync(join(tmpdir(), 'handpicked-history-'));
    const store = openDurableStore(folder, { segmentBytes: 4096, reserveBytes: 65_536 });
    onTestFinished(async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    });
    return hostJournal(store);
  },
};

async function openLibrary(journal: OutsideJournal): Promise<TestLibrary> {
  const library = await openTestLibrary(undefined, undefined, journal);
  await library.keeping.decide({ libraryId: 'L', journalId: 'J', appliedSequence: 0 });
  return library;
}

/** Each action as a record of its own. */
async function kept<T>(library: TestLibrary, work: () => Promise<T>): Promise<T> {
  const result = await work();
  await library.keeping.outbox.flush();
  return result;
}

/** Its records one by one, however large the parts are that it gives. */
const oneByOne = (journal: OutsideJournal): OutsideJournal => ({
  append: (record) => journal.append(record),
  standing: () => journal.standing(),
  readAfter: async function* (sequence) {
    for await (const part of journal.readAfter(sequence)) for (const record of part) yield [record];
  },
});

const ratings = (entries: readonly HistoryEntry[]): readonly unknown[] =>
  entries.map(({ changes }) =>
    changes.flatMap((change) =>
      change.table === 'items' ? [[change.before?.ownRating ?? null, change.after?.ownRating ?? null]] : [],
    ),
  );

describe.each(Object.entries(JOURNALS))('the history of one thing, from %s', (_name, journalOf) => {
  async function rated(): Promise<{ library: TestLibrary; dune: ItemId; subject: HistorySubject }> {
    const library = await openLibrary(oneByOne(journalOf()));
    const dune = (await kept(library, () => library.items.addItem({ kind: 'book', title: 'Dune' }))).id;
    await kept(library, () => library.items.addItem({ kind: 'book', title: 'Solaris', ownRating: 0.4 }));
    await kept(library, () => library.items.rateItems([dune], 0.6));
    await kept(library, () => library.items.rateItems([dune], 1));
    await kept(library, () => library.items.editItem(dune, { note: 'Sand.' }));
    return { library, dune, subject: { type: 'item', id: dune } };
  }

  it('has every version, newest first, and brings back the one that is chosen, in one action with Undo', async () => {
    const { library, dune, subject } = await rated();
    const history = await library.history.of(subject);
    expect(ratings(history.entries)).toEqual([[[1, 1]], [[0.6, 1]], [[null, 0.6]], [[null, null]]]);
    expect(history.entries.map(({ isNow }) => isNow)).toEqual([true, false, false, false]);
    expect(history.entries.map(({ at }) => at)).toEqual(history.entries.map(({ at }) => at).toSorted((a, b) => b - a));

    const before = await contents(library);
    const others = async (): Promise<unknown> => {
      const { items = [], events = [], ...rest } = await contents(library);
      const isOther = (row: unknown): boolean => !JSON.stringify(row).includes(dune);
      return { ...rest, items: items.filter(isOther), events: events.filter(isOther) };
    };
    const othersBefore = await others();
    const receipt = await library.history.bringBack(history, history.entries[2]?.sequence ?? 0);
    expect(receipt.label).toMatch(/^Brought back Dune as of /);
    expect(await library.items.byId(dune)).toMatchObject({ ownRating: 0.6, note: null });
    expect(await library.taste.eventsAbout(dune)).toMatchObject([{ type: 'rated', rating: 0.6, personId: OWNER_ID }]);
    expect(await others()).toEqual(othersBefore);

    const after = await library.history.of(subject);
    expect(after.entries).toHaveLength(5);
    expect(after.entries.map(({ isNow }) => isNow)).toEqual([true, false, false, true, false]);
    await library.journal.undoAction(receipt.actionId);
    expect(await contents(library)).toEqual(before);
    const undone = await library.history.of(subject);
    expect(ratings(undone.entries)[0]).toEqual([[0.6, 1]]);
    expect(undone.entries).toHaveLength(6);
  });

  it('collapses what is written again unchanged', async () => {
    const { library, dune, subject } = await rated();
    await kept(library, () => library.items.editItem(dune, { note: 'Sand.' }));
    const standing = await library.keeping.standing();
    if (standing === null) throw new Error('It is not decided what this library is.');
    await kept(library, () => library.keeping.decide(standing, { sendsAll: true }));
    expect((await library.history.of(subject)).entries).toHaveLength(4);
  });

  it('leaves shares and their answers as they are, and tells of them', async () => {
    const { library, dune, subject } = await rated();
    const ben = (await kept(library, () => library.people.addFriend({ name: 'Ben' }))).id;
    const share = await kept(library, () =>
      library.shares.shareItem({ itemId: dune, personId: ben, via: 'told', note: '' }),
    );
    await kept(library, () => library.shares.recordOutcome(share.id, 'loved'));
    const history = await library.history.of(subject);
    expect(history.entries.slice(0, 2)).toMatchObject([
      { isNow: true, changes: [{ table: 'shares', before: { outcome: null }, after: { outcome: 'loved' } }] },
      { isNow: true, changes: [{ table: 'shares', before: null }] },
    ]);
    const [events, shares] = [await library.taste.eventsOf(ben), await library.shares.all()];
    await library.history.bringBack(history, history.entries[4]?.sequence ?? 0);
    expect(await library.items.byId(dune)).toMatchObject({ ownRating: 0.6 });
    expect(await library.taste.eventsOf(ben)).toEqual(events);
    expect(await library.shares.all()).toEqual(shares);
  });

  it('brings a deleted thing back from the trash, with its places in lists, as it was at the version chosen', async () => {
    const { library, dune, subject } = await rated();
    const list = (await kept(library, () => library.lists.createList({ title: 'Sands' }))).id;
    await kept(library, () => library.lists.addItems(list, [dune]));
    await kept(library, () => library.items.moveToTrash([dune]));
    const [entry] = await library.trash.all();
    expect(entry?.key).toBe(dune);
    const before = await contents(library);
    const history = await library.history.of(subject);
    expect(history.entries[0]).toMatchObject({ standing: 'in-trash', isNow: false });
    await expect(library.history.bringBack(history, history.entries[0]?.sequence ?? 0)).rejects.toMatchObject({
      code: 'not-found',
    });
    const receipt = await library.history.bringBack(history, history.entries[3]?.sequence ?? 0);
    expect(await library.items.byId(dune)).toMatchObject({ ownRating: 0.6, note: null });
    expect(await library.trash.all()).toEqual([]);
    expect((await library.lists.all())[0]?.entries.map(({ itemId }) => itemId)).toEqual([dune]);
    expect((await library.history.of(subject)).entries[0]).toMatchObject({ standing: 'there', isNow: true });
    await library.journal.undoAction(receipt.actionId);
    expect(await contents(library)).toEqual(before);
  });

  it('has a friend with what is noted of their taste; what is about things that are gone stays out, and is counted', async () => {
    const { library, dune } = await rated();
    const gone = (await kept(library, () => library.items.addItem({ kind: 'book', title: 'Gone' }))).id;
    const friend = await kept(library, () =>
      library.people.addFriend({ name: 'Ben', likedTags: ['noir'] }, [{ itemId: dune, type: 'loved' }]),
    );
    const subject: HistorySubject = { type: 'person', id: friend.id };
    await kept(library, () => library.taste.recordTaste({ personId: friend.id, itemId: gone, type: 'loved' }));
    const [, first] = await library.taste.eventsOf(friend.id);
    if (first === undefined) throw new Error('nothing noted');
    await kept(library, () => library.taste.removeEvent(first.id));
    await kept(library, () => library.people.editFriend(friend.id, { name: 'Benjamin' }));
    await kept(library, () => library.items.moveToTrash([gone]));
    const history = await library.history.of(subject);
    expect(history.entries.map(({ changes }) => changes.map(({ table }) => table))).toEqual([
      ['people'],
      ['events'],
      ['events'],
      ['people', 'events'],
    ]);
    const owner = await library.people.byId(OWNER_ID);
    const receipt = await library.history.bringBack(history, history.entries[2]?.sequence ?? 0);
    expect(receipt.label).toMatch(/^Brought back Ben as of .*, without 1 statement about things that are gone$/);
    expect(await library.people.byId(friend.id)).toMatchObject({ name: 'Ben', likedTags: ['noir'] });
    expect((await library.taste.eventsOf(friend.id)).map(({ itemId, type }) => [itemId, type])).toEqual([
      [dune, 'loved'],
    ]);
    expect(await library.people.byId(OWNER_ID)).toEqual(owner);
  });

  it('stops when it is told to, goes on from there, and reads only what is new at the next question', async () => {
    const { library, subject } = await rated();
    const leaving = new AbortController();
    const seen: number[] = [];
    await expect(
      library.history.of(subject, {
        signal: leaving.signal,
        onProgress: (share) => {
          seen.push(share);
          leaving.abort();
        },
      }),
    ).rejects.toMatchObject({ code: 'cancelled' });
    const rest: number[] = [];
    const history = await library.history.of(subject, { onProgress: (share) => rest.push(share) });
    expect(history.entries).toHaveLength(4);
    expect(rest.at(-1)).toBe(1);
    const again: number[] = [];
    expect(await library.history.of(subject, { onProgress: (share) => again.push(share) })).toEqual(history);
    expect(again).toEqual([]);
  });
});
