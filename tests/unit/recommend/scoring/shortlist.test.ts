import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samplePlaces, SHORTLIST, shortlist } from '../../../../renderer/src/recommend/scoring/shortlist';

describe('the shortlist', () => {
  it('holds the highest scores in the order of the candidates, equal ones by lower place', () => {
    expect([...shortlist(Float64Array.of(1, 3, 2, 3, 2), 3)]).toEqual([1, 2, 3]);
    expect([...shortlist(Float64Array.of(1, 1, 1), 2)]).toEqual([0, 1]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 })), fc.nat(20), (scores, size) => {
        const sorted = [...scores.keys()].sort(
          (left, right) => (scores[right] ?? 0) - (scores[left] ?? 0) || left - right,
        );
        expect([...shortlist(Float64Array.from(scores), size)]).toEqual(
          sorted.slice(0, size).sort((left, right) => left - right),
        );
      }),
    );
  });

  it('is everything where there is no more', () => {
    expect([...shortlist(Float64Array.of(2, 1))]).toEqual([0, 1]);
    expect(shortlist(new Float64Array(5_000))).toHaveLength(SHORTLIST);
  });

  it('takes its sample from everywhere, and all of what is no longer than itself', () => {
    expect([...samplePlaces(3)]).toEqual([0, 1, 2]);
    const places = samplePlaces(100_000);
    expect(new Set(places).size).toBe(places.length);
    expect([places[0], places.at(-1)]).toEqual([0, 99_900]);
  });
});
