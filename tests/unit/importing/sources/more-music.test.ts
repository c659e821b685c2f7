import { describe, expect, it } from 'vitest';
import { firstArtist } from '../../../../renderer/src/importing/sources/exportify';
import { publicAddress } from '../../../../renderer/src/importing/sources/podcast-feeds';
import { exportFile, fixtureText, textFile } from '../../../fixtures/exports/files';
import { analysed, rowNamed, withAnswers } from './analysed';

describe('Exportify', () => {
  it('is known by its addresses, in whatever language its header is', async () => {
    const analysis = await analysed(exportFile('exportify-german.csv'));
    expect(rowNamed(analysis, 'Harbour Nights')).toMatchObject({
      kind: 'album',
      creators: ['Salt, Wind & Ember'],
      identifiers: { spotify: 'spotify:album:0bbbbbbbbbbbbbbbbbbbb1' },
      addedAt: Date.UTC(2023, 0, 2, 3, 4, 5),
      liked: false,
    });
    expect(analysis.skipped).toMatchObject([{ line: 5, reason: 'no artist' }]);
  });

  it('reads the columns of 2025, and songs where these are asked for', async () => {
    const { rows } = await analysed(exportFile('exportify-2025.csv'), withAnswers('exportify', { songs: 'songs' }));
    expect(rows).toMatchObject([
      {
        kind: 'track',
        title: 'Low Tide',
        creators: ['Salt, Wind & Ember'],
        identifiers: { spotify: 'spotify:track:0aaaaaaaaaaaaaaaaaaaa1' },
      },
      { kind: 'track', title: 'Grist', creators: ['The Reeds'] },
    ]);
  });

  it('shelves what is on a playlist under its name, and knows various artists in every language', async () => {
    const text = fixtureText('exportify-2025.csv');
    const shelves = async (name: string) => (await analysed(textFile(name, text))).rows[0]?.shelves;
    expect(await shelves('Sea_songs (1).csv')).toEqual(['Sea songs']);
    expect(await shelves('playlist.csv')).toEqual([]);
    expect(await shelves('Liked_Songs.csv')).toEqual([]);
    const german = fixtureText('exportify-german.csv').replace(
      /(?<=\n"spotify:track:(?:[^\n]*?),"spotify:album:\w+","[^"]*",)"spotify:artist:\w+","[^"]*"/,
      '"spotify:artist:0LyfQWJT6nXafLPZqxe9Of","Verschiedene Interpreten"',
    );
    const { rows } = await analysed(textFile('sampler.csv', german));
    expect(rows.flatMap(({ creators }) => creators)).toContain('Various Artists');
    expect(JSON.stringify(rows)).not.toContain('Verschiedene');
  });

  it('takes songs as liked where the file is called so or the person says so', async () => {
    const text = fixtureText('exportify-2025.csv');
    const named = await analysed(textFile('Liked_Songs.csv', text));
    const told = await analysed(textFile('e.csv', text), withAnswers('exportify', { holds: 'liked' }));
    const denied = await analysed(textFile('liked.csv', text), withAnswers('exportify', { holds: 'playlist' }));
    expect([named, told, denied].map(({ rows }) => rows.map(({ liked }) => liked))).toEqual([
      [true, true],
      [true, true],
      [false, false],
    ]);
  });

  it.each([
    ['Salt, Wind & Ember', 'a', '', 'Salt, Wind & Ember'],
    ['The Reeds, Bo Quill', 'a, b', '', 'The Reeds'],
    ['Salt, Wind & Ember, Bo Quill', 'a, b', 'Salt, Wind & Ember', 'Salt, Wind & Ember'],
    ['Salt, Wind & Ember;Bo Quill', '', '', 'Salt, Wind & Ember'],
  ])('%s of the addresses %s begins with %s%s', (cell, addresses, albumArtist, first) => {
    expect(firstArtist(cell, addresses, albumArtist)).toBe(first);
  });
});

