import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../../renderer/src/importing/cells/cell-dates';

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

describe('dates as people and programs write them', () => {
  it.each([
    ['3/14/2021 11:05:00 PM', '2021-03-14T23:05:00.000Z'],
    ['3/15/2021 1:05 AM', '2021-03-15T01:05:00.000Z'],
    ['3/15/2021 12:05 a.m.', '2021-03-15T00:05:00.000Z'],
    ['Mar 16, 2021, 9:30 PM', '2021-03-16T21:30:00.000Z'],
    ['March 17, 2021 18:21', '2021-03-17T18:21:00.000Z'],
    ['Thursday, March 18, 2021', '2021-03-18T00:00:00.000Z'],
    ['19. März 2021', '2021-03-19T00:00:00.000Z'],
    ['Freitag, 19. März 2021 um 20:15', '2021-03-19T20:15:00.000Z'],
    ['2021. 03. 20.', '2021-03-20T00:00:00.000Z'],
    ['21 août 2021', '2021-08-21T00:00:00.000Z'],
    ['1er janv. 2021', '2021-01-01T00:00:00.000Z'],
    ['21 de agosto de 2021', '2021-08-21T00:00:00.000Z'],
    ['March 4th, 2021', '2021-03-04T00:00:00.000Z'],
    ['5 марта 2021 г.', '2021-03-05T00:00:00.000Z'],
    ['12 października 2021', '2021-10-12T00:00:00.000Z'],
    ['2021年3月14日', '2021-03-14T00:00:00.000Z'],
    ['2021 March 4', '2021-03-04T00:00:00.000Z'],
    ['March 2021', '2021-03-01T00:00:00.000Z'],
    ['[2007-05-08]', '2007-05-08T00:00:00.000Z'],
    ['2007-05-08 (read again)', '2007-05-08T00:00:00.000Z'],
    ['44197', '2021-01-01T00:00:00.000Z'],
    ['03/04/69', '1969-03-04T00:00:00.000Z'],
    ['03/05/21', '2021-03-05T00:00:00.000Z'],
    ['4-Mar-21', '2021-03-04T00:00:00.000Z'],
    ['04 Mär 98', '1998-03-04T00:00:00.000Z'],
    ['Mar-21', null],
    ['03/2021', '2021-03-01T00:00:00.000Z'],
    ['20210304', '2021-03-04T00:00:00.000Z'],
    ['20210304T101500Z', '2021-03-04T10:15:00.000Z'],
    ['Thu Mar 04 2021 10:00:00 GMT+0100 (CET)', '2021-03-04T09:00:00.000Z'],
    ['Fri, 05 Mar 2021 10:00:00 +0000', '2021-03-05T10:00:00.000Z'],
    ['4 березня 2021 р.', '2021-03-04T00:00:00.000Z'],
    ['2021年3月4日 星期四', '2021-03-04T00:00:00.000Z'],
    ['2021년 3월 4일 목요일', '2021-03-04T00:00:00.000Z'],
    // Midnight where somebody lives is a day, and stays it.
    ['2021-03-04T00:00:00+01:00', '2021-03-04T00:00:00.000Z'],
    ['2021-03-04T23:30:00-08:00', '2021-03-04T23:30:00.000Z'],
    ['31 February 2021', null],
    ['March 17, 2021 25:00', null],
    ['3/14/2021 13:05 PM', null],
    ['Marchioness 3, 2021', null],
    ['12345678', null],
  ])('%s', (cell, expected) => {
    expect(iso(parseDate(cell))).toBe(expected);
  });

  it('reads every month as Unicode writes it, in thirty languages', () => {
    const languages = 'en de fr es it pt nl sv da nb fi pl cs sk hu ro tr el ru uk'.split(' ');
    const inFull = 'ca id sl sr-Latn bg et lv lt he ar-u-nu-latn'.split(' ');
    const unread: string[] = [];
    for (const language of [...languages, ...inFull])
      for (let month = 0; month < 12; month += 1)
        for (const style of inFull.includes(language) ? (['long'] as const) : (['long', 'short'] as const)) {
          const at = Date.UTC(2021, month, 15);
          const word = new Intl.DateTimeFormat(language, { day: 'numeric', month: style, timeZone: 'UTC' })
            .formatToParts(at)
            .find(({ type }) => type === 'month')?.value;
          if (parseDate(`15 ${word ?? ''} 2021`) !== at) unread.push(`${language}: ${word ?? ''}`);
        }
    expect(unread.filter((word) => /\p{L}/u.test(word.slice(4)))).toEqual([]);
  });
});
