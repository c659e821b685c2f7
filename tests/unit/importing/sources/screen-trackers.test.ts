import { describe, expect, it } from 'vitest';
import { filmOfTitle } from '../../../../renderer/src/importing/sources/movielens';
import { exportFile, membersOf, textFile, zipOf } from '../../../fixtures/exports/files';
import { analysed, rowNamed, withAnswers } from './analysed';

describe('Kitsu', () => {
  it('joins the entries of an answer with what they are about', async () => {
    const analysis = await analysed([exportFile('kitsu.json')]);
    expect(rowNamed(analysis, 'Akari no Yoru')).toMatchObject({
      kind: 'anime',
      originalTitle: 'Night of Lamps',
      year: 2019,
      ownRating: 0.9,
      crowd: { rating: 0.815, count: 900 },
      identifiers: { mal: '4242' },
      finishedAt: Date.UTC(2023, 8, 1, 12),
      note: 'again one day',
      plays: 12,
    });
    expect(rowNamed(analysis, 'Salt & Kites')).toMatchObject({ kind: 'manga', status: 'wanted', ownRating: null });
  });

  it('says what to do where an answer has no titles, and asks about what is private', async () => {
    const closed = await analysed([exportFile('kitsu.json')]);
    expect(closed.skipped.map(({ reason }) => reason)).toEqual([
      'marked private on Kitsu',
      expect.stringContaining('include=anime,manga'),
    ]);
    const open = await analysed([exportFile('kitsu.json')], withAnswers('kitsu', { private: 'yes' }));
    expect(rowNamed(open, 'Quarry')).toMatchObject({ status: 'abandoned', ownRating: 0.2 });
  });
});

describe('AniList', () => {
  it('reads an answer with titles; a list of one’s own repeats an entry', async () => {
    const analysis = await analysed([exportFile('anilist-lists.json')]);
    expect(rowNamed(analysis, 'Shio no Michi')).toMatchObject({
      kind: 'anime',
      originalTitle: 'Salt Roads',
      year: 2020,
      ownRating: 0.8,
      crowd: { rating: 0.71, count: null },
      identifiers: { anilist: '900001', mal: '900101' },
      finishedAt: Date.UTC(2021, 5, 1),
      tags: ['Drama'],
    });
  });

  it('takes the status of a list for entries that have none', async () => {
    const list = (said: object, title: string) => ({ ...said, entries: [{ media: { title: { romaji: title } } }] });
    const lists = [
      list({ status: 'CURRENT' }, 'Shio'),
      list({ name: 'Completed TV' }, 'Ashi'),
      list({ name: 'Mine' }, 'Hai'),
    ];
    const file = textFile('anilist.json', JSON.stringify({ data: { MediaListCollection: { lists } } }));
    const { rows } = await analysed([file]);
    expect(rows.map(({ status }) => status)).toEqual(['in-progress', 'finished', 'none']);
  });

  it('what is marked private stays out unless the person wants it', async () => {
    const closed = await analysed([exportFile('anilist-lists.json')]);
    expect(closed.skipped.map(({ reason }) => reason)).toEqual(['marked private on AniList']);
    const open = await analysed(
      [exportFile('anilist-lists.json')],
      withAnswers('anilist', { private: 'yes', scale: '10' }),
    );
    expect(rowNamed(open, 'Himitsu')).toMatchObject({ kind: 'manga', status: 'abandoned', ownRating: null });
  });

  it('asks for the scale where scores leave it open, and believes the file where it says', async () => {
    const file = exportFile('anilist-lists.json');
    const asked = await analysed([file]);
    expect(asked.questions.map(({ id }) => id)).toEqual(['private', 'scale']);
    const hundred = await analysed([file], withAnswers('anilist', { scale: '100' }));
    expect(rowNamed(hundred, 'Shio no Michi').ownRating).toBe(0.08);
    const text = (await file.blob.text()).replace(
      '"name": "somebody"',
      '"mediaListOptions": {"scoreFormat": "POINT_10"}',
    );
    expect((await analysed([textFile('lists.json', text)])).questions.map(({ id }) => id)).toEqual(['private']);
  });

  it('the account’s own file has numbers in place of titles', async () => {
    const entries = [
      {
        id: 1,
        series_type: 0,
        series_id: 9,
        status: 2,
        score: 70,
        progress: 12,
        finished_on: 20200103,
        private: false,
      },
      { id: 2, series_type: 1, series_id: 10, status: 1, score: 0, finished_on: 0, private: 1 },
    ];
    const account = textFile('gdpr_data.json', JSON.stringify({ user: { email: 'a@example.org' }, lists: entries }));
    const analysis = await analysed([account]);
    expect(analysis.rows).toEqual([]);
    expect(analysis.skipped).toMatchObject([
      { reason: 'marked private on AniList' },
      {
        reason: 'no title, only the AniList number 9',
        nameless: {
          kind: 'anime',
          identifiers: { anilist: '9' },
          ownRating: 0.7,
          status: 'finished',
          finishedAt: Date.UTC(2020, 0, 3),
          plays: 12,
        },
      },
    ]);
    expect(analysis.namelessAdvice).toContain('MediaListCollection');
    const open = await analysed([account], withAnswers('anilist', { private: 'yes' }));
    expect(open.skipped[1]?.nameless).toMatchObject({ kind: 'manga', status: 'wanted', ownRating: null });
  });
});

