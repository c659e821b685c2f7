import { describe, expect, it } from 'vitest';
import type { ImportAnalysis, ImportedRow } from '../../../../renderer/src/domain/imported-row';
import { analyseFiles } from '../../../../renderer/src/importing/detect';
import type { ExportFile } from '../../../../renderer/src/importing/containers/archive';
import { exportFile, textFile } from '../../../fixtures/exports/files';

const linkFile = (name: string): ExportFile => ({ ...exportFile(`links/${name}`), name });

async function analysisOf(...files: readonly ExportFile[]): Promise<ImportAnalysis> {
  const [analysis] = (await analyseFiles(files)).analyses;
  if (analysis === undefined) throw new Error('nothing was recognised');
  return analysis;
}

const told = ({ rows }: ImportAnalysis, ...fields: readonly (keyof ImportedRow)[]): unknown[] =>
  rows.map((row) => fields.map((field) => row[field]));

const page = (links: string): ExportFile =>
  textFile('bookmarks.html', `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<H1>Bookmarks</H1>\n<DL><p>\n${links}\n</DL><p>\n`);

describe('bookmarks', () => {
  it('keep their folders as shelves, but not those that a browser has by itself', async () => {
    const analysis = await analysisOf(linkFile('bookmarks-chrome.html'));
    expect(told(analysis, 'title', 'shelves', 'addedAt')).toEqual([
      ['Kiln & Clay', ['Ovens'], 1_600_000_001_000],
      ['Home', ['Ovens', 'Small ones'], null],
      ['Home', ['Ovens', 'Small ones'], 1_600_000_005_000],
      ['wheel.example/turn?page=2', [], 1_600_000_010_000],
      ['Throwing a bowl - YouTube', [], 1_600_000_011_000],
    ]);
    expect(told(analysis, 'kind').flat()).toEqual(['link', 'link', 'link', 'link', 'video']);
  });

  it('leave out what is no page for anybody else, each with its reason', async () => {
    const { skipped } = await analysisOf(linkFile('bookmarks-chrome.html'));
    expect(skipped.map(({ excerpt, reason }) => [excerpt, reason])).toEqual([
      ['Make it dark', 'a small program (javascript:), no page'],
      ['Settings', 'a page of the browser itself'],
      ['Notepad', 'a page inside its own address (data:)'],
      ['Router', 'an address that only your own network knows'],
    ]);
  });

  it('lose passwords and keys that stand in their addresses, and say so', async () => {
    const { rows, warnings } = await analysisOf(linkFile('bookmarks-chrome.html'));
    expect(rows.map(({ url }) => url)).toContain('https://wheel.example/turn?page=2');
    expect(JSON.stringify(rows)).not.toMatch(/secret1|0123456789/);
    expect(warnings).toEqual([expect.stringContaining('passwords and keys')]);
  });

  it('as XBEL have folders, notes and days', async () => {
    const analysis = await analysisOf(linkFile('floccus.xbel'));
    expect(told(analysis, 'title', 'url', 'shelves', 'status', 'note', 'addedAt')).toEqual([
      ['How a kiln is built', 'https://kiln.example/a?b=1&c=2', ['Kilns'], 'none', 'Twice.', Date.UTC(2024, 0, 2, 10)],
      ['oven.example', 'https://oven.example/', ['Kilns', 'To read'], 'wanted', null, null],
    ]);
    expect(analysis.skipped.map(({ excerpt }) => excerpt)).toEqual(['A program']);
  });

  it('of Firefox have tags and notes; a folder of what is to be read says so', async () => {
    const { rows } = await analysisOf(linkFile('bookmarks-firefox.html'));
    expect(rows[0]).toMatchObject({
      title: 'Salt roads',
      tags: ['sea', 'old maps'],
      shelves: ['To read'],
      status: 'wanted',
      note: 'The map is at the end,\nand the song.',
    });
    expect(rows[1]).toMatchObject({ title: 'Reed hours', shelves: [], note: null });
  });

  it('of Raindrop.io survive a "<" in an attribute and lines that somebody has indented', async () => {
    const { rows } = await analysisOf(linkFile('raindrop.html'));
    expect(rows[0]).toMatchObject({
      title: 'How to build a boat',
      tags: ['wood', 'slow'],
      shelves: ['Boats'],
      liked: true,
      note: 'Planks, nails, patience.',
    });
    expect(rows[1]).toMatchObject({ title: 'Oars', note: null, liked: false });
  });

  it('that were private there are on a shelf of that name', async () => {
    const { rows, warnings } = await analysisOf(linkFile('shaarli.html'));
    expect(rows.map(({ shelves }) => shelves)).toEqual([['private'], []]);
    expect(rows[1]).toMatchObject({ status: 'wanted', note: 'Ask Bo' });
    expect(warnings).toEqual([expect.stringContaining('private')]);
  });

  it('of a Firefox backup are dated in microseconds and tagged in two ways', async () => {
    const { rows, skipped } = await analysisOf(linkFile('firefox.json'));
    expect(rows).toMatchObject([
      {
        title: 'Sails',
        tags: ['sea', 'cloth', 'knots'],
        shelves: ['Wind'],
        addedAt: 1_600_000_001_000,
        note: 'Mended twice',
      },
    ]);
    expect(skipped.map(({ reason }) => reason)).toEqual(['a search of the browser (place:)']);
  });

  it('of a Chrome profile are dated in microseconds since 1601', async () => {
    const { rows } = await analysisOf(linkFile('chrome.json'));
    expect(told({ rows } as ImportAnalysis, 'title', 'shelves', 'addedAt')).toEqual([
      ['Lamp oil', [], 1_600_000_000_000],
      ['Wicks', ['Lamps'], 1_600_000_001_000],
    ]);
  });

  it('are one where their addresses are, whatever their titles, and two where those differ', async () => {
    const { rows } = await analysisOf(
      page(
        [
          '<DT><A HREF="https://a.example/x/?utm_source=mail#top" ADD_DATE="1">Left</A>',
          '<DT><A HREF="http://www.A.example/x" ADD_DATE="2">Right</A>',
          '<DT><A HREF="https://a.example/x?page=2" ADD_DATE="3">Left</A>',
          '<DT><A HREF="https://a.example/#!/x" ADD_DATE="4">Left</A>',
        ].join('\n'),
      ),
    );
    expect(rows.map(({ title, url }) => [title, url])).toEqual([
      ['Left', 'https://a.example/x/?utm_source=mail#top'],
      ['Left', 'https://a.example/x?page=2'],
      ['Left', 'https://a.example/#!/x'],
    ]);
  });

  it('keep an unescaped & in an address as it stands', async () => {
    const { rows } = await analysisOf(
      page('<DT><A HREF="https://a.example/?a=1&copy=2&lt=3&amp;x=4" ADD_DATE="1">T</A>'),
    );
    expect(rows[0]?.url).toBe('https://a.example/?a=1&copy=2&lt=3&x=4');
  });

  it('are read to the end where the file breaks off', async () => {
    const cut =
      '<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p><DT><H3>A</H3><DL><p><DT><A HREF="https://a.example/">One</A><DD>and a';
    const { rows } = await analysisOf(textFile('cut.html', cut));
    expect(rows).toMatchObject([{ title: 'One', shelves: ['A'], note: 'and a' }]);
  });
});

