import { describe, expect, it } from 'vitest';
import { itemId } from '../../../../renderer/src/domain/ids';
import type { LibraryItem } from '../../../../renderer/src/domain/recommendation-request';
import { auc } from '../../../../renderer/src/recommend/evaluating/metrics';
import { swapValue, whomValue } from '../../../benchmark/people/friend-cases';
import type { FriendScore } from '../../../benchmark/people/friend-cases';
import { ItemNeighbours } from '../../../benchmark/people/item-neighbours';
import { knowsRows, logLoss, weightedAuc } from '../../../benchmark/people/knows-rows';
import { meansOverPacks, personRows, resampled } from '../../../benchmark/people/person-series';
import type { PersonSeries } from '../../../benchmark/people/person-series';
import { comparisonOf, pairedDifferences, withDifferencesAndMeans } from '../../../benchmark/people/paired-differences';
import { peopleTables } from '../../../benchmark/people/people-tables';
import { rankingValues } from '../../../benchmark/people/ranking-cases';
import { packAverages, creatorWay, likenessWay, ownMean } from '../../../benchmark/people/simple-ways';
import { targetOf } from '../../../benchmark/people/variant-targets';
import { BLANK_FACTS } from '../../../fixtures/blank-facts';

const [A, B, C] = [itemId('a'), itemId('b'), itemId('c')];
const item = (id: typeof A, facts: Partial<LibraryItem>): LibraryItem => ({
  ...BLANK_FACTS,
  kind: 'book',
  title: id,
  ...facts,
  id,
});
const met = (id: typeof A, rating: number | null) => ({ itemId: id, rating, at: null });
const friend = (name: string) => ({ friend: name, events: [] });

describe('one case', () => {
  const swap = {
    form: 'swap' as const,
    id: 'x',
    variant: 'swap',
    k: 3,
    items: [A, B] as const,
    friends: [friend('f'), friend('g')] as const,
  };

  it('cancels in a swap whatever belongs to an item or to a friend; ties count half', () => {
    const fame: FriendScore = ({ friend: name }, id) => (id === A ? 5 : 0.1) + (name === 'f' ? 7 : 0);
    expect(swapValue(swap, fame).parts).toEqual([{ value: 0.5, people: ['f', 'g'] }]);
    const taste: FriendScore = (who, id, name) => fame(who, id, name) + (who.friend === 'f' && id === A ? 0.01 : 0);
    expect(swapValue(swap, taste).parts[0]?.value).toBe(1);
  });

  it('counts in "whom" every pair of a friend who liked the thing and one who did not', () => {
    const whom = {
      form: 'whom' as const,
      id: 'w',
      variant: 'whom',
      k: 3,
      item: A,
      friends: [friend('f'), friend('g'), friend('h')],
      relevant: new Set(['f']),
    };
    const score: FriendScore = ({ friend: name }) => ({ f: 1, g: 1, h: 0 })[name] ?? 0;
    expect(whomValue(whom, score).parts).toEqual([
      { value: 0.5, people: ['f', 'g'] },
      { value: 1, people: ['f', 'h'] },
    ]);
  });

  it('ranks candidates', () => {
    expect(rankingValues([A, B, C], new Set([B]), Float64Array.of(3, 2, 1))).toEqual({
      auc: 0.5,
      mrr: 0.5,
      'ndcg@5': 1 / Math.log2(3),
    });
  });

  it('asks for what the variant is about', () => {
    expect(['share', 'share-rated', 'swap', 'swap-rated', 'swap-told', 'whom-knows', 'knows'].map(targetOf)).toEqual([
      'interest',
      'like',
      'interest',
      'like',
      'interest',
      'knows',
      'knows',
    ]);
  });
});

