import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseName, relateNames, type NameRelation } from '../../../renderer/src/identity/person-name';
import { relateMakers } from '../../../renderer/src/identity/relate-makers';

function relation(left: string, right: string): NameRelation {
  const [one, other] = [parseName(left), parseName(right)];
  if (one === null || other === null) throw new Error('a name of nobody');
  return relateNames(one, other);
}
const makers = (left: readonly string[], right: readonly string[]): string =>
  relateMakers(
    left.map(parseName).filter((name) => name !== null),
    right.map(parseName).filter((name) => name !== null),
  );

describe('names', () => {
  it.each([
    ['Joon-ho Bong', 'Bong Joon Ho'],
    ['Joonho Bong', 'Bong Joon-ho'],
    ['Le Guin, Ursula K.', 'Ursula K. Le Guin'],
    ['U. K. Le Guin', 'Ursula K. Le Guin'],
    ['Ursula Le Guin', 'Ursula K. Le Guin'],
    ['J.R.R. Quill', 'J. R. R. Quill'],
    ['JRR Quill', 'J. R. R. Quill'],
    ['J.R.R.Quill', 'John Ronald Reuel Quill'],
    ['Kurt Vole Jr.', 'Kurt Vole'],
    ['Vole, Kurt, Jr.', 'Kurt Vole Jr'],
    ['Jo Nesbø', 'Jo Nesbo'],
    ['Andrew Lau', 'Andrew Lau Wai-Keung'],
    ['Fyodor Dostoyevsky', 'Fyodor Dostoevsky'],
    ['The Wachowski Brothers', 'Lana Wachowski'],
    ['The Quills', 'Quills'],
    ['Ann Vole (Translator)', 'Ann Vole'],
    ['村上 春樹', '村上春樹'],
  ])('%s may be %s', (left, right) => {
    expect(relation(left, right)).toBe('same');
  });

  it.each([
    ['Stephen Quill', 'Owen Quill'],
    ['A. Smith', 'John Smith'],
    ['John Smith', 'James Smith'],
    ['Kurt Vole Jr.', 'Kurt Vole Sr.'],
    ['Simone de Vole', 'Anna de Quill'],
    ['Ann Vole', 'Bo Quill'],
    ['Studio101', 'Studio102'],
    ['Author 1', 'Author 2'],
    ['村上春樹', '村上龍'],
  ])('%s is not %s', (left, right) => {
    expect(relation(left, right)).toBe('different');
  });

  it('in two scripts cannot be compared', () => {
    expect(relation('Артур Хейли', 'Arthur Hailey')).toBe('incomparable');
  });

  it('of nobody are none', () => {
    expect(['Various Artists', 'anonymous', 'Unknown', 'V.A.', ''].map(parseName)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('relate the same both ways, and to themselves', () => {
    const part = fc.constantFrom(
      'Ann',
      'A.',
      'Vole',
      'Bo',
      'de',
      'J.R.',
      'JR',
      'Quill',
      'Quille',
      'Jr.',
      'Łuk',
      'Анна',
      '-',
    );
    const name = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(name, name, (left, right) => {
        if (parseName(left) === null || parseName(right) === null) return;
        expect(relation(left, right)).toBe(relation(right, left));
        expect(relation(left, left)).toBe('same');
      }),
      { numRuns: 2000 },
    );
  });
});

describe('makers', () => {
  it.each([
    [['Ann Vole'], ['Ann Vole', 'Bo Quill'], 'same'],
    [['Ann Vole', 'Bo Quill'], ['Quill, Bo', 'Vole, Ann'], 'same'],
    [['Salt, Wind & Ember'], ['Salt', 'Wind', 'Ember'], 'same'],
    [['Artist', 'Novelist'], ['Novelist'], 'partly'],
    [['Ann Vole'], ['Bo Quill'], 'different'],
    [['Ann Vole'], [], 'unknown'],
    [['Various'], ['Bo Quill'], 'unknown'],
    [['Артур Хейли'], ['Arthur Hailey'], 'unknown'],
  ] as const)('%j and %j: %s', (left, right, expected) => {
    expect(makers(left, right)).toBe(expected);
    expect(makers(right, left)).toBe(expected);
  });
});
