import { describe, expect, it } from 'vitest';
import { exportFile, textFile } from '../../../fixtures/exports/files';
import { analysed, rowNamed, withAnswers } from './analysed';

const day = (year: number, month: number, date: number): number => Date.UTC(year, month - 1, date);

describe('Hardcover', () => {
  it('reads statuses, series, lists and halves of stars; a narrator is no author', async () => {
    const analysis = await analysed(exportFile('hardcover.csv'));
    expect(rowNamed(analysis, 'Lamps at Night')).toMatchObject({
      kind: 'book',
      creators: ['Ann Vole'],
      length: 300,
      tags: ['Fantasy'],
      shelves: ['Beach', 'owned'],
      series: { name: 'Lamps', position: 8 },
      identifiers: { hardcover: '11', isbn13: '9780306406157' },
      ownRating: 0.9,
      status: 'finished',
      finishedAt: day(2021, 1, 4),
      addedAt: day(2021, 1, 2),
      note: 'Fine, twice.',
      privateNote: 'kept from Ana',
    });
    expect(rowNamed(analysis, 'Third')).toMatchObject({ creators: ['Ed Stone'], status: 'in-progress' });
    expect(rowNamed(analysis, 'Quarry')).toMatchObject({ status: 'abandoned', finishedAt: day(2021, 2, 2) });
    expect(rowNamed(analysis, 'Named Only')).toMatchObject({ status: 'none', ownRating: null });
  });

  it('shows nobody the review of a book that is private there, and takes genres, moods and tags', async () => {
    const analysis = await analysed(
      textFile(
        'library.csv',
        `Title,Author,Status,Privacy,Hardcover Book ID,Genres,Moods,Tags,Review,Private Notes
Kiln,Ann Vole,Read,Private,21,"Crafts, History",calm,,Not for others.,lent to Bo
Oven,Bo Quill,Read,Followers,22,,,clay,For anybody.,
`,
      ),
    );
    expect(rowNamed(analysis, 'Kiln')).toMatchObject({
      tags: ['Crafts', 'History', 'calm'],
      note: null,
      privateNote: 'Not for others.\n\nlent to Bo',
    });
    expect(rowNamed(analysis, 'Oven')).toMatchObject({ tags: ['clay'], note: 'For anybody.', privateNote: null });
  });
});

describe('BookWyrm', () => {
  it('reads ids of many registers, the review with its heading, and a shelf of one’s own', async () => {
    const analysis = await analysed(exportFile('bookwyrm.csv'));
    expect(rowNamed(analysis, 'Lamps at Night')).toMatchObject({
      creators: ['Ann Vole', 'Bo Quill'],
      identifiers: {
        isbn13: '9780306406157',
        goodreads: '501',
        librarything: '90001',
        openlibrary: 'OL1234567M',
        asin: 'B00SALTRD1',
      },
      url: 'https://books.example/book/1',
      ownRating: 0.9,
      ratedAt: day(2023, 2, 4),
      finishedAt: day(2023, 2, 3),
      note: 'Twice\n\nFine & slow.',
    });
    expect(rowNamed(analysis, 'Quarry')).toMatchObject({ status: 'abandoned', finishedAt: day(2023, 3, 9) });
    expect(rowNamed(analysis, 'Third')).toMatchObject({ status: 'in-progress', finishedAt: null });
    expect(rowNamed(analysis, 'Fourth')).toMatchObject({ status: 'none', shelves: ['Book club'] });
  });
});

describe('Openreads', () => {
  it('reads every reading, favourites, tags and tenths of stars; what was deleted stays out', async () => {
    const analysis = await analysed(exportFile('openreads.csv'));
    expect(rowNamed(analysis, 'Lamps at Night: A Winter Book')).toMatchObject({
      year: 2019,
      length: 300,
      tags: ['fantasy'],
      shelves: ['beach'],
      identifiers: { isbn13: '9780306406157', openlibrary: 'OL1234567M' },
      ownRating: 0.9,
      liked: true,
      status: 'finished',
      finishedAt: day(2024, 2, 3),
      finishedDates: [day(2023, 2, 3), day(2024, 2, 3)],
      note: 'Fine twice.',
      privateNote: 'kept from Ana',
    });
    expect(rowNamed(analysis, 'Quarry')).toMatchObject({ ownRating: 0.4, identifiers: { openlibraryWork: 'OL77W' } });
    expect(rowNamed(analysis, 'The Kiln').status).toBe('wanted');
    expect(rowNamed(analysis, 'Third')).toMatchObject({ status: 'in-progress', finishedAt: null });
    expect(analysis.skipped).toMatchObject([{ line: 6, reason: 'deleted in Openreads' }]);
    expect(JSON.stringify(analysis.rows)).not.toContain('bestseller');
  });
});

describe('Libib', () => {
  it('reads books, films, music and games of one table; the publisher’s words are no note', async () => {
    const analysis = await analysed(exportFile('libib.csv'));
    expect(rowNamed(analysis, 'Lamps at Night')).toMatchObject({
      kind: 'book',
      creators: ['Ann Vole', 'Bo Quill'],
      year: 2019,
      length: 300,
      tags: ['Fantasy'],
      shelves: ['slow', 'winter', 'Front room'],
      identifiers: { isbn13: '9780306406157' },
      ownRating: 0.9,
      ratedAt: day(2023, 2, 4),
      status: 'finished',
      finishedAt: day(2023, 2, 3),
      addedAt: day(2022, 12, 1),
      note: 'Fine & slow.',
      privateNote: 'lent to Cy',
    });
    expect(rowNamed(analysis, 'Untouched')).toMatchObject({ status: 'none', ownRating: null });
    expect(rowNamed(analysis, 'The Long Kiln')).toMatchObject({ kind: 'movie', length: 101, status: 'in-progress' });
    expect(rowNamed(analysis, 'Salt')).toMatchObject({ kind: 'album', creators: ['Salt, Wind & Ember'], ownRating: 1 });
    expect(rowNamed(analysis, 'Oven II')).toMatchObject({ kind: 'game', finishedAt: day(2023, 7, 2) });
  });
});

describe('Readwise', () => {
  it('gathers the passages of a book and takes none of them; messages are left out', async () => {
    const analysis = await analysed(exportFile('readwise.csv'));
    expect(rowNamed(analysis, 'Salt Roads')).toMatchObject({
      kind: 'book',
      creators: ['Tove Arn'],
      identifiers: { asin: 'B000SALT01' },
      addedAt: Date.UTC(2019, 7, 24, 4, 56),
      status: 'none',
      note: null,
    });
    expect(rowNamed(analysis, 'Kilns by Hand')).toMatchObject({
      kind: 'book',
      creators: ['Ann Vole', 'Bo Quill'],
      tags: ['Fantasy'],
      shelves: ['clay'],
    });
    expect(rowNamed(analysis, 'How an oven is mended')).toMatchObject({ kind: 'article' });
    expect(analysis).toMatchObject({
      mergedCount: 1,
      skipped: [{ line: 6, reason: 'a message, and no book or article' }],
    });
    expect(JSON.stringify([analysis.rows])).not.toContain('mine alone');
    const finished = await analysed(exportFile('readwise.csv'), withAnswers('readwise', { status: 'finished' }));
    expect(finished.rows[0]).toMatchObject({ status: 'finished', finishedAt: Date.UTC(2019, 8, 12, 4, 56) });
  });
});
