import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { OPTIONS, SUITES, USAGE } from '../../benchmark/option-table';
import { parseOptions } from '../../benchmark/options';
import { evenly, listPacks, masked, readPack } from '../../benchmark/pack';

const folder = mkdtempSync(join(tmpdir(), 'handpicked-packs-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const ITEMS = [
  { id: 'a', kind: 'movie', title: 'A' },
  { id: 2, kind: 'zine', title: 'B', creators: null, year: 1999, tags: ['x'], crowd: { rating: 0.5, count: 7 } },
];
const CASE = {
  id: 'c1',
  task: 'share',
  variant: 'share-rated',
  events: [
    ['a', 0.8, 882027109],
    ['gone', null, null],
  ],
  candidates: ['a', '2', 'a'],
  relevant: ['2'],
  friend: 'f',
  exclude: ['gone'],
};

function writePack(name: string, items: readonly unknown[], cases: readonly unknown[]): void {
  mkdirSync(join(folder, name), { recursive: true });
  const lines = (values: readonly unknown[]): Buffer =>
    gzipSync(values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n') + '\n');
  writeFileSync(join(folder, name, 'items.jsonl.gz'), lines(items));
  writeFileSync(join(folder, name, 'cases.jsonl.gz'), lines(cases));
}

describe('reading a pack', () => {
  it('takes items with fields missing, kinds never seen, and events about items it does not hold', async () => {
    writePack('good', ITEMS, [CASE]);
    const pack = await readPack(folder, 'good', null, null);
    expect(pack.items[0]).toEqual({
      id: 'a',
      kind: 'movie',
      title: 'A',
      creators: [],
      year: null,
      length: null,
      tags: [],
      series: null,
      crowd: null,
    });
    expect(pack.items[1]).toMatchObject({ id: '2', kind: 'zine', creators: [], crowd: { rating: 0.5, count: 7 } });
    expect(pack.cases[0]).toEqual({
      id: 'c1',
      variant: 'share-rated',
      candidates: ['a', '2'],
      relevant: ['2'],
      exclude: [],
      cluster: 'f',
      events: [
        { itemId: 'a', rating: 0.8, at: 882027109000 },
        { itemId: 'gone', rating: null, at: null },
      ],
    });
  });

  it.each([
    ['no JSON', 'items.jsonl.gz, line 2: not JSON', [ITEMS[0], '{"id":'], [CASE]],
    ['an item without a title', 'items.jsonl.gz, line 1: "title" is not a text', [{ id: 'a', kind: 'movie' }], [CASE]],
    [
      'a variant nobody knows',
      'cases.jsonl.gz, line 2: the variant "other"',
      ITEMS,
      [CASE, { ...CASE, variant: 'other' }],
    ],
    [
      'a candidate the pack does not hold',
      'cases.jsonl.gz, line 1: "candidates" names the item 9',
      ITEMS,
      [{ ...CASE, candidates: ['9'] }],
    ],
    ['an event that is no triple', 'cases.jsonl.gz, line 1: an event', ITEMS, [{ ...CASE, events: ['a'] }]],
  ])('says where %s stands', async (_what, message, items, cases) => {
    writePack('bad', items, cases);
    await expect(readPack(folder, 'bad', null, null)).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining(message) as string,
    });
  });

  it('says so where a file is cut short', async () => {
    writePack('cut', ITEMS, [CASE]);
    writeFileSync(join(folder, 'cut', 'cases.jsonl.gz'), gzipSync(JSON.stringify(CASE)).subarray(0, 40));
    await expect(readPack(folder, 'cut', null, null)).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining('cases.jsonl.gz') as string,
    });
    rmSync(join(folder, 'cut'), { recursive: true });
  });

  it('lists the packs of a folder, and says what is missing', () => {
    writePack('good', ITEMS, [CASE]);
    expect(listPacks(folder, ['good'])).toEqual(['good']);
    expect(() => listPacks(folder, ['nowhere'])).toThrow('no pack called nowhere');
    expect(() => listPacks(join(folder, 'good'), [])).toThrow('holds no pack');
    expect(() => listPacks(join(folder, 'absent'), [])).toThrow('no folder');
  });

  it('limits each variant, evenly over the file', async () => {
    expect(evenly([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 4)).toEqual([0, 2, 5, 7]);
    expect(evenly([1, 2], 4)).toEqual([1, 2]);
    const cases = Array.from({ length: 20 }, (_, index) => ({
      ...CASE,
      id: `c${String(index)}`,
      variant: index % 2 === 0 ? 'share' : 'next',
    }));
    writePack('many', ITEMS, cases);
    const pack = await readPack(folder, 'many', 2, null);
    expect(pack.cases.map(({ id }) => id)).toEqual(['c1', 'c11', 'c0', 'c10']);
    expect(pack.shareRated).toEqual([]);
  });

  it('keeps every share-rated case beside the limit, for the histories of other people', async () => {
    writePack(
      'rated',
      ITEMS,
      Array.from({ length: 5 }, (_, index) => ({ ...CASE, id: `c${String(index)}` })),
    );
    const pack = await readPack(folder, 'rated', 2, null);
    expect([pack.cases.length, pack.shareRated.length]).toEqual([2, 5]);
  });

  it('masks items to what an export carries', async () => {
    const item = (await readPack(folder, 'good', null, null)).items[1];
    if (item === undefined) throw new Error('no item');
    expect(masked(item, 'letterboxd')).toMatchObject({ year: 1999, tags: [], crowd: null });
    expect(masked(item, 'music')).toMatchObject({ year: null, tags: [], crowd: null });
    expect(masked(item, 'goodreads')).toMatchObject({ year: 1999, tags: [], crowd: { count: 7 } });
  });
});