describe('Simkl', () => {
  it('reads films, series and anime with how far they were watched', async () => {
    const analysis = await analysed([exportFile('simkl.json')]);
    expect(rowNamed(analysis, 'Paper Harbour')).toMatchObject({
      ownRating: 0.9,
      identifiers: { imdb: 'tt9000001', tmdb: '11', simkl: '501' },
      finishedAt: Date.UTC(2021, 1, 3, 20, 11),
    });
    expect(rowNamed(analysis, 'Amber Years')).toMatchObject({ kind: 'series', plays: 3, status: 'in-progress' });
    expect(rowNamed(analysis, 'Shio no Michi')).toMatchObject({ kind: 'anime', status: 'abandoned' });
  });

  it('reads its table', async () => {
    const csv = `SIMKL_ID,Title,Type,Year,Watchlist,LastEpWatched,WatchedDate,Rating,Memo,TVDB,TMDB,IMDB,MAL_ID
501,Paper Harbour,movie,2018,completed,,2021-02-03 20:11:00,9,fog,,11,tt9000001,
`;
    expect(rowNamed(await analysed([textFile('simkl.csv', csv)]), 'Paper Harbour')).toMatchObject({
      kind: 'movie',
      ownRating: 0.9,
      status: 'finished',
      note: 'fog',
      identifiers: { simkl: '501', tmdb: '11' },
    });
  });
});

describe('TV Time', () => {
  it('joins episodes, reads times in microseconds, and leaves tokens alone', async () => {
    const analysis = await analysed([zipOf('tvtime.zip', membersOf('tvtime'))]);
    expect(rowNamed(analysis, 'Amber Years')).toMatchObject({
      plays: 2,
      status: 'in-progress',
      identifiers: { tvdb: '71' },
      addedAt: Date.UTC(2021, 1, 1, 20, 11),
    });
    expect(rowNamed(analysis, 'Tide Clock').status).toBe('wanted');
    expect(rowNamed(analysis, 'Paper Harbour')).toMatchObject({ kind: 'movie', year: 2018, status: 'finished' });
    expect(analysis.ignoredFiles).toContainEqual({
      file: 'tvtime.zip/access_token.csv',
      reason: 'personal; never read',
    });
  });

  it('reads the older files', async () => {
    const seen = 'tv_show_name,episode_season_number,episode_number,updated_at\nAmber Years,1,1,2015-02-04 20:11:00\n';
    const data = 'tv_show_name,is_followed,is_favorited,nb_episodes_seen\nAmber Years,1,1,1\n';
    const analysis = await analysed([textFile('seen_episode.csv', seen), textFile('user_tv_show_data.csv', data)]);
    expect(rowNamed(analysis, 'Amber Years')).toMatchObject({ liked: true, plays: 1, status: 'in-progress' });
  });
});

