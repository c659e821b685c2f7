import { expect, it } from 'vitest';
import { opinionsBeside } from '../../../../renderer/src/importing/pasted/line-opinions';

const read = (...lines: readonly string[]) => lines.map(opinionsBeside(lines));

it.each([
  ['8/10 Kiln', '[7/10] - Oven', [0.8, 0.7]],
  ['★★★★ Kiln', '- ★★ Oven', [0.8, 0.4]],
  ['Kiln - 4 stars', 'Oven (3,5 Sterne)', [0.8, 0.7]],
  ['Kiln 85%', 'Oven 70 %', [0.85, 0.7]],
  ['Kiln: A-', 'Oven: C', [0.92, 0.5]],
  ['Kiln - loved it', 'Oven - meh', [1, 0.6]],
] as const)('reads %s and %s', (kiln, oven, ratings) => {
  const found = read(kiln, oven);
  expect(found.map((opinion) => opinion?.rating)).toEqual(ratings);
  expect(found.map((opinion) => opinion?.text.replace(/^- /u, ''))).toEqual(['Kiln', 'Oven']);
});

it('keeps what is said behind a rating, and knows thumbs and hearts', () => {
  expect(read('Kiln 9/10 - great ending', 'Oven 6/10: too long')).toEqual([
    { text: 'Kiln', rating: 0.9, note: 'great ending' },
    { text: 'Oven', rating: 0.6, note: 'too long' },
  ]);
  expect(read('Kiln 👍🏽', 'Oven 👎', 'Salt ❤️', 'Refresh♥')).toEqual([
    { text: 'Kiln', rating: null, liked: true },
    { text: 'Oven', rating: null, disliked: true },
    { text: 'Salt', rating: null, liked: true },
    null,
  ]);
  expect(read('Kiln (8)', 'Oven (7)', 'Salt').map((opinion) => opinion?.points)).toEqual([8, 7, undefined]);
});

it('reads stars with a remark, a year behind a rating, and years before titles', () => {
  expect(read('Kiln ★★★★ - lovely', 'Oven ★★: dull')).toEqual([
    { text: 'Kiln', rating: 0.8, note: 'lovely' },
    { text: 'Oven', rating: 0.4, note: 'dull' },
  ]);
  expect(read('Kiln 8/10 (2018)')).toEqual([{ text: 'Kiln (2018)', rating: 0.8 }]);
  expect(read('2018 - Kiln', '(2003) Oven', '1999: Salt').map((opinion) => opinion?.text)).toEqual([
    'Kiln (2018)',
    'Oven (2003)',
    'Salt (1999)',
  ]);
  expect(read('Kiln ½: The Return', 'Oven ½: The Return')).toEqual([null, null]);
  expect(read('2001: A Space Oven', 'Kiln', 'Salt')).toEqual([null, null, null]);
});

it('leaves alone what a single line has, and parts of something', () => {
  expect(read('Plan: B', 'Kiln', 'Oven')).toEqual([null, null, null]);
  expect(read('Saw (2)', 'Kiln', 'Oven')).toEqual([null, null, null]);
  expect(read('Kiln, v. 1/5: Clay', 'Kiln, v. 2/5: Fire')).toEqual([null, null]);
  expect(read('100% Wolf', 'Fahrenheit 9/11')).toEqual([null, null]);
});
