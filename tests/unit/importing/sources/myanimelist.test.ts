import { expect, it } from 'vitest';
import { analyseFiles } from '../../../../renderer/src/importing/detect';
import { exportFile, textFile } from '../../../fixtures/exports/files';
import { analysed, rowNamed } from './analysed';

it('reads scores, statuses, days, tags and notes; a quotation mark belongs to a title', async () => {
  const analysis = await analysed([exportFile('myanimelist-anime.xml')]);
  expect(rowNamed(analysis, '"Shio no Michi" & Friends')).toMatchObject({
    kind: 'anime',
    identifiers: { mal: '900001' },
    url: 'https://myanimelist.net/anime/900001',
    ownRating: 0.9,
    status: 'finished',
    finishedAt: Date.UTC(2021, 5, 20),
    note: 'Slow <i>and</i> lovely.',
    tags: ['fantasy'],
    shelves: ['sea', 'with Ann'],
    plays: 12,
    line: 16,
  });
});

it('0 is no score, 0000-00-00 no day and 00 no day of a month', async () => {
  const analysis = await analysed([exportFile('myanimelist-anime.xml')]);
  expect(rowNamed(analysis, 'Ombra no Lantern')).toMatchObject({ ownRating: null, finishedAt: null, status: 'wanted' });
  expect(rowNamed(analysis, 'Kaze Machi').finishedAt).toBe(Date.UTC(2019, 4, 1));
});

it('what is watched or read again was finished once', async () => {
  expect(rowNamed(await analysed([exportFile('myanimelist-anime.xml')]), 'Kaze Machi').status).toBe('finished');
  expect(rowNamed(await analysed([exportFile('myanimelist-manga.xml')]), 'Kami').status).toBe('finished');
});

it('one number of an anime and of a manga are two things', async () => {
  const { rows } = await analysed([exportFile('myanimelist-anime.xml'), exportFile('myanimelist-manga.xml')]);
  expect(rows.filter(({ identifiers }) => identifiers.mal === '900001').map(({ kind }) => kind)).toEqual([
    'anime',
    'manga',
  ]);
});

it('another list of anime in XML is none of MyAnimeList', async () => {
  const mapping = '<?xml version="1.0"?>\n<anime-list>\n<anime anidbid="1"><name>Salt</name></anime>\n</anime-list>\n';
  expect((await analyseFiles([textFile('animelist.xml', mapping)])).analyses).toEqual([]);
});
