import * as fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../renderer/src/domain/errors';
import { openArchive } from '../../../renderer/src/importing/containers/archive';
import { analyseFiles } from '../../../renderer/src/importing/detect';
import type { ImportAnalysis } from '../../../renderer/src/domain/imported-row';
import { createPacer } from '../../../renderer/src/importing/pacer';
import { bytesFile, fixtureText, letterboxdMembers, textFile, zipOf } from '../../fixtures/exports/files';

const GOODREADS = fixtureText('goodreads-24-columns.csv');
const GOODREADS_HEADER = GOODREADS.split('\n')[0] ?? '';

describe('nasty files', () => {
  const wholeZip = zipSync(letterboxdMembers());
  it.each([
    ['empty', new Uint8Array(), 'empty'],
    [
      'binary',
      Uint8Array.from({ length: 4000 }, (_unused, index) => (index * 7919) % 251),
      'neither text nor an archive, but something like a picture, a sound or a program. An export is a CSV, TSV, JSON, XML, HTML, Excel or zip file',
    ],
    ['a truncated zip', wholeZip.slice(0, wholeZip.length - 100), 'not a whole zip'],
    ['only the start of a zip', wholeZip.slice(0, 10), 'not a whole zip'],
    ['an empty zip', zipSync({}), 'nothing in it'],
    [
      'a zip of pictures',
      zipSync({ 'a.jpg': new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46]) }),
      'nothing in it',
    ],
    ['the start of a gzip file', new Uint8Array([0x1f, 0x8b, 8, 0]), 'not a whole gzip'],
    ['JSON', strToU8('{"a": 1}'), 'JSON'],
    ['HTML', strToU8('<!DOCTYPE html>\n<title>a, b</title>'), 'web page'],
    ['XML', strToU8('<?xml version="1.0"?><opml/>'), 'XML'],
    ['prose', strToU8('Dear all, hello\nthis is one line\nand this, too, is, another'), 'neither a table nor a list'],
    ['one long line', strToU8('x'.repeat(1_000_000)), 'neither a table nor a list'],
  ])('%s is refused with a reason', async (_words, bytes, reason) => {
    const { analyses, unrecognised } = await analyseFiles([bytesFile('export.csv', bytes)]);
    expect(analyses).toEqual([]);
    expect(unrecognised).toHaveLength(1);
    expect(unrecognised[0]?.reason).toContain(reason);
  });

  it('ends a file that takes far too long with a sentence, and reads the others', async () => {
    const long = [GOODREADS_HEADER];
    for (let id = 1; id <= 10_000; id += 1)
      long.push(`${String(id)},Title ${String(id)},A,"A, A",,,,5,4.0,P,B,1,2000,2000,,2020/01/01,,,read,,,,1,0`);
    const film = 'Date,Name,Year,Letterboxd URI,Rating\n2021-01-02,Salt,2001,https://boxd.it/a,4';
    let now = 0;
    const { analyses, unrecognised } = await analyseFiles(
      [textFile('slow.csv', long.join('\n')), textFile('ratings.csv', film)],
      // Every look at the clock is half a minute after the one before.
      { pacing: { now: () => (now += 30_000), pause: () => Promise.resolve() } },
    );
    expect(analyses.map(({ source, rows }) => [source, rows.length])).toEqual([['letterboxd', 1]]);
    expect(unrecognised).toEqual([
      { file: 'slow.csv', reason: expect.stringContaining('more than 10 minutes, and no end was in sight') },
    ]);
    expect(unrecognised[0]?.reason).toContain('Split it into several files');
  });

  it('takes a header without rows for what it is', async () => {
    const [analysis] = (await analyseFiles([textFile('g.csv', `${GOODREADS_HEADER}\n`)])).analyses;
    expect(analysis).toMatchObject({ source: 'goodreads', rowCount: 0, rows: [], skipped: [] });
    expect(analysis?.warnings.join()).toContain('no rows');
  });

  it('reads NULs, a megabyte cell, formulas, emoji and right-to-left titles', async () => {
    const line = (title: string, review = ''): string =>
      `1,${title},A,"A, A",,,,5,4.0,P,B,1,2000,2000,2020/01/01,2020/01/01,,,read,${review},,,1,0`;
    const titles = ['A\0B', '=HYPERLINK("x")', '🙂🧭', 'שלום עולם', '-1+1', '"@cmd, x"'];
    const text = [
      GOODREADS_HEADER,
      ...titles.map((title, index) => line(title).replace('1,', `${index + 1},`)),
      line('Long', 'x'.repeat(1_000_000)).replace('1,', '99,'),
    ].join('\n');
    const [analysis] = (await analyseFiles([textFile('g.csv', text)])).analyses;
    expect(analysis?.rows.map(({ title }) => title)).toEqual([
      'AB',
      '=HYPERLINK("x")',
      '🙂🧭',
      'שלום עולם',
      '-1+1',
      '@cmd, x',
      'Long',
    ]);
    expect(analysis?.rows.at(-1)?.note).toHaveLength(1_000_000);
    expect(analysis?.warnings.join()).toContain('NUL');
  });

  it('refuses an archive that unpacks to more than its limit, and one of too many files', async () => {
    const bomb = zipOf('bomb.zip', { 'a.csv': strToU8('a,b\n'.repeat(500_000)) });
    expect(bomb.blob.size).toBeLessThan(50_000);
    const limits = { unpackedBytes: 1_000_000, members: 5, depth: 2, nestedBytes: 1_000_000 };
    await expect(openArchive(bomb, createPacer(), limits)).rejects.toMatchObject({ code: 'file-too-large' });
    const many = zipOf(
      'many.zip',
      Object.fromEntries(Array.from({ length: 6 }, (_unused, index) => [`${index}.csv`, strToU8('a')])),
    );
    await expect(openArchive(many, createPacer(), limits)).rejects.toMatchObject({ code: 'file-too-large' });
    const nested = zipOf('n.zip', { 'b.zip': zipSync({ 'c.zip': zipSync({ 'd.csv': strToU8('a') }) }) });
    expect(await openArchive(nested, createPacer(), limits)).toMatchObject({
      files: [],
      ignored: [{ reason: expect.stringContaining('too many archives') as string }],
    });
  });

  it('never unpacks what is personal in the archives of other services', async () => {
    const personal = [
      'profile.csv',
      'my_data/UserAddress.json',
      'Spotify/Payments.json',
      'user_personal_data.csv',
      'ACCOUNT/AccountDetails.csv',
      'CLICKSTREAM/Clickstream.csv',
      'export/ip_address.csv',
    ];
    const zip = zipOf(
      'z.zip',
      Object.fromEntries(
        [...personal, 'ratings.csv', 'accounts.csv'].map((name) => [name, strToU8('Title,Year\nA,1')]),
      ),
    );
    const { files, ignored } = await openArchive(zip, createPacer());
    expect(files.map(({ name }) => name)).toEqual(['z.zip/ratings.csv', 'z.zip/accounts.csv']);
    expect(ignored).toEqual(personal.map((name) => ({ file: `z.zip/${name}`, reason: 'personal; never read' })));
  });

  it('throws nothing but AppError on any bytes', async () => {
    const start = fc.constantFrom(
      '',
      `${GOODREADS_HEADER}\n`,
      'PK\u0003\u0004',
      'Const,Title Type,Title\n',
      'Letterboxd list export v7\nDate,Name,Tags,URL,Description\n',
      'Date,Name,Year,Letterboxd URI\n',
    );
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 200 }), async (text, tail) => {
        const bytes = Uint8Array.from([...strToU8(text), ...tail]);
        const result = await analyseFiles([bytesFile('x', bytes)]).catch((error: unknown) => error);
        if (result instanceof Error) expect(result).toBeInstanceOf(AppError);
        else
          for (const { rowCount, rows, mergedCount, skipped } of (result as { analyses: readonly ImportAnalysis[] })
            .analyses)
            expect(rows.length + mergedCount + skipped.length).toBe(rowCount);
      }),
      { numRuns: 400 },
    );
  });
});