describe('playlists as tables', () => {
  it('likes what is a favourite, and shelves what is on a playlist', async () => {
    const analysis = await analysed(exportFile('playlist-tables-tunemymusic.csv'));
    expect(rowNamed(analysis, 'Harbour Nights')).toMatchObject({ kind: 'album', liked: true, shelves: ['Sea songs'] });
    expect(rowNamed(analysis, 'Mill "Songs"')).toMatchObject({ liked: false, shelves: ['Sea songs'] });
    expect(rowNamed(analysis, 'Bo Quill')).toMatchObject({ kind: 'music artist', liked: true });
    expect(rowNamed(analysis, 'Fen Sampler')).toMatchObject({ kind: 'album', creators: ['Ann Vole'], liked: true });
    // Of a video the first of its artists, from the title.
    expect(rowNamed(analysis, 'The Reeds')).toMatchObject({ kind: 'music artist', shelves: ['Sea songs'] });
  });

  it('reads those that name no list as the file is called', async () => {
    const songs = 'title;artist;album;isrc\nGrist;The Reeds;Mill Songs;XX0000000003\n';
    const [plain, liked] = [await analysed(textFile('Sea.csv', songs)), await analysed(textFile('Liked.csv', songs))];
    expect([plain, liked].map(({ source, rows }) => [source, rows[0]?.title, rows[0]?.liked])).toEqual([
      ['playlist-tables', 'Mill Songs', false],
      ['playlist-tables', 'Mill Songs', true],
    ]);
  });

  it('are known as Skiley writes them, whose type is the album’s', async () => {
    const text =
      'addedAt,addedBy,albumArtistsNames,albumName,albumReleaseDate,albumType,artistName,trackName,trackUrl\n' +
      '2023-12-31T18:28:44Z,Ana,The Reeds,Mill,1978-02-07,album,The Reeds,Grist,https://open.spotify.com/track/0aaaaaaaaaaaaaaaaaaaa1\n' +
      '2023-12-30T18:28:44Z,Ana,The Reeds,Mill,1978-02-07,album,The Reeds,Flour,https://open.spotify.com/track/0aaaaaaaaaaaaaaaaaaaa2\n';
    const told = withAnswers('playlist-tables', { songs: 'songs' });
    const { source, rows } = await analysed(textFile('Liked Songs.csv', text), told);
    expect(source).toBe('playlist-tables');
    expect(rows).toMatchObject([
      { kind: 'track', title: 'Grist', identifiers: { spotify: 'spotify:track:0aaaaaaaaaaaaaaaaaaaa1' }, liked: true },
      { kind: 'track', title: 'Flour' },
    ]);
  });

  it('knows a table of somebody’s own program by Spotify’s addresses, wherever they stand', async () => {
    const table =
      'added at,release date,name,album,artist(s),id\n2023-12-12T08:44:20+00:00,2020-05-01,Grist,Mill Songs,The Reeds,spotify:track:0aaaaaaaaaaaaaaaaaaaa1\n';
    const told = withAnswers('playlist-tables', { songs: 'songs' });
    expect((await analysed(textFile('own.csv', table), told)).rows).toMatchObject([
      {
        kind: 'track',
        title: 'Grist',
        creators: ['The Reeds'],
        identifiers: { spotify: 'spotify:track:0aaaaaaaaaaaaaaaaaaaa1' },
        addedAt: Date.UTC(2023, 11, 12, 8, 44, 20),
      },
    ]);
  });

  it('takes no chart of the most played songs for a playlist', async () => {
    const chart =
      'Track,Album Name,Artist,Release Date,ISRC,All Time Rank,Track Score,Spotify Streams,Spotify Playlist Count,YouTube Views,TikTok Posts\nGrist,Mill,The Reeds,4/26/2024,XX0000000003,1,725.4,390,30,84,5\n';
    await expect(analysed(textFile('most streamed.csv', chart))).rejects.toThrow('0 analyses');
  });
});

describe('Apple Music', () => {
  it('takes plays from the activity, and from the library who sings', async () => {
    const analysis = await analysed(
      ['Apple Music Library Tracks.json', 'Apple Music Play Activity.csv'].map((name) =>
        exportFile(`apple-music/${name}`),
      ),
    );
    expect(rowNamed(analysis, 'Mill Songs')).toMatchObject({
      creators: ['The Reeds'],
      plays: 1,
      liked: true,
      finishedAt: Date.UTC(2022, 1, 1, 10, 5),
      addedAt: Date.UTC(2020, 0, 2, 3, 4, 5),
    });
    expect(rowNamed(analysis, 'Harbour Nights')).toMatchObject({ creators: ['Salt, Wind & Ember'], plays: 1 });
    expect(rowNamed(analysis, 'Chaff')).toMatchObject({ kind: 'track', disliked: true });
    expect(analysis.skipped.map(({ reason }) => reason)).toEqual([
      'a video',
      'music of one’s own, or a radio: Apple does not say what',
      'no artist: Apple Music Library Tracks.json of the same archive would say who',
    ]);
  });

  it('counts the plays of the library where nothing else does', async () => {
    const analysis = await analysed(exportFile('apple-music/Apple Music Library Tracks.json'));
    expect(rowNamed(analysis, 'Mill Songs')).toMatchObject({ plays: 4, finishedAt: Date.UTC(2021, 4, 6, 7, 8, 9) });
  });

  it('reads the plays of each day unless the activity holds them, too', async () => {
    const days = exportFile('apple-music/Apple Music - Play History Daily Tracks.csv');
    expect((await analysed(days)).rows).toMatchObject([
      { kind: 'music artist', title: 'The Reeds', plays: 1, addedAt: Date.UTC(2020, 0, 31) },
      { kind: 'music artist', title: 'Bo Quill', plays: 1 },
    ]);
    const both = await analysed([days, exportFile('apple-music/Apple Music Play Activity.csv')]);
    expect(both.ignoredFiles).toMatchObject([{ reason: 'the play activity holds the same plays' }]);
    expect(both.rows.map(({ title, plays }) => [title, plays])).toContainEqual(['Mill Songs', 1]);
  });
});

