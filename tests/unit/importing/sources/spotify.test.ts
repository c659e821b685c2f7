import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../../../renderer/src/importing/detect';
import { exportFile, fixtureText, textFile } from '../../../fixtures/exports/files';
import { analysed, rowNamed, withAnswers } from './analysed';

const account = ['spotify-library.json', 'spotify-playlists.json', 'spotify-history-music.json'].map(exportFile);

it('takes the album of a played song from the library and the playlists, since the history has none', async () => {
  const analysis = await analysed(account);
  expect(rowNamed(analysis, 'Mill Songs')).toMatchObject({ kind: 'album', creators: ['The Reeds'], plays: 12 });
  expect(rowNamed(analysis, 'Quay')).toMatchObject({ plays: 1, shelves: ['Night drive'] });
  expect(rowNamed(analysis, 'Nobody Saved').kind).toBe('music artist');
});

it('takes what was saved or followed as liked, what was blocked as disliked, a followed podcast as going on', async () => {
  const analysis = await analysed(exportFile('spotify-library.json'));
  expect(rowNamed(analysis, 'Harbour Nights')).toMatchObject({ liked: true, creators: ['Salt, Wind & Ember'] });
  expect(rowNamed(analysis, 'Grey Kites')).toMatchObject({
    liked: true,
    identifiers: { spotify: 'spotify:album:0bbbbbbbbbbbbbbbbbbbb1' },
    url: 'https://open.spotify.com/album/0bbbbbbbbbbbbbbbbbbbb1',
  });
  expect(rowNamed(analysis, 'Chaff')).toMatchObject({ kind: 'track', disliked: true, liked: false });
  expect(rowNamed(analysis, 'Mill Songs')).toMatchObject({ liked: true });
  expect(rowNamed(analysis, 'Loud Neighbours')).toMatchObject({ kind: 'music artist', disliked: true });
  expect(rowNamed(analysis, 'Radio Ombra')).toMatchObject({ status: 'in-progress', creators: ['Fen Audio'] });
});

it('asks what songs become, and reads them so', async () => {
  const analysis = await analysed(account, withAnswers('spotify', { songs: 'songs' }));
  expect(analysis.questions[0]).toMatchObject({ id: 'songs', answer: 'songs' });
  expect(rowNamed(analysis, 'High Tide')).toMatchObject({
    kind: 'track',
    liked: true,
    identifiers: { spotify: 'spotify:track:0aaaaaaaaaaaaaaaaaaaa2' },
  });
  expect(rowNamed(analysis, 'Grist')).toMatchObject({ plays: 12, status: 'finished' });
});

it('asks how often something is to have been played', async () => {
  const options = withAnswers('spotify', { 'least-plays': '3' });
  const { rows, skipped, questions } = await analysed(exportFile('spotify-history-music.json'), options);
  expect(questions[1]).toMatchObject({ answer: '3' });
  expect(rows.map(({ title }) => title)).toEqual(['The Reeds']);
  expect(skipped.map(({ reason }) => reason)).toContain('played once');
});

it('reads the extended history: the artist of the album, whole plays only, none of a private session', async () => {
  const analysis = await analysed(exportFile('spotify-extended.json'));
  expect(rowNamed(analysis, 'Mill Songs')).toMatchObject({ plays: 12, liked: true, status: 'finished' });
  expect(analysis.skipped.map(({ excerpt }) => excerpt)).toContain('Private Band · Hidden');
  expect(JSON.stringify(analysis)).not.toMatch(/203\.0\.113\.7|someone|Android/);
});

it('does not count the last year twice where both histories are there, nor a file that is there twice', async () => {
  const extended = exportFile('spotify-extended.json');
  const { rows, ignoredFiles } = await analysed([
    exportFile('spotify-history-podcast.json'),
    extended,
    { ...extended, name: 'copy.json' },
  ]);
  expect(rows.find(({ title }) => title === 'Radio Ombra')).toMatchObject({ plays: 1 });
  expect(ignoredFiles).toEqual([
    { file: 'copy.json', reason: 'the same as another of the files' },
    { file: 'spotify-history-podcast.json', reason: 'the extended history holds the same plays' },
  ]);
});

it('refuses what is private, and says what to drop', async () => {
  const searches = textFile('a.json', '[{"platform":"WEB","searchTime":"2024-01-01","searchQuery":"salt"}]');
  const { analyses, unrecognised } = await analyseFiles([searches]);
  expect(analyses).toEqual([]);
  expect(unrecognised[0]?.reason).toMatch(/private data .* YourLibrary\.json/);
});

it('says which part of a damaged file is missing', async () => {
  const { unrecognised } = await analyseFiles([
    textFile('h.json', fixtureText('spotify-history-music.json').slice(0, 900)),
  ]);
  expect(unrecognised[0]?.reason).toContain('h.json is damaged');
});

describe('answers of Spotify’s interface', () => {
  const entry = (name: string, at: string, key = 'added_at') => ({
    [key]: at,
    track: {
      name,
      artists: [{ name: 'The Reeds' }, { name: 'Bo Quill' }],
      album: { name: 'Mill Songs', artists: [{ name: 'The Reeds' }] },
      uri: 'spotify:track:0aaaaaaaaaaaaaaaaaaaa1',
    },
  });
  const items = [entry('Grist', '2023-01-02T03:04:05Z'), entry('Ebb', '2023-01-03T03:04:05Z')];

  it.each([
    ['a page', { items }],
    ['a list', items],
    ['pages', [{ items: items.slice(0, 1) }, { items: items.slice(1) }]],
    ['a playlist', { name: 'Sea', tracks: { items } }],
  ])('are read: %s', async (_name, json) => {
    const analysis = await analysed(textFile('saved.json', JSON.stringify(json)));
    expect(analysis).toMatchObject({ source: 'spotify', rowCount: 2, mergedCount: 1 });
    expect(analysis.rows).toMatchObject([
      {
        kind: 'album',
        title: 'Mill Songs',
        creators: ['The Reeds'],
        liked: true,
        addedAt: Date.UTC(2023, 0, 2, 3, 4, 5),
      },
    ]);
    expect((await analysed(textFile('p.json', JSON.stringify(json)))).rows[0]?.liked).toBe(false);
  });

  it('count what was played last', async () => {
    const played = { items: [entry('Grist', '2023-01-02T03:04:05.123Z', 'played_at')] };
    expect((await analysed(textFile('recent.json', JSON.stringify(played)))).rows).toMatchObject([
      { title: 'Mill Songs', plays: 1, liked: false },
    ]);
  });
});
