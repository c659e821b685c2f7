import { describe, expect, it } from 'vitest';
import { MakerMeans } from '../../../../renderer/src/recommend/estimating/maker-means';
import type { WindowEvent } from '../../../../renderer/src/recommend/encoding/history-window';
import { estimating } from '../../../fixtures/estimating';
import type { Estimating } from '../../../fixtures/estimating';
import { libraryItem } from '../../../fixtures/recommender-data';

const by = (id: string, ...creators: readonly string[]) => libraryItem(id, { creators });
const rated = ({ row }: Estimating, ratings: Readonly<Record<string, number | null>>): readonly WindowEvent[] =>
  Object.entries(ratings).map(([id, rating]) => ({ row: row(id), rating, at: null }));
/** Of everything in these tests nobody's average is known. */
const TYPICAL = 0.5;

async function creatorsOf(ratings: Readonly<Record<string, number | null>>, ...asked: readonly string[]) {
  const one = await estimating(null, [
    by('a1', 'Ann'),
    by('a2', 'Ann'),
    by('a3', 'Ann'),
    by('b1', 'Bob'),
    by('b2', 'Bob'),
    by('c1', 'Cid'),
    by('both', 'Ann', 'Bob'),
    by('nobody'),
  ]);
  const means = new MakerMeans(rated(one, ratings), TYPICAL, one.library);
  const rows = one.rows(...asked);
  return { generosity: means.generosity, creators: Array.from(means.creators(rows, new Float64Array(rows.length))) };
}

describe("a person's mean by creator", () => {
  it('is what is left after their own mean, and believed more with each thing', async () => {
    // Residuals .5, .5, −.1, −.5: mean .1, so Ann's are .4 each and Bob's −.2 and −.6.
    const { creators } = await creatorsOf({ a1: 1, a2: 1, b1: 0.4, b2: 0 }, 'a3', 'b1', 'c1', 'nobody');
    expect(creators).toEqual([expect.closeTo(0.8 / 5, 9), expect.closeTo(-0.8 / 5, 9), 0, 0]);
    const once = await creatorsOf({ a1: 1, b1: 0.2 }, 'a3');
    expect(once.creators[0]).toBeCloseTo(0.4 / 4, 9);
  });

  it('of a work of several is that of all their works together', async () => {
    const { creators } = await creatorsOf({ a1: 1, a2: 1, b1: 0.4, b2: 0 }, 'both');
    expect(creators[0]).toBeCloseTo(0, 9);
    const more = await creatorsOf({ a1: 1, a2: 1, b1: 0.25, c1: 0.25 }, 'both');
    // Mean .125; Ann twice .375, Bob once −.375.
    expect(more.creators[0]).toBeCloseTo(0.375 / 6, 9);
  });

  it('is not read from things without a rating', async () => {
    expect(await creatorsOf({ a1: null, b1: null }, 'a2', 'b2')).toEqual({ generosity: 0, creators: [0, 0] });
    expect((await creatorsOf({ a1: 1, b1: 0.2, a2: null, b2: null }, 'a3')).creators[0]).toBeCloseTo(0.1, 9);
  });
});

describe('generosity', () => {
  it('is shrunk: one rating says little of how somebody rates', async () => {
    expect((await creatorsOf({ a1: 1 })).generosity).toBeCloseTo(0.5 / 4, 9);
    expect((await creatorsOf({ a1: 1, a2: 1, a3: 1 })).generosity).toBeCloseTo(1.5 / 6, 9);
    expect((await creatorsOf({ a1: 0.2 })).generosity).toBeCloseTo(-0.3 / 4, 9);
    expect((await creatorsOf({})).generosity).toBe(0);
  });

  it("is against everybody's mean where that is known", async () => {
    const one = await estimating(null, [libraryItem('a', { crowd: { rating: 0.9, count: 5 } }), libraryItem('b')]);
    const of = (ratings: Readonly<Record<string, number>>) =>
      new MakerMeans(rated(one, ratings), TYPICAL, one.library).generosity;
    expect(of({ a: 0.9 })).toBeCloseTo(0, 9);
    expect(of({ b: 0.9 })).toBeCloseTo(0.1, 9);
  });
});

describe("a person's mean by series", () => {
  it('goes by the series a thing is said to be of, and by titles that are one but for their number', async () => {
    const one = await estimating(null, [
      libraryItem('s1', { title: 'Dust', series: { name: 'Sands', position: 1 } }),
      libraryItem('s2', { title: 'Ashes', series: { name: 'Sands', position: 2 } }),
      libraryItem('t1', { title: 'Toy Story' }),
      libraryItem('t3', { title: 'Toy Story 3' }),
      libraryItem('film', { title: 'Toy Story 2', kind: 'movie' }),
      libraryItem('else', { title: 'Elsewhere' }),
    ]);
    const means = new MakerMeans(rated(one, { s1: 1, t1: 0.2 }), TYPICAL, one.library);
    const rows = one.rows('s2', 't3', 'film', 'else');
    // Residuals .5 and −.3, mean .1: .4 and −.4, each against three of nobody's.
    expect(Array.from(means.series(rows, new Float64Array(rows.length)))).toEqual([
      expect.closeTo(0.1, 9),
      expect.closeTo(-0.1, 9),
      0,
      0,
    ]);
  });
});
