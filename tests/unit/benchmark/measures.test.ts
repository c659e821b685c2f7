import { itemIndex, itemRows } from '../../../renderer/src/recommend/item-index';
import { describe, expect, it } from 'vitest';
import { mapMethods, type Answers } from '../../../renderer/src/domain/ports/method-table';
import { QUERY_METHODS } from '../../../renderer/src/domain/ports/recommender';
import { itemId } from '../../../renderer/src/domain/ids';
import type { LibraryItem } from '../../../renderer/src/domain/recommendation-request';
import type { Recommender, TaskRequest } from '../../../renderer/src/recommend/recommender-api';
import { baselinesOf } from '../../benchmark/baselines';
import { caseMetrics, rankedRelevance } from '../../benchmark/case-metrics';
import { evaluatePack } from '../../benchmark/evaluate-pack';
import type { Case, Pack } from '../../benchmark/pack';
import { meansOverPacks, resampledMeans, summarise } from '../../benchmark/summary';
import { tablesOf } from '../../benchmark/tables';
import { BLANK_FACTS } from '../../fixtures/blank-facts';

const item = (
  id: string,
  title: string,
  tags: readonly string[],
  rating: number | null = null,
  count: number | null = null,
): LibraryItem => ({
  ...BLANK_FACTS,
  id: itemId(id),
  kind: 'movie',
  title,
  tags,
  crowd: rating === null && count === null ? null : { rating, count },
});

const ITEMS = [
  item('a', 'Moon Harvest', ['space'], 0.9, 10),
  item('b', 'Moon Over Rivers', ['space', 'drama'], 0.4, 500),
  item('c', 'Rivers', ['drama'], 0.7, 100),
  item('d', 'Bread', ['cooking']),
  item('e', 'Moon Again', ['space'], 0.8, 50),
];
const question = { caseId: 'x', events: [{ index: 0, rating: 1 }], candidates: Int32Array.of(1, 2, 3, 4) };

describe('baselines', () => {
  const baselines = baselinesOf(ITEMS);

  it('ranks by count and by average rating; an item without either is not preferred', () => {
    expect([...baselines.popularity(question)]).toEqual([500, 100, -1, 50]);
    const [b, c, d, e] = baselines['average-rating'](question);
    expect([b, c, e]).toEqual([0.4, 0.7, 0.8]);
    expect(d).toBeCloseTo(0.7);
  });

  it('finds what shares rare words with what was liked, and nothing by what was disliked', () => {
    const [b = 0, c = 0, d = 0, e = 0] = baselines['tf-idf'](question);
    expect(e).toBeGreaterThan(b);
    expect(b).toBeGreaterThan(0);
    expect([c, d]).toEqual([0, 0]);
    expect([...baselines['tf-idf']({ ...question, events: [{ index: 0, rating: 0.1 }] })]).toEqual([0, 0, 0, 0]);
  });

  it('draws at random by the case alone', () => {
    expect(baselines.random(question)).toEqual(baselines.random(question));
    expect(baselines.random({ ...question, caseId: 'y' })).not.toEqual(baselines.random(question));
  });
});

describe('metrics of a case', () => {
  it('ranks equal scores by lower index', () => {
    expect(rankedRelevance(Float64Array.of(1, 2, 2, 2), Uint8Array.of(0, 0, 1, 0))).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });

  it('gives next its three and share its three', () => {
    const scores = Float64Array.of(0.1, 0.9, 0.5);
    expect(caseMetrics('next', scores, Uint8Array.of(0, 0, 1))).toEqual([1 / Math.log2(3), 1, 0.5]);
    expect(caseMetrics('share', scores, Uint8Array.of(0, 0, 1))).toEqual([1 / Math.log2(3), 1 / 3, 0.5]);
    expect(caseMetrics('share', Float64Array.of(1, 1), Uint8Array.of(0, 1))[2]).toBe(0.5);
  });

  it('puts a score that is no number last', () => {
    expect(caseMetrics('next', Float64Array.of(Number.NaN, 0, -5), Uint8Array.of(1, 0, 0))[2]).toBeCloseTo(1 / 3);
  });
});

