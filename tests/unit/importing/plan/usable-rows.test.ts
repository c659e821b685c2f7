import { describe, expect, it } from 'vitest';
import { usableRows } from '../../../../renderer/src/importing/plan/usable-rows';
import { blankRow } from '../../../../renderer/src/importing/source';

const rowsWith = (...identifiers: readonly Readonly<Record<string, string>>[]) =>
  identifiers.map((ids, index) => ({
    ...blankRow('f.csv', index + 2, 'book', `Book ${String(index)}`),
    identifiers: ids,
  }));

describe('ids that prove nothing', () => {
  it('are taken out and counted by register and reason', () => {
    const { rows, warnings } = usableRows(
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
      '4 ISBNs were unusable (2 rounded by a spreadsheet, 1 nothing but zeros, 1 with a wrong check digit) and were not used to recognise things',
      '1 Goodreads number was unusable (rounded by a spreadsheet) and was not used to recognise things',
    ]);
  });

  it('are not counted where the row has a good one', () => {
    const { rows, warnings } = usableRows(rowsWith({ isbn10: '0306406153', isbn13: '9780306406157' }));
    expect(rows[0]?.identifiers).toEqual({ isbn13: '9780306406157' });
    expect(warnings).toEqual([]);
  });

  it('leave everything else as it is', () => {
    const rows = rowsWith({}, { imdb: 'tt0076759', somewhere: 'x' });
    expect(usableRows(rows)).toEqual({ rows, warnings: [] });
  });
});
