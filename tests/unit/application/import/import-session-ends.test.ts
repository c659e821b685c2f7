import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../renderer/src/domain/errors';
import { OWNER_ID } from '../../../../renderer/src/domain/ids';
import { contents } from '../../data/open-test-library';
import { CELLAR, GOODREADS, IMDB, LIST, openSession, titles } from './watched-import-session';

/** How an import ends that does not go through: cancelled, failed, or left by its page. */

describe('cancelling an import', () => {
  it('while files are read leads back to the choice of files', async () => {
    const { library, session } = await openSession();
    const reading = session.open([GOODREADS]);
    expect(session.snapshot().step).toBe('reading');
    session.cancel();
    expect(session.snapshot()).toEqual({ step: 'choose' });
    expect(await reading).toBeNull();
    expect(session.snapshot()).toEqual({ step: 'choose' });
    expect(await titles(library)).toEqual([]);
  });

  it('while what the files would do is planned leads back to the choice of files', async () => {
    const { library, session, steps } = await openSession();
    session.subscribe(() => {
      const state = session.snapshot();
      if (state.step === 'reading' && state.progress.done === state.progress.total) session.cancel();
    });
    expect(await session.open([GOODREADS])).toBeNull();
    expect(steps).toEqual(['reading', 'choose']);
    expect(await titles(library)).toEqual([]);
  });

  it('while a list is planned again writes nothing', async () => {
    const { library, session } = await openSession();
    const [list] = (await session.open([LIST]))?.undecided ?? [];
    if (list?.type !== 'list') throw new Error('the list was not recognised');
    const taking = session.takeList(list, true);
    session.startOver();
    expect(await taking).toBeNull();
    expect(session.snapshot()).toEqual({ step: 'choose' });
    expect(await titles(library)).toEqual([]);
  });

  it('while a table is read leads back to the preview', async () => {
    const { session } = await openSession();
    const preview = await session.open([GOODREADS, CELLAR]);
    const [undecided] = preview?.undecided ?? [];
    if (undecided?.type !== 'table') throw new Error('the table was not asked about');
    const reading = session.readTable(undecided.name, undecided.table.guess);
    session.cancel();
    expect(await reading).toBeNull();
    expect(session.snapshot()).toBe(preview);
  });

  it('before anything was written leads back to the preview and leaves the library as it was', async () => {
    const { library, session } = await openSession();
    const before = await contents(library);
    const preview = await session.open([GOODREADS]);
    const writing = session.apply();
    session.cancel();
    expect(await writing).toEqual([]);
    expect(session.snapshot()).toBe(preview);
    expect(await contents(library)).toEqual(before);
  });

  it('leaves no list behind', async () => {
    const { library, session } = await openSession();
    const [list] = (await session.open([LIST]))?.undecided ?? [];
    if (list?.type !== 'list') throw new Error('the list was not recognised');
    const before = await contents(library);
    const stop = session.subscribe(() => {
      if (session.snapshot().step === 'importing') session.cancel();
    });
    expect(await session.takeList(list, true)).toBeNull();
    stop();
    expect(session.snapshot().step).toBe('preview');
    expect(await contents(library)).toEqual(before);
  });

  it('between two exports keeps the first and its receipt', async () => {
    const { library, session } = await openSession((imports) => ({
      applyImport: async (plan, options) => {
        const receipt = await imports.applyImport(plan, options);
        session.cancel();
        return receipt;
      },
    }));
    await session.open([GOODREADS, IMDB]);
    expect(await session.apply()).toHaveLength(1);
    expect(session.snapshot()).toMatchObject({ step: 'done', receipts: [{ label: /Goodreads/ }] });
    expect(await titles(library)).toHaveLength(5);
  });

  it('does nothing where nothing runs', async () => {
    const { session } = await openSession();
    const preview = await session.open([GOODREADS]);
    session.cancel();
    expect(session.snapshot()).toBe(preview);
  });
});

describe('an import that fails', () => {
  const full = new AppError('storage-full', 'The disk is full.');

  it('in the middle keeps what was written and its receipt, and says what happened', async () => {
    let calls = 0;
    const { library, session } = await openSession((imports) => ({
      applyImport: async (plan, options) => {
        calls += 1;
        if (calls === 2) throw full;
        return imports.applyImport(plan, options);
      },
    }));
    await session.open([GOODREADS, IMDB]);
    await expect(session.apply()).rejects.toBe(full);
    const state = session.snapshot();
    if (state.step !== 'done') throw new Error(`the session is at ${state.step}`);
    expect(state.receipts).toHaveLength(1);
    expect(await titles(library)).toHaveLength(5);
    for (const receipt of state.receipts) await session.undo(receipt);
    expect(await titles(library)).toEqual([]);
  });

  it('at once writes nothing and starts over', async () => {
    const { session } = await openSession(() => ({ applyImport: () => Promise.reject(full) }));
    await session.open([GOODREADS]);
    await expect(session.apply()).rejects.toBe(full);
    expect(session.snapshot()).toEqual({ step: 'choose' });
  });

  it('while reading leads back to the choice of files', async () => {
    const { library, session } = await openSession();
    library.database.close();
    await expect(session.open([GOODREADS])).rejects.toBeInstanceOf(AppError);
    expect(session.snapshot()).toEqual({ step: 'choose' });
  });
});

describe('a page that shows the session', () => {
  it('gives up reading and the preview when it is left for good', async () => {
    const { session } = await openSession();
    const leave = session.watch();
    await session.open([GOODREADS]);
    leave();
    const back = session.watch();
    await Promise.resolve();
    expect(session.snapshot().step).toBe('preview');
    back();
    await Promise.resolve();
    expect(session.snapshot()).toEqual({ step: 'choose' });
  });

  it('leaves an import that has begun alone, which refuses other files meanwhile', async () => {
    const { library, session } = await openSession();
    const leave = session.watch();
    await session.open([GOODREADS]);
    const writing = session.apply();
    leave();
    await Promise.resolve();
    expect(session.snapshot().step).toBe('importing');
    expect(await session.open([IMDB])).toBeNull();
    await expect(session.importList(LIST, true)).rejects.toMatchObject({ code: 'invalid-input' });
    session.startOver();
    expect(await writing).toHaveLength(1);
    expect(session.snapshot().step).toBe('done');
    expect((await library.taste.profileOf(OWNER_ID, library.clock.now)).events.length).toBeGreaterThan(0);
  });
});
