import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../../../renderer/src/importing/detect';
import { textFile } from '../../../fixtures/exports/files';

const tableIn = async (text: string, name = 'list.csv') =>
  (await analyseFiles([textFile(name, text)])).unrecognised[0]?.table;

const FILMS = [
  'Соляной путь,Salt Roads,1983,10,04.04.10 18:36',
  'Камыши,Reed Hours,2005 – ...,9,05.04.10 18:36',
  'Пепел,,2008,-,27.05.10 12:41',
  'Мель,Low Water,1999,9,28.05.10 12:41',
].join('\n');

describe('a table that was saved without a header', () => {
  it('takes no times for titles, even impossible ones', async () => {
    const plays = (name: string, song: string, when: string): string =>
      `${when} +0000 UTC\t${song}\t${name}\thttps://www.last.fm/music/${name.replace(' ', '+')}/_/${song.replaceAll(' ', '+')}\t`;
    const text = [
      plays('Ann Vole', 'Salt', '0001-01-01 00:00:00'),
      plays('Bo Quill', 'On the Kiln, again', '2024-03-11 10:05:07'),
      plays('Cy Marsh', 'Water (II)', '2024-03-11 10:01:07'),
    ].join('\n');
    const table = await tableIn(text, 'plays.tsv');
    expect(table?.guess).toMatchObject({ columns: { title: 1, url: 3 }, kind: 'track' });
  });

  it('has ratings though no two of a few are the same, and no numbers of rows for them', async () => {
    expect((await tableIn('Kiln\t8\nOven\t6\nSalt\t9\n', 'list.tsv'))?.guess.columns).toMatchObject({ rating: 1 });
    expect((await tableIn('Kiln\t1\nOven\t2\nSalt\t3\n', 'list.tsv'))?.guess.columns.rating).toBeUndefined();
  });

  it('has columns that are known by their cells', async () => {
    const table = await tableIn(FILMS);
    expect(table?.rowCount).toBe(4);
    expect(table?.guess.columns).toEqual({ title: 0, originalTitle: 1, year: 2, rating: 3, addedAt: 4 });
    expect(table?.guess.guess?.questions).toEqual(expect.arrayContaining(['kind', 'rating']));
    if (table === undefined) throw new Error('no table');
    const { analyses } = await analyseFiles([textFile('list.csv', FILMS)], { mapping: table.guess });
    expect(analyses[0]?.rows.map(({ line, title, year, ownRating }) => [line, title, year, ownRating])).toEqual([
      [1, 'Соляной путь', 1983, 1],
      [2, 'Камыши', 2005, 0.9],
      [3, 'Пепел', 2008, null],
      [4, 'Мель', 1999, 0.9],
    ]);
  });

  it('has no ratings in its row numbers', async () => {
    const rows = [1, 2, 3, 4, 5].map((number) => `${number},Salt ${'abcdef'.charAt(number)} Roads,2001`).join('\n');
    expect((await tableIn(rows))?.guess.columns).toEqual({ title: 1, year: 2 });
  });
});

describe('what a table holds', () => {
  it('follows from the services that its links lead to', async () => {
    const link = (id: number) => `https://movie.douban.com/subject/${id}/`;
    expect((await tableIn(`Title,Link\nSalt,${link(1)}\nReed,${link(2)}\n`))?.guess.kind).toBe('movie');
  });

  it('is not named by numbers alone', async () => {
    const guess = (await tableIn('movieId,rating\n1,5\n2,4.5\n3,3\n4,2.5\n130496,5\n'))?.guess;
    expect(guess?.columns.title).toBeUndefined();
  });

  it('is rated by everyone where each row has the votes of many', async () => {
    const rows = 'Salt,8.6,698286人评价\nReed,8.7,325793人评价\nAsh,8.1,5793人评价\n';
    const guess = (await tableIn(`title,rating,votes\n${rows}`))?.guess;
    expect(guess?.columns).toMatchObject({ crowdRating: 1, crowdCount: 2 });
    expect(guess?.columns.rating).toBeUndefined();
  });
});

