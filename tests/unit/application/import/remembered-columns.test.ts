import { describe, expect, it } from 'vitest';
import { rememberedAfter, withRemembered } from '../../../../renderer/src/application/import/remembered-columns';
import { analyseFiles } from '../../../../renderer/src/importing/detect';
import { textFile } from './export-file';

async function tableOf(text: string) {
  const { unrecognised } = await analyseFiles([textFile('t.csv', text)]);
  const table = unrecognised[0]?.table;
  if (table === undefined) throw new Error('no table');
  return table;
}

describe('what was said of a column', () => {
  it('is the guess for the next table that has it, whatever its other columns', async () => {
    const first = await tableOf('Title,Grade of Mine,Blurb\nA,7,x\nB,4,y\n');
    expect(first.guess.columns).not.toHaveProperty('rating');
    const said = { ...first.guess, columns: { title: 0, rating: 1, note: 2 }, ratingMaximum: 20 };
    const remembered = rememberedAfter({}, first, said);
    expect(remembered).toEqual({
      'grade of mine': { field: 'rating', maximum: 20 },
      blurb: { field: 'note', maximum: null },
    });
    const next = withRemembered(await tableOf('GRADE_OF_MINE,Title,Author\n9,C,Ann Vole\n'), remembered);
    expect(next.guess).toMatchObject({
      columns: { title: 1, creators: 2, rating: 0 },
      ratingMaximum: 20,
      guess: { evidence: { rating: { word: null } } },
    });
  });

  it('may be that it is nothing', async () => {
    const table = await tableOf('Title,Rating,Status\nA,7,read\nB,8,read\n');
    const remembered = rememberedAfter({}, table, { ...table.guess, columns: { title: 0, status: 2 } });
    expect(remembered).toEqual({ rating: { field: null, maximum: null } });
    expect(withRemembered(table, remembered).guess.columns).toEqual({ title: 0, status: 2 });
  });

  it('is not kept where the guess was right, and is forgotten for a newer word', async () => {
    const table = await tableOf('Title,Rating\nA,7\nB,8\n');
    expect(rememberedAfter({}, table, table.guess)).toEqual({});
    const remembered = rememberedAfter({}, table, { ...table.guess, ratingMaximum: 20 });
    expect(remembered).toEqual({ rating: { field: 'rating', maximum: 20 } });
    const again = withRemembered(table, remembered);
    expect(again.guess.guess?.questions).not.toContain('ratingMaximum');
    expect(rememberedAfter(remembered, again, { ...again.guess, ratingMaximum: 10 })).toEqual({
      rating: { field: 'rating', maximum: 10 },
    });
  });

  it('holds for words that every object has', async () => {
    const table = await tableOf('Title,constructor\nA,7\n');
    expect(withRemembered(table, {})).toBe(table);
  });
});
