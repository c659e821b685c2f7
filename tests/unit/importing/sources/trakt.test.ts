import { expect, it } from 'vitest';
import { strToU8 } from 'fflate';
import { exportFile, membersOf, textFile, zipOf } from '../../../fixtures/exports/files';
import { analysed, rowNamed } from './analysed';

const archive = () => analysed([zipOf('trakt.zip', membersOf('trakt'))]);

it('joins what the members say of a film: plays, every day, rating, list, ids', async () => {
  expect(rowNamed(await archive(), 'Paper Harbour')).toMatchObject({
    kind: 'movie',
    year: 2018,
    identifiers: { imdb: 'tt9000001', tmdb: '11', trakt: '1' },
    url: 'https://trakt.tv/movies/paper-harbour-2018',
    ownRating: 0.9,
    ratedAt: Date.UTC(2021, 1, 4, 20, 11),
    status: 'finished',
    finishedAt: Date.UTC(2021, 1, 3, 20, 11),
    finishedDates: [Date.UTC(2020, 0, 3, 20, 11), Date.UTC(2021, 1, 3, 20, 11)],
    plays: 2,
    shelves: ['Trains & tides'],
  });
});

it('a series is finished once all that was aired was seen, specials apart, and an episode’s rating is not its own', async () => {
  const analysis = await archive();
  expect(rowNamed(analysis, 'Amber Years')).toMatchObject({
    kind: 'series',
    status: 'finished',
    plays: 3,
    finishedAt: Date.UTC(2021, 1, 5, 20, 11),
    identifiers: { tvdb: '71' },
  });
  expect(rowNamed(analysis, 'Tide Clock')).toMatchObject({
    status: 'in-progress',
    ownRating: null,
    liked: true,
    plays: 1,
  });
  expect(analysis.skipped.map(({ reason }) => reason)).toContain('the rating of an episode, not of its series');
});

it('reads watchlist, notes, comments and what is owned, and no settings', async () => {
  const analysis = await archive();
  expect(rowNamed(analysis, 'Long Meadow')).toMatchObject({ status: 'wanted', note: 'for a rainy day' });
  expect(rowNamed(analysis, 'Ridge')).toMatchObject({
    note: 'Wind, mostly.',
    shelves: ['owned'],
    plays: 1,
    year: null,
  });
  expect(analysis.ignoredFiles).toContainEqual({
    file: 'trakt.zip/user-settings.json',
    reason: 'personal; never read',
  });
  expect(JSON.stringify(analysis)).not.toContain('somebody@example.org');
});

it('one number is a film here and a series there', async () => {
  const thing = (key: string, title: string) =>
    `{"rated_at": "2021-01-01T00:00:00.000Z", "rating": 7, "type": "${key}", "${key}": {"title": "${title}", "year": 2000, "ids": {"trakt": 8, "tmdb": 8}}}`;
  const { rows } = await analysed([
    textFile('ratings.json', `[${thing('movie', 'Kiln')}, ${thing('show', 'The Ferry')}]`),
  ]);
  expect(rows.map(({ title, kind }) => `${kind} ${title}`)).toEqual(['movie Kiln', 'series The Ferry']);
});

it('members that were split are read in the order of their numbers', async () => {
  const watched = (id: number): string =>
    `[{"id": ${String(id)}, "watched_at": "2021-01-01T00:00:00.000Z", "action": "watch", "type": "movie", "movie": {"title": "Film ${String(id)}", "year": 2000, "ids": {"trakt": ${String(id)}}}}]`;
  const members = Object.fromEntries(
    [10, 2, 1].map((id) => [`watched-history-${String(id)}.json`, strToU8(watched(id))]),
  );
  const { rows } = await analysed([zipOf('trakt.zip', members)]);
  expect(rows.map(({ title }) => title)).toEqual(['Film 1', 'Film 2', 'Film 10']);
});

it('in the table watched_at and rated_at are days, and trakt_rating is the crowd’s', async () => {
  const analysis = await analysed([exportFile('trakt-history.csv')]);
  expect(rowNamed(analysis, 'Clay Harbour')).toMatchObject({
    ownRating: 0.9,
    ratedAt: Date.UTC(2021, 1, 4, 20, 11),
    finishedAt: Date.UTC(2021, 1, 3, 20, 11),
    crowd: { rating: 0.71, count: null },
    identifiers: { imdb: 'tt9000001' },
  });
  expect(rowNamed(analysis, 'Amber Days').kind).toBe('series');
  expect(rowNamed(analysis, 'Wide Meadow')).toMatchObject({ ownRating: null, status: 'finished' });
});

it('counts what in it says something and could not be read, by the keys that lead there', async () => {
  const movie = { title: 'Paper Harbour', year: 2018, ids: { trakt: 1, imdb: 'tt9000001' } };
  const { unreadCells } = await analysed([
    textFile(
      'ratings-movies.json',
      JSON.stringify([
        { rated_at: 'the other day', rating: 8, type: 'movie', movie },
        { rated_at: '2021-02-04T20:11:00.000Z', rating: 'splendid', type: 'movie', movie },
      ]),
    ),
  ]);
  expect(unreadCells).toMatchObject([
    { column: 'rated_at', count: 1, examples: [{ line: 1, cell: 'the other day' }] },
    { column: 'rating', count: 1, examples: [{ line: 2, cell: 'splendid' }] },
  ]);
});
