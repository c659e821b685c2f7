import { describe, expect, it } from 'vitest';
import type { ReplayRecord } from '../../../benchmark/learning/replay';
import type { MethodReplay, PackReplay } from '../../../benchmark/learning/replay-pack';
import { groupsOf, joined } from '../../../benchmark/learning/replay-groups';
import { replayRows } from '../../../benchmark/learning/replay-rows';
import { replayTables } from '../../../benchmark/learning/replay-tables';

function methodReplay(
  method: string,
  crowd: 'on' | 'off' | null,
  cases: number,
  liked: (index: number) => readonly boolean[],
  chance: number | null = null,
): MethodReplay {
  const records = Array.from({ length: cases }, (_, index): ReplayRecord => {
    const own = liked(index);
    return {
      caseId: `c${String(index)}`,
      friend: `f${String(index % 10)}`,
      poolSize: 30,
      likedInPool: 30,
      picks: own.map((_, pick) => pick),
      liked: own,
      chances: own.map(() => chance),
    };
  });
  return { method, crowd, records, similarities: records.map(() => 0.25), coverage: { sent: 5, offered: 20 } };
}
const six = (last: boolean) => [true, true, false, false, false, last];

function packReplay(pack: string, cases: number): PackReplay {
  return {
    pack,
    sort: 'pair',
    cases,
    methods: [
      methodReplay('random', null, cases, (index) => six(index % 2 === 0)),
      methodReplay('model', 'off', cases, (index) => six(index % 4 < 3), 0.5),
      methodReplay('model', 'on', cases, () => six(true)),
    ],
  };
}

describe('groups of packs', () => {
  it('show large packs alone, small ones together, and everything pooled', () => {
    const { groups, leftOut } = groupsOf(
      [packReplay('a', 100), packReplay('b', 60), packReplay('c', 40), packReplay('none', 0)],
      null,
    );
    expect(groups.map(({ name, packs }) => [name, packs.map(({ pack }) => pack)])).toEqual([
      ['a', ['a']],
      ['others', ['b', 'c']],
      ['pooled', ['a', 'b', 'c']],
    ]);
    expect(leftOut).toEqual([]);
  });

  it('leave out what is too few even together, and say so', () => {
    const { groups, leftOut } = groupsOf([packReplay('a', 100), packReplay('b', 60), packReplay('c', 39)], null);
    expect(groups.map(({ name }) => name)).toEqual(['a']);
    expect(leftOut).toEqual([
      { pack: 'b', cases: 60 },
      { pack: 'c', cases: 39 },
    ]);
    expect(groupsOf([packReplay('b', 60)], 60).groups.map(({ name }) => name)).toEqual(['b']);
  });

  it('keep friends of the same name in two packs apart, and packs of other crowds out', () => {
    const found = joined({ name: 'x', packs: [packReplay('a', 20), packReplay('b', 20)] }, 'off');
    expect(found.map(({ method, records }) => [method, records.length])).toEqual([
      ['random', 40],
      ['model', 40],
    ]);
    expect(new Set(found[0]?.clusters).size).toBe(20);
    expect(found[0]?.coverage).toEqual({ sent: 10, offered: 40 });
  });
});

describe('rows and tables of a replay', () => {
  const { groups } = groupsOf([packReplay('a', 100), packReplay('b', 300)], null);
  const rows = replayRows('pair', groups, 'off');
  const row = (pack: string, method: string, metric: string) =>
    rows.find((one) => one.pack === pack && one.method === method && one.metric === metric);

  it('give shares, differences case by case, and the rest', () => {
    expect(row('a', 'random', 'liked@1-5')).toMatchObject({ n: 100, variant: 'replay-pair' });
    for (const name of ['value', 'low', 'high'] as const)
      expect(row('a', 'random', 'liked@1-5')?.[name]).toBeCloseTo(0.4);
    expect(row('a', 'random', 'liked@6-10')?.value).toBe(0.5);
    expect(row('a', 'model', 'liked@6-20')?.value).toBe(0.75);
    expect(row('a', 'random', 'liked@11-20')).toBeUndefined();
    expect(row('a', 'random', 'liked@6-20 minus model')?.value).toBe(-0.25);
    expect(row('a', 'model', 'liked@6-20 minus model')).toBeUndefined();
    expect(row('pooled', 'random', 'regret')?.value).toBeCloseTo((3 + 0.5) / 6);
    expect(row('pooled', 'random', 'coverage')).toMatchObject({ value: 0.25, n: 40 });
    expect(row('pooled', 'random', 'repeats')?.value).toBe(0);
    expect(row('a', 'model', 'ece')).toMatchObject({ n: 600 });
    expect(row('a', 'model', 'ece')?.value).toBeCloseTo(Math.abs(0.5 - 2.75 / 6));
    expect(row('a', 'random', 'ece')).toBeUndefined();
  });

  it('count each case once when pooled and each pack once in the mean', () => {
    const alone = (pack: string, cases: number, last: (index: number) => boolean): PackReplay => ({
      pack,
      sort: 'pair',
      cases,
      methods: [methodReplay('random', null, cases, (index) => six(last(index)))],
    });
    const uneven = [alone('a', 100, (index) => index % 2 === 0), alone('b', 300, () => true)];
    const both = replayRows('pair', groupsOf(uneven, null).groups, 'off');
    const value = (pack: string) =>
      both.find((one) => one.pack === pack && one.method === 'random' && one.metric === 'liked@6-20')?.value;
    expect(value('pooled')).toBeCloseTo(0.875);
    expect(value('mean')).toBeCloseTo(0.75);
  });

  it('refuse to compare methods that played other cases', () => {
    const [first, second] = packReplay('a', 100).methods;
    if (first === undefined || second === undefined) throw new Error('no methods');
    const turned = { ...second, records: second.records.toReversed() };
    expect(() =>
      replayRows(
        'pair',
        [{ name: 'a', packs: [{ pack: 'a', sort: 'pair', cases: 100, methods: [first, turned] }] }],
        'off',
      ),
    ).toThrow('same cases');
  });

  it('are shown with n, interval and sign', () => {
    const text = replayTables(rows, 'pair, crowd off');
    expect(text).toContain('pair, crowd off, pooled: share liked in picks');
    expect(text).toMatch(/method +1-5 \(n 400\)/);
    expect(text).toMatch(/random .*\.500 \(\.\d{3}–\.\d{3}\)/);
    expect(text).toContain('minus that of "model", same cases');
    expect(text).toMatch(/-\.250 \(-\.\d{3} to -\.\d{3}\)/);
    expect(text).toMatch(/0\.5-0\.6 +\.500 → \.458 \(2400\)/);
  });
});