describe('Vivino', () => {
  it('keeps vintages apart, the crowd from the owner, and what is private', async () => {
    const { rows } = await analysed(exportFile('vivino.csv'));
    expect(rows).toMatchObject([
      {
        kind: 'wine',
        title: 'Low Tide Red',
        creators: ['Mill Cellars'],
        year: 2018,
        ownRating: 0.9,
        note: 'Dry, dark',
        privateNote: 'for Ana',
        crowd: { rating: 0.76 },
      },
      { title: 'Low Tide Red', year: 2019, ownRating: 0.6 },
      { title: 'Brut', year: null, ownRating: null, status: 'none' },
    ]);
    expect(JSON.stringify(rows)).not.toContain('Quay');
  });
});

describe('Untappd', () => {
  it('joins the check-ins of a beer, the latest rating first; not where or with whom', async () => {
    const analysis = await analysed(['untappd.csv', 'untappd.json'].map(exportFile));
    expect(rowNamed(analysis, 'Lamp Black')).toMatchObject({
      kind: 'food',
      creators: ['Mill Brewery'],
      tags: ['beer', 'Stout - Oatmeal'],
      ownRating: 0.9,
      otherRatings: [{ rating: 0.85, at: Date.UTC(2024, 2, 1, 20, 12) }],
      plays: 2,
      note: 'Dark, dry',
      identifiers: { untappd: '77' },
    });
    expect(rowNamed(analysis, 'Fen Pils')).toMatchObject({ ownRating: null, plays: 2 });
    expect(JSON.stringify(analysis)).not.toContain('Anchor');
  });
});

describe('Discogs', () => {
  it('reads the collection: owned, rated, without the numbers of namesakes and the years of reissues', async () => {
    const analysis = await analysed(exportFile('discogs-collection.csv'));
    expect(rowNamed(analysis, 'Mill Songs')).toMatchObject({
      creators: ['The Reeds'],
      year: 1978,
      ownRating: 0.8,
      status: 'finished',
      shelves: ['owned'],
      identifiers: { discogs: '8101' },
      addedAt: Date.UTC(2020, 4, 6, 7, 8, 9),
      note: null,
      privateNote: 'from Ana',
    });
    expect(rowNamed(analysis, 'Harbour Nights')).toMatchObject({
      creators: ['Salt & Wind'],
      year: null,
      status: 'none',
      shelves: ['owned', 'Living room'],
    });
    expect(rowNamed(analysis, 'Fen Sampler')).toMatchObject({ creators: ['Various Artists'], year: null });
  });

  it('takes the wantlist as wanted', async () => {
    const { rows } = await analysed(exportFile('discogs-wantlist.csv'));
    expect(rows).toMatchObject([{ title: 'Grey Kites', status: 'wanted', shelves: [], year: 1981 }]);
  });
});