describe('the command line', () => {
  it('has the defaults that are documented', () => {
    expect(parseOptions(['--packs', 'p'], 'm')).toEqual({
      suite: 'ranking',
      methods: [],
      packs: 'p',
      only: [],
      limit: null,
      modes: ['warm'],
      crowds: ['off'],
      model: 'm',
      without: [],
      asImported: null,
      personal: false,
      catalogue: 'catalogue',
      bias: false,
      languages: false,
      json: null,
      folds: null,
      data: null,
    });
    expect(
      parseOptions(['--packs', 'p', '--mode', 'both', '--crowd', 'on', '--only', 'a, b', '--limit', '5'], 'm'),
    ).toMatchObject({ modes: ['warm', 'cold'], crowds: ['on'], only: ['a', 'b'], limit: 5 });
    expect(
      parseOptions(['--packs', 'p', '--as-imported', 'all', '--personal', '--bias', '--languages'], 'm'),
    ).toMatchObject({ asImported: 'all', personal: true, bias: true, languages: true });
    expect(parseOptions(['--packs', 'p', '--without', 'base, content'], 'm').without).toEqual(['base', 'content']);
  });

  it('refuses an option that the suite would ignore, and says which suites take it', () => {
    const given = (suite: string, ...rest: readonly string[]) => ['--packs', 'p', '--suite', suite, ...rest];
    expect(() => parseOptions(given('picks', '--data', 'd'), 'm')).toThrow(
      'The suite picks does not use --data; it is for libraries, whom, told.',
    );
    expect(() => parseOptions(given('whom', '--personal'), 'm')).toThrow(/whom does not use --personal/);
    expect(() => parseOptions(given('learning', '--mode', 'cold'), 'm')).toThrow(/learning does not use --mode/);
    expect(parseOptions(given('whom', '--data', 'd', '--limit', '3'), 'm')).toMatchObject({ data: 'd', limit: 3 });
  });

  it('names every option and the suites that take it in the usage', () => {
    for (const [name, { of }] of Object.entries(OPTIONS)) {
      const line = USAGE.split('\n').findLast((one) => one.trim().startsWith(`--${name} `)) ?? '';
      expect(line).toContain(OPTIONS[name as keyof typeof OPTIONS].says);
      expect(line.includes(`[${of.join(', ')}]`)).toBe(of.length < SUITES.length);
    }
  });

  it.each([
    [[]],
    [['--packs', 'p', '--mode', 'hot']],
    [['--packs', 'p', '--limit', '0']],
    [['--packs', 'p', '--speed']],
    [['--packs', 'p', '--as-imported', 'netflix']],
    [['--packs', 'p', '--without', 'taste']],
  ])('refuses %j', (given) => {
    expect(() => parseOptions(given, 'm')).toThrow(expect.objectContaining({ name: 'UsageError' }) as Error);
  });
});
