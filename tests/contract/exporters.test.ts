import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { entryId, itemId, listId } from '../../renderer/src/domain/ids';
import { completeItem, type Item } from '../../renderer/src/domain/item';
import { listFileSchema } from '../../renderer/src/domain/list-file';
import type { PortableList } from '../../renderer/src/domain/portable-list';
import type { RecommendationList } from '../../renderer/src/domain/recommendation-list';
import { textCell } from '../../renderer/src/exporting/csv-text';
import { LIST_EXPORTERS, LIST_FORMATS, type ListFormat } from '../../renderer/src/exporting/list-exporters';
import type { ExportFile } from '../../renderer/src/importing/containers/archive';
import { analyseFiles } from '../../renderer/src/importing/detect';

/** Each breaks some writer that is careless. */
const TITLES = [
  'Plain',
  'One, two; three',
  'She said "so"',
  "It’s 'quoted'",
  'Line\none\r\ntwo',
  '=1+1',
  '+49 30',
  '-minus',
  '@mention',
  '\tTabbed',
  'Rocket 🚀 👩‍👩‍👧 é',
  'مئة عام من العزلة (1967)',
  'אלף לילה ולילה',
  '<script>alert(1)</script>',
  '</script><!--',
  '*bold* _em_ `code` [link](x) | a ~b~',
  '# Heading',
  '1. One',
  '&amp; &lt;',
  'back\\slash',
  '中文書名',
  "'already",
];

const SECRET = 'only for me';
const items = TITLES.map((title, index): Item =>
  completeItem(
    {
      kind: index % 2 === 0 ? 'book' : 'movie',
      title,
      creators: index === 0 ? [] : [`Maker, ${title}`],
      year: index === 3 ? -800 : index === 4 ? null : 1900 + index,
      length: index % 3 === 1 ? null : 90 + index,
      tags: ['a;b', title],
      shelves: ['to-buy', title],
      ownRating: index % 3 === 0 ? null : 0.9,
      status: 'finished',
      note: index % 4 === 0 ? `Public ${title}` : null,
      privateNote: `${SECRET} ${index}`,
      url: index === 1 ? 'https://example.org/a(b)?q="<x>' : index === 2 ? 'javascript:alert(1)' : null,
      identifiers: index === 5 ? { isbn13: '9780000000002' } : {},
      series: index === 6 ? { name: title, position: 0.5 } : null,
      crowd: index === 7 ? { rating: 0.8, count: 12 } : null,
    },
    itemId(`item-${index}`),
    1000 + index,
  ),
);
const byId = new Map(items.map((item) => [item.id, item]));
const list: RecommendationList = {
  id: listId('list'),
  title: 'Ten, for a "long" winter: </script> *',
  description: '=SUM(A1)\n\nTwo paragraphs & <b>one</b>',
  entries: [
    ...items.map((item, index) => ({
      id: entryId(`entry-${index}`),
      itemId: item.id,
      annotation: index % 5 === 4 ? '' : `On ${item.title}\n\n=and more`,
    })),
    { id: entryId('lost'), itemId: itemId('gone'), annotation: 'gone' },
  ],
  createdAt: 1,
  updatedAt: Date.UTC(2026, 0, 2),
};
const text = (format: ListFormat, includePrivateNotes = false): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
    LIST_EXPORTERS[format](list, byId, { includePrivateNotes, locale: 'en', authorName: 'Me <3' }).bytes,
  );

const fileOf = (content: unknown): ExportFile => ({
  name: 'list.json',
  blob: new Blob([typeof content === 'string' ? content : JSON.stringify(content)]),
});
const portableList = (content: Uint8Array | object): PortableList =>
  listFileSchema.parse(content instanceof Uint8Array ? JSON.parse(new TextDecoder().decode(content)) : content).list;
/** Why an import refuses the file. */
async function refusal(content: unknown): Promise<string> {
  const { analyses, unrecognised } = await analyseFiles([fileOf(content)]);
  expect(analyses).toEqual([]);
  return unrecognised.map(({ reason }) => reason).join();
}

