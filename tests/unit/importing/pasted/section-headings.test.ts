import { expect, it } from 'vitest';
import { headingsIn } from '../../../../renderer/src/importing/pasted/section-headings';

/** The lines that are headings, and of what. */
const headings = (text: string): readonly (readonly [string, string])[] => {
  const lines = text.split('\n');
  return [...headingsIn(lines)].toSorted(([left], [right]) => left - right).map(([at, of]) => [lines[at] ?? '', of]);
};

it.each([
  ['Gelesen 2023\nKiln\nOven', ['Gelesen 2023']],
  ['Books read in 2021\n\n1. Kiln\n2. Oven', ['Books read in 2021']],
  ['Leídos 2022\n• Kiln\n• Oven\n\nPendientes\n• Salt', ['Leídos 2022', 'Pendientes']],
  ['2023年に読んだ本\n・Kiln\n・Oven', ['2023年に読んだ本']],
  ['TBR\nKiln\n\nDNF\nOven\n\nCurrently reading\nSalt', ['TBR', 'DNF', 'Currently reading']],
  ['WATCHED\nKiln\n\nTO WATCH\nOven', ['WATCHED', 'TO WATCH']],
  ['- Films\n  - Kiln\n  - Oven\n- Salt', ['- Films']],
  ['**For Bo**\n- Kiln\n- Oven\n- Salt', ['**For Bo**']],
  ['For Bo\n- Kiln\n- Oven\nFor Cy\n- Salt\n- Reed', ['For Bo', 'For Cy']],
] as const)('finds the headings of %j', (text, expected) => {
  expect(headings(text).map(([line]) => line)).toEqual(expected);
});

it('tells headings that only say when', () => {
  expect(headings('Watched\nKiln\n\n2022\nOven\n\nJanuary 2023\nSalt\n\nWeek 3\nReed')).toEqual([
    ['Watched', 'things'],
    ['2022', 'time'],
    ['January 2023', 'time'],
    ['Week 3', 'time'],
  ]);
});

it('leaves titles alone that look like headings', () => {
  expect(headings('1984\nKiln\n2012\nOven')).toEqual([]);
  expect(headings('Seen\nUnseen\nThe Watched\nRead My Mind\nKiln')).toEqual([]);
  expect(headings('Wanted\nKiln\nOven')).toEqual([]);
  expect(headings('- Kiln\n  - a long one\n- Oven')).toEqual([]);
  expect(headings('Kiln\nOven\n\nMay\n\nSalt')).toEqual([]);
  expect(headings('Kiln\nFinished\nThe Wanted 18 (2014)\nWanted (2008)\nOven')).toEqual([]);
  expect(headings('X/1999\nOui\nYes I Do\nKiln')).toEqual([]);
});

it('takes no time for many signs in a row', () => {
  const begun = performance.now();
  expect(headings(`Kiln ${'🎬'.repeat(5000)} x\nOven ${'🎬\ufe0f'.repeat(5000)} x\nSalt`)).toEqual([]);
  expect(performance.now() - begun).toBeLessThan(2000);
});
