import { describe, expect, it } from 'vitest';
import type { ImportAnalysis } from '../../../../renderer/src/domain/imported-row';
import { namelessRows, withNames } from '../../../../renderer/src/importing/plan/nameless-rows';
import { textFile } from '../../../fixtures/exports/files';
import { analysed } from '../sources/analysed';

const owned = (...games: readonly object[]): Promise<ImportAnalysis> =>
  analysed([textFile('owned.json', JSON.stringify({ response: { games } }))]);
const game = (appid: number, name?: string) => ({
  appid,
  playtime_forever: 90,
  ...(name === undefined ? {} : { name }),
});

const called = (title: string) => ({ title, creators: ['Quill Works'], year: 2001 });

async function named(analysis: ImportAnalysis, names: Parameters<typeof withNames>[1]): Promise<ImportAnalysis> {
  const [result] = await withNames([analysis], names);
  if (result === undefined) throw new Error('an analysis got lost');
  return result;
}

const accounted = ({ rows, mergedCount, skipped }: ImportAnalysis): number =>
  rows.length + mergedCount + skipped.length;

describe('rows with a number in place of a title', () => {
  it('come in under the name that was found; the others stay left out with what to do', async () => {
    const analysis = await owned(game(11), game(12, 'Tin Harbour'), game(13));
    expect(namelessRows([analysis])).toHaveLength(2);
    const result = await named(analysis, [called('Reed Racer'), null]);
    expect(result.rows.map(({ title, year }) => [title, year])).toEqual([
      ['Tin Harbour', null],
      ['Reed Racer', 2001],
    ]);
    expect(result.skipped).toMatchObject([{ reason: 'no title, only the Steam number 13' }]);
    expect(accounted(result)).toBe(analysis.rowCount);
    expect(result.warnings).toEqual([
      '1 row has a number in place of a title, and was named from the catalogue',
      '1 row has a number in place of a title, and is left out: the catalogue does not know what they are called. Ask ' +
        'Steam again with include_appinfo=1 in the address, save that answer and drop it.',
    ]);
  });

  it('become one with the row that they are', async () => {
    const analysis = await owned(game(11, 'Reed Racer'), game(11));
    const result = await named(analysis, [called('Reed Racer')]);
    expect(result.rows).toHaveLength(1);
    expect(result.joined).toMatchObject([{ line: 2, into: { line: 1, title: 'Reed Racer' } }]);
    expect(accounted(result)).toBe(2);
  });

  it('are namesakes of others once they have their names', async () => {
    const analysis = await owned(game(10, 'Reed Racer'), game(11), game(12, 'Tin Harbour'));
    expect(analysis.namesakes).toEqual([]);
    expect((await named(analysis, [called('Reed Racer')])).namesakes?.toSorted()).toEqual([0, 2]);
  });

  it('stay left out where nothing was looked up, and the preview says why', async () => {
    const analysis = await owned(game(11), game(12));
    const off = await named(analysis, 'switched-off');
    expect(off.rows).toEqual([]);
    expect(off.skipped).toHaveLength(2);
    expect(off.warnings.join()).toMatch(/^2 rows have numbers in place of a title, and are left out: .*switched off/);
    expect((await named(analysis, 'unreadable')).warnings.join()).toContain('could not be read');
  });

  it('are given to the analyses in order; an analysis without any is as it was', async () => {
    const [first, whole, last] = [await owned(game(11)), await owned(game(12, 'Tin Harbour')), await owned(game(13))];
    const results = await withNames([first, whole, last], [null, called('Salt Depths')]);
    expect(results.map(({ rows }) => rows.map(({ title }) => title))).toEqual([[], ['Tin Harbour'], ['Salt Depths']]);
    expect(results[1]).toBe(whole);
  });

  it('a row without a title and without a usable id waits for no name', async () => {
    const analysis = await owned({ appid: 0, playtime_forever: 1 }, game(11));
    expect(namelessRows([analysis])).toHaveLength(1);
    expect(analysis.skipped.map(({ reason }) => reason)).toEqual(['no title', 'no title, only the Steam number 11']);
  });
});
