import { expect, it } from 'vitest';
import { usualKind } from '../../../../renderer/src/application/library/usual-kind';

it('a new thing is of the kind most of the library is of, and a book where there is none', () => {
  expect(usualKind([{ kind: 'book' }, { kind: 'movie' }, { kind: 'movie' }])).toBe('movie');
  expect(usualKind([{ kind: 'wine' }])).toBe('wine');
  expect(usualKind([])).toBe('book');
});

it('things of which nobody said what they are say nothing of the usual kind', () => {
  expect(usualKind([{ kind: 'other' }, { kind: 'other' }, { kind: 'wine' }])).toBe('wine');
  expect(usualKind([{ kind: 'other' }])).toBe('book');
});