describe('links of services that keep what is to be read', () => {
  it('of Pocket have tags between bars, and the address where the title is missing', async () => {
    const { rows } = await analysisOf(linkFile('part_000000.csv'), linkFile('pocket-annotations.json'));
    expect(rows).toMatchObject([
      {
        title: 'Slow trains',
        kind: 'article',
        tags: ['night', 'long, far'],
        status: 'wanted',
        note: '“The whistle is older than the line.”\n\n“Nobody waits twice.”',
      },
      { title: 'train.example/night', status: 'finished' },
      { title: 'Timetables of the north', tags: ['maps'], status: 'finished' },
    ]);
  });

  it('of ril_export.html are read or unread by their heading', async () => {
    const { rows } = await analysisOf(linkFile('ril_export.html'));
    expect(told({ rows } as ImportAnalysis, 'title', 'status', 'kind', 'url')).toEqual([
      ["Casting a bell – it's slow", 'wanted', 'article', 'https://bell.example/cast'],
      ['bell.example/paper (2).pdf', 'wanted', 'article', 'https://bell.example/paper%20(2).pdf'],
      ['Ringing', 'finished', 'video', 'https://vimeo.com/123456789'],
    ]);
  });

  it('in a table that was written for Raindrop.io have folders and days, and are no list of Google Maps', async () => {
    const text =
      'folder,url,title,note,tags,created\nClay/To read,https://kiln.example/,Kilns,Good,"a, b",1629980125\n';
    expect(
      told(await analysisOf(textFile('links.csv', text)), 'title', 'shelves', 'tags', 'status', 'note', 'addedAt'),
    ).toEqual([['Kilns', ['Clay', 'To read'], ['a', 'b'], 'wanted', 'Good', 1_629_980_125_000]]);
  });

  it('of Raindrop.io have the owner’s note and highlights, and not what the page says of itself', async () => {
    const { rows } = await analysisOf(linkFile('raindrop.csv'));
    expect(rows[0]).toMatchObject({
      shelves: ['Crafts', 'Wool'],
      tags: ['dye', 'sheep'],
      liked: true,
      addedAt: Date.UTC(2023, 4, 1, 10, 11, 12),
      note: 'Ask Ida\nabout the dye\n\n“Rock remembers\nso do sheep”',
    });
    expect(JSON.stringify(rows)).not.toContain('own words');
  });

  it('of Instapaper have status, star and folder from one column', async () => {
    const { rows } = await analysisOf(linkFile('instapaper-export.csv'));
    expect(told({ rows } as ImportAnalysis, 'title', 'status', 'liked', 'shelves', 'tags')).toEqual([
      ['How owls turn', 'wanted', false, [], []],
      ['owl.example/two', 'finished', false, [], ['night', 'birds']],
      ['Owl song', 'none', true, [], []],
      ['Owl maps', 'none', false, ['Far away'], []],
    ]);
    expect(rows[0]?.note).toBe('“Two lines\nof it”');
  });

  it('of Pinboard call the title a description', async () => {
    const { rows } = await analysisOf(linkFile('pinboard.json'));
    expect(told({ rows } as ImportAnalysis, 'title', 'tags', 'shelves', 'status', 'note')).toEqual([
      ['Ferns', ['green', 'wet'], [], 'none', 'Shade only'],
      ['fern.example/two', [], ['private'], 'wanted', null],
    ]);
  });
});
