import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../../../renderer/src/importing/detect';
import { artistAndSong } from '../../../../renderer/src/importing/sources/scrobble';
import { exportFile, textFile } from '../../../fixtures/exports/files';
import { analysed, rowNamed } from './analysed';

describe('Last.fm', () => {
  it('reads plays with their ids, newest first', async () => {
    const analysis = await analysed(exportFile('lastfm-recenttracks.csv'));
    expect(rowNamed(analysis, 'Harbour Nights')).toMatchObject({
      creators: ['Salt, Wind & Ember'],
      plays: 12,
      liked: true,
      identifiers: { musicbrainz: '1f9df192-a621-4f54-8850-2c5373b7eac9' },
    });
    expect(rowNamed(analysis, 'Quay')).toMatchObject({ plays: 1, finishedAt: null, addedAt: null });
    expect(rowNamed(analysis, 'Bo Quill').kind).toBe('music artist');
  });

  const ofApi = (song: string, album: string, uts: string) => ({
    artist: { mbid: '', '#text': 'The Reeds' },
    album: { mbid: '1f9df192-a621-4f54-8850-2c5373b7eac9', '#text': album },
    name: song,
    ...(uts === '' ? { '@attr': { nowplaying: 'true' } } : { date: { uts, '#text': '21 Jan 2023, 21:13' } }),
  });
  const plain = { artist: 'The Reeds', album: 'Mill Songs', track: 'Grist' };
  it.each([
    [
      'an answer of its interface',
      { recenttracks: { track: [ofApi('Grist', 'Mill Songs', '1709528767')], '@attr': {} } },
    ],
    ['pages of answers', [{ recenttracks: { track: [ofApi('Grist', 'Mill Songs', '1709528767')] } }]],
    ['pages of plays', [[ofApi('Grist', 'Mill Songs', '1709528767')]]],
    ['plays', [ofApi('Grist', 'Mill Songs', '1709528767')]],
    ['lastfmstats.com', { username: 'ann', scrobbles: [{ ...plain, albumId: '7', date: 1_709_528_767_000 }] }],
    ['a list that somebody made', [{ ...plain, timestamp: 1_709_528_767 }]],
  ])('reads JSON: %s', async (_name, json) => {
    const { source, rows } = await analysed(textFile('s.json', JSON.stringify(json)));
    expect(source).toBe('lastfm');
    expect(rows).toMatchObject([
      { kind: 'album', title: 'Mill Songs', creators: ['The Reeds'], plays: 1, finishedAt: 1_709_528_767_000 },
    ]);
  });

  it('reads what is still playing, and loved songs, of JSON', async () => {
    const playing = { recenttracks: { track: [ofApi('Ebb', 'Quay', ''), ofApi('Grist', 'Mill Songs', '1709528767')] } };
    const { rows, skipped } = await analysed(textFile('s.json', JSON.stringify(playing)));
    expect(rows).toMatchObject([
      { title: 'Mill Songs', identifiers: { musicbrainz: expect.stringContaining('1f9df192') } },
    ]);
    expect(skipped).toMatchObject([{ reason: 'no time: it was still playing' }]);
    const loved = {
      lovedtracks: { track: [{ ...ofApi('Ebb', 'Quay', '1709528767'), artist: { name: 'The Reeds' } }] },
    };
    expect((await analysed(textFile('l.json', JSON.stringify(loved)))).rows).toMatchObject([
      { title: 'Quay', liked: true },
    ]);
  });

  it('reads XML', async () => {
    const xml =
      '<recenttracks><track><artist mbid="">The Reeds</artist><name>Grist</name><album mbid="">Mill Songs</album><date uts="1709528767">4 Mar 2024, 05:06</date></track></recenttracks>';
    expect((await analysed(textFile('s.xml', xml))).rows).toMatchObject([
      { title: 'Mill Songs', plays: 1, finishedAt: 1_709_528_767_000 },
    ]);
  });

  it('takes what R and pandas write for nothing as nothing', async () => {
    const table =
      'date,artist,track,album\n2024-03-04 05:06:07,The Reeds,Grist,NA\n2024-03-05 05:06:07,The Reeds,Ebb,NaN\n';
    expect((await analysed(textFile('r.csv', table))).rows).toMatchObject([
      { kind: 'music artist', title: 'The Reeds' },
    ]);
  });

  it.each([
    ['artist,track,album,played_at', 'The Reeds,Grist,Mill Songs,2024-03-04T05:06:07Z'],
    ['"","date","artist","track","album"', '"1","2024-03-04 05:06:07","The Reeds","Grist","Mill Songs"'],
    ['Artist;Album;AlbumId;Track;Date#ann', 'The Reeds;Mill Songs;7;Grist;1709528767000'],
    ['artist,album,track,uts', 'The Reeds,Mill Songs,Grist,1709528767'],
    ['Time;Artist Name;Song Title;Album Title', '24.03.2024 05:06;The Reeds;Grist;Mill Songs'],
    ['timestamp\tartist_name\ttrack_name\trelease_name', '1709528767000\tThe Reeds\tGrist\tMill Songs'],
  ])('reads a table that somebody made: %s', async (header, row) => {
    const { source, rows } = await analysed(textFile('mine.csv', `${header}\n${row}\n${row}\n`));
    expect(source).toBe('lastfm');
    expect(rows).toMatchObject([{ kind: 'album', title: 'Mill Songs', creators: ['The Reeds'], plays: 2 }]);
    expect(new Date(rows[0]?.finishedAt ?? 0).toISOString().slice(0, 10)).toMatch(/^2024-03-[02]4$/);
  });

  it.each([
    'Artist,Title,Date\nThe Reeds,Mill Songs,2024-03-04\n',
    'Artist,Track,Album,Year\nThe Reeds,Grist,Mill Songs,1999\n',
    'Title,Author,Time\nSalt Roads,Tove Arn,12:30\n',
  ])('leaves a collection to others: %s', async (text) => {
    expect((await analyseFiles([textFile('c.csv', text)])).analyses).toEqual([]);
  });

  it('reads four cells without a header, and leaves out what was still playing', async () => {
    const { rows, skipped } = await analysed(exportFile('lastfm-no-header.csv'));
    expect(rows).toMatchObject([{ title: 'Mill Songs', plays: 2, finishedAt: Date.UTC(2014, 4, 21, 18, 51) }]);
    expect(skipped[0]).toMatchObject({ line: 1, reason: expect.stringContaining('still playing') as string });
  });

  it.each([
    ['Bo Quill - Topic', 'Rain', 'Bo Quill', 'Rain'],
    ['OlaLindVEVO', 'Ola Lind - Kites', 'Ola Lind', 'Kites'],
    ['OlaLindVEVO', 'Kites', 'Ola Lind', 'Kites'],
    ['The Reeds', 'The Reeds - Grist', 'The Reeds', 'Grist'],
    ['The Reeds', 'Grist - Live', 'The Reeds', 'Grist - Live'],
  ])('reads the channel %s with %s', (channel, title, artist, song) => {
    expect(artistAndSong(channel, title)).toMatchObject({ artist, song });
  });
});

