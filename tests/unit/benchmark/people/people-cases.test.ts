import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { packPlaces } from '../../../benchmark/people/pack-places';
import { limited, readPeoplePack } from '../../../benchmark/people/people-cases';

const folder = mkdtempSync(join(tmpdir(), 'handpicked-people-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const ITEMS = [
  { id: 'a', kind: 'book', title: 'A', length: 200, series: { name: 'S', position: 2 } },
  { id: 'b', kind: 'book', title: 'B' },
];
const FRIENDS = [
  { friend: 'f', events: [['a', null, 3]] },
  { friend: 'g', events: [['b', 0.4, null]] },
];
const SHARE = {
  id: 's',
  task: 'share',
  variant: 'share',
  k: 1,
  friend: 'f',
  events: [],
  candidates: ['a', 'b'],
  relevant: ['b'],
};

function write(pack: string, cases: readonly unknown[], file = 'cases'): string {
  const path = join(folder, pack);
  mkdirSync(path, { recursive: true });
  const lines = (values: readonly unknown[]): Buffer =>
    gzipSync(values.map((value) => JSON.stringify(value)).join('\n'));
  writeFileSync(join(path, 'items.jsonl.gz'), lines(ITEMS));
  writeFileSync(join(path, `${file}.jsonl.gz`), lines(cases));
  return path;
}

describe('cases about real people', () => {
  it('reads rankings, "whom", swaps and "had they met it?"; a rating may be null', async () => {
    const path = write('all', [
      { ...SHARE, cluster: 'c', service: 'goodreads' },
      { id: 'w', task: 'whom', variant: 'whom', k: 3, item: 'a', friends: FRIENDS, relevant: ['g'] },
      { id: 'x', task: 'swap', variant: 'swap', k: 3, items: ['a', 'b'], friends: FRIENDS, relevant: ['b', 'a'] },
      { id: 'k', task: 'knows', friend: 'f', events: [], item: 'a', knew: true },
    ]);
    const { items, cases } = await readPeoplePack(path, 'all', 'cases');
    expect(items[0]).toMatchObject({ length: 200, series: { name: 'S', position: 2 } });
    expect(cases[0]).toMatchObject({
      form: 'ranking',
      cluster: 'c',
      service: 'goodreads',
      k: 1,
      relevant: new Set(['b']),
    });
    expect(cases[1]).toMatchObject({ form: 'whom', item: 'a', relevant: new Set(['g']) });
    expect(cases[1]).toHaveProperty('friends.0', { friend: 'f', events: [{ itemId: 'a', rating: null, at: 3000 }] });
    // The first thing is the first friend's.
    expect(cases[2]).toMatchObject({ form: 'swap', items: ['b', 'a'] });
    expect(cases[3]).toMatchObject({ form: 'knows', variant: 'knows', knew: true, k: null });
  });

  it('resamples the friend where a case has no cluster, and takes lines without a task as whom-rated', async () => {
    const path = write('plain', [SHARE]);
    expect((await readPeoplePack(path, 'plain', 'cases')).cases[0]).toMatchObject({ cluster: 'f', service: null });
    write('plain', [{ id: 'w', k: 3, item: 'a', friends: FRIENDS, relevant: ['g'] }], 'whom');
    expect((await readPeoplePack(path, 'plain', 'whom')).cases[0]).toMatchObject({
      form: 'whom',
      variant: 'whom-rated',
    });
  });

  it('says where a line is not in the format', async () => {
    const path = write('broken', [{ ...SHARE, candidates: ['a', 'gone'] }]);
    await expect(readPeoplePack(path, 'broken', 'cases')).rejects.toThrow(/cases.*line 1.*gone/);
    write('broken', [{ ...SHARE, task: 'dance' }]);
    await expect(readPeoplePack(path, 'broken', 'cases')).rejects.toThrow(/"dance"/);
  });

  it('finds the packs of each suite, and says which there are', () => {
    write('told/films', [SHARE]);
    write('swap/films', [SHARE]);
    expect(packPlaces('told', folder, []).map(({ name }) => name)).toEqual(['films']);
    expect(packPlaces('whom', folder, []).map(({ name, file }) => [name, file])).toEqual([
      ['films', 'cases'],
      ['plain', 'whom'],
    ]);
    expect(packPlaces('libraries', folder, ['plain'])).toHaveLength(1);
    expect(() => packPlaces('told', folder, ['wines'])).toThrow(/no pack called wines.*holds films/);
  });

  it('limits each variant', () => {
    const cases = ['a', 'a', 'a', 'b'].map((variant) => ({ variant }));
    expect(limited(cases, 2).map(({ variant }) => variant)).toEqual(['a', 'a', 'b']);
    expect(limited(cases, null)).toHaveLength(4);
  });
});
