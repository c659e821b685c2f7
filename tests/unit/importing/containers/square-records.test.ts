import { describe, expect, it } from 'vitest';
import { blobSource } from '../../../../renderer/src/importing/containers/byte-source';
import { openFile } from '../../../../renderer/src/importing/containers/open-file';
import { createPacer } from '../../../../renderer/src/importing/pacer';

async function read(text: string) {
  const file = await openFile('t.csv', blobSource(new Blob([text])), createPacer());
  const warnings: string[] = [];
  const records = [];
  const header = file.firstRecords[0]?.cells ?? [];
  for await (const batch of file.records({ header, warn: (warning) => warnings.push(warning) })) records.push(...batch);
  return { records: records.slice(1), warnings };
}

const BOOKS =
  'Id,Title,Author,Rating,Status\n1,One,Ann,4,read\n2,Two,Bo,5,to-read\n3,Three,Cy,3,read\n4,Four,Di,,read\n';

describe('a record that is wider or narrower than the header', () => {
  it('is mended where one way fits, and says so', async () => {
    const { records, warnings } = await read(`${BOOKS}5,Me, Myself and I,Jane Doe,5,read\n`);
    expect(records.at(-1)).toEqual({ line: 6, cells: ['5', 'Me, Myself and I', 'Jane Doe', '5', 'read'] });
    expect(warnings).toEqual(['line 6: 6 cells for 5 columns; "Me, Myself and I" read as one cell']);
  });

  it('is mended in two places', async () => {
    const row = (title: string, id: string): string =>
      `tt900100${id},8,2021-02-03,${title},${title},https://x.org/${id},Movie\n`;
    const { records } = await read(
      `Const,Rating,Date,Title,Original,URL,Type\n${row('One', '1')}${row('Two', '2')}${row('Salt, Sand and Sea', '3')}`,
    );
    expect(records.at(-1)?.cells).toEqual([
      'tt9001003',
      '8',
      '2021-02-03',
      'Salt, Sand and Sea',
      'Salt, Sand and Sea',
      'https://x.org/3',
      'Movie',
    ]);
  });

  it('is read as its cells where it stands in quotation marks as a whole', async () => {
    const { records, warnings } = await read(`${BOOKS}"5,""Me, Myself"",Jane ""Jo"" Doe,5,read"\n"6,Six"\n`);
    expect(records.at(-2)).toEqual({ line: 6, cells: ['5', 'Me, Myself', 'Jane "Jo" Doe', '5', 'read'] });
    expect(records.at(-1)?.cells).toEqual(['6,Six']);
    expect(warnings).toEqual(['lines that stand in quotation marks as a whole are read as their cells']);
  });

  it('is refused where two ways fit or none', async () => {
    const { records } = await read(`${BOOKS}5,Me,Myself,Jane Doe,5,read\n6,Six,Flo\n7,read,Gus,read\n`);
    expect(records.slice(-3).map(({ line, fault }) => [line, fault])).toEqual([
      [6, expect.stringContaining('6 cells, but the header has 5')],
      [7, undefined],
      [8, expect.stringContaining('4 cells, but the header has 5')],
    ]);
  });

  it('may have blanks too many', async () => {
    const { records } = await read(`${BOOKS}5,Five,Ed,2,read,,\n`);
    expect(records.at(-1)?.fault).toBeUndefined();
  });
});
