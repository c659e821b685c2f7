import { describe, expect, it } from 'vitest';
import { IDENTIFIER_NAMESPACES, readIdentifier } from '../../../renderer/src/identity/identifier-namespaces';

describe('ids', () => {
  it.each([
    ['isbn13', '978-0-306-40615-7', '9780306406157'],
    ['isbn13', '="9780306406157"', '9780306406157'],
    ['isbn13', '9780306406157.0', '9780306406157'],
    ['isbn10', '0306406152', '9780306406157'],
    ['isbn10', '080442957x', '9780804429573'],
    ['isbn10', '306406152', '9780306406157'],
    ['goodreads', '42', '42'],
    ['goodreads', '1200000', '1200000'],
    ['goodreadsWork', '2792775', '2792775'],
    ['openlibraryWork', 'OL45804W', 'OL45804W'],
    ['wikipedia', 'Alien (film)', 'Alien_(film)'],
    ['imdb', 'tt0076759', 'tt76759'],
    ['imdb', 'https://www.imdb.com/title/tt0076759/', 'tt76759'],
    ['letterboxd', 'aXc9', 'aXc9'],
    ['musicbrainz', 'B10BBBFC-CF9E-42E0-BE17-E2C3E1D2600D', 'b10bbbfc-cf9e-42e0-be17-e2c3e1d2600d'],
    ['a register of tomorrow', ' x1 ', 'x1'],
  ])('of %s: %s is %s', (name, cell, value) => {
    expect(readIdentifier(name, cell)).toEqual({ value });
  });

  it.each([
    ['isbn13', '9.78031E+12', 'rounded'],
    ['isbn13', '9,78E+12', 'rounded'],
    ['isbn13', '9780310000000', 'rounded'],
    ['isbn13', '0000000000000', 'zero'],
    ['isbn10', '0000000000', 'zero'],
    ['isbn13', '9780306406158', 'check-digit'],
    ['isbn10', '0306406153', 'check-digit'],
    ['isbn13', '4006381333931', 'malformed'],
    ['isbn13', '9', 'malformed'],
    ['goodreads', '248000000', 'rounded'],
    ['goodreads', '2.48E+08', 'rounded'],
    ['goodreads', '0', 'zero'],
    ['goodreads', 'abc', 'malformed'],
    ['imdb', 'nm0000001', 'malformed'],
    ['imdb', 'tt0000000', 'zero'],
  ])('of %s: %s proves nothing, it is %s', (name, cell, unusable) => {
    expect(readIdentifier(name, cell)).toEqual({ unusable });
  });

  it('have each a register, a label and at least one family', () => {
    expect(new Set(IDENTIFIER_NAMESPACES.map(({ name }) => name)).size).toBe(IDENTIFIER_NAMESPACES.length);
    for (const { label, families, register } of IDENTIFIER_NAMESPACES) {
      expect(label).not.toBe('');
      expect(register).not.toBe('');
      expect(families.length).toBeGreaterThan(0);
    }
  });
});
