import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { sniffDelimiter } from '../../../../renderer/src/importing/containers/csv-dialect';
import { readCsvRecords } from '../../../../renderer/src/importing/containers/csv-records';

const rowsOf = async (text: string): Promise<readonly (readonly string[])[]> =>
  (await readCsvRecords(text)).records.map(({ cells }) => cells);

describe('readCsvRecords', () => {
  it('counts newlines inside cells into the line a record starts at', async () => {
    const { records } = await readCsvRecords('a,b\r\n"one\r\ntwo",1\r\n\r\nlast,2');
    expect(records).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['one\ntwo', '1'] },
      { line: 5, cells: ['last', '2'] },
    ]);
  });

  it('keeps line numbers beyond one slice of the parser', async () => {
    const { records } = await readCsvRecords(
      Array.from({ length: 3000 }, (_unused, index) => `"row\n${index}",x`).join('\n'),
    );
    expect(records).toHaveLength(3000);
    expect(records.every(({ line, cells }, index) => line === index * 2 + 1 && cells[0] === `row\n${index}`)).toBe(
      true,
    );
  });

  it('reads quotation marks behind a backslash, and apostrophes in their place, where a file has them so', async () => {
    expect(await rowsOf('"a","b"\n"The \\"Kiln\\" Book","1"\n"Oven, or \\"Salt\\", and","2"\n')).toEqual([
      ['a', 'b'],
      ['The "Kiln" Book', '1'],
      ['Oven, or "Salt", and', '2'],
    ]);
    expect(await rowsOf('"a","b"\n"C:\\","1"\n"D:\\","2"\n')).toEqual([
      ['a', 'b'],
      ['C:\\', '1'],
      ['D:\\', '2'],
    ]);
    expect(await rowsOf("'a','b'\n'Kiln, the ''first''','1'\n'Say \"hi\"','2'\n")).toEqual([
      ['a', 'b'],
      ["Kiln, the 'first'", '1'],
      ['Say "hi"', '2'],
    ]);
  });

  it('drops a byte-order mark and tolerates ragged rows', async () => {
    expect(await rowsOf('\uFEFFa,b\n1\n1,2,3\n')).toEqual([['a', 'b'], ['1'], ['1', '2', '3']]);
  });

  it('takes no rows into a cell whose quotation mark is never closed, and says so', async () => {
    const { records, warnings } = await readCsvRecords('a,b\n1,"open\n2,3\n');
    expect(records.map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['1', '"open'],
      ['2', '3'],
    ]);
    expect(warnings).toEqual([expect.stringContaining('line 2')]);
  });

  it('gives back any cells that were written as CSV', async () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .map((text) => text.replace(/\r\n?/g, '\n').replaceAll('\uFEFF', ''));
    const rows = fc.array(
      fc.array(fc.oneof(cell, fc.constantFrom('a "quoted" word', 'x,y', 'line\nbreak', '=SUM(A1)', '', '🙂', 'שלום')), {
        minLength: 2,
        maxLength: 6,
      }),
      { minLength: 1, maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom('\n', '\r\n', '\r'), async (table, newline) => {
        const header = table
          .map(() => 'h')
          .concat('h')
          .join(',');
        const text = `${header}${newline}${Papa.unparse(table, { newline, quotes: true }).replaceAll('\n', newline === '\r\n' ? '\n' : newline)}`;
        expect((await rowsOf(text)).slice(1)).toEqual(table);
      }),
      { numRuns: 150 },
    );
  });

  it('never throws, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', ';', 'a', '\0', '\uFEFF'), maxLength: 60 }),
        async (text) => {
          const { records } = await readCsvRecords(text);
          expect(records.every(({ line }, index) => line > (records[index - 1]?.line ?? 0))).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('sniffDelimiter', () => {
  it.each([
    ['a,b,c\n1;2;3;4;5', ','],
    ['a;b;c\n1,5;2,5;3', ';'],
    ['a\tb\n1\t2', '\t'],
    ['"a;x",b\n', ','],
    ['A list of places\n\nTitle,Note\n', ','],
    ['one', ','],
    ['', ','],
  ])('%j', (text, delimiter) => {
    expect(sniffDelimiter(text)).toBe(delimiter);
  });
});
