import { expect, it } from 'vitest';
import { dayOfSpan } from '../../../../renderer/src/importing/cells/date-span';
import { markdownCell, withoutMarkdown } from '../../../../renderer/src/importing/cells/markdown-marks';

it.each([
  ['**Kilns** and *Lamps* by ~~Ann~~', 'Kilns and Lamps by Ann'],
  [String.raw`Salt \& Sea`, 'Salt & Sea'],
  [String.raw`1984\.`, '1984.'],
  ['- _Kilns_', '- Kilns'],
  ['[[Kiln]] and [[Clay/Oven|The Oven]]', 'Kiln and The Oven'],
  ['* Kilns *', '* Kilns *'],
  ['K*I*L*N', 'K*I*L*N'],
  ['*kilns not included', '*kilns not included'],
  ['Kiln_and_Oven', 'Kiln_and_Oven'],
  ['Kiln https://kiln.example/_a_/', 'Kiln https://kiln.example/_a_/'],
])('%s has no marks of Markdown: %s', (text, plain) => {
  expect(withoutMarkdown(text)).toBe(plain);
});

it('is a cell that is a link, or marked as a whole', () => {
  expect(markdownCell('**[Kilns](https://kiln.example/a)**')).toEqual({
    text: 'Kilns',
    url: 'https://kiln.example/a',
  });
  expect(markdownCell('=HYPERLINK("https://kiln.example/a","The ""Kiln""")')).toEqual({
    text: 'The "Kiln"',
    url: 'https://kiln.example/a',
  });
  expect(markdownCell('*Kilns*')).toEqual({ text: 'Kilns', url: null });
  expect(markdownCell('Kilns *and* lamps')).toEqual({ text: 'Kilns *and* lamps', url: null });
});

it.each([
  ['March 12, 2023 → March 20, 2023', 'March 12, 2023', 'March 20, 2023'],
  ['2024-01-05 - 2024-01-09', '2024-01-05', '2024-01-09'],
  ['2024-01-05', '2024-01-05', '2024-01-05'],
  ['soon - later', 'soon - later', 'soon - later'],
])('the span %s begins on %s and ends on %s', (span, first, last) => {
  expect([dayOfSpan(span, false), dayOfSpan(span, true)]).toEqual([first, last]);
});