describe('headers of other languages and programs', () => {
  it('of Bangumi and Douban are known', async () => {
    const header = '名称,别名,地址,收藏日期,我的评分,标签,吐槽,观看状态';
    const rows =
      '塩の道,,https://bgm.tv/subject/1,2024-3-23 10:11,9,海 夜,好看,看过\n葦,,https://bgm.tv/subject/2,2024-3-24 10:11,,,,想看\n';
    expect((await tableIn(`${header}\n${rows}`))?.guess.columns).toEqual({
      title: 0,
      url: 2,
      addedAt: 3,
      rating: 4,
      tags: 5,
      note: 6,
      status: 7,
    });
  });

  it('a key is no rating, and what a thing lies in is not its title', async () => {
    const guess = await tableIn(
      'date,parent_title,full_title,rating_key\n1610000000,Season 1,Salt,12\n1610000001,,Reed,13\n',
    );
    expect(guess?.guess.columns).toMatchObject({ title: 2 });
    expect(guess?.guess.columns.rating).toBeUndefined();
  });
});

describe('rows of a table of one’s own', () => {
  const rowsOf = async (text: string) => {
    const table = await tableIn(text, 'films.csv');
    if (table === undefined) throw new Error('no table');
    return (await analyseFiles([textFile('films.csv', text)], { mapping: table.guess })).analyses[0];
  };

  it('have the year behind the title where no column has it', async () => {
    const analysis = await rowsOf('title,date\nSalt Roads (1970),2025-08-23\nReed Hours (2025),2025-07-26\n');
    expect(analysis?.rows.map(({ title, year }) => [title, year])).toEqual([
      ['Salt Roads', 1970],
      ['Reed Hours', 2025],
    ]);
  });

  it('are rated by “mine” beside everyone’s; what Douban has taken down has no title', async () => {
    const text = 'title,rating,mine\n海,8.8,4.0\n葦,7.0,3.0\n未知电影,0.0,5.0\n';
    const analysis = await rowsOf(text);
    expect(analysis?.rows.map(({ ownRating, crowd }) => [ownRating, crowd?.rating])).toEqual([
      [0.8, 0.88],
      [0.6, 0.7],
    ]);
    expect(analysis?.skipped.map(({ reason }) => reason)).toEqual(['no title']);
  });
});

it('a page of a series says so among films', async () => {
  const link = (path: string) => `https://www.kinopoisk.ru/${path}/`;
  const text = `title,link\nSalt Roads,${link('film/326')}\nReed Isle,${link('series/404900')}\n`;
  const table = await tableIn(text);
  if (table === undefined) throw new Error('no table');
  expect(table.guess.kind).toBe('movie');
  const { analyses } = await analyseFiles([textFile('list.csv', text)], { mapping: table.guess });
  expect(analyses[0]?.rows.map(({ kind }) => kind)).toEqual(['movie', 'series']);
});

it('the ratings of many people by number are refused, and why', async () => {
  const text =
    'user_id,game_id,rating,stamp\n1,1,4.0,964982703\n1,3,4.0,964981247\n2,6,4.0,964982224\n2,7,3.0,964982225\n3,9,5.0,964982226\n';
  const { unrecognised } = await analyseFiles([textFile('ratings.csv', text)]);
  expect(unrecognised[0]?.table).toBeUndefined();
  expect(unrecognised[0]?.reason).toContain('a data set: ratings of many people');
});

it('what JSON says under the numbers of films keeps the numbers', async () => {
  const films = {
    tt9001000: { title: 'Salt Roads', status: 'watched' },
    tt9001001: { title: 'Reed', status: 'watched' },
  };
  const table = (await analyseFiles([textFile('seen.json', JSON.stringify(films))])).unrecognised[0]?.table;
  expect(table?.header).toEqual(['imdb id', 'title', 'status']);
  expect(table?.guess.columns.imdb).toBe(0);
});
