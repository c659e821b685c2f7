import { expect, it } from 'vitest';
import { blankRow } from '../../../../renderer/src/importing/source';
import { exportFile, fixtureText, textFile } from '../../../fixtures/exports/files';
import { analysed, rowNamed } from './analysed';

it('reads quarters of stars, several readings, moods, and whoever made the book', async () => {
  expect(rowNamed(await analysed(exportFile('storygraph.csv')), 'The Glass Harbour')).toEqual({
    ...blankRow('storygraph.csv', 2, 'book', 'The Glass Harbour'),
    creators: ['Mara Ellison', 'Petr Novák, Jr.', 'Ida Fen'],
    tags: ['fantasy', 'adventurous', 'reflective', 'slow-paced'],
    shelves: ['sea-stories', 'owned'],
    identifiers: { isbn13: '9780306406157' },
    ownRating: 0.85,
    status: 'finished',
    finishedAt: Date.UTC(2023, 5, 7),
    finishedDates: [Date.UTC(2021, 1, 9), Date.UTC(2023, 5, 7)],
    addedAt: Date.UTC(2021, 0, 1),
    note: 'Better the second time.',
  });
});

it('knows an ISBN, an Amazon number and one of its own apart', async () => {
  const analysis = await analysed(exportFile('storygraph.csv'));
  expect(rowNamed(analysis, 'Salt Roads').identifiers).toEqual({ asin: 'B00SALTRD1' });
  expect(rowNamed(analysis, 'Lanterns of Ombra').identifiers).toEqual({ isbn10: '0140328726' });
  expect(rowNamed(analysis, 'Counting Rivers').identifiers).toEqual({
    storygraph: '3f6c0a52-1d2e-4b7a-9d4e-0a6b8c1d2e3f',
  });
});

it('takes what is only owned for nothing else, and what rests for begun', async () => {
  const analysis = await analysed(exportFile('storygraph.csv'));
  expect(rowNamed(analysis, 'Only Owned')).toMatchObject({ status: 'none', shelves: ['owned'], addedAt: null });
  expect(rowNamed(analysis, 'The Ninth Bell')).toMatchObject({ status: 'in-progress', finishedAt: null });
  expect(rowNamed(analysis, 'Counting Rivers')).toMatchObject({ status: 'abandoned', ownRating: 0.3 });
});

it('mends a row whose title has a comma too many, and says so by its line', async () => {
  const analysis = await analysed(exportFile('storygraph.csv'));
  expect(rowNamed(analysis, 'Bread, Wine and Rain')).toMatchObject({ line: 8, creators: ['Cy Marsh'], ownRating: 1 });
  expect(analysis.warnings).toEqual([expect.stringContaining('line 8: 24 cells for 23 columns')]);
});

it('counts an ISBN that a spreadsheet has rounded', async () => {
  const text = fixtureText('storygraph.csv').replace('9780306406157', '9.78031E+12');
  const { rows, warnings } = await analysed(textFile('s.csv', text));
  expect(rows[0]?.identifiers).toEqual({});
  expect(warnings).toContainEqual(expect.stringContaining('1 ISBN was unusable (rounded by a spreadsheet)'));
});
