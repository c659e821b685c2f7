import { describe, expect, it } from 'vitest';
import { itemId } from '../../../renderer/src/domain/ids';
import type { LibraryItem } from '../../../renderer/src/domain/recommendation-request';
import { asImportedRows, asImportedTables, masksFor } from '../../benchmark/as-imported';
import { chooseExamples } from '../../benchmark/example-choice';
import { exampleText } from '../../benchmark/example-text';
import type { Example, RankedLine } from '../../benchmark/example-text';
import type { PackResult } from '../../benchmark/pack-pool';
import type { SummaryRow } from '../../benchmark/summary';
import { tablesOf } from '../../benchmark/tables';
import { BLANK_FACTS } from '../../fixtures/blank-facts';

const row = (pack: string, value: number, more: Partial<SummaryRow> = {}): SummaryRow => ({
  pack,
  variant: 'share',
  method: 'handpicked',
  mode: 'warm',
  crowd: 'off',
  metric: 'ndcg@5',
  bucket: 'all',
  n: 3,
  value,
  low: value - 0.1,
  high: value + 0.1,
  resamples: Float64Array.of(value),
  ...more,
});

describe('items as imported', () => {
  const of = (...kinds: readonly string[]): readonly LibraryItem[] =>
    kinds.map((kind, index) => ({
      ...BLANK_FACTS,
      id: itemId(String(index)),
      kind,
      title: 'T',
    }));
  const report = { items: 1, cases: 1, recognised: 0, kinds: [], seconds: 0 };
  const results: readonly PackResult[] = [
    {
      pack: 'films-a',
      report,
      runs: [
        { asImported: null, rows: [row('films-a', 0.5)] },
        { asImported: 'letterboxd', rows: [row('films-a', 0.4)] },
        { asImported: 'imdb', rows: [row('films-a', 0.5)] },
      ],
    },
    {
      pack: 'films-b',
      report,
      runs: [
        { asImported: null, rows: [row('films-b', 0.3)] },
        { asImported: 'letterboxd', rows: [row('films-b', 0.3)] },
        { asImported: 'imdb', rows: [row('films-b', 0.3)] },
      ],
    },
    { pack: 'games', report, runs: [{ asImported: null, rows: [row('games', 0.2)] }] },
  ];

  it('masks a pack as the exports of its kind do, and others not at all', () => {
    expect(masksFor(of('movie', 'movie', 'book'))).toEqual(['letterboxd', 'imdb']);
    expect(masksFor(of('book'))).toEqual(['goodreads']);
    expect(masksFor(of('music artist'))).toEqual(['music']);
    expect(masksFor(of('game', 'movie'))).toEqual([]);
  });

  it('prints packs by mask, and the mean of a family whose columns compare', () => {
    expect(asImportedTables(results).split('\n')).toEqual([
      'share: ndcg@5, handpicked as imported, warm, crowd off',
      'pack           nothing masked  goodreads  letterboxd  imdb  music',
      'films-a                  .500                   .400  .500',
      'films-b                  .300                   .300  .300',
      'games                    .200',
      'mean of films            .400                   .350  .400',
    ]);
  });

  it('names the mask in every row', () => {
    expect(
      asImportedRows(results)
        .filter(({ pack }) => pack === 'mean of films')
        .map(({ asImported, value, n }) => [asImported, Number(value.toFixed(3)), n]),
    ).toEqual([
      [null, 0.4, 6],
      ['letterboxd', 0.35, 6],
      ['imdb', 0.4, 6],
    ]);
  });
});

