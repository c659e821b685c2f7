import { expect, it } from 'vitest';
import { analyseFiles } from '../../../../renderer/src/importing/detect';
import { likedMinutes } from '../../../../renderer/src/importing/sources/steam';
import { exportFile, textFile } from '../../../fixtures/exports/files';
import { analysed, rowNamed, withAnswers } from './analysed';

it('reads games with their numbers; an hour is playing, fewer minutes are none', async () => {
  const analysis = await analysed([exportFile('steam-owned.json')]);
  expect(rowNamed(analysis, 'Reed Racer')).toMatchObject({
    kind: 'game',
    identifiers: { steam: '900020' },
    url: 'https://store.steampowered.com/app/900020',
    shelves: ['owned'],
    status: 'in-progress',
    ownRating: null,
    liked: false,
  });
  expect(rowNamed(analysis, 'Ash Tactics™').status).toBe('none');
  expect(rowNamed(analysis, 'Quiet Harbour').status).toBe('none');
});

it('very many hours count as liking, and the preview says so', async () => {
  const analysis = await analysed([exportFile('steam-owned.json')]);
  expect(rowNamed(analysis, 'Salt Depths')).toMatchObject({ liked: true, ratedAt: 1_612_345_678_000 });
  expect(analysis.warnings.join()).toContain('count as liked');
});

it('whoever plays everything for long likes only what they play for longest', () => {
  expect(likedMinutes([10, 50, 100])).toBe(1500);
  expect(likedMinutes([3000, 4000, 5000, 6000])).toBe(6000);
});

it('reads the bare list of games that some programs keep', async () => {
  const games = '[{"appid": 900010, "name": "Salt Depths", "playtime_forever": 70}]';
  expect((await analysed([textFile('games.json', games)])).rows).toHaveLength(1);
  expect((await analysed([textFile('games.json', `{"game_count": 1, "games": ${games}}`)])).rows).toHaveLength(1);
});

it('a game without a name is left out by its number, and may be named by it', async () => {
  const nameless = textFile('owned.json', '{"response": {"games": [{"appid": 900010, "playtime_forever": 70}]}}');
  const analysis = await analysed([nameless]);
  expect(analysis).toMatchObject({ rowCount: 1, rows: [] });
  expect(analysis.skipped).toMatchObject([
    {
      line: 1,
      reason: 'no title, only the Steam number 900010',
      nameless: { identifiers: { steam: '900010' }, status: 'in-progress', shelves: ['owned'] },
    },
  ]);
  expect(analysis.namelessAdvice).toContain('include_appinfo=1');
});

it('hours of a table are hours', async () => {
  const analysis = await analysed([exportFile('steam-hours.csv')]);
  expect(rowNamed(analysis, 'Salt Depths').liked).toBe(true);
  expect(rowNamed(analysis, 'Reed Racer, Again')).toMatchObject({ status: 'in-progress', liked: false });
});

it('of several accounts in one file asks whose is whose, and takes the largest', async () => {
  const game = (id: number, name: string) => ({ appid: id, name, playtime_forever: 100 });
  const file = textFile(
    'library.json',
    JSON.stringify({
      '7650001': [game(900010, 'Salt Depths')],
      '7650002': { games: [game(900020, 'Reed Racer'), game(900030, 'Ash Tactics')] },
    }),
  );
  const analysis = await analysed([file]);
  expect(analysis.rows.map(({ title }) => title)).toEqual(['Reed Racer', 'Ash Tactics']);
  expect(analysis.skipped.map(({ reason }) => reason)).toEqual(['of the account 7650001']);
  expect(analysis.questions).toMatchObject([{ id: 'account', answer: '7650002' }]);
  const other = await analysed([file], withAnswers('steam', { account: '7650001' }));
  expect(other.rows.map(({ title }) => title)).toEqual(['Salt Depths']);
});

it('knows a table by numbers as Steam gives them; a name that is not there is none', async () => {
  const table = 'id,hours,name\n900010,40,Salt Depths\n900020,0.5,NA\n900030,2,Ash Tactics\n';
  const analysis = await analysed([textFile('games.csv', table)]);
  expect(analysis.source).toBe('steam');
  expect(rowNamed(analysis, 'Salt Depths')).toMatchObject({ identifiers: { steam: '900010' }, liked: true });
  expect(analysis.skipped.map(({ reason }) => reason)).toEqual(['no title, only the Steam number 900020']);
  const own = 'id,hours,name\n1,40,Salt Roads\n2,10,Reed Hours\n';
  expect((await analyseFiles([textFile('audio.csv', own)])).analyses).toEqual([]);
});