describe('figures over cases', () => {
  const part = (value: number, ...people: readonly [string] | readonly [string, string]) => ({ value, people });
  const series = (people: number, variant = 'share'): PersonSeries => ({
    variant,
    method: 'random',
    crowd: 'off',
    metric: 'auc',
    cases: Array.from({ length: people * 2 }, (_, index) => ({
      k: index % 2 === 0 ? 1 : 5,
      parts: [part(index % 2, `p${String(index >> 1)}`)],
    })),
  });

  it('gives the mean, the people and a row per number of known events; cases without a value are left out', () => {
    const base = series(4);
    const rows = personRows('libraries', 'own', { ...base, cases: [...base.cases, { k: 1, parts: [] }] });
    expect(rows.map(({ bucket, n, people, value }) => [bucket, n, people, value])).toEqual([
      ['all', 8, 4, 0.5],
      ['k=1', 4, 4, 0],
      ['k=5', 4, 4, 1],
    ]);
    // Every person has one 0 and one 1: whoever is drawn, the mean is the same.
    expect(rows[0]).toMatchObject({ low: 0.5, high: 0.5, mode: 'warm' });
  });

  it('counts a pair as often as both are drawn', () => {
    const values = resampled([{ k: null, parts: [part(1, 'f', 'g'), part(0, 'f', 'h')] }], ['f', 'g', 'h']);
    // Without f there is no pair; with f, the share of g among the others drawn.
    expect([...values].every((value) => Number.isNaN(value) || (value >= 0 && value <= 1))).toBe(true);
    expect([...values].some(Number.isNaN)).toBe(true);
    expect([...values]).toContain(0.5);
  });

  it('averages packs of 30 people or more, and no variant of talks', () => {
    const rows = [
      ...personRows('whom', 'large', series(30)),
      ...personRows('whom', 'small', { ...series(29), cases: series(29).cases.slice(1) }),
      ...personRows('whom', 'large', series(30, 'swap-told')),
    ];
    expect(meansOverPacks(rows).filter(({ bucket }) => bucket === 'all')).toMatchObject([
      { pack: 'mean', variant: 'share', n: 60, people: 30, value: 0.5 },
    ]);
  });

  it('gives a row per service where a pack holds several', () => {
    const base = series(4);
    const cases = base.cases.map((one, index) => ({ ...one, k: 1, service: index < 2 ? 'imdb' : 'letterboxd' }));
    const rows = personRows('libraries', 'own', { ...base, cases });
    expect(rows.map(({ bucket, n, people }) => [bucket, n, people])).toEqual([
      ['all', 8, 4],
      ['service=imdb', 2, 1],
      ['service=letterboxd', 6, 3],
    ]);
    const alone = cases.map((one) => ({ ...one, service: 'imdb' }));
    expect(personRows('libraries', 'own', { ...base, cases: alone })).toHaveLength(1);
  });

  /** People whose values differ a lot, and of whom a second method says the same plus `above`. */
  const pair = (above: number, people = 30, method = 'average-rating') => {
    const of = (name: string, plus: number) =>
      personRows('libraries', 'own', {
        ...series(people),
        method: name,
        cases: Array.from({ length: people * 2 }, (_, index) => ({
          k: 1,
          parts: [part((index % 7) / 7 + plus, `p${String(index >> 1)}`)],
        })),
      });
    return [...of('handpicked', above), ...of(method, 0)];
  };

  it('pairs handpicked with every other method on the same resamples, so that what both share cancels', () => {
    const [row] = pairedDifferences(pair(0.02));
    expect(row).toMatchObject({ method: 'handpicked-minus-average-rating', metric: 'auc', n: 60, people: 30 });
    for (const value of [row?.value, row?.low, row?.high]) expect(value).toBeCloseTo(0.02);
    // The levels themselves are far less certain.
    const [level] = pair(0.02);
    expect((level?.high ?? 0) - (level?.low ?? 0)).toBeGreaterThan(0.05);
  });

  it('pairs nothing that was measured on other cases', () => {
    const [own] = pair(0.02);
    const other = personRows('libraries', 'own', { ...series(29), method: 'likeness' });
    expect(pairedDifferences([...(own === undefined ? [] : [own]), ...other])).toEqual([]);
  });

  it('averages differences over the packs that have both methods', () => {
    const second = pair(0.5, 30, 'likeness').map((row) => ({ ...row, pack: 'second' }));
    const means = withDifferencesAndMeans([...pair(0.02), ...second]).filter(({ pack }) => pack === 'mean');
    const mean = means.find(({ method }) => method === 'handpicked-minus-average-rating');
    expect(mean?.value).toBeCloseTo(0.02);
  });

  it('names the best of the simple ways, which the app itself and chance are not', () => {
    const rows = [
      ...pair(0.3, 30, 'average-rating'),
      ...pair(0.1, 30, 'likeness').slice(1),
      ...pair(-0.2, 30, 'task-score').slice(1),
    ];
    const compared = pairedDifferences(rows).map((row) =>
      row.method.endsWith('likeness') ? { ...row, value: 0.1 } : row,
    );
    expect(comparisonOf(compared)).toMatchObject({ bestName: 'likeness', best: { value: 0.1 } });
    expect(comparisonOf(compared)?.average?.value).toBeCloseTo(0.3);
    expect(comparisonOf(rows)).toBeNull();
    const text = peopleTables([...rows, ...compared]);
    expect(text).toContain('handpicked less the best of the simple ways');
    expect(text).toMatch(/own +60 +30 +\+\.300 .* likeness +\+\.100/);
    // Differences stand in a table of their own.
    expect(text).not.toContain('handpicked-minus');
  });

  it('says of "had they met it?" how well it orders and how true the chances are', () => {
    const knows = [true, false].map((knew, index) => ({
      form: 'knows' as const,
      id: String(index),
      variant: 'knows',
      k: null,
      friend: friend(String(index)),
      item: A,
      knew,
    }));
    const rows = knowsRows('films', knows, 'handpicked', 'off', Float64Array.of(0.8, 0.2), true);
    expect(rows.map(({ metric }) => metric)).toEqual(['auc', 'log-loss', 'ece']);
    expect(rows[0]).toMatchObject({ value: 1, n: 2, people: 2 });
    expect(rows[1]?.value).toBeCloseTo(-Math.log(0.8));
    expect(rows[2]?.value).toBeCloseTo(0.2);
    expect(logLoss(Float64Array.of(0.5), Float64Array.of(1))).toBeCloseTo(Math.LN2);
    expect(knowsRows('films', knows, 'likeness', 'off', Float64Array.of(3, 2), false)).toHaveLength(1);
  });
});