describe('iTunes', () => {
  it('gathers an album from its songs: plays, the mean of three ratings, no computed ones, no place on the disk', async () => {
    const analysis = await analysed(exportFile('itunes-library.xml'));
    expect(rowNamed(analysis, 'Harbour Nights')).toMatchObject({
      kind: 'album',
      creators: ['Salt, Wind & Ember'],
      ownRating: 0.8,
      plays: 12,
      status: 'finished',
      finishedAt: Date.UTC(2023, 11, 31, 15),
      addedAt: Date.UTC(2020, 0, 2, 3, 4, 5),
    });
    expect(rowNamed(analysis, 'Mill Songs')).toMatchObject({ ownRating: null, liked: false });
    expect(rowNamed(analysis, 'Fen Sampler').creators).toEqual(['Various Artists']);
    expect(JSON.stringify(analysis)).not.toContain('/Users/');
  });

  it('knows films and podcasts from songs, and leaves out voice memos', async () => {
    const analysis = await analysed(exportFile('itunes-library.xml'));
    expect(rowNamed(analysis, 'The Kiln')).toMatchObject({ kind: 'movie', year: 2001, status: 'finished', plays: 1 });
    expect(rowNamed(analysis, 'Radio Ombra')).toMatchObject({ kind: 'podcast', status: 'in-progress' });
    expect(rowNamed(analysis, 'Chaff')).toMatchObject({ kind: 'track', disliked: true });
    expect(analysis.skipped).toMatchObject([{ reason: 'a voice memo' }]);
  });

  it('rates songs by themselves where songs come in', async () => {
    const { rows } = await analysed(exportFile('itunes-library.xml'), withAnswers('itunes', { songs: 'songs' }));
    expect(Object.fromEntries(rows.map(({ title, ownRating }) => [title, ownRating]))).toMatchObject({
      'Low Tide': 1,
      'High Tide': 0.8,
      Ebb: 0.6,
      Grist: null,
    });
  });
});

describe('podcasts', () => {
  it('are followed, and their addresses known where everybody may know them', async () => {
    const { rows, warnings } = await analysed(exportFile('podcasts-nested.opml'));
    expect(rows).toMatchObject([
      { kind: 'podcast', title: 'Radio Ombra & Co', status: 'in-progress', url: 'http://feeds.ombra.example/radio' },
      { title: 'Bells Weekly', url: null },
      { title: 'Kiln Talk', url: null },
    ]);
    expect(warnings.join()).toContain('2 private feeds were left out');
    expect(JSON.stringify(rows)).not.toMatch(/Zk3vT9q|8f3a9c1b/);
  });

  it('count the episodes that were played, and are liked where one was recommended', async () => {
    const analysis = await analysed(exportFile('podcasts-overcast.opml'));
    expect(rowNamed(analysis, 'Weather Talk')).toMatchObject({
      plays: 2,
      liked: true,
      url: 'https://weather.example/',
      identifiers: { applePodcasts: '900001' },
    });
    expect(rowNamed(analysis, 'Once Heard')).toMatchObject({ status: 'none' });
    expect(analysis).toMatchObject({ rowCount: 5, mergedCount: 3 });
  });

  it('are told from the feeds of a reader of news, which the person may say otherwise', async () => {
    const news = textFile(
      'feeds.xml',
      '<opml version="2.0"><head><title>My feeds</title></head><body><outline text="Sea"><outline type="rss" text="Harbour news" xmlUrl="https://harbour.example/feed.xml"/></outline></body></opml>',
    );
    expect((await analysed(news)).rows).toMatchObject([{ kind: 'article', title: 'Harbour news', shelves: ['Sea'] }]);
    const told = await analysed(news, withAnswers('podcasts', { feeds: 'podcast' }));
    expect(told.rows).toMatchObject([{ kind: 'podcast' }]);
  });

  it.each([
    'https://feeds.megaphone.fm/HSW9903314957',
    'http://feeds.99percentinvisible.org/99percentinvisible',
    'https://www.npr.org/rss/podcast.php?id=510019',
    'http://feeds.wnyc.org/TheAnthropoceneReviewed',
    'https://www.omnycontent.com/d/playlist/e73c998e-6e60-432f-8610-ae210140c5b1/cf0c25ad-cf01-4da5-ae1c-b0fc015f790e/podcast.rss',
    'https://feeds.acast.com/public/shows/6dab3ca4-41f5-4fd4-bba6-224ab53f5113',
    'http://feeds.soundcloud.com/users/soundcloud:users:210843624/sounds.rss',
  ])('show the public address %s', (address) => {
    expect(publicAddress(address)).toBe(address);
  });

  it.each([
    'https://www.patreon.com/rss/bells?auth=Zk3vT9qLw0aB7cD2',
    'https://someone:secret@feeds.example/rss',
    'https://feeds.example/rss?token=abcdefghij',
    'https://feeds.example/8f3a9c1b7d2e4f60a1b2/rss',
    'https://feeds.example/b10bbbfc-cf9e-42e0-be17-e2c3e1d2600d',
    'https://pod.supportingcast.fm/content/x.rss',
    'javascript:alert(1)',
    '',
  ])('never show the private address %s', (address) => {
    expect(publicAddress(address)).toBeNull();
  });
});