describe.each(LIST_FORMATS)('%s export', (format) => {
  it('keeps private notes at home unless asked for', () => {
    expect(text(format)).not.toContain(SECRET);
    expect(new TextDecoder().decode(LIST_EXPORTERS[format](list, byId).bytes)).not.toContain(SECRET);
    expect(text(format, true)).toContain(`${SECRET} 21`);
  });

  it('names a file that any system can keep', () => {
    const { fileName } = LIST_EXPORTERS[format](list, byId);
    expect(fileName).toMatch(/^Ten-for-a-long-winter-script\.[a-z]+$/);
    for (const title of ['', '///', 'CON', '..', 'x'.repeat(300)]) {
      expect(LIST_EXPORTERS[format]({ ...list, title }, byId).fileName, title).toMatch(
        /^(?!con\.)[\p{L}\p{N}-]{1,65}\.[a-z]+$/iu,
      );
    }
    expect(LIST_EXPORTERS[format]({ ...list, title: 'أفلام' }, byId).fileName).toContain('أفلام');
  });

  it('is a pure function, leaves out what is gone, and copes with an empty list', () => {
    expect(text(format)).toBe(text(format));
    expect(text(format)).not.toContain('gone');
    expect(LIST_EXPORTERS[format]({ ...list, entries: [] }, new Map()).bytes.length).toBeGreaterThan(10);
  });
});

describe('CSV', () => {
  const csv = text('csv');
  it('starts with a byte order mark, ends lines with CRLF and quotes every cell', () => {
    expect(csv.startsWith('\uFEFF"Position","Title"')).toBe(true);
    expect(csv.endsWith('"\r\n')).toBe(true);
  });

  it('has these columns, in this order', () => {
    const facts = '"Position","Title","Creators","Year","Kind","Length (minutes or pages)","Tags"';
    const columns = `${facts},"Shelves","Rating (of 5)"`;
    expect(csv.slice(1).split('\r\n')[0]).toBe(`${columns},"Annotation","Note","Link"`);
    expect(text('csv', true).slice(1).split('\r\n')[0]).toBe(`${columns},"Annotation","Note","Link","Private note"`);
  });

  it('reads back as it was, apart from the mark before what a spreadsheet would run', () => {
    const { data, errors } = Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: 'greedy' });
    expect(errors).toEqual([]);
    const rows = data.slice(1);
    expect(rows.map((row) => row[0])).toEqual(TITLES.map((_title, index) => String(index + 1)));
    expect(rows.map((row) => row[1])).toEqual(TITLES.map((title) => (/^[=+\-@\t]/.test(title) ? `'${title}` : title)));
    for (const row of data)
      for (const cell of row.filter((value) => !/^-?\d+(?:\.\d+)?$/.test(value)))
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    const column = (name: string): number => data[0]?.indexOf(name) ?? -1;
    expect(rows[3]?.[column('Year')]).toBe('-800');
    expect(rows[1]?.[column('Rating (of 5)')]).toBe('4.5');
  });

  it.each([
    '=1+1',
    '+49 30',
    '-1',
    '@x',
    '\tx',
    '\rx',
    '\nx',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    ' =1+1',
    '\u200B=1',
    '\n\n=1',
    '﹢1',
  ])('runs nothing of %j', (title) => {
    expect(textCell(title)).toBe(`'${title}`);
  });

  it.each(['Dune', 'x=1', '1984', '“=1”', '…and then', '', ' ', '中文書名', '−1'])('leaves %j as it is', (title) => {
    expect(textCell(title)).toBe(title);
  });
});

