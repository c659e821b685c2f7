import * as fc from 'fast-check';
import { strToU8, zipSync, gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../../renderer/src/importing/containers/archive';
import { bytesOf, type ByteSource } from '../../../../renderer/src/importing/containers/byte-source';
import { analyseFiles } from '../../../../renderer/src/importing/detect';
import { createPacer } from '../../../../renderer/src/importing/pacer';
import { bytesFile, textFile, zipOf } from '../../../fixtures/exports/files';

const TABLE = strToU8('Title,Year\nSalt,2001\n');
const FILMS = 'Date,Name,Year,Letterboxd URI,Rating\n2020-01-01,Salt,2001,https://boxd.it/a,4\n';

async function whole(source: ByteSource): Promise<Uint8Array> {
  const parts: number[] = [];
  for await (const part of bytesOf(source, createPacer())) parts.push(...part);
  return Uint8Array.from(parts);
}

/** The archive with one field changed in the header of its only member and in its table of contents. */
function forged(zip: Uint8Array, field: 'size' | 'flags' | 'method', value: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(zip);
  const view = new DataView(bytes.buffer);
  const central = bytes.findIndex((_byte, at) => at + 4 <= bytes.length && view.getUint32(at, true) === 0x02014b50);
  if (field === 'size') {
    view.setUint32(22, value, true);
    view.setUint32(central + 24, value, true);
  } else {
    const [local, table] = field === 'flags' ? [6, 8] : [8, 10];
    view.setUint16(local, value, true);
    view.setUint16(central + table, value, true);
  }
  return bytes;
}

const contents = async (bytes: Uint8Array) => await openArchive(bytesFile('z.zip', bytes), createPacer());

describe('an archive', () => {
  it('gives back what was put in, packed or not, as often as it is read', async () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}(?:\/[a-z]{1,6})?\.csv$/), {
      minLength: 1,
      maxLength: 8,
    });
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 300 }).map((tail) => Uint8Array.from([0x41, ...tail]));
    await fc.assert(
      fc.asyncProperty(names, bytes, fc.constantFrom(0, 6), async (members, content, level) => {
        const zip = zipSync(Object.fromEntries(members.map((name) => [name, content])), { level });
        const { files, ignored } = await contents(zip);
        expect(ignored).toEqual([]);
        expect(files.map(({ name }) => name).sort()).toEqual(members.map((name) => `z.zip/${name}`).sort());
        for (const { source } of files)
          for (let pass = 0; pass < 2; pass += 1) expect(await whole(source)).toEqual(content);
      }),
      { numRuns: 60 },
    );
  });

  it('streams a large member, and checks that it is whole', async () => {
    const large = new Uint8Array(6_000_000).map((_byte, index) => 32 + ((index * 7919) % 90));
    const zip = zipSync({ 'large.csv': large });
    const [file] = (await contents(zip)).files;
    expect(file?.source.size).toBe(large.length);
    let length = 0;
    for await (const part of bytesOf(file?.source as ByteSource, createPacer())) length += part.byteLength;
    expect(length).toBe(large.length);
    const damaged = new Uint8Array(zip);
    damaged.set(damaged.slice(5000, 5100), 4000);
    const result = await analyseFiles([bytesFile('z.zip', damaged)]);
    expect(result.unrecognised[0]?.reason).toMatch(/damaged|not as long|nothing in it/);
  });

  it.each([
    ['smaller than it is', 5],
    ['larger than it is', 4_000_000],
    ['a little larger', TABLE.length + 1],
  ])('whose member says it is %s is not read', async (_what, size) => {
    const { files, ignored } = await contents(forged(zipSync({ 'a.csv': TABLE }), 'size', size));
    expect(files).toEqual([]);
    expect(ignored[0]?.reason).toMatch(/not as long as the archive says/);
  });

  it('with a password says so, and what to do', async () => {
    const zip = forged(zipSync({ 'a.csv': TABLE }), 'flags', 1);
    const [file] = (await analyseFiles([bytesFile('z.zip', zip)])).unrecognised;
    expect(file?.reason).toMatch(/^z\.zip has a password.*Unpack it with its password/);
  });

  it('packed in another way says so', async () => {
    const { ignored } = await contents(forged(zipSync({ 'a.csv': TABLE }, { level: 0 }), 'method', 14));
    expect(ignored[0]?.reason).toMatch(/Unpack the archive/);
  });

  it('leads nowhere but down', async () => {
    const { files } = await contents(
      zipSync({ '../../up.csv': TABLE, '/root.csv': TABLE, 'C:\\disk\\a.csv': TABLE, 'nul\0\u0007.csv': TABLE }),
    );
    expect(files.map(({ name }) => name)).toEqual([
      'z.zip/up.csv',
      'z.zip/root.csv',
      'z.zip/disk/a.csv',
      // Code page 437 shows some control characters as signs.
      expect.stringMatching(/^z\.zip\/nul\P{C}*\.csv$/u),
    ]);
  });

  it('is read by content: names say nothing, pictures and programs are left alone', async () => {
    const { files, ignored } = await contents(
      zipSync({
        'ratings.dat': strToU8(FILMS),
        'table.csv': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
        'song.csv': strToU8('ID3\u0003'),
        'old.csv': Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        '__MACOSX/._a.csv': TABLE,
        'empty.csv': new Uint8Array(),
      }),
    );
    expect(files.map(({ name }) => name)).toEqual(['z.zip/ratings.dat']);
    expect(Object.fromEntries(ignored.map(({ file, reason }) => [file, reason]))).toMatchObject({
      'z.zip/table.csv': 'a picture; nothing to import',
      'z.zip/song.csv': 'a sound; nothing to import',
      'z.zip/old.csv': expect.stringContaining('Save as') as string,
      'z.zip/empty.csv': 'empty',
    });
  });

  it('inside another is opened, gzip inside it too', async () => {
    const inner = zipSync({ 'ratings.csv': strToU8(FILMS) });
    const { analyses } = await analyseFiles([zipOf('outer.zip', { 'inner.bin': inner })]);
    expect(analyses[0]?.files).toEqual(['outer.zip/inner.bin/ratings.csv']);
    const packed = await analyseFiles([zipOf('outer.zip', { 'ratings.csv.gz': gzipSync(strToU8(FILMS)) })]);
    expect(packed.analyses[0]?.rows.map(({ title }) => title)).toEqual(['Salt']);
  });

  it.each<[string, Record<string, Uint8Array>, RegExp]>([
    [
      'a table of LibreOffice',
      { mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': TABLE },
      /\.ods\).*CSV/,
    ],
    ['a document of Word', { '[Content_Types].xml': TABLE, 'word/document.xml': TABLE }, /Word.*\.txt/],
    ['a table of Numbers', { 'Index/Document.iwa': TABLE }, /Numbers.*CSV/],
    ['an e-book', { mimetype: strToU8('application/epub+zip'), 'META-INF/container.xml': TABLE }, /e-book/],
  ])('that is %s inside says so', async (_what, members, reason) => {
    const { unrecognised } = await analyseFiles([zipOf('f', members)]);
    expect(unrecognised).toEqual([{ file: 'f', reason: expect.stringMatching(reason) as string }]);
  });

  it('of thousands of members is read in seconds', async () => {
    const members = Object.fromEntries(
      Array.from({ length: 4900 }, (_unused, index) => [
        `lists/${String(index)}.txt`,
        strToU8(`note ${String(index)}`),
      ]),
    );
    const start = performance.now();
    await analyseFiles([zipOf('many.zip', members)]);
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  it('never gives away searches, devices, places, messages', async () => {
    const personal = [
      'MyData/SearchQueries.json',
      'content/SearchHistory.csv',
      'DEVICES/Devices.csv',
      'known_devices.json',
      'Takeout/Maps (your places)/Labeled places.json',
      'Takeout/Location History (Timeline)/Records.json',
      'messages/inbox/a.json',
      'MESSAGES/MessagesSentByNetflix.csv',
      'direct-messages.json',
      'IP_ADDRESSES/x.csv',
      'user-settings.json',
    ];
    const kept = ['Takeout/Maps (your places)/Saved Places.json', 'records.json', 'research.csv', 'watch-history.json'];
    const { files, ignored } = await contents(
      zipSync(Object.fromEntries([...personal, ...kept].map((name) => [name, TABLE]))),
    );
    expect(files.map(({ name }) => name.slice(6)).sort()).toEqual([...kept].sort());
    expect(new Set(ignored.map(({ reason }) => reason))).toEqual(new Set(['personal; never read']));
  });
});

