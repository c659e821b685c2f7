import { describe, expect, it } from 'vitest';
import { OWNER_ID, type ItemId } from '../../../../renderer/src/domain/ids';
import type { ExportFile } from '../../../../renderer/src/importing/containers/archive';
import { textFile } from './export-file';
import { openImportingWindow } from './open-import-session';

const HEADER =
  'Book Id,Title,Author,Author l-f,Additional Authors,ISBN,ISBN13,My Rating,Average Rating,Publisher,Binding,Number of Pages,Year Published,Original Publication Year,Date Read,Date Added,Bookshelves,Bookshelves with positions,Exclusive Shelf,My Review,Spoiler,Private Notes,Read Count,Owned Copies';

/** A library export of one book. */
const bookFile = (rating: number, shelf: string, dateRead = '', review = ''): ExportFile =>
  textFile(
    'goodreads_library_export.csv',
    `${HEADER}\n7,Fen Songs,Ann Vole,"Vole, Ann",,"=""""","=""""",${String(rating)},3.9,Fen,Paperback,300,2001,2001,${dateRead},2024/01/02,,,${shelf},${review},,,1,0\n`,
  );
const RATED = bookFile(4, 'read', '2025/06/07', 'Fine.');

const HEAD_IMDB =
  'Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors';
const IMDB = textFile(
  'ratings.csv',
  `${HEAD_IMDB}\ntt9000001,9,2021-02-03,Salt Harbour,Salt Harbour,https://www.imdb.com/title/tt9000001,Movie,7.1,101,2019,Drama,1200,2019-01-05,Ann Vole\n`,
);
const LETTERBOXD = textFile(
  'ratings.csv',
  'Date,Name,Year,Letterboxd URI,Rating\n2021-05-06,Salt Harbour,2018,https://boxd.it/zzz1,4\n',
);

async function openWindow() {
  const { library, bring: imported, only } = await openImportingWindow();
  const bring = async (...files: readonly ExportFile[]) => (await imported(...files)).plans;
  const said = async (id: ItemId) =>
    (await library.taste.eventsAbout(id)).map(({ type, rating, at, source }) => [type, rating, at, source]);
  return { library, bring, only, said };
}

describe('the same file again', () => {
  it('brings back nothing that the owner took away by hand', async () => {
    const { library, bring, only } = await openWindow();
    await bring(RATED);
    const { id } = await only();
    await library.items.rateItems([id], null);
    await library.items.editItem(id, { note: null });
    await library.items.setStatus([id], 'wanted');
    await library.items.editItem(id, { year: null });
    const before = await only();
    expect(before).toMatchObject({ ownRating: null, note: null, status: 'wanted', finishedAt: null, year: null });
    const [plan] = await bring(RATED);
    expect(plan).toMatchObject({ additions: [], changes: [], unchangedCount: 1 });
    expect(await only()).toEqual(before);
    expect(await library.taste.eventsOf(OWNER_ID)).toMatchObject([{ type: 'wanted', source: 'manual' }]);
  });

  it('takes what a later export dates after that', async () => {
    const { library, bring, only } = await openWindow();
    await bring(RATED);
    const { id } = await only();
    await library.items.rateItems([id], null);
    await library.items.setStatus([id], 'wanted');
    await bring(bookFile(5, 'read', '2026/03/01'));
    expect(await only()).toMatchObject({ ownRating: 1, status: 'finished', finishedAt: Date.UTC(2026, 2, 1) });
  });

  it('still fills what nobody took away, and adds the tags that are new', async () => {
    const { library, bring, only } = await openWindow();
    const { id } = await library.items.addItem({
      kind: 'book',
      title: 'Fen Songs',
      creators: ['Ann Vole'],
      tags: ['sea'],
    });
    await library.items.addTags([id], ['lamps']);
    await bring(RATED);
    expect(await only()).toMatchObject({ ownRating: 0.8, note: 'Fine.', year: 2001, tags: ['sea', 'lamps'] });
  });

  it('finishes what an earlier export says was given up, but not what the owner gave up here', async () => {
    const { library, bring, only, said } = await openWindow();
    await bring(bookFile(0, 'did-not-finish'));
    expect(await only()).toMatchObject({ status: 'abandoned', ownRating: null });
    await bring(RATED);
    const { id, ...after } = await only();
    expect(after).toMatchObject({ status: 'finished', ownRating: 0.8, finishedAt: Date.UTC(2025, 5, 7) });
    expect(await said(id)).toEqual([['rated', 0.8, Date.UTC(2025, 5, 7), 'goodreads']]);
    // An older export again: what is known stands.
    await bring(bookFile(0, 'did-not-finish'));
    expect(await only()).toMatchObject({ status: 'finished', ownRating: 0.8 });
    await library.items.setStatus([id], 'abandoned');
    await bring(RATED);
    expect(await only()).toMatchObject({ status: 'abandoned' });
  });

  it('finishes it where both files are opened at once, too', async () => {
    const { bring, only } = await openWindow();
    await bring({ ...bookFile(0, 'did-not-finish'), name: 'before.csv' }, { ...RATED, name: 'after.csv' });
    expect(await only()).toMatchObject({ status: 'finished', ownRating: 0.8, finishedAt: Date.UTC(2025, 5, 7) });
  });

  it('recognises what lies in the trash, and restoring never leads to two', async () => {
    const { library, bring, only } = await openWindow();
    await bring(RATED);
    const { id } = await only();
    await library.items.moveToTrash([id]);
    const [plan] = await bring(RATED);
    expect(plan).toMatchObject({ additions: [], changes: [], trashed: [{ itemId: id, title: 'Fen Songs' }] });
    expect(await library.items.all()).toEqual([]);
    // Typed again meanwhile, under the same number.
    await library.items.addItem({
      kind: 'book',
      title: 'Fen Songs',
      creators: ['Ann Vole'],
      identifiers: { goodreads: '7' },
    });
    const [trashed] = await library.trash.all();
    if (trashed === undefined) throw new Error('nothing in the trash');
    await library.trash.restore(trashed.id);
    const restored = await only();
    expect(restored).toMatchObject({ ownRating: 0.8, status: 'finished', year: 2001 });
    expect(await library.taste.eventsAbout(restored.id)).toMatchObject([{ type: 'rated', rating: 0.8 }]);
    await library.journal.undo();
    expect((await library.trash.all()).map(({ title }) => title)).toEqual(['Fen Songs']);
  });
});

