import { expect, it } from 'vitest';
import { kindOfHeading } from '../../../../renderer/src/importing/pasted/line-kinds';

it.each([
  ['Books:', 'book'],
  ['# Science fiction films', 'movie'],
  ['Python books:', 'book'],
  ['Films and books:', null],
  ['Songs, albums:', null],
  ['Heat:', null],
])('the heading %s says %s', (heading, kind) => {
  expect(kindOfHeading(heading)).toBe(kind);
});
