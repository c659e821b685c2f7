import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DialShape, DialValueOf } from '../../../../renderer/src/domain/dials/dial';
import { type DialTerm, idsOf } from '../../../../renderer/src/domain/dials/dial-table';
import { DIALS, dialTerms, isNeutral, NEUTRAL_DIALS } from '../../../../renderer/src/domain/dials/dials';
import type { DialFacts, DialId, Dials } from '../../../../renderer/src/domain/dials/dials';
import { moodMatch, MOODS } from '../../../../renderer/src/domain/dials/moods';
import { dialFacts } from '../../../fixtures/dial-facts';
import { libraryItem } from '../../../fixtures/recommender-data';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const facts: fc.Arbitrary<DialFacts> = fc
  .record({
    likenessToHistory: share,
    popularity: fc.option(share),
    item: fc
      .option(fc.double({ min: 0, max: 5000, noNaN: true }))
      .map((length) => libraryItem('candidate', { length })),
    group: fc.constantFrom('book', 'screen', 'wine'),
    tags: fc.array(fc.constantFrom('comedy', 'horror', 'children', 'war')),
    likelyTags: fc.array(fc.record({ name: fc.constantFrom('romance', 'horror', 'thriller'), confidence: share })),
  })
  .map(dialFacts);
const plain = dialFacts();
const ofLength = (length: number): DialFacts['item'] => libraryItem('candidate', { length });
const sumOfTerms = (terms: readonly DialTerm<string>[]): number => terms.reduce((sum, { logOdds }) => sum + logOdds, 0);
const SLIDERS = idsOf(DIALS).filter((id) => DIALS[id].shape === 'slider');
const turned = (dial: DialId, value: number): Dials => ({ ...NEUTRAL_DIALS, [dial]: value });

