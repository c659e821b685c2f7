import { describe, expect, it } from 'vitest';
import { itemId } from '../../../renderer/src/domain/ids';
import type { LibraryItem } from '../../../renderer/src/domain/recommendation-request';
import type { Recommender, TaskRequest } from '../../../renderer/src/recommend/recommender-api';
import { pairedDifferences, rowsByKnownEvents } from '../../benchmark/by-known-events';
import type { MethodResult } from '../../benchmark/evaluate-pack';
import type { Case } from '../../benchmark/pack';
import { othersOf, personalPart } from '../../benchmark/personal-part';
import { PopularityBias } from '../../benchmark/popularity-bias';
import type { Prepared } from '../../benchmark/prepared-case';
import { allMeans } from '../../benchmark/summary';
import { tablesOf } from '../../benchmark/tables';
import { BLANK_FACTS } from '../../fixtures/blank-facts';

const setting = { mode: 'warm', crowd: 'off' } as const;
const people = Array.from({ length: 40 }, (_, index) => `f${String(index % 8)}`);
const lengths = people.map((_, index) => (index < 20 ? 2 : 10));
const resultOf = (method: string, auc: (index: number) => number): MethodResult => ({
  variant: 'share-rated',
  method,
  ...setting,
  clusters: people,
  lengths,
  values: people.map((_, index) => [0.5, 0.5, auc(index)]),
});

describe('rows by known events', () => {
  // Cases differ widely, the two methods by a tenth where ten events are known and not at all where two are.
  const easy = (index: number): number => (index % 5) / 10;
  const results = [
    resultOf('handpicked', (index) => easy(index) + (index < 20 ? 0 : 0.1)),
    resultOf('average-rating', easy),
  ];

  it('pairs the methods case by case, so that what is hard for both cancels out', () => {
    const [series] = pairedDifferences(results);
    expect(series).toMatchObject({ method: 'handpicked-minus-average-rating', metric: 'auc', clusters: people });
    expect(series?.values[0]).toBe(0);
    expect(series?.values[20]).toBeCloseTo(0.1);
  });

  it('has one row per number of known events, and all together', () => {
    const rows = rowsByKnownEvents('p', results);
    const difference = rows.filter(({ method }) => method === 'handpicked-minus-average-rating');
    expect(difference.map(({ bucket, n, value }) => [bucket, n, Number(value.toFixed(3))])).toEqual([
      ['all', 40, 0.05],
      ['k=2', 20, 0],
      ['k=10', 20, 0.1],
    ]);
    expect(difference[2]?.low).toBeCloseTo(0.1);
    expect(rows.filter(({ method }) => method === 'handpicked').map(({ metric, bucket }) => [metric, bucket])).toEqual([
      ['auc', 'k=2'],
      ['auc', 'k=10'],
    ]);
  });

  it('leaves out cases for which either has no figure', () => {
    expect(
      pairedDifferences([
        results[0] ?? resultOf('', easy),
        resultOf('average-rating', () => Number.NaN),
      ])[0]?.values.every((value) => Number.isNaN(value)),
    ).toBe(true);
  });

  it('averages all packs, and apart those of trained kinds and the others', () => {
    const rows = (pack: string, value: number) =>
      rowsByKnownEvents(pack, [resultOf('handpicked', () => value), resultOf('average-rating', () => 0.5)]);
    const means = allMeans([
      { rows: rows('p', 0.9), trained: true },
      { rows: rows('q', 0.7), trained: true },
      { rows: rows('r', 0.5), trained: false },
    ]);
    const all = means.filter(({ method, bucket }) => method === 'handpicked-minus-average-rating' && bucket === 'all');
    expect(all.map(({ pack, value, n }) => [pack, Number(value.toFixed(3)), n])).toEqual([
      ['mean', 0.2, 120],
      ['mean-trained', 0.3, 80],
      ['mean-untrained', 0, 40],
    ]);
    expect(tablesOf(means)).toMatch(/^10 +60 +\.700 +\.500 +\+\.200 \(\+\.200 to \+\.200\)/m);
  });
});

const caseOf = (id: string, friend: string, events: readonly string[]): Case => ({
  id,
  variant: 'share-rated',
  cluster: friend,
  events: events.map((event) => ({ itemId: itemId(event), rating: 1, at: null })),
  candidates: [itemId('a'), itemId('b')],
  relevant: [itemId('a')],
  exclude: [],
});