describe('Movary, TMDB, MovieLens, Prime Video', () => {
  it('joins history and ratings of Movary', async () => {
    const files = ['movary-history.csv', 'movary-ratings.csv', 'movary-watchlist.csv'].map(exportFile);
    expect(rowNamed(await analysed(files), 'Paper Harbour')).toMatchObject({
      ownRating: 0.9,
      note: 'with Ann',
      plays: 2,
      finishedDates: [Date.UTC(2020, 0, 3), Date.UTC(2021, 1, 3)],
    });
  });

  it('TMDB’s Rating is the crowd’s, and its number another one for series', async () => {
    const analysis = await analysed([exportFile('tmdb-ratings.csv')]);
    expect(rowNamed(analysis, 'Paper Harbour')).toMatchObject({ ownRating: 0.9, crowd: { rating: 0.71 }, year: 2018 });
    expect(rowNamed(analysis, 'Amber Years')).toMatchObject({
      kind: 'series',
      url: 'https://www.themoviedb.org/tv/12',
    });
  });

  it.each([
    ['Matrix, The (1999)', 'The Matrix', 1999],
    ['Prairie, La (Long Meadow) (2003)', 'La Prairie', 2003],
    ["Étoile, L' (1977)", "L'Étoile", 1977],
    ['Salt, Wind & Ember (2001)', 'Salt, Wind & Ember', 2001],
    ['Nineteen', 'Nineteen', null],
  ])('MovieLens: %s', (cell, title, year) => {
    expect(filmOfTitle(cell)).toEqual({ title, year });
  });

  it('IMDb’s numbers at MovieLens have no letters', async () => {
    const analysis = await analysed([exportFile('movielens-ratings.csv')]);
    expect(rowNamed(analysis, 'La Prairie')).toMatchObject({
      identifiers: { imdb: 'tt900002', tmdb: '13', movielens: '502' },
      ownRating: 0.1,
    });
  });

  it('a trailer of Prime Video is no film', async () => {
    const text =
      '"Date Watched","Type","Title","Episode Title","Global Title Identifier"\n' +
      '"1662745840083","Movie","Episode 0: Official Trailer","","amzn1.dv.gti.1"\n' +
      '"1662745840083","Movie","The Trailer Yard","","amzn1.dv.gti.2"\n';
    const analysis = await analysed(textFile('p.csv', text));
    expect(analysis.rows.map(({ title }) => title)).toEqual(['The Trailer Yard']);
    expect(analysis.skipped).toMatchObject([{ line: 2, reason: 'no film or episode (trailer)' }]);
  });

  it('Prime Video’s seasons are one series', async () => {
    const analysis = await analysed([exportFile('primevideo.csv')]);
    expect(rowNamed(analysis, 'Amber Years')).toMatchObject({ plays: 2, finishedAt: Date.UTC(2021, 1, 5) });
    expect(rowNamed(analysis, 'Paper Harbour').finishedAt).toBe(Date.UTC(2021, 1, 3));
  });
});

