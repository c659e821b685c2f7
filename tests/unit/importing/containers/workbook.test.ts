import { strToU8, zipSync } from 'fflate';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../../../renderer/src/importing/detect';
import { openWorkbook } from '../../../../renderer/src/importing/containers/workbook';
import { createPacer } from '../../../../renderer/src/importing/pacer';
import { bytesFile } from '../../../fixtures/exports/files';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

interface Parts {
  /** Name and rows, as XML. */
  readonly sheets: readonly (readonly [string, string])[];
  readonly texts?: readonly string[];
  readonly styles?: string;
  readonly more?: string;
}

/** A workbook of hand-written parts. */
const workbook = ({ sheets, texts = [], styles = '', more = '' }: Parts): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    zipSync(
      Object.fromEntries(
        [
          ['[Content_Types].xml', '<Types/>'],
          [
            'xl/workbook.xml',
            `<workbook ${MAIN} xmlns:r="r">${more}<sheets>${sheets
              .map(([name], index) => `<sheet name="${escaped(name)}" sheetId="1" r:id="rId${String(index)}"/>`)
              .join('')}</sheets></workbook>`,
          ],
          [
            'xl/_rels/workbook.xml.rels',
            `<Relationships>${sheets
              .map(
                (_sheet, index) => `<Relationship Id="rId${String(index)}" Target="worksheets/s${String(index)}.xml"/>`,
              )
              .join('')}</Relationships>`,
          ],
          ['xl/sharedStrings.xml', `<sst>${texts.map((text) => `<si>${text}</si>`).join('')}</sst>`],
          ['xl/styles.xml', `<styleSheet>${styles}</styleSheet>`],
          ...sheets.map(([, rows], index) => [
            `xl/worksheets/s${String(index)}.xml`,
            `<worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`,
          ]),
        ].map(([name = '', xml = '']) => [name, strToU8(xml)]),
      ),
    ),
  );

async function cellsOf(bytes: Uint8Array<ArrayBuffer>): Promise<readonly (readonly [string, unknown])[]> {
  const sheets = await openWorkbook('book.xlsx', new Blob([bytes]), createPacer());
  return await Promise.all(
    sheets.map(async (sheet) => {
      const records = [];
      for await (const batch of sheet.records()) records.push(...batch.map(({ line, cells }) => [line, ...cells]));
      return [sheet.path, records] as const;
    }),
  );
}

const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="165" formatCode="0.0 &quot;days&quot;"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="165"/><xf numFmtId="9"/></cellXfs>';

describe('a workbook', () => {
  it('gives texts, days, numbers as they are shown, and gaps as blanks', async () => {
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' +
      '<row r="3"><c r="A3" t="inlineStr"><is><t>Salt &amp; Ember</t></is></c><c r="C3" s="1"><v>44197</v></c>' +
      '<c r="D3" s="2"><v>1</v></c><c r="E3" s="3"><v>44197.75</v></c><c r="F3" s="4"><v>4.4000000000000004</v></c>' +
      '<c r="G3"><v>9780306406157</v></c><c r="H3" t="b"><v>1</v></c><c r="I3" t="e"><v>#N/A</v></c>' +
      '<c r="J3" t="str"><f>A1</f><v>formula</v></c><c r="K3" s="5"><v>0.85</v></c></row><row r="4"><c r="A4"/></row>';
    const texts = ['<t>Title</t>', '<r><t xml:space="preserve">Half </t></r><r><t>bold</t></r><rPh><t>kana</t></rPh>'];
    const found = await cellsOf(
      workbook({
        sheets: [
          ['Films', rows],
          ['Empty', ''],
        ],
        texts,
        styles: STYLES,
      }),
    );
    expect(found).toEqual([
      [
        'book.xlsx/Films',
        [
          [1, 'Title', 'Half bold'],
          [
            3,
            'Salt & Ember',
            '',
            '2021-01-01',
            '1900-01-01',
            '2021-01-01 18:00:00',
            '4.4',
            '9780306406157',
            'TRUE',
            '',
            'formula',
            '85%',
          ],
        ],
      ],
    ]);
  });

  it('counts from 1904 where it says so', async () => {
    const rows = '<row r="1"><c r="A1" s="1"><v>42735</v></c></row>';
    const [sheet] = await cellsOf(
      workbook({ sheets: [['S', rows]], styles: STYLES, more: '<workbookPr date1904="1"/>' }),
    );
    expect(sheet?.[1]).toEqual([[1, '2021-01-01']]);
  });

  it('gives back any texts', async () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 10 })
      .map((made) => made.replace(/[\p{C}\r\uFFFE\uFFFF]/gu, ''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        async (table) => {
          const rows = table
            .map(
              (cells) =>
                `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`).join('')}</row>`,
            )
            .join('');
          const expected = table.flatMap((cells, index) =>
            cells.join('').trim() === '' ? [] : [[index + 1, ...cells]],
          );
          if (expected.length > 0)
            expect(await cellsOf(workbook({ sheets: [['S', rows]] }))).toEqual([['book.xlsx/S', expected]]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is offered sheet by sheet, and each is mapped as a table', async () => {
    const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const rows = (...titles: readonly string[]): string =>
      ['Title', ...titles]
        .map((title, index) => `<row>${cell(title)}${cell(index === 0 ? 'Score' : '4')}</row>`)
        .join('');
    const file = bytesFile(
      'book.xlsx',
      workbook({
        sheets: [
          ['Films', rows('Salt', 'Ember')],
          ['Books', rows('Reed')],
        ],
      }),
    );
    const { unrecognised } = await analyseFiles([file]);
    expect(unrecognised.map(({ file: name, table }) => [name, table?.rowCount])).toEqual([
      ['book.xlsx/Films', 2],
      ['book.xlsx/Books', 1],
    ]);
    const mapping = { columns: { title: 0, rating: 1 }, kind: 'movie', ratingMaximum: 5, crowdMaximum: 5 };
    const { analyses } = await analyseFiles([file], { mapping, mappedFile: 'book.xlsx/Films' });
    expect(analyses.map(({ files, rows: read }) => [files, read.map(({ title }) => title)])).toEqual([
      [['book.xlsx/Films'], ['Salt', 'Ember']],
    ]);
  });

  it('that has lost the list of its sheets is read by the sheets there are', async () => {
    const sheet =
      '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Title</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Salt</t></is></c></row></sheetData></worksheet>';
    const bytes = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/worksheets/sheet1.xml': strToU8(sheet) });
    const { analyses } = await analyseFiles([bytesFile('book.xlsx', bytes)]);
    expect(analyses.flatMap(({ rows }) => rows.map(({ title }) => title))).toEqual(['Salt']);
  });

  it.each([
    [
      'is cut off',
      zipSync({ '[Content_Types].xml': strToU8('x'), 'xl/styles.xml': strToU8('x') }),
      /not a whole workbook/,
    ],
    [
      'has lost its list of sheets, and they are empty',
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/worksheets/sheet1.xml': strToU8('<worksheet/>') }),
      /sheets are empty.*File, Save as/,
    ],
    ['has no cell', workbook({ sheets: [['S', '']] }), /sheets are empty/],
    [
      'has a column too far',
      workbook({ sheets: [['S', '<row r="1"><c r="ZZZ1"><v>1</v></c></row>']] }),
      /2,000 columns/,
    ],
  ])('that %s says so', async (_what, bytes, reason) => {
    const { unrecognised } = await analyseFiles([bytesFile('book.xlsx', bytes)]);
    expect(unrecognised[0]?.reason).toMatch(reason);
  });
});