describe('AUC of weighted cases', () => {
  it('is that of the cases repeated as often as their weights say', () => {
    const [scores, labels] = [Float64Array.of(3, 1, 2, 2, 5, 1), Float64Array.of(1, 0, 1, 0, 0, 1)];
    const of = weightedAuc(scores, labels);
    for (const weights of [
      [1, 1, 1, 1, 1, 1],
      [2, 0, 3, 1, 1, 4],
      [0, 2, 1, 1, 3, 0],
    ]) {
      const places = weights.flatMap((times, place) => Array.from({ length: times }, () => place));
      const plain = auc(
        places.map((place) => scores[place] ?? 0),
        places.map((place) => labels[place] ?? 0),
      );
      expect(of(Float64Array.from(weights))).toBeCloseTo(plain);
    }
    expect(of(Float64Array.of(1, 0, 1, 0, 0, 1))).toBeNaN();
  });
});

describe('simple ways', () => {
  it('takes the average from the crowd, else the table, else the mean of all', () => {
    const items = [item(A, { crowd: { rating: 0.9, count: null } }), item(B, {}), item(C, {})];
    const averages = packAverages(items, (id) => (id === B ? 0.7 : null));
    expect([A, B, C].map((id) => averages.get(id))).toEqual([0.9, 0.7, 0.8]);
  });

  it("shrinks what a person thought of a creator's other things", () => {
    const items = [item(A, { creators: ['X'] }), item(B, { creators: ['X'] }), item(C, {})];
    const averages = packAverages(items, () => 0.5);
    const events = [met(A, 0.9), met(C, 0.5)];
    const scores = creatorWay(items, averages)({ events, candidates: [B, C] }, '');
    // The person is 0.2 kinder than the crowd; of the creator they think another 0.2 better, one against three.
    expect(scores[0]).toBeCloseTo(0.5 + 0.2 / 4);
    expect(scores[1]).toBeCloseTo(0.5);
  });

  it('measures likeness as a cosine, so that people compare', () => {
    const items = [item(A, { title: 'red dog' }), item(B, { title: 'red cat' }), item(C, { title: 'blue fish' })];
    const likeness = likenessWay(items);
    const one = likeness({ events: [met(A, 1)], candidates: [A, B, C] }, '');
    const twice = likeness({ events: [met(A, 1), met(A, 1)], candidates: [A, B, C] }, '');
    expect(one[0]).toBeCloseTo(1);
    expect(one[1]).toBeGreaterThan(0);
    expect(one[2]).toBe(0);
    expect(twice[1]).toBeCloseTo(one[1] ?? 0);
  });

  it("takes a person's mean over what they rated", () => {
    expect(ownMean([met(A, 0.4), met(B, null), met(C, 0.8)])).toBeCloseTo(0.6);
  });

  it('counts users who liked both, and nothing of what was disliked', () => {
    const training = {
      liked: [[A, B], [A, B], [A, C], [C]],
      counts: new Map([[A, 3]]),
    };
    const neighbours = new ItemNeighbours(training, [A, B, C]);
    const scores = neighbours.scores([met(A, 1)], [A, B, C], false);
    expect(scores[0]).toBe(0);
    expect(scores[1]).toBeCloseTo(2 / (Math.sqrt(6) + 20));
    expect(scores[2]).toBeCloseTo(1 / (Math.sqrt(6) + 20));
    expect([...neighbours.scores([met(A, 0.3)], [B], false)]).toEqual([0]);
  });
});