describe('files that were dropped', () => {
  it('of one name are two files', async () => {
    const { analyses, unrecognised } = await analyseFiles([
      textFile('a.csv', 'Wine,Cellar\nRed,A\n'),
      textFile('a.csv', 'Cheese,Shop\nBlue,B\n'),
    ]);
    expect(analyses).toEqual([]);
    expect(unrecognised.map(({ file, table }) => [file, table?.header[0]])).toEqual([
      ['a.csv', 'Wine'],
      ['a.csv (2)', 'Cheese'],
    ]);
  });

  it('as a folder keep their places, and what is personal in it stays there', async () => {
    const { analyses, unrecognised } = await analyseFiles([
      textFile('export/ratings.csv', FILMS),
      textFile('export/deleted/ratings.csv', FILMS),
      textFile('export/profile.csv', 'Date Joined,Username,Email Address\n2020-01-01,a,a@example.org\n'),
      textFile('export/.DS_Store', 'x'),
    ]);
    expect(unrecognised).toEqual([]);
    expect(analyses.map(({ files }) => files)).toEqual([['export/ratings.csv']]);
    expect(analyses[0]?.ignoredFiles.map(({ file }) => file).sort()).toEqual([
      'export/deleted/ratings.csv',
      'export/profile.csv',
    ]);
  });

  it('in a folder that are recognised and damaged are said so', async () => {
    const { analyses, unrecognised } = await analyseFiles([
      textFile('export/list.json', '{"format":"handpicked-list","version":1,"list":{"title":"x"'),
    ]);
    expect(analyses).toEqual([]);
    expect(unrecognised).toEqual([{ file: 'export/list.json', reason: expect.stringContaining('damaged') as string }]);
  });

  it.each([
    ['%PDF-1.7 x', /^a PDF.*paste/i],
    ['SQLite format 3\0xxxxxxxxxxxxxxxx', /database/],
    ['Rar!\u001A\u0007', /Unpack it/],
    ['{\\rtf1 x', /document/],
  ])('that are %j say what they are and what to do', async (text, reason) => {
    const { unrecognised } = await analyseFiles([textFile('f', text)]);
    expect(unrecognised[0]?.reason).toMatch(reason);
  });
});
