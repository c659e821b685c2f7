import { describe, expect, it } from 'vitest';
import {
  settleWithOutside,
  type SettledStanding,
} from '../../../../renderer/src/application/keeping/settle-with-outside';
import type { SnapshotRestoringPorts } from '../../../../renderer/src/application/keeping/restored-snapshot';
import { AppError } from '../../../../renderer/src/domain/errors';
import { contents, openTestLibrary, type TestLibrary } from '../../data/open-test-library';
import { NO_SNAPSHOTS, OutsideJournalInMemory } from '../../data/outside-journal-in-memory';
import { SnapshotsInMemory } from '../../data/snapshots-in-memory';

let ids = 0;
const newId = (): string => `made-${(ids += 1)}`;

async function start(
  library: TestLibrary,
  journal: OutsideJournalInMemory,
  snapshots: SnapshotRestoringPorts = NO_SNAPSHOTS,
): Promise<SettledStanding> {
  const settled = await settleWithOutside({ keeping: library.keeping, journal, snapshots, newId });
  await library.keeping.outbox.flush();
  return settled;
}

async function withDune(
  journal = new OutsideJournalInMemory(),
): Promise<{ library: TestLibrary; journal: OutsideJournalInMemory }> {
  const library = await openTestLibrary(undefined, undefined, journal);
  await start(library, journal);
  await library.items.addItem({ kind: 'book', title: 'Dune', ownRating: 0.9 });
  await library.people.addFriend({ name: 'Bo' });
  await library.keeping.outbox.flush();
  return { library, journal };
}