describe('Yamtrack and Ryot', () => {
  it('seasons and episodes of Yamtrack are of their series, and a season’s score is not its own', async () => {
    const analysis = await analysed([exportFile('yamtrack.csv')]);
    expect(rowNamed(analysis, 'Amber Years')).toMatchObject({ kind: 'series', ownRating: 0.85, plays: 2 });
    expect(rowNamed(analysis, 'Shio no Michi')).toMatchObject({ kind: 'anime', identifiers: { mal: '900001' } });
    expect(rowNamed(analysis, 'The Ferry Book').identifiers).toEqual({});
  });

  it('the first form of Yamtrack named no source: each kind had one', async () => {
    const analysis = await analysed(
      textFile(
        'y.csv',
        '"media_id","media_type","title","image","score","progress","status","start_date","end_date","notes","season_number","episode_number","watch_date"\n' +
          '"9001","tv","Amber Years","","10.0","","","","","","","",""\n' +
          '"9002","movie","Salt","","8.0","1","Completed","","","","","",""\n' +
          '"9003","anime","Shio","","8.5","12","Watching","","","good","","",""\n',
      ),
    );
    expect(analysis.rows.map(({ kind, identifiers, status }) => [kind, identifiers, status])).toEqual([
      ['series', { tmdb: '9001' }, 'none'],
      ['movie', { tmdb: '9002' }, 'finished'],
      ['anime', { mal: '9003' }, 'in-progress'],
    ]);
  });

  it('Ryot’s hints are titles where they are no numbers', async () => {
    const analysis = await analysed([exportFile('ryot.json')]);
    expect(rowNamed(analysis, 'Paper Harbour')).toMatchObject({
      ownRating: 0.9,
      note: 'Fog.',
      shelves: ['Foggy'],
      finishedDates: [Date.UTC(2020, 0, 3), Date.UTC(2021, 1, 3)],
    });
    expect(rowNamed(analysis, 'Amber Years')).toMatchObject({ ownRating: null, status: 'in-progress', plays: 1 });
    expect(analysis.skipped).toMatchObject([
      { reason: 'no title, only the IGDB number 900020', nameless: { kind: 'game', status: 'wanted' } },
    ]);
  });
});

describe('the form that Letterboxd imports', () => {
  it('is read with its ids, either scale, and every day of a film', async () => {
    const text = [
      'Title,Year,Directors,WatchedDate,Rating10,imdbID,tmdbID,Rewatch,Tags,Review',
      'Salt Roads,2001,"Ann Alder, Bo Birch",2024-03-09,9,tt9001000,9001,false,"sea, night",<i>Slow.</i>',
      'Salt Roads,2001,,2024-04-01,,tt9001000,9001,true,,',
      'Reed Hours,2013,,,,,,,,',
    ].join('\n');
    const analysis = await analysed([textFile('export.csv', text)]);
    expect(analysis).toMatchObject({ source: 'letterboxd', sourceLabel: 'Films in the form that Letterboxd imports' });
    expect(rowNamed(analysis, 'Salt Roads')).toMatchObject({
      kind: 'movie',
      year: 2001,
      creators: ['Ann Alder', 'Bo Birch'],
      identifiers: { imdb: 'tt9001000', tmdb: '9001' },
      ownRating: 0.9,
      status: 'finished',
      finishedAt: Date.UTC(2024, 3, 1),
      finishedDates: [Date.UTC(2024, 2, 9), Date.UTC(2024, 3, 1)],
      shelves: ['sea', 'night'],
      note: 'Slow.',
    });
    expect(rowNamed(analysis, 'Reed Hours').status).toBe('none');
  });

  it('has stars in halves, and a film of a watchlist is wanted', async () => {
    const text =
      'LetterboxdURI,tmdbID,Title,Rating\nhttps://letterboxd.com/film/salt-roads/,,Salt Roads,4.5\n,501,Reed Hours,\n';
    const analysis = await analysed([textFile('watchlist.csv', text)]);
    expect(rowNamed(analysis, 'Salt Roads')).toMatchObject({
      ownRating: 0.9,
      identifiers: { letterboxd: 'salt-roads' },
    });
    expect(rowNamed(analysis, 'Reed Hours').status).toBe('wanted');
  });
});

