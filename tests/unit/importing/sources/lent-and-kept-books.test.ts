import { describe, expect, it } from 'vitest';
import { exportFile, fixtureText, textFile } from '../../../fixtures/exports/files';
import { analysed, rowNamed, withAnswers } from './analysed';

const day = (year: number, month: number, date: number): number => Date.UTC(year, month - 1, date);

describe('Libby', () => {
  it('makes one book of the events of a loan, wanted where it was only put on hold', async () => {
    const analysis = await analysed(exportFile('libby.csv'));
    expect(rowNamed(analysis, 'Lamps at Night')).toMatchObject({
      kind: 'book',
      creators: ['Ann Vole'],
      identifiers: { isbn13: '9780306406157' },
      status: 'none',
      addedAt: Date.UTC(2024, 1, 14, 0, 47),
    });
    expect(rowNamed(analysis, 'Salt, Again')).toMatchObject({ creators: ['Bo Quill', 'Cy Marsh'], status: 'wanted' });
    expect(rowNamed(analysis, 'The Kiln').creators).toEqual(['Di Reed']);
    expect(analysis.mergedCount).toBe(1);
    expect(JSON.stringify(analysis.rows)).not.toContain('Public Library');
  });

  it('finishes what was borrowed where the owner says so', async () => {
    const analysis = await analysed(exportFile('libby.csv'), withAnswers('libby', { status: 'finished' }));
    expect(rowNamed(analysis, 'Lamps at Night')).toMatchObject({
      status: 'finished',
      finishedAt: Date.UTC(2024, 1, 28, 0, 47),
    });
    expect(rowNamed(analysis, 'Salt, Again')).toMatchObject({ status: 'wanted', finishedAt: null });
  });

  it('reads its JSON, without magazines', async () => {
    const analysis = await analysed(exportFile('libby.json'));
    expect(analysis.rows.map(({ title, status }) => [title, status])).toEqual([
      ['Lamps at Night', 'none'],
      ['The Kiln', 'wanted'],
    ]);
    expect(analysis.skipped).toMatchObject([{ line: 2, reason: 'an issue of a magazine' }]);
  });
});

describe('BookBuddy', () => {
  it('reads categories as shelves, notes as private, and no summary, loan or device', async () => {
    const analysis = await analysed(exportFile('bookbuddy.csv'));
    expect(rowNamed(analysis, 'Lamps at Night: A Winter Book')).toMatchObject({
      creators: ['Ann Vole', 'Bo Quill'],
      year: 1970,
      length: 304,
      tags: ['Fantasy'],
      shelves: ['beach', 'Mine'],
      series: { name: 'Lamps', position: 8 },
      ownRating: 0.9,
      liked: true,
      status: 'finished',
      finishedAt: day(2019, 8, 22),
      note: null,
      privateNote: 'kept from Ana',
    });
    expect(rowNamed(analysis, 'The Kiln')).toMatchObject({ creators: ['Cy Reed', 'Ed Stone'], status: 'none' });
    expect(rowNamed(analysis, 'Quarry')).toMatchObject({ originalTitle: 'Der Bruch', status: 'wanted' });
    expect(rowNamed(analysis, 'Third').status).toBe('in-progress');
    for (const personal of ['praise', 'Nan', 'telephone'])
      expect(JSON.stringify(analysis.rows)).not.toContain(personal);
  });
});

describe('Inventaire', () => {
  it('reads labels, never the pages beside them; what is private stays so', async () => {
    const analysis = await analysed(exportFile('inventaire.csv'));
    expect(rowNamed(analysis, 'Lamps at Night: A Winter Book')).toMatchObject({
      creators: ['Ann Vole', 'Bo Quill'],
      year: 2000,
      tags: ['fantasy novel'],
      shelves: ['owned', 'Beach'],
      series: { name: 'Lamps', position: 8 },
      identifiers: { isbn13: '9780306406157' },
      url: 'https://inventaire.example/entity/isbn:9780306406157',
      note: 'Fine twice.',
      privateNote: 'kept from Ana',
    });
    expect(rowNamed(analysis, 'The Kiln')).toMatchObject({ note: null, privateNote: 'said to nobody' });
    expect(JSON.stringify(analysis.rows)).not.toContain('/items/');
  });
});