describe('a length', () => {
  it('written as CSV is guessed and read as it was, pages of a book and minutes of a film', async () => {
    const file = { name: 'list.csv', blob: new Blob([new Uint8Array(LIST_EXPORTERS.csv(list, byId).bytes)]) };
    const mapping = (await analyseFiles([file])).unrecognised[0]?.table?.guess;
    if (mapping === undefined) throw new Error('no table');
    const rows = (await analyseFiles([file], { mapping })).analyses[0]?.rows ?? [];
    // A title may come back changed, and two may become one: those that did not are enough.
    const read = rows
      .filter(({ title }) => ['Plain', 'One, two; three', 'She said "so"', '中文書名'].includes(title))
      .map(({ title, kind, length }) => [title, kind, length]);
    expect(read).toEqual([
      ['Plain', 'book', 90],
      ['One, two; three', 'movie', null],
      ['She said "so"', 'book', 92],
      ['中文書名', 'book', 110],
    ]);
  });

  it('is not known of what an older list file holds, and refused where it is none', async () => {
    const older = JSON.parse(readFileSync(new URL('../fixtures/window/winter-list.json', import.meta.url), 'utf8')) as {
      readonly list: { readonly entries: readonly { readonly item: object }[] };
    };
    expect(Object.keys(older.list.entries[0]?.item ?? {})).not.toContain('length');
    const { entries } = portableList(older);
    expect(entries.length).toBeGreaterThan(0);
    for (const { item } of entries) expect(item.length).toBeNull();
    for (const length of [0, -1, 1.5, 1e9, '90']) {
      const damaged = {
        ...older,
        list: {
          ...older.list,
          entries: older.list.entries.map((entry) => ({ ...entry, item: { ...entry.item, length } })),
        },
      };
      expect(await refusal(damaged), String(length)).toMatch(/damaged at list\.entries\.0\.item\.length/);
    }
  });
});

describe('JSON', () => {
  /** Of version 1 of the format, in the order in which it writes them. */
  const FIRST_FIELDS =
    'kind title originalTitle creators year tags series crowd identifiers url ownRating status finishedAt note privateNote';
  const file = JSON.parse(text('json')) as { readonly list: { readonly entries: readonly { item: object }[] } };
  const fields = Object.entries(file.list.entries[0]?.item ?? {});

  it('writes the fields of an item in order', () => {
    const names = fields.map(([name]) => name).filter((name) => FIRST_FIELDS.split(' ').includes(name));
    expect(names.join(' ')).toBe(FIRST_FIELDS);
  });

  it.each(FIRST_FIELDS.split(' '))('refuses an item without %s', async (missing) => {
    const item = Object.fromEntries(fields.filter(([name]) => name !== missing));
    const damaged = { ...file, list: { ...file.list, entries: [{ item, annotation: '' }] } };
    expect(await refusal(damaged)).toMatch(new RegExp(`damaged at list\\.entries\\.0\\.item\\.${missing}:`));
  });

  it('comes back as it went, and once more', () => {
    const portable = portableList(LIST_EXPORTERS.json(list, byId, { includePrivateNotes: true }).bytes);
    expect(portable.entries.map((entry) => entry.item.title)).toEqual(TITLES);
    expect(portable.entries.map((entry) => entry.annotation)).toEqual(
      list.entries.slice(0, -1).map((entry) => entry.annotation),
    );
    expect([portable.title, portable.description]).toEqual([list.title, list.description]);
    portable.entries.forEach((entry, index) => {
      expect(items[index]).toMatchObject(entry.item);
    });

    const again = portable.entries.map((entry, index) => completeItem(entry.item, itemId(`item-${index}`), 5));
    const second = LIST_EXPORTERS.json(
      { ...list, entries: list.entries.slice(0, -1) },
      new Map(again.map((item) => [item.id, item])),
      { includePrivateNotes: true },
    );
    expect(portableList(second.bytes)).toEqual(portable);
  });

  it('is read back by an import, every field and annotation in order', async () => {
    const file = LIST_EXPORTERS.json(list, byId, { includePrivateNotes: true });
    const [analysis] = (await analyseFiles([{ name: file.fileName, blob: new Blob([new Uint8Array(file.bytes)]) }]))
      .analyses;
    if (analysis === undefined) throw new Error('not read');
    const portable = portableList(file.bytes);
    expect(analysis).toMatchObject({ source: 'handpicked-list', rowCount: TITLES.length, mergedCount: 0, skipped: [] });
    // As rows of any file are held to: one line each, links of the web alone (importing/plan/sound-row.ts).
    const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
    expect(analysis.rows).toMatchObject(
      portable.entries.map(({ item }) => ({
        ...item,
        title: oneLine(item.title),
        creators: item.creators.map(oneLine),
        tags: item.tags.map(oneLine),
        shelves: item.shelves.map(oneLine),
        url: item.url?.startsWith('javascript:') === true ? null : item.url,
      })),
    );
    expect(analysis.list).toEqual({
      title: list.title,
      description: list.description,
      entries: portable.entries.map(({ annotation }, index) => ({ line: index + 1, annotation })),
    });
  });

  it.each([
    ['nonsense', 'no export this program knows, and neither a table nor a list with one title on each line'],
    ['{"format":"other"}', 'a JSON file of a kind this program does not read: no list of things is in it'],
    ['[]', 'a JSON file of a kind this program does not read: no list of things is in it'],
    [null, 'no export this program knows, and neither a table nor a list with one title on each line'],
    [7, 'no export this program knows, and neither a table nor a list with one title on each line'],
    [{ page: { format: 'handpicked-list' } }, 'This is not a list exported by Handpicked.'],
    [
      { format: 'handpicked-list', version: 2, list: {} },
      'This list was exported by a newer version of Handpicked. Update to read it.',
    ],
    [
      '{"format": "handpicked-list", "version": 1, "list": {"title"',
      'list.json is damaged: a part of it is missing. Download or export it again.',
    ],
    [
      { format: 'handpicked-list', version: 1, list: { title: 'x', description: '', entries: [{ annotation: 1 }] } },
      'This list file is damaged at list.entries.0.item: Invalid input: expected object, received undefined.',
    ],
  ])('refuses %j', async (content, reason) => {
    expect(await refusal(content)).toBe(reason);
  });
});

