import { expect, it } from 'vitest';
import { leftOutRows } from '../../../../renderer/src/application/import/left-out-rows';
import { analyseFiles } from '../../../../renderer/src/importing/detect';
import { textFile } from './export-file';

const HEADER = 'Const,Your Rating,Date Rated,Title,Title Type,Year';
const skippedOf = async (...lines: readonly string[]) => {
  const { analyses } = await analyseFiles([textFile('ratings.csv', [HEADER, ...lines].join('\n'))]);
  return analyses.flatMap(({ skipped }) => skipped);
};

it('rows that were left out are saved as a table of the same columns, which is understood again once it is mended', async () => {
  const skipped = await skippedOf(
    'tt9000001,8,2024-03-01,,movie,1999',
    HEADER,
    ',,,,,',
    'tt9000002,7,2024-03-02,Reed Hours,movie,2001',
  );
  const [table, ...others] = leftOutRows(skipped);
  expect(others).toEqual([]);
  expect(table).toMatchObject({ file: 'ratings.csv', count: 1, suggestedName: 'ratings (left out).csv' });
  const mended = new TextDecoder().decode(table?.bytes).replace('"2024-03-01",""', '"2024-03-01","Salt Roads"');
  const [analysis] = (await analyseFiles([textFile('mended.csv', mended)])).analyses;
  expect(analysis).toMatchObject({ source: 'imdb', rows: [{ title: 'Salt Roads', ownRating: 0.8, year: 1999 }] });
});

it('a saved row runs nothing in a spreadsheet', async () => {
  const skipped = await skippedOf('=HYPERLINK("x"),8,2024-03-01,,movie,1999');
  expect(new TextDecoder().decode(leftOutRows(skipped)[0]?.bytes)).toContain(`"'=HYPERLINK`);
});

it('what is no table has no rows to save', () => {
  expect(leftOutRows([{ file: 'a.json', line: 3, reason: 'no title', excerpt: '' }])).toEqual([]);
});
