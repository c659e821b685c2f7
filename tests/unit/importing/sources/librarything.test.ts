import { expect, it } from 'vitest';
import { blankRow } from '../../../../renderer/src/importing/source';
import { tagsOfSubjects } from '../../../../renderer/src/importing/sources/librarything-subjects';
import { bytesFile, exportFile, fixtureText, textFile } from '../../../fixtures/exports/files';
import { analysed, rowNamed } from './analysed';

it('reads every cell of a row', async () => {
  expect(rowNamed(await analysed(exportFile('librarything.tsv')), '"Swing it" Maestro')).toEqual({
    ...blankRow('librarything.tsv', 2, 'book', '"Swing it" Maestro'),
    creators: ['Bo Quill', 'Ida Fen'],
    year: 1894,
    length: 212,
    tags: ['music', 'Bands', 'history', 'fiction'],
    shelves: ['loft'],
    identifiers: { librarything: '90001', isbn10: '0306406152', isbn13: '9780306406157' },
    ownRating: 0.9,
    status: 'finished',
    finishedAt: Date.UTC(2007, 4, 8),
    addedAt: Date.UTC(2006, 1, 3),
    note: 'A tune said "again".',
    privateNote: 'from Ana',
  });
});

it('gets the status from collections, which know more than a rating', async () => {
  const { rows } = await analysed(exportFile('librarything.tsv'));
  expect(Object.fromEntries(rows.map(({ title, status }) => [title, status]))).toEqual({
    '"Swing it" Maestro': 'finished',
    'The Mill': 'wanted',
    'Green Kites': 'in-progress',
    'The Kiln': 'finished',
    'Grey Kites': 'wanted',
    'Red Kites': 'finished',
  });
});

it('knows a disc from a book: no year of the disc, no actor as maker, no word of the box', async () => {
  const row = rowNamed(await analysed(exportFile('librarything.tsv')), 'The Kiln');
  expect(row).toMatchObject({ kind: 'movie', creators: ['Eva Moss'], year: null, tags: ['Science fiction films'] });
});

it('turns names and titles the right way round', async () => {
  const analysis = await analysed(exportFile('librarything.tsv'));
  expect(rowNamed(analysis, 'The Mill').creators).toEqual(['Ann Vole, Jr.']);
  expect(rowNamed(analysis, 'Green Kites')).toMatchObject({ creators: ['Cy Marsh', 'Di Reed'], length: null });
});

it('reads the JSON, whose lists are arrays or numbered objects', async () => {
  const analysis = await analysed(exportFile('librarything.json'));
  expect(rowNamed(analysis, 'Tide Tables')).toEqual({
    ...blankRow('librarything.json', 1, 'book', 'Tide Tables'),
    creators: ['Petr Novák'],
    year: 2011,
    length: 180,
    tags: ['Tides', 'fiction'],
    shelves: ['sea', 'harbour shelf'],
    identifiers: { librarything: '90101', isbn10: '0306406152', isbn13: '9780306406157' },
    ownRating: 0.7,
    status: 'finished',
    finishedAt: Date.UTC(2019, 4, 6),
    addedAt: Date.UTC(2019, 3, 5),
    note: 'Calm.\n\nThen not.',
  });
  expect(rowNamed(analysis, 'Harbour Songs')).toMatchObject({
    kind: 'album',
    creators: ['Salt Choir'],
    status: 'wanted',
  });
  expect(analysis.skipped).toEqual([
    { file: 'librarything.json', line: 3, reason: 'no title', excerpt: '603 · Your library' },
  ]);
});

it('reads the series of its JSON, and letters that were written as entities', async () => {
  const book = {
    books_id: '7',
    title: 'Kites You Shouldn&#039;t Fly',
    primaryauthor: 'O&#039;Reed, Di',
    series: 'Kites',
  };
  const { rows } = await analysed(textFile('librarything.json', JSON.stringify({ 7: book })));
  expect(rows).toMatchObject([
    { title: "Kites You Shouldn't Fly", creators: ["Di O'Reed"], series: { name: 'Kites', position: null } },
  ]);
});

it('keeps the letters of a file with a few damaged bytes', async () => {
  const bytes = new TextEncoder().encode(fixtureText('librarything.tsv').replace('loft', 'löftå'));
  const damaged = bytes.map((byte, at) =>
    byte === 0x61 && bytes[at - 1] === 0x6e && bytes[at + 1] === 0x09 ? 0xe9 : byte,
  );
  const { rows, warnings } = await analysed(bytesFile('librarything.tsv', damaged));
  expect(rows[0]).toMatchObject({ shelves: ['löftå'], privateNote: 'from An\uFFFD' });
  expect(warnings.join()).toContain('1 damaged character');
});

it('reads the columns of 2015, which had no media', async () => {
  const text =
    'Book Id\tTitle\tPrimary Author\tDate\tRating\tCollections\tEntry Date\n7\tReed Hours\tReed, Di\t2001\t3.5\tYour library\t[2014-05-06]\n';
  const { rows } = await analysed(textFile('librarything.tsv', text));
  expect(rows).toMatchObject([{ title: 'Reed Hours', kind: 'book', ownRating: 0.7, addedAt: Date.UTC(2014, 4, 6) }]);
});

it('makes tags of library subjects that a person would write', () => {
  expect(
    tagsOfSubjects([
      'Education > United States > History',
      'Nature, Healing power of',
      'Grimm, Jacob, 1785-1863',
      'Feature films',
      'Closed-captioning',
      'education',
      'Ouvriers non qualifi\uFFFDs',
    ]),
  ).toEqual(['Education', 'history', 'Nature']);
});