describe('the personal part', () => {
  const mine = caseOf('mine', 'me', ['x', 'y']);
  const pool = [
    mine,
    caseOf('again', 'me', ['y', 'x']),
    ...Array.from({ length: 30 }, (_, index) =>
      caseOf(`c${String(index)}`, `f${String(index)}`, [`i${String(index)}`, 'y', ...(index < 25 ? [] : ['z'])]),
    ),
  ];

  it('draws other people by the name of the case, never the friend, those with as many events first', () => {
    const others = othersOf(mine, pool);
    expect(others).toHaveLength(20);
    expect(othersOf(mine, pool)).toEqual(others);
    expect(othersOf({ ...mine, id: 'yours' }, pool)).not.toEqual(others);
    expect(new Set(others.map(([first]) => first?.itemId)).size).toBe(20);
    expect(others.flat().map(({ itemId }) => itemId)).not.toContain('x');
    expect(others.every((events) => events.length === 2)).toBe(true);
  });

  it('cuts longer histories to the first k where too few know k events, and takes what there is', () => {
    expect(othersOf(mine, pool.slice(20)).map(({ length }) => length)).toEqual(Array.from({ length: 12 }, () => 2));
    expect(othersOf(caseOf('one', 'me', ['x']), pool).every((events) => events.length === 1)).toBe(true);
    expect(othersOf(caseOf('three', 'me', ['x', 'y', 'z']), pool)).toHaveLength(5);
  });

  it("is the AUC less the mean of the others' AUC", async () => {
    const items = ['a', 'b', 'x', 'y'].map((id): LibraryItem => ({
      ...BLANK_FACTS,
      id: itemId(id),
      kind: 'movie',
      title: id,
    }));
    const asked: TaskRequest[] = [];
    // The liked one first where the history is of an even person.
    const recommender = {
      rowsOf: (ids: readonly string[]) => Int32Array.from(ids, (_, index) => index),
      scoreTasks: (requests: readonly TaskRequest[]) => {
        asked.push(...requests);
        return Promise.resolve(
          requests.map(({ events }) =>
            Float64Array.of(Number((events[0]?.itemId ?? '').slice(1)) % 2 === 0 ? 2 : 0, 1),
          ),
        );
      },
    } as unknown as Recommender;
    const own: MethodResult = {
      variant: 'share-rated',
      method: 'handpicked',
      ...setting,
      values: [[1, 1, 1]],
      clusters: ['me'],
      lengths: [2],
    };
    const [average, personal] = await personalPart(
      { name: 'p', items, cases: [mine], shareRated: pool },
      recommender,
      { modes: ['warm'], crowds: ['off'] },
      [own],
      () => undefined,
    );
    expect(asked).toHaveLength(20);
    expect(new Set(asked.map(({ task, mode, crowd }) => `${task} ${mode} ${String(crowd)}`))).toEqual(
      new Set(['shareRated warm false']),
    );
    const even = asked.filter(({ events }) => Number((events[0]?.itemId ?? '').slice(1)) % 2 === 0).length;
    expect([average?.method, personal?.method]).toEqual(['average-person', 'personal-part']);
    expect(average?.values).toEqual([even / 20]);
    expect(personal?.values).toEqual([1 - even / 20]);
  });
});

describe('popularity bias', () => {
  const items = [10, 20, 30, 40, 50, null, 60].map((count, index): LibraryItem => ({
    ...BLANK_FACTS,
    id: itemId(String(index)),
    kind: 'movie',
    title: String(index),
    crowd: count === null ? null : { rating: null, count },
  }));
  const one: Case = { ...caseOf('c', 'f', ['0']), variant: 'next' };
  const prepared: Prepared = {
    question: { caseId: 'c', events: [], candidates: Int32Array.of(0, 1, 2, 3, 4, 5, 6) },
    relevant: Uint8Array.of(0, 0, 1, 0, 0, 1, 0),
  };

  it('is the mean percentile of the first five, of the relevant and of all, without those that have no count', () => {
    const bias = new PopularityBias(items);
    bias.observe('next', 'handpicked', [setting], one, prepared, Float64Array.of(9, 8, Number.NaN, 7, 0, 6, 5));
    bias.observe('next', 'random', [setting], one, prepared, new Float64Array(7));
    bias.observeCase('next', [setting], one, prepared);
    expect(
      bias
        .series()
        .map(({ method, metric, values }) => [method, metric, values.map((value) => Number(value.toFixed(3)))]),
    ).toEqual([
      ['handpicked', 'popularity-of-top-5', [0.45]],
      ['random', 'popularity-of-top-5', [0.4]],
      ['relevant', 'popularity', [0.4]],
      ['candidates', 'popularity', [0.5]],
    ]);
  });

  it('says nothing of share-rated, nor of packs without counts', () => {
    const silent = new PopularityBias(items.map((item) => ({ ...item, crowd: null })));
    silent.observe('next', 'handpicked', [setting], one, prepared, new Float64Array(7));
    expect(silent.series()).toEqual([]);
    const bias = new PopularityBias(items);
    bias.observe('share-rated', 'handpicked', [setting], one, prepared, new Float64Array(7));
    expect(bias.series()).toEqual([]);
  });
});
