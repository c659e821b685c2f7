import { describe, expect, it } from 'vitest';
import { dateOrderOf, parseDate } from '../../../../renderer/src/importing/cells/cell-dates';
import {
  formulaText,
  parseCount,
  parseIsbn,
  parseNumber,
  parseYear,
  splitList,
} from '../../../../renderer/src/importing/cells/cell-values';
import { parseRating } from '../../../../renderer/src/importing/cells/ratings';
import { textOfHtml } from '../../../../renderer/src/importing/containers/html-text';

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

describe('parseDate', () => {
  it('reads zones as programs print them', () => {
    for (const text of ['2024-03-11 10:05:07 +0000 UTC', '2024-03-11 11:05:07 +0100', '2024-03-11 10:05:07 GMT'])
      expect(parseDate(text)).toBe(Date.UTC(2024, 2, 11, 10, 5, 7));
    expect(parseDate('0001-01-01 00:00:00 +0000 UTC')).toBeNull();
  });

  it.each([
    ['2021/03/04', '2021-03-04T00:00:00.000Z'],
    ['2021-03-04', '2021-03-04T00:00:00.000Z'],
    ['2021-03', '2021-03-01T00:00:00.000Z'],
    ['Wed Sep  7 00:00:00 2016', '2016-09-07T00:00:00.000Z'],
    ['Sun Jan 29 13:05:09 2017', '2017-01-29T13:05:09.000Z'],
    ['2016-10-29T12:55:52.000Z', '2016-10-29T12:55:52.000Z'],
    ['2016-10-29 12:55 +0200', '2016-10-29T10:55:00.000Z'],
    ['11 Jul 2024, 09:07', '2024-07-11T09:07:00.000Z'],
    ['December 7, 2023', '2023-12-07T00:00:00.000Z'],
    ['1406331115', '2014-07-25T23:31:55.000Z'],
    ['10/21/20', '2020-10-21T00:00:00.000Z'],
    ['03/04/2020', '2020-03-04T00:00:00.000Z'],
    ['03-04-2020', '2020-03-04T00:00:00.000Z'],
    ['03.04.2020', '2020-04-03T00:00:00.000Z'],
    ['3.4.20', '2020-04-03T00:00:00.000Z'],
    ['03.04.2020 21:15', '2020-04-03T21:15:00.000Z'],
    ['3. 4. 2020', '2020-04-03T00:00:00.000Z'],
    ['3. 4. 2020 21:15', '2020-04-03T21:15:00.000Z'],
    ['2021. 03. 20. 11:05', '2021-03-20T11:05:00.000Z'],
    ['04.25.2020', null],
    ['0000-00-00', null],
    ['2021-02-30', null],
    ['soon', null],
    ['', null],
    ['12', null],
  ])('%s', (cell, expected) => {
    expect(iso(parseDate(cell))).toBe(expected);
  });

  it('lets a column settle what one cell cannot', () => {
    expect(dateOrderOf(['03/04/2020', '25/04/2020'])).toEqual({ order: 'day-first', ambiguous: null });
    expect(dateOrderOf(['03/04/2020', '04/25/2020'])).toEqual({ order: 'month-first', ambiguous: null });
    expect(dateOrderOf(['10-09-20', '99-12-31'])).toEqual({ order: 'year-first', ambiguous: null });
    expect(dateOrderOf(['2020-01-01', ' 03/04/2020', '05/04/2020']).ambiguous).toBe('03/04/2020');
    expect(dateOrderOf(['2020-03-04', '']).ambiguous).toBeNull();
    expect(iso(parseDate('03.04.2020', 'day-first'))).toBe('2020-04-03T00:00:00.000Z');
    expect(iso(parseDate('03.04.2020', 'month-first'))).toBe('2020-03-04T00:00:00.000Z');
  });

  it('reads points day first where the column settles nothing, and asks nobody', () => {
    expect(dateOrderOf(['03.04.2020', '05.06.2020'])).toEqual({ order: null, ambiguous: null });
    expect(dateOrderOf(['03.04.2020', '05/06/2020'])).toEqual({ order: null, ambiguous: '05/06/2020' });
    expect(dateOrderOf(['03.04.2020', '04.25.2020'])).toEqual({ order: 'month-first', ambiguous: null });
    expect(dateOrderOf(['10.09.20', '99.12.31'])).toEqual({ order: 'year-first', ambiguous: null });
    expect(iso(parseDate('05/06/2020', null))).toBe('2020-05-06T00:00:00.000Z');
  });
});

describe('cells', () => {
  it('reads numbers as exports write them', () => {
    expect([
      parseNumber('7,5'),
      parseNumber(' 4.0 '),
      parseNumber('.5'),
      parseNumber(''),
      parseNumber('4 of 5'),
    ]).toEqual([7.5, 4, 0.5, null, null]);
    expect([
      parseCount('744,373'),
      parseCount('1 234'),
      parseCount('99'),
      parseCount('-1'),
      parseCount('many'),
    ]).toEqual([744373, 1234, 99, null, null]);
    expect([
      parseYear('-700'),
      parseYear('2024.0'),
      parseYear('0'),
      parseYear('2009-10'),
      parseYear('c1898'),
      parseYear('later'),
    ]).toEqual([-700, 2024, null, 2009, 1898, null]);
  });

  it('never takes zero, blank or a number off the scale for a rating', () => {
    expect([parseRating('4', 5), parseRating('.5', 5), parseRating('5.0', 5), parseRating('★★★½', 5)]).toEqual([
      0.8, 0.1, 1, 0.7,
    ]);
    expect([
      parseRating('0', 5),
      parseRating('', 5),
      parseRating('6', 5),
      parseRating('-1', 5),
      parseRating('☆☆☆☆☆', 5),
    ]).toEqual([null, null, null, null, null]);
  });

  it('unwraps spreadsheet formulas and checks ISBNs', () => {
    expect([formulaText('="0441013597"'), formulaText('=""'), formulaText('plain')]).toEqual([
      '0441013597',
      '',
      'plain',
    ]);
    expect([
      parseIsbn('="080442957X"'),
      parseIsbn('9780306406157'),
      parseIsbn('="AlexisGlyn"'),
      parseIsbn('9.78E+12'),
      parseIsbn('=""'),
    ]).toEqual(['080442957X', '9780306406157', null, null, null]);
  });

  it('splits lists without blanks and repeats', () => {
    expect(splitList(' a, b ,,A,  c  d ')).toEqual(['a', 'b', 'c d']);
  });
});

describe('textOfHtml', () => {
  it.each([
    ['one<br/>two', 'one\ntwo'],
    ['<p>a</p><p>b</p>', 'a\n\nb'],
    ['<b>x</b> &amp; <i>y</i> &#39;z&#x27;', "x & y 'z'"],
    ['<spoiler>he dies</spoiler>', '[spoiler] he dies [/spoiler]'],
    ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['<a href="https://x.org/?a=1&amp;b=2">link</a>', 'link'],
    ['real\n\nbreaks', 'real\n\nbreaks'],
    ['  <br/> ', null],
    ['', null],
    ['<script>alert(1)</script>', 'alert(1)'],
  ])('%j', (html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });
});