describe('ListenBrainz', () => {
  it('reads listens with what was loved and hated, and the album of whoever comes first', async () => {
    const files = ['listenbrainz-feedback.jsonl', 'listenbrainz-listens.jsonl'].map(exportFile);
    const analysis = await analysed(files);
    expect(rowNamed(analysis, 'Mill Songs')).toMatchObject({
      creators: ['The Reeds'],
      plays: 3,
      identifiers: { musicbrainz: '2cfad0f7-2222-4a4a-9c7e-000000000002' },
    });
    expect(rowNamed(analysis, 'Quay')).toMatchObject({ liked: true });
    expect(rowNamed(analysis, 'Row').disliked).toBeUndefined();
    expect(rowNamed(analysis, 'Noise')).toMatchObject({ kind: 'track', disliked: true });
    expect(analysis.skipped.map(({ file, line, reason }) => `${file}:${line} ${reason}`)).toEqual([
      'listenbrainz-listens.jsonl:6 the line is damaged',
      'listenbrainz-feedback.jsonl:3 a song that is in none of the listens',
    ]);
  });

  it('reads the one array of older exports', async () => {
    const listen = {
      listened_at: 1_700_000_000,
      track_metadata: { artist_name: 'Ida Fen', track_name: 'Lamp', release_name: 'Quay' },
    };
    const { rows } = await analysed(textFile('l.json', JSON.stringify([listen, listen])));
    expect(rows).toMatchObject([{ title: 'Quay', plays: 2 }]);
  });
});
