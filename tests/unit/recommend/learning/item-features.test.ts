import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemFeatures, withModelFeatures } from '../../../../renderer/src/recommend/learning/item-features';
import type { FeatureInput } from '../../../../renderer/src/recommend/learning/item-features';

const PLAIN: FeatureInput = {
  group: 'screen',
  kind: 'movie',
  tags: [],
  likelyTags: [],
  creators: [],
  year: null,
  length: null,
  source: null,
  ownRating: null,
  crowdRating: null,
  knownRating: null,
  popularity: null,
};
const named = (facts: Partial<FeatureInput>): Map<string, number> => {
  const { names, values } = itemFeatures({ ...PLAIN, ...facts });
  return new Map(names.map((name, at) => [name, values[at] ?? Number.NaN]));
};

describe('readable features of an item', () => {
  it('gives what is not known no feature', () => {
    expect([...named({})]).toEqual([
      ['bias', 1],
      ['group:screen', 1],
      ['kind:movie', 1],
    ]);
  });

  it('does not say the same thing as kind and as group', () => {
    expect([...named({ group: 'game', kind: 'game' }).keys()]).toEqual(['bias', 'group:game']);
  });

  it.each([
    [1987, 'era:1980s'],
    [1990, 'era:1990s'],
    [2000, 'era:2000s'],
    [-380, 'era:-380s'],
    [-381, 'era:-390s'],
  ])('puts the year %i into %s', (year, era) => {
    expect(named({ year }).get(era)).toBe(1);
  });

  it('tells where an item came from', () => {
    expect(named({ source: 'letterboxd' }).get('source:letterboxd')).toBe(1);
  });

  it('lets the tags of an item share one unit, and so its creators', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 20 }), (words) => {
        const found = [...named({ tags: words, creators: words })];
        for (const type of ['tag:', 'creator:']) {
          expect(
            found.filter(([name]) => name.startsWith(type)).reduce((sum, [, value]) => sum + value ** 2, 0),
          ).toBeCloseTo(1, 9);
        }
      }),
    );
  });

  it('counts a guessed tag less than a given one, by its confidence, and a given one once', () => {
    const sure = named({ likelyTags: [{ name: 'horror', confidence: 0.9 }] }).get('tag:horror') ?? Number.NaN;
    expect(sure).toBeLessThan(named({ tags: ['horror'] }).get('tag:horror') ?? Number.NaN);
    expect(sure).toBeGreaterThan(
      named({ likelyTags: [{ name: 'horror', confidence: 0.5 }] }).get('tag:horror') ?? Number.NaN,
    );
    expect(named({ tags: ['horror'], likelyTags: [{ name: 'horror', confidence: 0.5 }] }).get('tag:horror')).toBe(1);
    expect(named({ tags: ['horror', 'horror'] }).get('tag:horror')).toBe(1);
  });

  it.each<[string, keyof FeatureInput, number, number, number]>([
    ['owner-rating', 'ownRating', 0.2, 0.7, 1],
    ['crowd-rating', 'crowdRating', 0.2, 0.7, 1],
    ['known-rating', 'knownRating', 0.2, 0.7, 1],
    ['popularity', 'popularity', 0.1, 0.5, 0.9],
  ])('centres %s: below, as and above usual', (name, fact, below, usual, above) => {
    expect(named({ [fact]: below }).get(name)).toBeLessThan(0);
    expect(named({ [fact]: usual }).get(name) ?? 0).toBeCloseTo(0, 12);
    expect(named({ [fact]: above }).get(name)).toBeGreaterThan(0);
  });

  it('says how long it is for its kind, and nothing where that is usual or not known', () => {
    expect(named({ length: 60 }).get('length')).toBeLessThan(0);
    expect(named({ length: 180 }).get('length')).toBeGreaterThan(0);
    expect(named({ length: 180, group: 'book', kind: 'book' }).get('length')).toBeLessThan(0);
    for (const facts of [{ length: null }, { length: 105 }, { length: 90, group: 'wine' }])
      expect(named(facts).has('length')).toBe(false);
  });

  it('adds where the model puts it for a person, and changes nothing else', () => {
    const facts = itemFeatures({ ...PLAIN, tags: ['horror'] });
    const { names, values } = withModelFeatures(facts, { future: 2, content: -3, offset: 2.5 });
    expect(names).toEqual([...facts.names, 'model:future', 'model:content', 'model:liking']);
    expect(values.slice(0, facts.values.length)).toEqual(facts.values);
    expect(values[names.indexOf('model:future')]).toBeGreaterThan(0);
    expect(values[names.indexOf('model:content')]).toBeLessThan(0);
    expect(values[names.indexOf('model:liking')]).toBeGreaterThan(0);
  });
});