describe('tables', () => {
  it('puts warm and cold beside the baselines, with intervals', () => {
    const text = tablesOf([
      row('p', 0.5),
      row('p', 0.4, { mode: 'cold' }),
      row('p', 0.3, { method: 'popularity' }),
      row('p', 0.1, { method: 'random' }),
    ]);
    expect(text).toMatch(/^share: ndcg@5, warm and cold, crowd off$/m);
    expect(text).toMatch(/^pack +n +handpicked warm +handpicked cold +random +popularity/m);
    expect(text).toMatch(/^p +3 +\.500 \(\.400–\.600\) +\.400 \(\.300–\.500\) +\.100 +\.300 \(\.200–\.400\)$/m);
  });

  it('prints fame only where asked, and the personal part only where measured', () => {
    const fame = [
      row('p', 0.5),
      row('p', 0.9, { metric: 'popularity-of-top-5' }),
      row('p', 0.7, { method: 'relevant', metric: 'popularity' }),
    ];
    expect(tablesOf(fame)).not.toContain('percentile');
    expect(tablesOf(fame, { bias: true, languages: false })).toMatch(/^p +3 +\.900 +\.700$/m);
    const titles = [
      row('p', 0.5),
      row('p', 0.8, { metric: 'auc-of-foreign' }),
      row('p', 0.6, { metric: 'auc-of-foreign', method: 'tf-idf' }),
      row('mean', 0.8, { metric: 'auc-of-foreign' }),
    ];
    expect(tablesOf(titles)).not.toContain('language');
    expect(tablesOf(titles, { bias: false, languages: true })).toMatch(
      /^p, foreign +3 +\.800 \(\.700–\.900\) +\.600$/m,
    );
    expect(tablesOf(titles, { bias: false, languages: true })).not.toContain('mean, foreign');
    const rated = { variant: 'share-rated', metric: 'auc' } as const;
    expect(tablesOf([row('p', 0.6, rated)])).not.toContain('average person');
    expect(
      tablesOf([
        row('p', 0.6, rated),
        row('p', 0.61, { ...rated, method: 'average-person' }),
        row('p', -0.01, { ...rated, method: 'personal-part' }),
      ]),
    ).toMatch(/^p +3 +\.600 +\.610 +-\.010 \(-\.110 to \+\.090\)$/m);
  });
});

describe('example cases', () => {
  const line = (rank: number, wanted: boolean): RankedLine => ({
    rank,
    wanted,
    score: 1 / rank,
    item: { title: `Thing ${String(rank)}`, creators: ['Somebody'], year: 1999 },
  });
  const example = (
    pack: string,
    variant: Example['variant'],
    value: number,
    truth: readonly number[],
    more: Partial<Example> = {},
  ): Example => ({
    pack,
    variant,
    id: `${pack}-${variant}`,
    metric: 'auc',
    value,
    left: 0,
    history: [{ item: { title: 'Known', creators: [], year: null }, rating: 0.8 }],
    candidates: 10,
    top: [1, 2, 3, 4, 5].map((rank) => line(rank, truth.includes(rank))),
    truth: truth.map((rank) => line(rank, true)),
    ...more,
  });
  const examples = ['p', 'q', 'r'].flatMap((pack) =>
    (['next', 'share', 'share-rated'] as const).flatMap((variant) => [
      example(pack, variant, 1, [1]),
      example(pack, variant, 0.5, [4]),
      example(pack, variant, 0, [9]),
    ]),
  );

  it('are near either end, and spread over variants and packs', () => {
    const { good, bad } = chooseExamples(examples, 5);
    expect([good.map(({ value }) => value), bad.map(({ value }) => value)]).toEqual([
      [1, 1, 1, 1, 1],
      [0, 0, 0, 0, 0],
    ]);
    expect(good.map(({ variant }) => variant)).toEqual(['next', 'share', 'share-rated', 'next', 'share']);
    expect(new Set(good.slice(0, 3).map(({ pack }) => pack)).size).toBe(3);
    expect(chooseExamples(examples, 5)).toEqual({ good, bad });
  });

  it('leave out pools with hardly a choice, and a truth that stands in the middle', () => {
    expect(chooseExamples([example('p', 'share', 1, [1], { candidates: 3 }), example('p', 'next', 0, [3])], 5)).toEqual(
      { good: [], bad: [] },
    );
  });

  it('read as a page: what was known and left out, the top five, the truth and its rank', () => {
    const text = exampleText([example('p', 'share-rated', 1, [1, 7], { left: 3 })], []);
    expect(text).toContain('1. p, share-rated, case p-share-rated: AUC 1.000');
    expect(text).toContain('4 things known, oldest first (3 earlier ones left out):');
    expect(text).toMatch(/^ {6}0\.80 {2}Known$/m);
    expect(text).toMatch(/^ {3}● {3}1\. Thing 1, Somebody \(1999\) +1\.00$/m);
    expect(text).toMatch(/^ {9}7\. Thing 7, Somebody \(1999\) +0\.14$/m);
  });

  it('shorten a long truth to its best and worst', () => {
    const truth = [1, 2, 3, 4, 5, 6, 7, 8];
    const text = exampleText([example('p', 'share', 1, truth)], []);
    expect(text).toContain('To be found (8, 6 shown):');
    expect(text.split('To be found')[1]).not.toContain('Thing 4');
  });
});
