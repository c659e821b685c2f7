import { array, assert, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BreakdownLine } from '../../../../../renderer/src/domain/breakdown';
import { itemId } from '../../../../../renderer/src/domain/ids';
import { breakdownLabel } from '../../../../../renderer/src/features/slate/breakdown/breakdown-label';
import { breakdownRows, tenthsThatAddUp } from '../../../../../renderer/src/features/slate/breakdown/breakdown-rows';
import { plainText } from '../../../../../renderer/src/features/slate/reasons/text-part';

const learned = (feature: string, logOdds: number): BreakdownLine => ({ type: 'learned', feature, amount: 1, logOdds });

describe('tenthsThatAddUp', () => {
  it('adds up as shown, and moves no figure by a whole tenth', () => {
    assert(
      property(array(double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 40 }), (values) => {
        const total = Math.round(values.reduce((sum, value) => sum + value, 0) * 10);
        const tenths = tenthsThatAddUp(values, total);
        expect(tenths.reduce((sum, value) => sum + value, 0)).toBe(total + 0);
        for (const [index, value] of values.entries())
          expect(Math.abs((tenths[index] ?? Number.NaN) - value * 10)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('rounds plainly where that adds up', () => {
    expect(tenthsThatAddUp([0.31, -0.52, 1], 8)).toEqual([3, -5, 10]);
  });
});

describe('breakdownRows', () => {
  it('begins with the start, goes by size, and ends with what goes together', () => {
    const lines: BreakdownLine[] = [
      { type: 'together', logOdds: 2 },
      { type: 'own-rating', logOdds: 0.2 },
      { type: 'everybody', logOdds: 0.1 },
      { type: 'event', itemId: itemId('a'), rating: 1, chosen: false, logOdds: -0.9 },
      { type: 'start', logOdds: -1 },
    ];
    const { rows, totalTenths } = breakdownRows({ lines, total: 0.4 });
    expect(rows.map(({ line }) => line.type)).toEqual(['start', 'everybody', 'event', 'own-rating', 'together']);
    expect(totalTenths).toBe(4);
  });

  it('tells small learned weights together, without losing them', () => {
    const { rows, totalTenths } = breakdownRows({
      lines: [learned('a', 0.04), learned('b', 0.04), learned('c', 0.03), learned('d', 0.3)],
      total: 0.41,
    });
    expect(rows.map(({ line, count, tenths }) => [line.type === 'learned' ? line.feature : '', count, tenths])).toEqual(
      [
        ['d', 1, 3],
        ['', 3, 1],
      ],
    );
    expect(totalTenths).toBe(4);
    // A single one is told by its name.
    expect(breakdownRows({ lines: [learned('a', 0.04)], total: 0.04 }).rows[0]?.count).toBe(1);
  });
});

describe('breakdownLabel', () => {
  const label = (line: BreakdownLine, count = 1, name: string | null = 'Ada', rated = true): string =>
    plainText(breakdownLabel({ line, count }, name, new Map([[itemId('a'), { title: 'Stoner' }]]), rated));

  it('words events, learned weights and dials', () => {
    expect(label({ type: 'event', itemId: itemId('a'), rating: 1, chosen: false, logOdds: 1 })).toBe(
      'Ada loved Stoner',
    );
    expect(label({ type: 'event', itemId: itemId('a'), rating: 0.8, chosen: true, logOdds: 1 })).toBe(
      'Ada would pick Stoner',
    );
    expect(label({ type: 'event', itemId: itemId('gone'), rating: null, chosen: false, logOdds: 1 })).toBe(
      'Ada knows something that is no longer there',
    );
    expect(label(learned('creator:ursula le guin', 1))).toBe('Learned: things by Ursula Le Guin');
    expect(label(learned('', 1), 4)).toBe('Learned: 4 smaller things');
    expect(label({ type: 'learned', feature: 'length', amount: -0.5, logOdds: 1 })).toBe('Learned: short things');
    expect(label({ type: 'dial', dial: 'length', part: '', logOdds: 1 })).toBe('Dial: short or long');
    expect(label({ type: 'dial', dial: 'fame', part: '', logOdds: 1 })).toBe('Dial: popular or hidden');
    expect(label({ type: 'dial', dial: 'kinds', part: 'screen', logOdds: 1 })).toBe(
      'Dial: films and series, more or less',
    );
    expect(label({ type: 'dial', dial: 'moods', part: 'rainy day', logOdds: 1 })).toBe('Dial: rainy day');
  });

  it('names the simple way that orders', () => {
    const line = { type: 'guide', way: 'average-rating', logOdds: 0.4 } as const;
    expect(label(line)).toBe('For Ada the crowd’s average is the better guide so far');
    expect(label(line, 1, null)).toBe('For you the crowd’s average is the better guide so far');
  });

  it('does not speak of a rating that was never given', () => {
    expect(label({ type: 'own-rating', logOdds: 0.4 })).toBe('Your own rating');
    expect(label({ type: 'own-rating', logOdds: -0.3 }, 1, 'Ada', false)).toBe('You have not rated it');
  });

  it('speaks to the reader of their own', () => {
    const yours = (line: BreakdownLine): string => label(line, 1, null);
    expect(yours({ type: 'event', itemId: itemId('a'), rating: 1, chosen: false, logOdds: 1 })).toBe(
      'You loved Stoner',
    );
    expect(yours({ type: 'event', itemId: itemId('a'), rating: null, chosen: false, logOdds: 1 })).toBe(
      'You know Stoner',
    );
    expect(yours({ type: 'everybody', logOdds: 1 })).toBe(
      'The model, before anything is known about you in particular',
    );
    expect(yours({ type: 'liked-tags', logOdds: 1 })).toBe('Tags you like');
    expect(yours({ type: 'aversion', logOdds: -1 })).toBe('Like what you turned down');
  });
});
