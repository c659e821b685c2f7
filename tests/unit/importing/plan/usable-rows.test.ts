import { describe, expect, it } from 'vitest';
import { usableRows as usableRowsOf } from '../../../../renderer/src/importing/plan/usable-rows';
import { createPreparer } from '../../../../renderer/src/identity/prepared-thing';
import { createPacer } from '../../../../renderer/src/importing/pacer';
import { blankRow } from '../../../../renderer/src/importing/source';

const usableRows = (rows: Parameters<typeof usableRowsOf>[0]) => usableRowsOf(rows, createPreparer(), createPacer());
const rowsWith = (...identifiers: readonly Readonly<Record<string, string>>[]) =>
  identifiers.map((ids, index) => ({
    ...blankRow('f.csv', index + 2, 'book', `Book ${String(index)}`),
    identifiers: ids,
  }));

describe('ids that prove nothing', () => {
  it('are taken out and counted by register and reason', async () => {
    const { rows, warnings } = await usableRows(
      rowsWith(
        { isbn13: '9780310000000', goodreads: '42' },
        { isbn13: '9.78E+12' },
        { isbn10: '0000000000', goodreads: '248000000' },
        { isbn13: '9780306406158' },
        { isbn13: '9780306406157' },
      ),
    );
    expect(rows.map((row) => row.identifiers)).toEqual([{ goodreads: '42' }, {}, {}, {}, { isbn13: '9780306406157' }]);
    expect(warnings).toEqual([
      '4 ISBNs were unusable (2 rounded by a spreadsheet, 1 nothing but zeros, 1 with a wrong digit) and were not used to recognise things',
      '1 Goodreads number was unusable (rounded by a spreadsheet) and was not used to recognise things',
    ]);
  });

  it('are not counted where the row has a good one', async () => {
    const { rows, warnings } = await usableRows(rowsWith({ isbn10: '0306406153', isbn13: '9780306406157' }));
    expect(rows[0]?.identifiers).toEqual({ isbn13: '9780306406157' });
    expect(warnings).toEqual([]);
  });

  it('are those that rows with nothing in common share', async () => {
    const [first, second, third] = rowsWith({ goodreads: '2481' }, { goodreads: '2481' }, { goodreads: '7' });
    const rows = [first, second, third].flatMap((row, index) =>
      row === undefined
        ? []
        : [{ ...row, title: ['Red', 'Blue', 'Green'][index] ?? '', creators: [`Maker${String(index)}`] }],
    );
    const usable = await usableRows(rows);
    expect(usable.rows.map((row) => row.identifiers)).toEqual([{}, {}, { goodreads: '7' }]);
    expect(usable.warnings).toEqual([
      '2 Goodreads numbers were unusable (the same for different things) and were not used to recognise things',
    ]);
  });

  it('leave everything else as it is', async () => {
    const rows = rowsWith({}, { imdb: 'tt0076759', somewhere: 'x' });
    expect(await usableRows(rows)).toEqual({ rows, warnings: [] });
  });
});
