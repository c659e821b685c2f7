import { describe, expect, it } from 'vitest';
import { blobSource } from '../../../../renderer/src/importing/containers/byte-source';
import { readCsvRecords } from '../../../../renderer/src/importing/containers/csv-records';
import { openFile } from '../../../../renderer/src/importing/containers/open-file';
import { createPacer } from '../../../../renderer/src/importing/pacer';

const rowsOf = async (...lines: readonly string[]): Promise<readonly (readonly string[])[]> =>
  (await readCsvRecords(`${lines.join('\n')}\n`)).records.map(({ cells }) => cells);

const HEADER = 'Title,Author,Year,Rating';
const PLAIN = 'One,Ann Vole,2001,5';

describe('a quotation mark out of place', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'a title that begins with one',
      '"Swing it" Maestro,Bo Quill,1940,4',
      ['"Swing it" Maestro', 'Bo Quill', '1940', '4'],
    ],
    ['two of them', '"Swing it" and "Sway it",Bo Quill,1940,4', ['"Swing it" and "Sway it"', 'Bo Quill', '1940', '4']],
    ['one that is never closed', '"Four,Di Reed,2004,2', ['"Four', 'Di Reed', '2004', '2']],
    ['an inch', 'Three 7" single,Cy Marsh,2003,3', ['Three 7" single', 'Cy Marsh', '2003', '3']],
    ['inches at both ends', '7" or 12",Cy Marsh,2003,3', ['7" or 12"', 'Cy Marsh', '2003', '3']],
    [
      'a stray one before a quoted cell',
      '"Swing it" Maestro,"Quill, Bo",1940,4',
      ['"Swing it" Maestro', 'Quill, Bo', '1940', '4'],
    ],
    [
      'marks that are not doubled',
      '"He said "hello, you" to me",Bo Quill,1940,4',
      ['He said "hello, you" to me', 'Bo Quill', '1940', '4'],
    ],
    ['doubled ones', '"He said ""hello, you""",Bo Quill,1940,4', ['He said "hello, you"', 'Bo Quill', '1940', '4']],
    ['a space before', 'Emma, "Austen, Jane",1815,4', ['Emma', 'Austen, Jane', '1815', '4']],
    ['spaces before nothing', 'Emma,  "",1815,4', ['Emma', '', '1815', '4']],
    ['a space after', '"Emma" ,Jane,1815,4', ['Emma', 'Jane', '1815', '4']],
  ])('%s takes no other cell or row', async (_words, line, cells) => {
    const expected = [HEADER.split(','), PLAIN.split(','), cells, PLAIN.split(',')];
    expect(await rowsOf(HEADER, PLAIN, line, PLAIN)).toEqual(expected);
  });

  it('that is never closed takes no rows, though one further down seems to close it', async () => {
    expect(await rowsOf(HEADER, PLAIN, '"Four,Di Reed,2004,2', PLAIN, 'Maxi 12",Flo Park,2006,5', PLAIN)).toEqual([
      HEADER.split(','),
      PLAIN.split(','),
      ['"Four', 'Di Reed', '2004', '2'],
      PLAIN.split(','),
      ['Maxi 12"', 'Flo Park', '2006', '5'],
      PLAIN.split(','),
    ]);
  });

  it('leaves cells of several lines whole, with marks that are not doubled too', async () => {
    expect(
      await rowsOf('Title,Review', 'One,"first\nsecond, third\n\nfourth"', 'Two,"she said "hi" and\nleft"', 'Three,x'),
    ).toEqual([
      ['Title', 'Review'],
      ['One', 'first\nsecond, third\n\nfourth'],
      ['Two', 'she said "hi" and\nleft'],
      ['Three', 'x'],
    ]);
  });

  it('is a plain character where the source says so', async () => {
    const text = 'a\tb\n"Weird\t1\nThree 7"\t2\n';
    const file = await openFile('t.tsv', blobSource(new Blob([text])), createPacer());
    const cells = [];
    for await (const batch of file.records({ plainQuotes: true })) cells.push(...batch.map((record) => record.cells));
    expect(cells.slice(1)).toEqual([
      ['"Weird', '1'],
      ['Three 7"', '2'],
    ]);
  });

  it('does not make reading slow, however many there are', async () => {
    const text = `${HEADER}\n${'"a""b,c\n'.repeat(100_000)}`;
    const start = performance.now();
    expect((await readCsvRecords(text)).records).toHaveLength(100_001);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('lines that are no record', () => {
  it('what a version control system left is passed over with a remark, and the rows of both versions are read', async () => {
    const { records, warnings } = await readCsvRecords(
      ['<<<<<<< HEAD', HEADER, PLAIN, '=======', 'Two,Bo,1999,1', '>>>>>>> other', '=======,A,2000,1', ''].join('\n'),
    );
    expect(records.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [2, 'Title'],
      [3, 'One'],
      [5, 'Two'],
      [7, '======='],
    ]);
    expect(warnings).toEqual([expect.stringMatching(/^line 1: two versions/)]);
  });

  it('Excel’s first line names the delimiter', async () => {
    const { records, delimiter } = await readCsvRecords('sep=;\r\nTitel;Bewertung\r\nA, b;4,5\r\n');
    expect(delimiter).toBe(';');
    expect(records).toEqual([
      { line: 2, cells: ['Titel', 'Bewertung'] },
      { line: 3, cells: ['A, b', '4,5'] },
    ]);
  });
});

describe('budgets of a table', () => {
  it.each([
    ['columns', `a,b\n${','.repeat(10_000_000)}\n`, /line 2: more than 2,000 columns/],
    ['columns in a quoted record', `a,b\n"x"${',"y"'.repeat(5_000)}\n`, /line 2: more than 2,000 columns/],
    ['a cell', `a,b\n1,"${'x\n'.repeat(2_500_000)}"\n`, /line 2: a cell of more than 4 million/],
    ['a plain cell', `a,b\n1,${'x'.repeat(5_000_000)}\n`, /line 2: a cell of more than 4 million/],
    ['a line', `a,b\n${'x'.repeat(17_000_000)}`, /line 2: more than 16 million/],
  ])('%s end in a sentence', async (_what, text, sentence) => {
    const start = performance.now();
    await expect(readCsvRecords(text)).rejects.toMatchObject({ code: 'file-too-large', message: sentence });
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
