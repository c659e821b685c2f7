import { describe, expect, it } from 'vitest';
import type { ExportFile } from '../../../../renderer/src/importing/containers/archive';
import { analyseFiles } from '../../../../renderer/src/importing/detect';
import { exportFile, textFile } from '../../../fixtures/exports/files';

const titleFile = (name: string): ExportFile => ({ ...exportFile(`titles/${name}`), name });

describe('a list of titles', () => {
  it('keeps commas, and asks what the titles are', async () => {
    const { analyses } = await analyseFiles([titleFile('plain.txt')]);
    expect(analyses[0]?.rows.map(({ title, year, kind }) => [title, year, kind])).toEqual([
      ['The Copper Gate', null, 'other'],
      ['Winter Ledger', null, 'other'],
      ['The Good, the Bad and the Muddy', null, 'other'],
      ['Salt Roads', 2011, 'other'],
      ['Eat, Pray, Row', null, 'other'],
    ]);
    expect(analyses[0]?.questions).toMatchObject([{ id: 'kind', answer: 'other' }]);
    const answers = new Map([['titles', new Map([['kind', 'movie']])]]);
    const answered = await analyseFiles([titleFile('plain.txt')], { answers });
    expect(answered.analyses[0]?.rows.map(({ kind }) => kind)).toEqual(['movie', 'movie', 'movie', 'movie', 'movie']);
  });

  it('may be a column under a header, with cells in quotes', async () => {
    const { analyses } = await analyseFiles([titleFile('column.csv')]);
    expect(analyses[0]?.rows.map(({ title, kind, line }) => [title, kind, line])).toEqual([
      ['The Copper Gate', 'book', 2],
      ['Winter Ledger', 'book', 3],
      ['Red, White and Moss', 'book', 4],
    ]);
  });

  it('may be a message: headings, bullets, makers, ratings and links are read', async () => {
    const { analyses } = await analyseFiles([titleFile('message.txt')]);
    const [analysis] = analyses;
    expect(
      analysis?.rows.map(({ title, kind, creators, year, ownRating }) => [title, kind, creators, year, ownRating]),
    ).toEqual([
      ['Alpine Hours', 'movie', [], 1999, 0.9],
      ['The Long Kiln', 'movie', ['Ann Vole'], null, null],
      ['kiln.example/a-long-page', 'link', [], null, null],
      ['Reed Hours', 'book', ['Mara Ellison'], null, null],
      ['Salt Roads', 'book', [], null, 0.8],
    ]);
    expect(analysis?.questions).toEqual([]);
  });

  it('says together on which side of a dash the makers stand; its name says what it is', async () => {
    const text =
      'Python books:\n- Kilns - Ann Vole\n- The Oven - Bo Quill\n- Lamps: A History - Cy Marsh\n- On Clay – Di Reed\n- Salt - 2nd edition\n';
    const { analyses } = await analyseFiles([textFile('books_to_read.txt', text)]);
    expect(analyses[0]?.rows.map(({ title, creators, kind, status }) => [title, creators[0], kind, status])).toEqual([
      ['Kilns', 'Ann Vole', 'book', 'wanted'],
      ['The Oven', 'Bo Quill', 'book', 'wanted'],
      ['Lamps: A History', 'Cy Marsh', 'book', 'wanted'],
      ['On Clay', 'Di Reed', 'book', 'wanted'],
      ['Salt - 2nd edition', undefined, 'book', 'wanted'],
    ]);
    expect(analyses[0]?.questions).toMatchObject([{ id: 'status', answer: 'wanted' }]);
    const answers = new Map([['titles', new Map([['status', 'none']])]]);
    const answered = await analyseFiles([textFile('books_to_read.txt', text)], { answers });
    expect(answered.analyses[0]?.rows[0]?.status).toBe('none');
  });

  it('has days, statuses and kinds beside its titles, and headings that say how far somebody is', async () => {
    const text =
      '### to watch ###\nKiln\n\n### finished watching ###\n24.09.27 - Oven\n24.10.03 - Salt\n24.12.30 - (drop) (manga) Lamp\nRating: 8/10\n';
    const { analyses } = await analyseFiles([textFile('anything.txt', text)]);
    expect(analyses[0]?.rows.map(({ title, status, kind, finishedAt }) => [title, status, kind, finishedAt])).toEqual([
      ['Kiln', 'wanted', 'other', null],
      ['Oven', 'finished', 'other', Date.UTC(2024, 8, 27)],
      ['Salt', 'finished', 'other', Date.UTC(2024, 9, 3)],
      ['Lamp', 'abandoned', 'comic', null],
    ]);
    expect(analyses[0]?.skipped.map(({ reason }) => reason)).toContain('a rating, without what it is of');
  });

  it('of Markdown has no backslashes before its signs', async () => {
    const { analyses } = await analyseFiles([
      textFile('libros.md', '# Libros\n\n* Salt \\& Sea\n* Reed\\_Hours\n* Kiln\n'),
    ]);
    expect(analyses[0]?.rows.map(({ title, kind }) => [title, kind])).toEqual([
      ['Salt & Sea', 'book'],
      ['Reed_Hours', 'book'],
      ['Kiln', 'book'],
    ]);
  });

  it('of ISBNs alone is refused with what to do', async () => {
    const { unrecognised } = await analyseFiles([textFile('read.txt', '9780306406157\n0306406152\n')]);
    expect(unrecognised[0]?.reason).toContain('Goodreads');
  });

  it('is not what a letter is, and that is said', async () => {
    const letter =
      'Dear Bo\n\nI was at the kiln all day and the glaze ran.\nCome soon before it is all gone, please.\n';
    const { analyses, unrecognised } = await analyseFiles([textFile('letter.txt', letter)]);
    expect(analyses).toEqual([]);
    expect(unrecognised[0]?.reason).toContain('one title on each line');
  });
});