describe('HTML', () => {
  const html = text('html', true);
  it('asks nothing of the network and runs nothing', () => {
    expect(html).not.toMatch(/<(?:img|link|iframe|object|form|script(?! type="application\/ld\+json"))/i);
    expect([...html.matchAll(/<script/g)]).toHaveLength(1);
    expect(html).not.toMatch(/\b(?:src|action)=|url\(|@import|javascript:/i);
    expect([...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1])).toEqual([
      'https://example.org/a(b)?q=%22%3Cx%3E',
    ]);
    expect(html).toContain('prefers-color-scheme: dark');
    expect(html).toContain('@media print');
  });

  it('carries the list as schema.org data that ends where its element ends', () => {
    const inside = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
    const data = JSON.parse(inside);
    expect(data).toMatchObject({ '@type': 'ItemList', name: list.title, numberOfItems: TITLES.length });
    expect(data.itemListElement.map((element: { position: number }) => element.position)).toEqual(
      TITLES.map((_title, index) => index + 1),
    );
    expect(
      data.itemListElement.map(
        (element: { item: { name?: string; itemReviewed?: { name: string } } }) =>
          element.item.itemReviewed?.name ?? element.item.name,
      ),
    ).toEqual(TITLES);
    expect(data.itemListElement[1].item).toMatchObject({
      '@type': 'Review',
      author: { name: 'Me <3' },
      reviewRating: { ratingValue: '4.5', bestRating: '5' },
      itemReviewed: { '@type': 'Movie', director: [{ name: 'Maker, One, two; three' }] },
    });
  });
});

describe('Markdown', () => {
  it('escapes what would be markup and links only to the web', () => {
    const markdown = text('markdown');
    expect(markdown).toContain(String.raw`**\<script\>alert(1)\</script\>**`);
    expect(markdown).toContain(String.raw`**\*bold\* \_em\_ \`code\` \[link\](x) \| a \~b\~**`);
    expect(markdown).toContain('[**One, two; three**](https://example.org/a%28b%29?q=%22%3Cx%3E)');
    expect(markdown).not.toContain('javascript:');
    expect(markdown).toContain('   \\=and more');
    expect(markdown.match(/^\d+\. /gm)).toHaveLength(TITLES.length);
  });
});

describe('plain text', () => {
  it('numbers one line per title and isolates right-to-left words', () => {
    const plain = text('text');
    expect(plain.match(/^\d+\. /gm)).toHaveLength(TITLES.length);
    expect(plain).toContain('12. \u2068مئة عام من العزلة (1967)\u2069');
    expect(plain).toContain('5. Line one two');
  });
});
