import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashFacts, haveSameFacts, type Thing } from '../../../renderer/src/identity/same-facts';

const text = fc.constantFrom('', 'a', 'b', 'ab');
const thing: fc.Arbitrary<Thing> = fc.record({
  kind: fc.constantFrom('book', 'movie'),
  title: text,
  originalTitle: fc.constantFrom(null, '', 'a'),
  creators: fc.array(text, { maxLength: 2 }),
  year: fc.constantFrom(null, 0, 1999),
  series: fc.option(fc.record({ name: text, position: fc.constantFrom(null, 0, 1) })),
  identifiers: fc.dictionary(fc.constantFrom('imdb', 'mal'), text),
});

/** All facts in one text. */
const written = ({ kind, title, originalTitle, creators, year, series, identifiers = {} }: Thing): string =>
  JSON.stringify([
    kind,
    title,
    originalTitle ?? null,
    creators,
    year,
    series?.name,
    series?.position,
    Object.entries(identifiers).sort(([left], [right]) => (left < right ? -1 : 1)),
  ]);

describe('the facts of two things', () => {
  it('are the same where all of them are equal, and then have one hash', () => {
    fc.assert(
      fc.property(thing, thing, (left, right) => {
        const same = written(left) === written(right);
        expect(haveSameFacts(left, right)).toBe(same);
        expect(haveSameFacts(left, structuredClone(left))).toBe(true);
        if (same) expect(hashFacts(left)).toBe(hashFacts(right));
      }),
      { numRuns: 2000 },
    );
  });

  it('have one hash whatever the order of their ids', () => {
    const bare: Thing = { kind: 'book', title: 'Dune', creators: [], year: null, series: null };
    const [one, other] = [
      { ...bare, identifiers: { isbn13: '1', goodreads: '2' } },
      { ...bare, identifiers: { goodreads: '2', isbn13: '1' } },
    ];
    expect(haveSameFacts(one, other)).toBe(true);
    expect(hashFacts(one)).toBe(hashFacts(other));
  });

  it('hardly ever share a hash where they differ', () => {
    const hashes = new Set<number>();
    for (let number = 0; number < 20_000; number += 1)
      hashes.add(hashFacts({ kind: 'book', title: `Title ${String(number)}`, creators: [], year: null, series: null }));
    expect(hashes.size).toBeGreaterThan(19_990);
  });
});