describe('two ratings of two services', () => {
  const both = [
    ['rated', 0.9, Date.UTC(2021, 1, 3), 'imdb'],
    ['rated', 0.8, Date.UTC(2021, 4, 6), 'letterboxd'],
  ];

  it.each([
    ['the earlier first', [IMDB, LETTERBOXD]],
    ['the later first', [LETTERBOXD, IMDB]],
  ])('are both kept, and the later counts: %s', async (_words, files) => {
    const { library, bring, only, said } = await openWindow();
    for (const file of files) await bring(file);
    const { id, ownRating } = await only();
    expect(ownRating).toBe(0.8);
    expect(await said(id)).toEqual(both);
    const profile = await library.taste.profileOf(OWNER_ID, library.clock.now);
    expect(profile.events).toMatchObject([{ itemId: id, rating: 0.8 }]);
    // Neither is brought in twice.
    for (const file of files) expect(await bring(file)).toMatchObject([{ additions: [], changes: [] }]);
    expect(await said(id)).toEqual(both);
  });

  it('are said in the preview where both files are opened at once', async () => {
    const { bring, only, said } = await openWindow();
    const plans = await bring({ ...LETTERBOXD, name: 'a.csv' }, { ...IMDB, name: 'b.csv' });
    expect(plans.flatMap(({ changes }) => changes.flatMap(({ earlierRatings = [] }) => earlierRatings))).toMatchObject([
      { rating: 0.9, at: Date.UTC(2021, 1, 3), source: 'imdb' },
    ]);
    expect(await said((await only()).id)).toEqual(both);
  });

  it('leave the other where the one that counts is removed', async () => {
    const { library, bring, only } = await openWindow();
    await bring(IMDB);
    await bring(LETTERBOXD);
    const { id } = await only();
    const [first, last] = await library.taste.eventsAbout(id);
    if (first === undefined || last === undefined) throw new Error('two ratings are missing');
    await library.taste.removeEvent(last.id);
    expect((await only()).ownRating).toBe(0.9);
    await library.taste.removeEvent(first.id);
    expect((await only()).ownRating).toBeNull();
  });

  it('of one file are kept with the row that they are joined in', async () => {
    const { bring, only, said } = await openWindow();
    await bring(
      textFile(
        'ratings.csv',
        'Date,Name,Year,Letterboxd URI,Rating\n2020-05-06,Salt Harbour,2018,https://boxd.it/zzz1,3\n2021-05-06,Salt Harbour,2018,https://boxd.it/zzz1,4\n',
      ),
    );
    const { id, ownRating } = await only();
    expect(ownRating).toBe(0.8);
    expect((await said(id)).map(([type, rating]) => [type, rating])).toEqual([
      ['rated', 0.6],
      ['rated', 0.8],
    ]);
  });
});
