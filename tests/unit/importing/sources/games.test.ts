import { expect, it } from 'vitest';
import { exportFile, textFile } from '../../../fixtures/exports/files';
import { analysed, rowNamed } from './analysed';

it('Grouvee’s cells hold JSON: shelves, dates, genres, makers', async () => {
  const analysis = await analysed([exportFile('grouvee.csv')]);
  expect(rowNamed(analysis, 'Salt Depths')).toMatchObject({
    kind: 'game',
    creators: ['Reed Works'],
    year: 2019,
    tags: ['Adventure'],
    shelves: ['With Ann'],
    ownRating: 0.8,
    status: 'finished',
    finishedDates: [Date.UTC(2021, 0, 2), Date.UTC(2022, 2, 4)],
    note: 'Dark, wet.',
    identifiers: { giantbomb: '900010' },
  });
  expect(rowNamed(analysis, 'Ash Tactics').status).toBe('in-progress');
});

it('HowLongToBeat marks lists with X, and -- is nothing', async () => {
  const analysis = await analysed([exportFile('howlongtobeat.csv')]);
  expect(rowNamed(analysis, 'Salt Depths')).toMatchObject({
    ownRating: 0.85,
    note: 'Dark and wet.',
    finishedAt: Date.UTC(2021, 0, 13),
  });
  expect(rowNamed(analysis, 'Ash Tactics')).toMatchObject({ status: 'abandoned', note: 'too long', ownRating: null });
});

it('Playnite: not played is not finished, what critics say is not mine, what is hidden stays so', async () => {
  const analysis = await analysed([exportFile('playnite.csv')]);
  expect(rowNamed(analysis, 'Salt Depths')).toMatchObject({
    ownRating: 0.85,
    crowd: { rating: 0.71, count: null },
    identifiers: { steam: '900010' },
    liked: true,
    tags: ['Adventure', 'Puzzle'],
  });
  expect(rowNamed(analysis, 'Ash Tactics').status).toBe('none');
  expect(analysis.skipped.map(({ reason }) => reason)).toEqual(['hidden in Playnite']);
  expect(rowNamed(await analysed([exportFile('playnite.json')]), 'Salt Depths')).toMatchObject({
    creators: ['Reed Works'],
    year: 2019,
    status: 'finished',
    tags: ['Adventure'],
  });
});

it('IGDB’s rating is the crowd’s, and the name of a list says whether its games are wanted', async () => {
  const analysis = await analysed([exportFile('igdb-list.csv')]);
  expect(rowNamed(analysis, 'Salt Depths')).toMatchObject({
    ownRating: null,
    crowd: { rating: 0.715, count: null },
    identifiers: { igdb: '900010' },
    status: 'none',
  });
  const named = { ...exportFile('igdb-list.csv'), name: 'want-to-play.csv' };
  expect(rowNamed(await analysed([named]), 'Salt Depths').status).toBe('wanted');
  expect(rowNamed(await analysed([textFile('list.csv', 'id,game\n900010,Salt Depths\n')]), 'Salt Depths').kind).toBe(
    'game',
  );
});