describe('a pack', () => {
  const cases: readonly Case[] = [
    {
      id: 'n',
      variant: 'next',
      events: [{ itemId: itemId('a'), rating: 1, at: null }],
      candidates: 'all',
      relevant: [itemId('e')],
      exclude: [itemId('d')],
      cluster: 'n',
    },
    {
      id: 's',
      variant: 'share',
      events: [
        { itemId: itemId('a'), rating: 1, at: null },
        { itemId: itemId('zzz'), rating: 1, at: null },
      ],
      candidates: [itemId('b'), itemId('c')],
      relevant: [itemId('c')],
      exclude: [],
      cluster: 'f',
    },
  ];
  const pack: Pack = { name: 'p', items: ITEMS, cases, shareRated: [] };
  const asked: TaskRequest[] = [];
  // Knows the answer: every score is the row, which grows towards the relevant item.
  const notAsked = (): Promise<never> => Promise.reject(new Error('not asked'));
  const oracle: Recommender = {
    ...mapMethods<typeof QUERY_METHODS, Answers<typeof QUERY_METHODS, unknown>>(
      QUERY_METHODS,
      () => async () => await notAsked(),
    ),
    setLibrary: () => Promise.resolve(),
    updateLibrary: () => Promise.resolve(),
    recognised: () => ({ known: 0, total: 5 }),
    rowsOf: (ids) => itemRows(ids.map((_, index) => itemIndex(100 + index))),
    bestByTask: notAsked,
    scoreTasks: (requests) => {
      asked.push(...requests);
      return Promise.resolve(requests.map(({ candidates }) => Float64Array.from(candidates)));
    },
  };

  it('asks for the task of each variant, in every mode, without history and exclusions, and keeps baselines beside it', async () => {
    const results = await evaluatePack(
      pack,
      oracle,
      { modes: ['warm', 'cold'], crowds: ['off', 'on'] },
      () => undefined,
    );
    expect(asked.filter(({ task }) => task === 'next').map(({ mode, crowd }) => [mode, crowd])).toEqual([
      ['warm', false],
      ['warm', true],
      ['cold', false],
      ['cold', true],
    ]);
    expect([...(asked[0]?.candidates ?? [])]).toEqual([101, 102, 104]);
    expect(results).toHaveLength(2 * 4 * 5);
    const next = results.filter(({ variant, mode, crowd }) => variant === 'next' && mode === 'cold' && crowd === 'on');
    expect(next.map(({ method }) => method)).toEqual([
      'handpicked',
      'random',
      'popularity',
      'average-rating',
      'tf-idf',
    ]);
    expect(next[0]?.values).toEqual([[1, 1, 1]]);
    expect(next[2]?.values[0]?.[2]).toBeCloseTo(1 / 3);
    expect(results.find(({ variant }) => variant === 'share')).toMatchObject({ clusters: ['f'], lengths: [2] });
  });
});

describe('rows', () => {
  const result = { variant: 'share', method: 'handpicked', mode: 'warm', crowd: 'off' } as const;
  const values = Array.from({ length: 40 }, (_, index) => [index % 2, 0.5, Number.NaN]);
  const some = {
    ...result,
    values,
    clusters: values.map((_, index) => `f${String(index % 8)}`),
    lengths: values.map((_, index) => (index < 10 ? 2 : 5)),
  };

  it('counts, averages and bounds by history length, and leaves out what is not defined', () => {
    const rows = summarise('p', some);
    expect(rows.map(({ metric, bucket, n }) => [metric, bucket, n])).toEqual([
      ['ndcg@5', 'all', 40],
      ['ndcg@5', '1-3', 10],
      ['ndcg@5', '4-10', 30],
      ['p@5', 'all', 40],
      ['p@5', '1-3', 10],
      ['p@5', '4-10', 30],
    ]);
    const [first] = rows;
    expect(first?.value).toBe(0.5);
    expect(first?.low).toBeLessThan(0.5);
    expect(first?.high).toBeGreaterThan(0.5);
  });

  it('draws whole friends: eight friends who agree with themselves say less than forty cases', () => {
    const numbers = values.map(([value]) => value ?? 0);
    const spread = (resamples: Float64Array): number => {
      const sorted = resamples.toSorted();
      return (sorted[974] ?? 0) - (sorted[25] ?? 0);
    };
    // Friend k's cases are all equal to k % 2.
    const byFriend = spread(resampledMeans(numbers, some.clusters, 1));
    const byCase = spread(
      resampledMeans(
        numbers,
        numbers.map((_, index) => String(index)),
        1,
      ),
    );
    expect(byFriend).toBeGreaterThan(1.5 * byCase);
  });

  it('gives packs equal weight in the mean', () => {
    const small = { ...some, values: values.slice(0, 2).map(() => [1, 1, 1]), clusters: ['x', 'y'], lengths: [2, 2] };
    const mean = meansOverPacks([...summarise('p', some), ...summarise('q', small)]);
    const row = mean.find(({ metric, bucket }) => metric === 'ndcg@5' && bucket === 'all');
    expect(row).toMatchObject({ pack: 'mean', value: 0.75, n: 42 });
    expect(row?.low).toBeGreaterThan(0.5);
  });

  it('prints a table with every pack and the mean', () => {
    const rows = summarise('p', some);
    const text = tablesOf([...rows, ...meansOverPacks(rows)]);
    expect(text).toContain('share: ndcg@5, warm, crowd off');
    expect(text).toMatch(/^p {5} *40 {2}\.500 \(\.\d+–\.\d+\)/m);
    expect(text).toMatch(/^mean {2} *40 {2}\.500/m);
  });
});