describe('a start', () => {
  it('brings a library that was lost back from outside, and says up to when', async () => {
    const { library, journal } = await withDune();
    const lost = await openTestLibrary(undefined, undefined, journal);
    const { decision, caughtUp } = await start(lost, journal);
    expect(decision).toBe('found-outside');
    expect(await contents(lost)).toEqual(await contents(library));
    expect(caughtUp?.lastAt).toBe(journal.records.at(-1)?.at);
    expect((await start(lost, journal)).decision).toBe('agrees');
  });

  it('sends a library from before anything was kept outside', async () => {
    const journal = new OutsideJournalInMemory();
    const library = await openTestLibrary(undefined, undefined, journal);
    await library.items.addItem({ kind: 'book', title: 'Dune' });
    await library.database.outbox.clear();
    expect((await start(library, journal)).decision).toBe('first-start');
    const lost = await openTestLibrary(undefined, undefined, journal);
    await start(lost, journal);
    expect(await contents(lost)).toEqual(await contents(library));
  });

  it('leaves two libraries that never met apart: nothing is mixed, nothing is sent', async () => {
    const { journal } = await withDune();
    const other = await openTestLibrary(undefined, undefined, journal);
    await other.items.addItem({ kind: 'book', title: 'Solaris' });
    const before = await contents(other);
    const sent = journal.records.length;
    expect((await start(other, journal)).decision).toBe('two-libraries');
    expect(await contents(other)).toEqual(before);
    expect(journal.records).toHaveLength(sent);
  });

  it.each(['emptied', 'replaced', 'cut'] as const)('writes everything anew to a journal that was %s', async (how) => {
    const { library, journal } = await withDune();
    if (how === 'cut') journal.records.length -= 1;
    else journal.records.length = 0;
    if (how === 'replaced') journal.journalId = 'another';
    expect((await start(library, journal)).decision).toBe('journal-lost');
    const lost = await openTestLibrary(undefined, undefined, journal);
    await start(lost, journal);
    expect(await contents(lost)).toEqual(await contents(library));
  });

  it('says what this library is and that all of it is to be sent at one moment', async () => {
    const journal = new OutsideJournalInMemory();
    const library = await openTestLibrary(undefined, undefined, journal);
    await library.items.addItem({ kind: 'book', title: 'Dune' });
    await library.database.outbox.clear();
    const fail = (): never => {
      throw new Error('The window was closed.');
    };
    library.database.outbox.hook('creating', fail);
    expect((await start(library, journal)).problem).not.toBeNull();
    library.database.outbox.hook('creating').unsubscribe(fail);
    expect((await start(library, journal)).decision).toBe('first-start');
    const lost = await openTestLibrary(undefined, undefined, journal);
    await start(lost, journal);
    expect(await contents(lost)).toEqual(await contents(library));
  });

  it('does not send what is older over a journal that another shell wrote anew', async () => {
    const { library, journal } = await withDune();
    const other = await openTestLibrary(undefined, undefined, journal);
    await start(other, journal);
    await other.items.addItem({ kind: 'book', title: 'Emma' });
    await other.keeping.outbox.flush();
    journal.records.length = 0;
    journal.journalId = 'another';
    const [dune] = await library.items.all();
    if (dune === undefined) throw new Error('no thing');
    await start(library, journal);
    await library.items.rateItems([dune.id], 0.2);
    await library.keeping.outbox.flush();
    expect((await start(other, journal)).decision).toBe('journal-lost');
    expect((await other.items.byId(dune.id))?.ownRating).toBe(0.2);
    await start(library, journal);
    expect((await library.items.all()).map(({ title, ownRating }) => `${title} ${String(ownRating)}`).sort()).toEqual([
      'Dune 0.2',
      'Emma null',
    ]);
  });

  it('catches up with another shell', async () => {
    const { library, journal } = await withDune();
    const other = await openTestLibrary(undefined, undefined, journal);
    await start(other, journal);
    await other.items.addItem({ kind: 'book', title: 'Solaris' });
    await other.keeping.outbox.flush();
    const { decision, caughtUp } = await start(library, journal);
    expect([decision, caughtUp?.rows.added]).toEqual(['behind', 1]);
    expect(await contents(library)).toEqual(await contents(other));
  });

  it('works without a host: what is entered waits, and is sent when there is one', async () => {
    const journal = new OutsideJournalInMemory();
    const library = await openTestLibrary(undefined, undefined, journal);
    const refused = (): Promise<never> => Promise.reject(new AppError('no-host', 'Only in this browser.'));
    const nowhere = Object.assign(new OutsideJournalInMemory(), { standing: refused });
    const settled = await settleWithOutside({
      keeping: library.keeping,
      journal: nowhere,
      snapshots: NO_SNAPSHOTS,
      newId,
    });
    expect(settled).toMatchObject({ decision: 'no-host', problem: { code: 'no-host' } });
    await library.items.addItem({ kind: 'book', title: 'Dune' });
    expect((await start(library, journal)).decision).toBe('first-start');
    const lost = await openTestLibrary(undefined, undefined, journal);
    await start(lost, journal);
    expect(await contents(lost)).toEqual(await contents(library));
  });

  describe('where the journal has lost records', () => {
    /** Dune, Bo and Solaris, a snapshot, Emma; then the records that the snapshot holds are gone. */
    async function cut() {
      const { library, journal } = await withDune();
      const snapshots = new SnapshotsInMemory();
      await library.items.addItem({ kind: 'book', title: 'Solaris' });
      await library.keeping.outbox.flush();
      await snapshots.take(library);
      journal.lostThrough = journal.records.length;
      await library.items.addItem({ kind: 'book', title: 'Emma' });
      await library.settings.update({ ownerName: 'Ann' });
      await library.keeping.outbox.flush();
      return { library, journal, snapshots };
    }

    it('brings a lost library back from the newest snapshot and the records after it', async () => {
      const { library, journal, snapshots } = await cut();
      const lost = await openTestLibrary(undefined, undefined, journal);
      const { decision, caughtUp, isPart } = await start(lost, journal, snapshots);
      expect([decision, isPart]).toEqual(['found-outside', false]);
      expect(caughtUp?.lastAt).toBe(journal.records.at(-1)?.at);
      expect(await contents(lost)).toEqual(await contents(library));
      expect((await lost.settings.read()).ownerName).toBe('Ann');
      expect(await lost.keeping.standing()).toEqual(await library.keeping.standing());
      expect((await start(lost, journal, snapshots)).decision).toBe('agrees');
    });

    it('takes the snapshot that holds most, also where the clock was set back before it was made', async () => {
      const { library, journal, snapshots } = await cut();
      await snapshots.take(library);
      journal.lostThrough = journal.records.length;
      snapshots.files.reverse();
      await library.items.addItem({ kind: 'book', title: 'Fair Play' });
      await library.keeping.outbox.flush();
      const lost = await openTestLibrary(undefined, undefined, journal);
      expect((await start(lost, journal, snapshots)).isPart).toBe(false);
      expect(await contents(lost)).toEqual(await contents(library));
    });

    it('passes over a snapshot that is damaged, and one of another library', async () => {
      const { library, journal, snapshots } = await cut();
      await snapshots.take(library);
      for (const file of snapshots.files.slice(1)) file.bytes = file.bytes.slice(0, 300);
      const other = await withDune(Object.assign(new OutsideJournalInMemory(), { journalId: 'K' }));
      for (const title of ['A', 'B', 'C', 'D']) await other.library.items.addItem({ kind: 'book', title });
      await other.library.keeping.outbox.flush();
      await snapshots.take(other.library);
      const lost = await openTestLibrary(undefined, undefined, journal);
      await start(lost, journal, snapshots);
      expect(await contents(lost)).toEqual(await contents(library));
    });

    it('brings one that was put back up to date, and keeps what was entered there', async () => {
      const { library, journal, snapshots } = await cut();
      const old = await openTestLibrary(undefined, undefined, journal);
      const standing = await library.keeping.standing();
      await old.keeping.decide({ libraryId: standing?.libraryId ?? '', journalId: 'J', appliedSequence: 1 });
      journal.fails = 'before';
      await old.items.addItem({ kind: 'book', title: 'Persuasion' });
      await old.keeping.outbox.flush();
      journal.fails = 'no';
      const { decision, isPart } = await start(old, journal, snapshots);
      expect([decision, isPart]).toEqual(['behind', false]);
      const titles = (await old.items.all()).map(({ title }) => title).sort();
      expect(titles).toEqual(['Dune', 'Emma', 'Persuasion', 'Solaris']);
      expect((await start(library, journal, snapshots)).decision).toBe('behind');
      expect(await contents(library)).toEqual(await contents(old));
    });

    it('says that something may be missing where no snapshot holds what is lost', async () => {
      const { journal, snapshots } = await cut();
      const lost = await openTestLibrary(undefined, undefined, journal);
      snapshots.files.length = 0;
      const { caughtUp, isPart } = await start(lost, journal, snapshots);
      expect(isPart).toBe(true);
      expect(caughtUp).not.toBeNull();
      expect((await lost.items.all()).map(({ title }) => title)).toEqual(['Emma']);
    });

    it('needs no snapshot where the database has what is lost', async () => {
      const { library, journal } = await cut();
      expect(await start(library, journal)).toMatchObject({ decision: 'agrees', isPart: false, caughtUp: null });
    });
  });

  it('opens a locked snapshot with the passphrase it knows, and says so where it knows none', async () => {
    const { library } = await withDune();
    const snapshots = new SnapshotsInMemory();
    await snapshots.take(library, 'correct horse');
    const begin = async (): Promise<{ readonly settled: SettledStanding; readonly lost: TestLibrary }> => {
      const journal = Object.assign(new OutsideJournalInMemory(), { journalId: 'new' });
      const lost = await openTestLibrary(undefined, undefined, journal);
      return { settled: await start(lost, journal, snapshots), lost };
    };
    expect((await begin()).settled).toMatchObject({ caughtUp: null, areSnapshotsLocked: true });
    snapshots.known = 'wrong';
    expect((await begin()).settled).toMatchObject({ caughtUp: null, areSnapshotsLocked: true });
    snapshots.known = 'correct horse';
    const { settled, lost } = await begin();
    expect(settled.areSnapshotsLocked).toBe(false);
    expect(await contents(lost)).toEqual(await contents(library));
  });

  it('begins anew with a journal whose records are all gone, whatever their numbers were', async () => {
    const { library, journal } = await withDune();
    const snapshots = new SnapshotsInMemory();
    await snapshots.take(library);
    Object.assign(journal, { journalId: 'new', lostThrough: journal.records.length });
    const lost = await openTestLibrary(undefined, undefined, journal);
    expect((await start(lost, journal, snapshots)).decision).toBe('first-start');
    expect(await contents(lost)).toEqual(await contents(library));
    const other = await openTestLibrary(undefined, undefined, journal);
    journal.lostThrough = journal.records.length;
    await other.items.addItem({ kind: 'book', title: 'Solaris' });
    expect((await start(other, journal)).decision).toBe('first-start');
    const after = await openTestLibrary(undefined, undefined, journal);
    await start(after, journal);
    expect(await contents(after)).toEqual(await contents(other));
  });

  it('brings a library of which only snapshots are left back, and writes it to the new journal', async () => {
    const { library } = await withDune();
    const snapshots = new SnapshotsInMemory();
    await snapshots.take(library);
    const journal = Object.assign(new OutsideJournalInMemory(), { journalId: 'new' });
    const lost = await openTestLibrary(undefined, undefined, journal);
    const { decision, caughtUp } = await start(lost, journal, snapshots);
    expect([decision, caughtUp?.rows.added]).toEqual(['first-start', 3]);
    expect(await contents(lost)).toEqual(await contents(library));
    expect((await lost.keeping.standing())?.libraryId).toBe((await library.keeping.standing())?.libraryId);
    const after = await openTestLibrary(undefined, undefined, journal);
    await start(after, journal);
    expect(await contents(after)).toEqual(await contents(library));
  });

  describe('two libraries that never met', () => {
    const titles = async (library: TestLibrary): Promise<readonly string[]> =>
      (await library.items.all()).map(({ title }) => title).sort();
    async function met(): Promise<{ other: TestLibrary; journal: OutsideJournalInMemory }> {
      const { journal } = await withDune();
      const other = await openTestLibrary(undefined, undefined, journal);
      await other.items.addItem({ kind: 'book', title: 'Solaris' });
      await start(other, journal);
      return { other, journal };
    }

    it.each(['together', 'this-alone', 'outside-alone'] as const)(
      'stay two where the window is closed in the middle: %s',
      async (how) => {
        const { other, journal } = await met();
        const waiting = await other.database.outbox.count();
        const fail = (): never => {
          throw new Error('The window was closed.');
        };
        other.database.outside.hook('creating', fail);
        await expect(other.keeping.join(how)).rejects.toBeInstanceOf(Error);
        other.database.outside.hook('creating').unsubscribe(fail);
        expect(await titles(other)).toEqual(['Solaris']);
        expect(await other.database.outbox.count()).toBe(waiting);
        expect((await start(other, journal)).decision).toBe('two-libraries');
      },
    );

    it.each([
      ['together', ['Dune', 'Solaris']],
      ['this-alone', ['Solaris']],
      ['outside-alone', ['Dune']],
    ] as const)('become one as the person says: %s', async (how, expected) => {
      const { other, journal } = await met();
      const receipt = await other.keeping.join(how);
      await other.keeping.outbox.flush();
      expect(await titles(other)).toEqual(expected);
      const lost = await openTestLibrary(undefined, undefined, journal);
      await start(lost, journal);
      expect(await titles(lost)).toEqual(expected);
      if (receipt === null) return;
      await other.journal.undoAction(receipt.actionId);
      await other.keeping.outbox.flush();
      expect(await titles(other)).toEqual(['Solaris']);
      const after = await openTestLibrary(undefined, undefined, journal);
      await start(after, journal);
      expect(await titles(after)).toEqual(['Solaris']);
    });
  });
});