describe('dials', () => {
  it('change nothing where they are neutral, also when every kind is weighed as ever', () => {
    fc.assert(
      fc.property(facts, (candidate) => {
        expect(dialTerms(NEUTRAL_DIALS, candidate)).toEqual([]);
        expect(sumOfTerms(dialTerms({ ...NEUTRAL_DIALS, kinds: { book: 1, screen: 1 } }, candidate))).toBe(0);
      }),
    );
    expect(isNeutral({ ...NEUTRAL_DIALS, kinds: { book: 1 } })).toBe(true);
    for (const dials of [
      ...SLIDERS.map((dial) => turned(dial, 0.1)),
      { ...NEUTRAL_DIALS, kinds: { book: 0 } },
      { ...NEUTRAL_DIALS, moods: ['scary'] },
    ])
      expect(isNeutral(dials)).toBe(false);
  });

  it('never add more than 1.2 each, however far they are turned', () => {
    const wild = fc.oneof(fc.double(), fc.double({ min: -1, max: 1 }));
    const values: { readonly [Shape in DialShape]: fc.Arbitrary<DialValueOf[Shape]> } = {
      slider: wild,
      weights: fc.dictionary(fc.constantFrom('book', 'screen'), wild),
      words: fc.array(fc.constantFrom(...MOODS, 'war')),
    };
    const dials = idsOf(DIALS).reduce(
      (others: fc.Arbitrary<Dials>, id) =>
        fc.tuple(others, values[DIALS[id].shape]).map(([rest, value]) => ({ ...rest, [id]: value })),
      fc.constant(NEUTRAL_DIALS),
    );
    fc.assert(
      fc.property(dials, facts, (dial, candidate) => {
        const terms = dialTerms(dial, candidate);
        for (const { logOdds } of terms) expect(Math.abs(logOdds)).toBeLessThanOrEqual(1.2);
        expect(sumOfTerms(terms.filter(({ dial: id }) => id === 'moods'))).toBeLessThanOrEqual(1.2 + 1e-9);
      }),
    );
  });

  it('move a candidate one way only as they are turned', () => {
    fc.assert(
      fc.property(
        facts,
        fc.constantFrom(...SLIDERS),
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 3, maxLength: 6 }),
        (candidate, dial, places) => {
          const terms = places
            .sort((left, right) => left - right)
            .map((place) => sumOfTerms(dialTerms(turned(dial, place), candidate)));
          const steps = terms.slice(1).map((term, at) => term - (terms[at] ?? 0));
          expect(steps.every((step) => step >= 0) || steps.every((step) => step <= 0)).toBe(true);
        },
      ),
    );
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 2, noNaN: true }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        (less, more) => {
          const weighed = (weight: number): number =>
            sumOfTerms(dialTerms({ ...NEUTRAL_DIALS, kinds: { screen: weight } }, plain));
          expect(weighed(Math.min(less, more))).toBeLessThanOrEqual(weighed(Math.max(less, more)));
        },
      ),
    );
  });

  it('mean what their ends say', () => {
    const term = (dials: Partial<Dials>, candidate: Partial<DialFacts>): number =>
      sumOfTerms(dialTerms({ ...NEUTRAL_DIALS, ...dials }, { ...plain, ...candidate }));
    expect(term({ novelty: 1 }, { likenessToHistory: 0 })).toBeCloseTo(1.2);
    expect(term({ novelty: -1 }, { likenessToHistory: 1 })).toBeCloseTo(1.2);
    expect(term({ fame: 1 }, { popularity: 0 })).toBeCloseTo(1.2);
    expect(term({ fame: 1 }, { popularity: 1 })).toBeCloseTo(-1.2);
    expect(term({ length: -1 }, { item: ofLength(50) })).toBeCloseTo(1.2);
    expect(term({ length: 1 }, { item: ofLength(700), group: 'book' })).toBeCloseTo(1.2);
    expect(term({ kinds: { screen: 2 } }, {})).toBeCloseTo(1.2);
    expect(term({ kinds: { book: 2 } }, {})).toBe(0);
  });

  it('leave alone what is not known', () => {
    const all: Dials = { ...NEUTRAL_DIALS, fame: 1, length: 1 };
    expect(dialTerms(all, plain)).toEqual([]);
    expect(dialTerms(all, { ...plain, item: ofLength(90), group: 'constructor' })).toEqual([]);
  });

  it('name each term', () => {
    const dials = { ...NEUTRAL_DIALS, fame: 1, kinds: { screen: 0.5 }, moods: ['scary', 'scary', 'noir'] };
    expect(dialTerms(dials, { ...plain, popularity: 0.2, tags: ['horror', 'neo noir'] })).toEqual([
      { dial: 'fame', part: '', logOdds: expect.closeTo(0.72) },
      { dial: 'kinds', part: 'screen', logOdds: -0.6 },
      { dial: 'moods', part: 'scary', logOdds: 0.6 },
      { dial: 'moods', part: 'noir', logOdds: 0.6 },
    ]);
  });
});

describe('moods', () => {
  it('fit by a tag as whole words, else by the likeliest tag', () => {
    expect(moodMatch('light evening', ['romantic comedy'], [])).toBe(1);
    expect(moodMatch('light evening', ['tragicomedy'], [])).toBe(0);
    expect(
      moodMatch(
        'light evening',
        ['drama'],
        [
          { name: 'comedy', confidence: 0.4 },
          { name: 'funny', confidence: 0.3 },
        ],
      ),
    ).toBe(0.4);
  });

  it('do not fit with what they exclude', () => {
    expect(moodMatch('with kids', ['animation'], [])).toBe(1);
    expect(moodMatch('with kids', ['animation', 'horror'], [])).toBe(0);
    expect(moodMatch('with kids', ['animation'], [{ name: 'horror', confidence: 0.75 }])).toBe(0.25);
  });

  it('each have a meaning of their own, and another word is a tag', () => {
    const tags = [
      'comedy',
      'fantasy',
      'children',
      'philosophy',
      'short stories',
      'romance',
      'horror',
      'thriller',
      'documentary',
      'dance',
      'action',
      'mellow',
    ];
    const fitting = MOODS.map((mood) => tags.filter((tag) => moodMatch(mood, [tag], []) === 1).join());
    expect(fitting).not.toContain('');
    expect(new Set(fitting).size).toBe(MOODS.length);
    expect(moodMatch('dragons', ['dragons'], [])).toBe(1);
    expect(moodMatch('constructor', [], [])).toBe(0);
    expect(moodMatch('', ['comedy'], [])).toBe(0);
  });
});
