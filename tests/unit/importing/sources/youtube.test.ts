import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../../../renderer/src/importing/detect';
import { titleFrame, withoutFrame } from '../../../../renderer/src/importing/sources/youtube-history';
import { listNameOf, saidByList } from '../../../../renderer/src/importing/sources/youtube-lists';
import { exportFile, fixtureText, textFile } from '../../../fixtures/exports/files';
import { analysed, rowNamed } from './analysed';

const TAKEOUT = ['watch-history.json', 'Liked videos.csv', 'Watch later-videos.csv'].map((name) =>
  exportFile(`youtube/${name}`),
);

describe('YouTube', () => {
  it('makes channels of videos and songs of what musicians put up; watching is no liking', async () => {
    const analysis = await analysed(exportFile('youtube/watch-history.json'));
    expect(rowNamed(analysis, 'Rope & Tar')).toMatchObject({
      kind: 'channel',
      plays: 2,
      liked: false,
      url: `https://www.youtube.com/channel/UC${'a'.repeat(22)}`,
      addedAt: Date.UTC(2024, 2, 2, 10),
    });
    expect(rowNamed(analysis, 'Bo Quill')).toMatchObject({ kind: 'music artist' });
    expect(rowNamed(analysis, 'The Reeds')).toMatchObject({ kind: 'music artist' });
    expect(analysis.skipped.map(({ reason }) => reason)).toEqual([
      'no video: a post, a game or one that is gone',
      'a video that is gone: neither its title nor who made it is left',
      'an advertisement',
    ]);
  });

  it('does not like a channel for being watched often', async () => {
    const entry = (day: number): object => ({
      header: 'YouTube',
      title: `Watched Knot ${day}`,
      titleUrl: `https://www.youtube.com/watch?v=aaaaaaaaa${String(day).padStart(2, '0')}`,
      subtitles: [{ name: 'Rope & Tar', url: `https://www.youtube.com/channel/UC${'a'.repeat(22)}` }],
      time: new Date(Date.UTC(2024, 0, day)).toISOString(),
      products: ['YouTube'],
    });
    const days = Array.from({ length: 28 }, (_, index) => entry(index + 1));
    const { rows } = await analysed(textFile('watch-history.json', JSON.stringify(days)));
    expect(rows).toMatchObject([{ title: 'Rope & Tar', plays: 28, liked: false }]);
  });

  it('names the videos of playlists from the history', async () => {
    const analysis = await analysed(TAKEOUT);
    expect(rowNamed(analysis, 'Whipping a rope')).toMatchObject({
      kind: 'video',
      creators: ['Rope & Tar'],
      liked: true,
      url: 'https://www.youtube.com/watch?v=aaaaaaaaaa2',
      addedAt: Date.UTC(2024, 2, 2, 11),
    });
    expect(rowNamed(analysis, 'Salt flats')).toMatchObject({ kind: 'video', status: 'wanted', liked: false });
    expect(rowNamed(analysis, 'The Reeds')).toMatchObject({ kind: 'music artist', liked: true });
  });

  it('says what to drop with playlists that hold only numbers', async () => {
    const { skipped, warnings } = await analysed(exportFile('youtube/Liked videos.csv'));
    expect(skipped).toHaveLength(3);
    expect(warnings.join()).toContain('drop watch-history.json of the same Takeout with them');
  });

  it('follows channels, and likes musicians who are followed', async () => {
    const { rows } = await analysed(exportFile('youtube/subscriptions.csv'));
    expect(rows).toMatchObject([
      { kind: 'channel', title: 'Rope & Tar', status: 'in-progress', liked: false },
      { kind: 'music artist', title: 'The Reeds', liked: true },
    ]);
  });

  it('reads the history as a page: entities, zones and advertisements', async () => {
    const analysis = await analysed(exportFile('youtube/watch-history.html'));
    expect(analysis.rows).toMatchObject([
      { kind: 'channel', title: 'Rope & Tar', addedAt: Date.UTC(2024, 2, 3, 22) },
      { kind: 'music artist', title: 'Bo Quill', addedAt: Date.UTC(2024, 2, 3, 9) },
    ]);
  });

  it.each([
    ['MyActivity.html', fixtureText('youtube/watch-history.html')],
    [
      'activity.json',
      JSON.stringify([
        {
          header: 'YouTube',
          title: 'Searched for lamps',
          titleUrl: 'https://www.youtube.com/results?search_query=lamps',
          time: '2024-03-01T10:00:00.000Z',
          products: ['YouTube'],
        },
      ]),
    ],
  ])('never reads what was searched for and opened: %s', async (name, text) => {
    const { analyses, unrecognised } = await analyseFiles([textFile(name, text)], {});
    expect(analyses).toEqual([]);
    expect(unrecognised[0]?.reason).toContain('never read');
  });

  it.each([
    [['Watched A b', 'Watched C d e', 'Watched F', 'Watched G', 'Watched H', 'Watched I'], 'Watched Salt', 'Salt'],
    [
      ['A', 'C d e', 'F', 'G', 'H', 'I'].map((title) => `${title} adlı videoyu izlediniz`),
      'Salt ile adlı videoyu izlediniz',
      'Salt ile',
    ],
    [['A', 'C', 'F', 'G', 'H', 'I'].map((title) => `„${title}“ angesehen`), '„Salt“ angesehen', 'Salt'],
    [['Watched A', 'Watched B'], 'Watched Salt', 'Salt'],
    [['A', 'C', 'F', 'G', 'H', 'I'].map((title) => `${title} を視聴しました`), 'Salt を視聴しました', 'Salt'],
    [['A one', 'C two', 'F', 'G', 'H', 'I'], 'Salt', 'Salt'],
  ])('takes off what stands around every title: %j', (titles, title, rest) => {
    expect(withoutFrame(title, titleFrame(titles))).toBe(rest);
  });

  it.each([
    [
      'Takeout/YouTube/playlists/Sea songs-videos.csv',
      'Sea songs',
      { liked: false, status: 'none', shelf: 'Sea songs' },
    ],
    ['Mag ich-Videos.csv', 'Mag ich', { liked: true, status: 'none', shelf: '' }],
    ['Vídeos marcados como Gostei.csv', 'Vídeos marcados como Gostei', { liked: true, status: 'none', shelf: '' }],
    ['Später ansehen-videos.csv', 'Später ansehen', { liked: false, status: 'wanted', shelf: '' }],
  ])('knows the list %s', (path, name, said) => {
    expect(listNameOf(path)).toBe(name);
    expect(saidByList(name)).toEqual(said);
  });
});