describe('days and parts as services write them', () => {
  it('Simkl’s table has the day first', async () => {
    const text =
      'SIMKL_ID,Title,Type,Year,Watchlist,LastEpWatched,WatchedDate,Rating\n' +
      '501,Paper Harbour,movie,2018,completed,,05-01-2024 21:50:41,9\n';
    expect(rowNamed(await analysed([textFile('simkl.csv', text)]), 'Paper Harbour').finishedAt).toBe(
      Date.UTC(2024, 0, 5, 21, 50, 41),
    );
  });

  it('a rating of an episode in Trakt’s table is none of its series, nor a look at it', async () => {
    const text =
      'rated_at,type,title,year,trakt_rating,trakt_id,season_number,episode_number,rating\n' +
      '2018-08-24T13:48:52Z,show,Salt Harbour,2018,7.7,501,,,8\n' +
      '2018-08-25T13:48:52Z,episode,Reed Isle,2008,8.1,502,7,7,9\n';
    const analysis = await analysed([textFile('ratings.csv', text)]);
    expect(analysis.rows.map(({ title, ownRating }) => [title, ownRating])).toEqual([['Salt Harbour', 0.8]]);
    expect(analysis.skipped.map(({ reason }) => reason)).toEqual(['the rating of an episode, not of its series']);
  });

  it('TV Time puts the year behind a name, and rates series of five', async () => {
    const seen =
      'tv_show_name,episode_season_number,episode_number,created_at\nSalt Harbour (2019),1,1,2021-01-01 10:00:00\n';
    expect(rowNamed(await analysed([textFile('seen_episode.csv', seen)]), 'Salt Harbour').year).toBe(2019);
    const rated = 'user_id,tv_show_id,rating,tv_show_name\n1,501,4,Salt Harbour\n';
    expect(rowNamed(await analysed([textFile('tv_show_rate.csv', rated)]), 'Salt Harbour').ownRating).toBe(0.8);
  });

  it('what Amazon sends has hours of playing, trailers among them', async () => {
    const header = 'Playback Hour,Operating System,Entitlement Type,Video Type,Title\n';
    const text =
      `${header}01/13/2016 22:00:00,Roku OS,PRIME,Feature,Salt Roads\n01/13/2016 23:00:00,Roku OS,PRIME,Feature,Salt Roads\n` +
      '02/04/2016 01:00:00,Roku OS,TRAILER,Trailer,Reed Hours\n02/04/2016 01:00:00,Roku OS,PRIME,Episode,Ash - Season 2\n';
    const analysis = await analysed([textFile('Digital.PrimeVideo.Viewinghistory.csv', text)]);
    expect(rowNamed(analysis, 'Salt Roads')).toMatchObject({ status: 'finished', finishedAt: Date.UTC(2016, 0, 13) });
    expect(rowNamed(analysis, 'Ash').kind).toBe('series');
    expect(analysis.skipped.map(({ reason }) => reason)).toEqual(['no film or episode (trailer)']);
  });

  it('a list of Letterboxd is known without the table of its name', async () => {
    const text = 'Position,Name,Year,URL,Description\n1,Salt Roads,2019,https://boxd.it/abcd,so good\n';
    const analysis = await analysed([textFile('best.csv', text)]);
    expect(rowNamed(analysis, 'Salt Roads')).toMatchObject({ identifiers: { letterboxd: 'abcd' }, note: 'so good' });
  });
});

it('Criticker has points up to a hundred, 0 among them, and series by their address', async () => {
  const analysis = await analysed([exportFile('criticker.csv')]);
  expect(rowNamed(analysis, 'Salt, Sand')).toMatchObject({
    kind: 'movie',
    year: 2007,
    ownRating: 0.95,
    identifiers: { imdb: 'tt9001001' },
    ratedAt: Date.UTC(2013, 0, 16, 21, 54),
    note: 'Slow, and all the better for it.',
  });
  expect(rowNamed(analysis, 'Reed Isle')).toMatchObject({ kind: 'series', status: 'none' });
  expect(rowNamed(analysis, 'The Lock').ownRating).toBe(0.01);
});