describe('Open Library', () => {
  it('reads shelves and ratings, and leaves what has only numbers to the catalogue', async () => {
    const analysis = await analysed(exportFile('openlibrary.csv'));
    expect(rowNamed(analysis, 'Lamps at Night')).toMatchObject({
      creators: ['Ann Vole', 'Bo Quill'],
      year: 1970,
      identifiers: { openlibraryWork: 'OL77W', openlibrary: 'OL1234567M' },
      ownRating: 0.8,
      crowd: null,
      status: 'finished',
      shelves: [],
    });
    expect(analysis.skipped[0]?.nameless?.identifiers).toEqual({ openlibraryWork: 'OL80W', openlibrary: 'OL7194114M' });
    expect(analysis.namelessAdvice).toContain('BookWyrm');
  });

  it('is known without titles, too', async () => {
    const { source, skipped } = await analysed(
      textFile('a.csv', 'Work Id,Edition Id,Bookshelf\nOL102749W,,Currently Reading\n/works/OL361393W,,Want to Read\n'),
    );
    expect([source, skipped.length]).toEqual(['openlibrary', 2]);
  });
});

describe('BibTeX', () => {
  it('reads names of all forms, LaTeX’s letters, joined strings, and the fields of JabRef', async () => {
    const analysis = await analysed(exportFile('books.bib'));
    expect(rowNamed(analysis, 'Lamps at Night: A Winter Book')).toMatchObject({
      kind: 'book',
      creators: ['Ann Vole', 'Reed Works, Fens', 'Bo Quill, Jr.'],
      year: 1970,
      tags: ['fantasy', 'winter'],
      shelves: ['Beach'],
      identifiers: { isbn13: '9780306406157' },
      ownRating: 0.8,
      status: 'finished',
      note: null,
      privateNote: 'kept from Ana',
    });
    expect(rowNamed(analysis, 'Salt & Sand')).toMatchObject({ creators: ['Dí Reed'], year: 1999 });
    expect(rowNamed(analysis, 'On Kilns')).toMatchObject({
      kind: 'article',
      creators: ['Ed Stone'],
      url: 'https://ponds.example/kilns',
    });
    expect(analysis.skipped).toMatchObject([{ line: 30, reason: 'no title' }]);
  });

  it('loses no other entry where one has lost its brace', async () => {
    const text = fixtureText('books.bib').replace("publisher's praise}\n}", "publisher's praise\n");
    const { rows } = await analysed(textFile('books.bib', text));
    expect(rows.map(({ title }) => title)).toContain('Salt & Sand');
    expect(rows.map(({ title }) => title)).toContain('On Kilns');
  });
});

describe('the library of a Kindle', () => {
  it('takes the praise of shops and the series off its titles, and reads how far somebody is', async () => {
    const { rows, skipped } = await analysed(exportFile('kindle-library.csv'));
    expect(rows).toMatchObject([
      {
        title: 'Salt Roads',
        creators: ['Ann Vole'],
        series: { name: 'Lamps', position: 5 },
        identifiers: { asin: 'B0KILN0001' },
        status: 'finished',
        shelves: ['owned'],
      },
      { title: 'Reed Hours: A History', creators: ['Bo Quill', 'Cy Marsh'], status: 'in-progress', shelves: [] },
      { title: 'Quarry', status: 'none' },
    ]);
    expect(skipped).toMatchObject([{ reason: 'a sample' }]);
  });

  it('may be the answer of the reader', async () => {
    const item = {
      asin: 'B0KILN0001',
      title: 'Kiln',
      authors: ['Vole, Ann:'],
      percentageRead: 3,
      resourceType: 'EBOOK',
      originType: 'PURCHASE',
    };
    const { rows, source } = await analysed(textFile('library.json', JSON.stringify({ itemsList: [item] })));
    expect([source, rows[0]?.creators, rows[0]?.status]).toEqual(['kindle-library', ['Ann Vole'], 'in-progress']);
  });
});

it('reads citations of CSL JSON with their makers and years', async () => {
  const citations = [
    {
      id: 'Vole2014',
      type: 'book',
      title: 'Kiln Work',
      author: [{ family: 'Vole', given: 'Ann' }, { literal: 'Reed Works' }],
      ISBN: '9780306406157 0-306-40615-2',
      issued: { 'date-parts': [['2014', 3]] },
    },
    {
      id: 'q',
      type: 'motion_picture',
      title: 'Salt',
      director: [{ family: 'Quill', given: 'Bo' }],
      issued: { raw: '1999' },
    },
    { id: 'n', type: 'article-journal', issued: { 'date-parts': [[2001]] } },
  ];
  const { source, rows, skipped } = await analysed(textFile('books.json', JSON.stringify(citations)));
  expect(source).toBe('bibtex');
  expect(rows).toMatchObject([
    { kind: 'book', creators: ['Ann Vole', 'Reed Works'], year: 2014, identifiers: { isbn13: '9780306406157' } },
    { kind: 'movie', title: 'Salt', creators: ['Bo Quill'], year: 1999 },
  ]);
  expect(skipped).toMatchObject([{ reason: 'no title' }]);
});
