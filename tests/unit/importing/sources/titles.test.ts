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

  it('may be a log by years and months, with a sentence over it', async () => {
    const text =
      '# Log\n\nThe month in each entry is when I finished reading a book.\n\n## 2025\n\n- Wip: Kiln Work - Ann Vole\n- Apr: Salt - Bo Quill\n- Mar: Reed: The Hours - Cy Marsh\n\n## 2024\n\n- Dec: Lamps - Di Reed\n- Nov: Ovens - Ann Vole\n- Nov: Clay - Bo Quill\n- Oct: Sea - Cy Marsh\n';
    const { analyses } = await analyseFiles([textFile('reading.md', text)]);
    expect(
      analyses[0]?.rows
        .slice(0, 4)
        .map(({ title, creators, status, finishedAt }) => [title, creators[0], status, finishedAt]),
    ).toEqual([
      ['Kiln Work', 'Ann Vole', 'in-progress', null],
      ['Salt', 'Bo Quill', 'finished', Date.UTC(2025, 3, 1)],
      ['Reed: The Hours', 'Cy Marsh', 'finished', Date.UTC(2025, 2, 1)],
      ['Lamps', 'Di Reed', 'finished', Date.UTC(2024, 11, 1)],
    ]);
    expect(analyses[0]?.skipped.map(({ reason }) => reason)).toContain('a sentence beside the list');
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

  it('has commas behind its lines, and genres behind a dash', async () => {
    const commas = await analyseFiles([textFile('films.txt', 'Kiln,\nSalt Roads,\nThe Oven,\nReed: The Hours,\n\n')]);
    expect(commas.analyses[0]?.rows.map(({ title }) => title)).toEqual([
      'Kiln',
      'Salt Roads',
      'The Oven',
      'Reed: The Hours',
    ]);
    const genres = await analyseFiles([textFile('films.txt', 'Kiln (1994) - Drama\nSalt (1972) - Crime, Drama\n')]);
    expect(genres.analyses[0]?.rows.map(({ creators, tags, year }) => [creators, tags, year])).toEqual([
      [[], ['Drama'], 1994],
      [[], ['Crime', 'Drama'], 1972],
    ]);
  });

  it('of anime keeps its kind, however one came out', async () => {
    const { analyses } = await analyseFiles([textFile('anime.txt', 'Shio (TV)\nAshi (movie)\nHai\n')]);
    expect(analyses[0]?.rows.map(({ title, kind }) => [title, kind])).toEqual([
      ['Shio', 'anime'],
      ['Ashi', 'anime'],
      ['Hai', 'anime'],
    ]);
  });

  it('is not called XML for a comment of HTML over it', async () => {
    const { unrecognised } = await analyseFiles([textFile('films.md', '<!-- mine\nalone -->\n\n- Kiln (1999)\n')]);
    expect(unrecognised[0]?.reason).toContain('one title on each line');
  });

  it('is not what a letter is, and that is said', async () => {
    const letter =
      'Dear Bo\n\nI was at the kiln all day and the glaze ran.\nCome soon before it is all gone, please.\n';
    const { analyses, unrecognised } = await analyseFiles([textFile('letter.txt', letter)]);
    expect(analyses).toEqual([]);
    expect(unrecognised[0]?.reason).toContain('one title on each line');
  });

  it('has headings without marks: what they say holds below them, and none is a title', async () => {
    const text =
      'Gelesen 2023\nKiln\nOven\n\n2024\nSalt\n\nFilme, die ich sehen will:\nReed\n\nCurrently watching: Moss\nDropped: Lamp\n';
    const { analyses } = await analyseFiles([textFile('list.txt', text)]);
    expect(analyses[0]?.rows.map(({ title, status }) => [title, status])).toEqual([
      ['Kiln', 'finished'],
      ['Oven', 'finished'],
      ['Salt', 'finished'],
      ['Reed', 'wanted'],
      ['Moss', 'in-progress'],
      ['Lamp', 'abandoned'],
    ]);
    expect(analyses[0]?.skipped.map(({ line, reason, excerpt }) => [line, reason, excerpt])).toEqual([
      [5, 'a heading', '2024'],
      [1, 'a heading', 'Gelesen 2023'],
      [8, 'a heading', 'Filme, die ich sehen will:'],
    ]);
  });

  it('has ratings, thumbs and remarks beside its titles, and asks of how many points a number is', async () => {
    const { analyses } = await analyseFiles([
      textFile('list.txt', 'Kiln 9/10 - great ending\nOven 6/10 - too long\nSalt 👎\nReed ❤️\n'),
    ]);
    expect(
      analyses[0]?.rows.map(({ title, ownRating, liked, disliked, note }) => [title, ownRating, liked, disliked, note]),
    ).toEqual([
      ['Kiln', 0.9, false, undefined, 'great ending'],
      ['Oven', 0.6, false, undefined, 'too long'],
      ['Salt', null, false, true, null],
      ['Reed', null, true, undefined, null],
    ]);
    const numbered = [textFile('list.txt', 'Kiln (4)\nOven (3)\nSalt (5)\n')];
    const asked = await analyseFiles(numbered);
    expect(asked.analyses[0]?.rows.map(({ ownRating }) => ownRating)).toEqual([0.8, 0.6, 1]);
    expect(asked.analyses[0]?.questions).toMatchObject([{ id: 'kind' }, { id: 'points', answer: '5' }]);
    const answered = await analyseFiles(numbered, { answers: new Map([['titles', new Map([['points', '10']])]]) });
    expect(answered.analyses[0]?.rows.map(({ ownRating }) => ownRating)).toEqual([0.4, 0.3, 0.5]);
  });

  it('may begin with a box or the time of a chat, which is no JSON', async () => {
    for (const text of [
      '[ ] Kiln\n[x] Oven\n',
      '[03/04/2026, 12:04:55] Ann: Kiln\n[03/04/2026, 12:05:10] Bo: Oven\n',
      '03/04/2026, 18:22 - Ann: Kiln\n03/04/2026, 18:23 - Bo: Oven\n',
      '[[Kiln]]\n[[Oven]]\n',
    ]) {
      const { analyses } = await analyseFiles([textFile('list.txt', text)]);
      expect(analyses[0]?.rows.map(({ title }) => title)).toEqual(['Kiln', 'Oven']);
    }
  });
});
