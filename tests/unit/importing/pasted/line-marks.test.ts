import { describe, expect, it } from 'vitest';
import { readMarks } from '../../../../renderer/src/importing/pasted/line-marks';

const marked = (...lines: readonly string[]) =>
  readMarks(lines).map(({ text, status, at }) => [
    text,
    status,
    at === null ? null : new Date(at).toISOString().slice(0, 10),
  ]);

describe('beside the titles of a list', () => {
  it('days stand before or behind them, in whatever order their numbers are', () => {
    expect(marked('22.09.27 - Kiln', '22.10.09 - Lamp', '23.12.25 - Oven: A Film')).toEqual([
      ['Kiln', null, '2022-09-27'],
      ['Lamp', null, '2022-10-09'],
      ['Oven: A Film', null, '2023-12-25'],
    ]);
    expect(marked('[2024-01-02] Kiln', '2024-01-03: Oven')).toEqual([
      ['Kiln', null, '2024-01-02'],
      ['Oven', null, '2024-01-03'],
    ]);
    expect(marked('Kiln (31/12/2020)', 'Oven - 01/02/2021')).toEqual([
      ['Kiln', null, '2020-12-31'],
      ['Oven', null, '2021-02-01'],
    ]);
  });

  it('one day alone belongs to its title, and one with a time to a chat', () => {
    expect(marked('22/11/63', 'Kiln', 'Oven')[0]).toEqual(['22/11/63', null, null]);
    expect(marked('03/04/2026, 18:22 - Ann: Kiln', '03/04/2026, 18:23 - Bo: Oven')[0]?.[0]).toContain('18:22');
  });

  it('a tick, an empty box and a word in brackets say how far somebody is', () => {
    expect(marked('- [x] Kiln', '- [ ] Oven', '(drop) Lamp', '(drop: 6) Clay', 'Salt (rewatch)', 'Reed (DNF)')).toEqual(
      [
        ['Kiln', 'finished', null],
        ['Oven', 'wanted', null],
        ['Lamp', 'abandoned', null],
        ['Clay', 'abandoned', null],
        ['Salt', 'finished', null],
        ['Reed', 'abandoned', null],
      ],
    );
    expect(marked('Kiln (1999)', 'Oven (the long one)', '(500) Lamps')).toEqual([
      ['Kiln (1999)', null, null],
      ['Oven (the long one)', null, null],
      ['(500) Lamps', null, null],
    ]);
  });

  it('boxes of programs for notes and a line through a title say it, too', () => {
    expect(marked('- [/] **Kiln**', '- [-] Oven', '- ~~Lamp~~', '- [ ] ~~Clay~~', '- [~] Salt')).toEqual([
      ['Kiln', 'in-progress', null],
      ['Oven', 'abandoned', null],
      ['Lamp', 'finished', null],
      ['Clay', 'finished', null],
      ['Salt', 'in-progress', null],
    ]);
  });

  it('a rating in a line of its own is no title', () => {
    expect(readMarks(['Rating: 8/10', 'Ocena: 4', 'Score']).map(({ isRating }) => isRating)).toEqual([
      true,
      true,
      false,
    ]);
  });
});
