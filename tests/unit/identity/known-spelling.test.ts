import { describe, expect, it } from 'vitest';
import { KnownSpellings } from '../../../renderer/src/identity/known-spelling';

const thing = (title: string, kind = 'book', series: string | null = null, inLibrary = true) => ({
  kind,
  title,
  series: series === null ? null : { name: series, position: 1 },
  inLibrary,
});
const spellings = new KnownSpellings([
  thing('Harry Potter and the Philosopher’s Stone', 'book', 'Harry Potter'),
  thing('The Martians'),
  thing('Sapiens: A Brief History of Humankind'),
  thing('Amélie', 'movie'),
  thing('Neuromancr', 'book', null, false),
]);
const typed = (title: string, kind = 'book', isRight = false): string | null => spellings.of({ kind, title }, isRight);

describe('KnownSpellings', () => {
  it('finds what was typed without accents, capitals or subtitle', () => {
    expect(typed('amelie', 'movie')).toBe('Amélie');
    expect(typed('sapiens')).toBe('Sapiens');
    expect(typed('the martians')).toBe('The Martians');
  });

  it('finds what was misspelt, also by the series', () => {
    expect(typed('harry poter')).toBe('Harry Potter');
    expect(typed('Sapeins')).toBe(null);
    expect(typed('Sapiems')).toBe('Sapiens');
  });

  it('takes no other thing for it: another kind, a plural, a title known to be right', () => {
    expect(typed('amelie', 'book')).toBeNull();
    expect(typed('The Martian')).toBeNull();
    expect(typed('harry poter', 'book', true)).toBeNull();
    expect(typed('Harry Potter', 'book', true)).toBe('Harry Potter');
  });

  it('learns no spelling from what was typed for a friend', () => {
    expect(typed('Neuromancr')).toBeNull();
  });
});
