import { describe, expect, it } from 'vitest';
import {
  settleWithOutside,
  type SettledStanding,
} from '../../../../renderer/src/application/keeping/settle-with-outside';
import { AppError } from '../../../../renderer/src/domain/errors';
import { contents, openTestLibrary, type TestLibrary } from '../../data/open-test-library';
import { OutsideJournalInMemory } from '../../data/outside-journal-in-memory';

let ids = 0;
const newId = (): string => `made-${(ids += 1)}`;

async function start(library: TestLibrary, journal: OutsideJournalInMemory): Promise<SettledStanding> {
  const settled = await settleWithOutside({ keeping: library.keeping, journal, newId });
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
    const settled = await settleWithOutside({ keeping: library.keeping, journal: nowhere, newId });
    expect(settled).toMatchObject({ decision: 'no-host', problem: { code: 'no-host' } });
    await library.items.addItem({ kind: 'book', title: 'Dune' });
    expect((await start(library, journal)).decision).toBe('first-start');
    const lost = await openTestLibrary(undefined, undefined, journal);
    await start(lost, journal);
    expect(await contents(lost)).toEqual(await contents(library));
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
